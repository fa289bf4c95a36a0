# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command

from .common import KinerjaCase


class WorkCase(KinerjaCase):
    """An employee with an agreed plan: counted letters and a percentage."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        percent = {"name": "Answered in time", "target_min": 95, "unit": "persen"}
        values = cls._prepare_result_values()
        values["indicator_ids"].append(Command.create(percent))
        cls.skp = cls._make_agreed_skp(result_ids=[Command.create(values)])
        cls.result = cls.skp.result_ids
        cls.letters, cls.percent = cls.result.indicator_ids.sorted("id")
        cls.own = cls._as(cls.env["asn.progress"], cls.users["own"])

    @classmethod
    def _write_down(cls, role="own", **values):
        """Write an entry of the last quarter as a role does."""
        entries = cls._as(cls.env["asn.progress"], cls.users[role])
        return entries.create(
            {
                "result_id": cls.result.id,
                "indicator_id": cls.letters.id,
                "name": "Answered letters",
                "date": "2026-03-02",
                **values,
            }
        )
