# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError
from odoo.tests import freeze_time, tagged

from .common import NOW, ROLES, KinerjaCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestShown(KinerjaCase):
    """A dialog is read by who opened it, and points to nothing out of their sight."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.skp = cls._make_agreed_skp()
        cls.other = cls._make_skp("outsider")

    def _get_dialogs(self):
        """Return (role, model, values, column, what is out of the role's sight)."""
        plan = {"skp_id": self.skp.id}
        version = self.skp.version_ids.id
        stranger = self.people["manager_b"].id
        return (
            ("own", "asn.skp.return", {**plan, "note": "Why"}, "skp_id", self.other.id),
            ("own", "asn.skp.revise", plan, "skp_id", self.other.id),
            (
                "own",
                "asn.skp.compare",
                {**plan, "old_id": version},
                "skp_id",
                self.other.id,
            ),
            (
                "officer",
                "asn.skp.allow",
                {**plan, "reason": "Why"},
                "skp_id",
                self.other.id,
            ),
            ("officer", "asn.skp.transfer", plan, "successor_id", stranger),
            (
                "officer",
                "asn.skp.reassign",
                {
                    "skp_ids": [(6, 0, self.skp.ids)],
                    "assessor_id": self.people["acting"].id,
                    "reason": "Why",
                },
                "assessor_id",
                stranger,
            ),
        )

    def test_nobody_reads_the_dialog_of_somebody_else(self):
        for role, model, values, _column, _hidden in self._get_dialogs():
            dialog = self._as_role(self.env[model], role).create(values)
            for other in ROLES:
                if other != role:
                    with self.subTest(model=model, role=other):
                        mine = self._as_role(dialog, other)
                        self._attempt(AccessError, mine.read, ["display_name"])

    def test_a_dialog_points_to_what_its_user_may_read(self):
        for role, model, values, column, hidden in self._get_dialogs():
            with self.subTest(model=model):
                dialogs = self._as_role(self.env[model], role)
                changed = {**values, column: hidden}
                self._attempt(AccessError, dialogs.create, changed)
                dialog = dialogs.create(values)
                self._attempt(AccessError, dialog.write, {column: hidden})
