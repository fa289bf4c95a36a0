# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import freeze_time, tagged

from .common import NOW, KinerjaCase, KinerjaHttpCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestLoginLeave(KinerjaCase):
    """Who leaves loses the login that day; who returns gets it back."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cron = cls.env.ref("hr_asn_kinerja.ir_cron_sync_logins")
        cls.env.cr.execute(
            "UPDATE ir_cron SET create_date = '2026-01-01' WHERE id = %s", [cron.id]
        )
        cron.invalidate_recordset()

    def _leave_long_ago(self):
        self.people["own"].departure_date = "2025-06-30"
        self.users["own"].action_unarchive()
        self.people["own"].write({"login_closed": False, "login_departure": False})

    def test_who_left_before_the_installation_is_left_alone(self):
        self._leave_long_ago()
        self._cron()
        self.assertTrue(self.users["own"].active)

    def test_a_login_opened_again_by_hand_stays_open(self):
        self.people["own"].departure_date = "2026-04-10"
        self.users["own"].action_unarchive()
        self._cron()
        self.assertTrue(self.users["own"].active)

    def _cron(self):
        self.env["hr.employee"]._cron_sync_logins()

    def test_an_archived_person_loses_the_login_at_once(self):
        person, user = self.people["own"], self.users["own"]
        person.with_context(no_wizard=True).action_archive()
        self.assertFalse(user.active)
        self.assertTrue(person.login_closed)

    def test_the_personnel_office_closes_logins_without_system_rights(self):
        person = self._as_role(self.people["own"], "manager")
        person.with_context(no_wizard=True).action_archive()
        self.assertFalse(self.users["own"].active)

    def test_who_returns_gets_the_login_back(self):
        person, user = self.people["own"], self.users["own"]
        person.with_context(no_wizard=True).action_archive()
        person.action_unarchive()
        self.assertTrue(user.active)
        self.assertFalse(person.login_closed)

    def test_a_login_that_somebody_else_closed_stays_closed(self):
        person, user = self.people["own"], self.users["own"]
        user.action_archive()
        person.with_context(no_wizard=True).action_archive()
        person.action_unarchive()
        self.assertFalse(user.active)

    def test_a_departure_date_of_today_closes_at_once(self):
        self.people["own"].departure_date = "2026-04-10"
        self.assertFalse(self.users["own"].active)

    def test_a_later_departure_date_closes_on_its_day(self):
        person, user = self.people["own"], self.users["own"]
        person.departure_date = "2026-04-12"
        self._cron()
        self.assertTrue(user.active)
        # 17:30 in UTC is past midnight in Jakarta
        with freeze_time("2026-04-11 17:30:00"):
            self._cron()
        self.assertFalse(user.active)

    def test_a_departure_that_is_taken_back_opens_again(self):
        person, user = self.people["own"], self.users["own"]
        person.departure_date = "2026-04-10"
        person.departure_date = False
        self.assertTrue(user.active)

    def test_an_administrator_stays_and_the_record_says_why(self):
        person, user = self.people["outsider"], self.users["outsider"]
        user.group_ids += self.env.ref("base.group_system")
        person.with_context(no_wizard=True).action_archive()
        self.assertTrue(user.active)
        self.assertIn("system administrator", person.message_ids[0].body)

    def test_the_last_manager_stays_and_the_record_says_why(self):
        person, user = self.people["manager"], self.users["manager"]
        person.with_context(no_wizard=True).action_archive()
        self.assertTrue(user.active)
        self.assertIn("last agency manager", person.message_ids[0].body)

    def test_a_manager_goes_when_another_one_is_there(self):
        group = self.env.ref("hr_asn_kinerja.group_asn_kinerja_manager")
        self.users["outsider"].group_ids += group
        self.people["manager"].with_context(no_wizard=True).action_archive()
        self.assertFalse(self.users["manager"].active)

    def test_two_managers_who_leave_together_both_stay(self):
        group = self.env.ref("hr_asn_kinerja.group_asn_kinerja_manager")
        self.users["outsider"].group_ids += group
        leaving = self.people["manager"] | self.people["outsider"]
        leaving.with_context(no_wizard=True).action_archive()
        self.assertTrue(
            all((self.users["manager"] | self.users["outsider"]).mapped("active"))
        )

    def test_nobody_closes_the_login_they_are_using(self):
        group = self.env.ref("hr_asn_kinerja.group_asn_kinerja_manager")
        self.users["outsider"].group_ids += group
        person = self._as_role(self.people["manager"], "manager")
        person.with_context(no_wizard=True).action_archive()
        self.assertTrue(self.users["manager"].active)

    def test_a_person_with_a_second_agency_keeps_the_login(self):
        user = self.users["own"]
        user.company_ids += self.agency_b
        self._make_employee("Name own b", self.unit_b, None, user, agency=self.agency_b)
        self.people["own"].with_context(no_wizard=True).action_archive()
        self.assertTrue(user.active)


@tagged("post_install", "-at_install")
class TestLoginLeaveSession(KinerjaHttpCase):
    def test_an_open_session_ends_when_the_person_leaves(self):
        self._log_in("own")
        self.assertTrue(self._call("asn.skp", "search_count", [[]]) is not None)
        self.people["own"].with_context(no_wizard=True).action_archive()
        answer = self.url_open("/odoo", allow_redirects=False)
        self.assertIn("/web/login", answer.headers.get("Location", ""))
