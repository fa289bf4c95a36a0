# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from contextlib import contextmanager
from uuid import uuid4

from odoo import SUPERUSER_ID, Command, api
from odoo.exceptions import UserError
from odoo.tests import TransactionCase, freeze_time, tagged

from .common import NOW


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestTwoAtOnce(TransactionCase):
    """Assessor and deputy decide in the same second: two connections, one row."""

    def setUp(self):
        super().setUp()
        self.made = []
        with self._connect() as env:
            self.skp_id = self._make_plan(env).id
        self.addCleanup(self._remove)

    @contextmanager
    def _connect(self):
        """Yield an environment on a connection of its own, kept at the end."""
        with self.registry.cursor() as cr:
            yield api.Environment(cr, SUPERUSER_ID, {"no_reset_password": True})

    def _make_plan(self, env):
        # what was archived by an earlier run keeps its name
        mark = uuid4().hex
        agency = env["res.company"].create({"name": f"Agency {mark}"})
        make = env["hr.employee"].with_company(agency).create
        leader = make({"name": "Leader", "company_id": agency.id})
        person = make(
            {"name": "Person", "company_id": agency.id, "parent_id": leader.id}
        )
        period = env["asn.period"].create(
            {
                "name": "2026",
                "company_id": agency.id,
                "date_from": "2026-01-01",
                "date_to": "2026-12-31",
            }
        )
        period.action_open()
        plan = env["asn.skp"].create(
            {
                "employee_id": person.id,
                "period_id": period.id,
                "state": "submitted",
                "result_ids": [Command.create({"name": "Result"})],
            }
        )
        user = env["res.users"].create(
            {
                "name": "Leader",
                "login": f"leader_{mark}",
                "company_id": agency.id,
                "company_ids": [Command.set(agency.ids)],
            }
        )
        leader.user_id = user
        self.made = [plan, period, person | leader, user, agency]
        self.user_id, self.agency_id = user.id, agency.id
        return plan

    def _remove(self):
        with self._connect() as env:
            for records in self.made:
                records = records.with_env(env)
                if records._name in ("res.users", "res.company"):
                    # others point to them; nobody meets them in other tests
                    records.active = False
                    continue
                records.unlink()

    def _get_plan(self, env):
        plan = env["asn.skp"].with_user(self.user_id).browse(self.skp_id)
        return plan.with_context(allowed_company_ids=[self.agency_id])

    def test_one_wins_and_the_other_is_told(self):
        with self._connect() as first, self._connect() as second:
            self._get_plan(first).action_agree()
            with self.assertRaisesRegex(UserError, "Somebody else is working"):
                self._get_plan(second).action_agree()
            second.cr.rollback()
            self.assertEqual(self._get_plan(first).state, "agreed")
            # nothing of it stays after the test
            first.cr.rollback()
