# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import freeze_time, tagged

from .common import NOW
from .test_role import RoleCase

CRON = "hr_asn_kinerja.ir_cron_sync_roles"


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestRoleDates(RoleCase):
    """The groups follow the dates by themselves; nothing here clears a cache."""

    def _run_cron(self, now):
        cron = self.env.ref(CRON)
        with freeze_time(now), self.enter_registry_test_mode():
            cron.method_direct_trigger()
        self.env.invalidate_all()

    def test_a_role_begins_and_ends_by_itself(self):
        self._appoint("auditor", date_from="2026-05-01", date_to="2026-05-31")
        self.assertFalse(self._is_member("auditor"))
        for now, held in (
            ("2026-04-30 16:00:00", False),
            ("2026-04-30 17:30:00", True),
            ("2026-05-31 16:00:00", True),
            ("2026-05-31 17:30:00", False),
        ):
            self._run_cron(now)
            self.assertEqual(self._is_member("auditor"), held, now)

    def test_an_outside_login_stops_nobody(self):
        row = self._appoint("auditor", date_from="2026-05-01")
        self._appoint("auditor", user="assessor", date_to="2026-05-01")
        row.user_id.sudo().group_ids = self.env.ref("base.group_portal")
        self._run_cron("2026-05-02 03:00:00")
        self.assertFalse(self._is_member("auditor"))
        self.assertFalse(self._is_member("auditor", user="assessor"))

    def test_the_cron_is_woken_at_the_midnight_of_the_agency(self):
        triggers = self.env["ir.cron.trigger"].search([])
        self._appoint("auditor", date_from="2026-05-01", date_to="2026-05-31")
        new = self.env["ir.cron.trigger"].search([]) - triggers
        self.assertEqual(new.cron_id, self.env.ref(CRON))
        self.assertEqual(
            sorted(map(str, new.mapped("call_at"))),
            ["2026-04-30 17:00:00", "2026-05-31 17:00:00"],
        )

    def test_rights_stop_when_the_role_is_ended(self):
        skp = self._make_agreed_skp()
        row = self._appoint("auditor", date_from="2026-01-01")
        self.env.flush_all()
        plans = self._as_role(self.env["asn.skp"], "outsider")
        self.assertTrue(plans.search([("id", "=", skp.id)]))
        row.date_to = "2026-04-09"
        self.assertFalse(plans.search([("id", "=", skp.id)]))
        self.assertTrue(self._is_refused(self._as_role(skp, "outsider").read, ["id"]))

    def test_one_of_two_rows_is_enough(self):
        first = self._appoint("calibration", date_from="2026-01-01")
        self._appoint("calibration", department_id=self.unit.id)
        first.date_to = "2026-04-09"
        self.assertTrue(self._is_member("calibration"))

    def test_the_end_of_one_role_leaves_the_other(self):
        self._appoint("auditor", date_from="2026-01-01").date_to = "2026-04-09"
        self._appoint("calibration")
        self.assertFalse(self._is_member("auditor"))
        self.assertTrue(self._is_member("calibration"))

    def test_what_an_administrator_set_stays_until_a_row_of_it_ends(self):
        self.assertTrue(self._is_member("auditor", "auditor"))
        self._run_cron("2026-06-01 03:00:00")
        self.assertTrue(self._is_member("auditor", "auditor"))
        row = self._appoint("auditor", "auditor", date_from="2026-05-01")
        self.assertTrue(self._is_member("auditor", "auditor"))
        row.sudo().write({"date_from": "2026-01-01", "date_to": "2026-04-09"})
        self.assertFalse(self._is_member("auditor", "auditor"))

    def test_a_closed_login_does_not_keep_the_role(self):
        row = self._appoint("auditor", date_from="2026-01-01")
        self.users["outsider"].active = False
        row.date_to = "2026-04-09"
        self.users["outsider"].active = True
        self.assertFalse(self._is_member("auditor"))

    def test_a_scope_makes_an_officer_from_its_first_row_to_its_last(self):
        first = self._make_scope("outsider", self.unit)
        second = self._make_scope("outsider", self.other_unit)
        self.assertTrue(self._is_member("officer"))
        first.date_to = "2026-04-09"
        self.assertTrue(self._is_member("officer"))
        second.date_to = "2026-05-31"
        self._run_cron("2026-05-31 17:30:00")
        self.assertFalse(self._is_member("officer"))

    def test_ending_at_once_stops_the_right_this_minute(self):
        begun = self._appoint("auditor", date_from="2026-01-01")
        begun._end(number="800/1")
        self.assertEqual(begun.state, "ended")
        self.assertFalse(self._is_member("auditor"))
        fresh = self._appoint("calibration")
        fresh._end()
        self.assertFalse(fresh.exists())
        self.assertFalse(self._is_member("calibration"))
        self.assertEqual(
            self.env["asn.role.history"].search([], limit=1).event, "withdrawn"
        )

    def test_ending_with_a_day_keeps_it_until_then(self):
        row = self._appoint("auditor")
        row._end(day="2026-04-10")
        self.assertTrue(self._is_member("auditor"))
        self._run_cron("2026-04-10 17:30:00")
        self.assertFalse(self._is_member("auditor"))
