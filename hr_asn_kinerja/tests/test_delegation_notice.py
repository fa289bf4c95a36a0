# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError
from odoo.tests import Form, freeze_time, tagged

from .common import NOW, KinerjaCase

CRON = "hr_asn_kinerja.ir_cron_sync_acting_group"


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestDelegationNotice(KinerjaCase):
    """All concerned are told when a delegation is entered, begins and ends."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["res.users"].union(*cls.users.values()).lang = "en_US"
        cls._make_agreed_skp()
        cls.env.flush_all()

    def setUp(self):
        super().setUp()
        self.before = self.env["mail.notification"].search([])

    def _get_told(self):
        """Return {subject: roles} of what came since the last look."""
        found = self.env["mail.notification"].search([]) - self.before
        self.before |= found
        self.assertFalse(set(found.mapped("notification_type")) - {"inbox"})
        roles = {user.partner_id: role for role, user in self.users.items()}
        told = {}
        for line in found:
            told.setdefault(line.mail_message_id.subject, set()).add(
                roles[line.res_partner_id]
            )
        return told

    def _delegate(self, **values):
        lines = self._as_role(self.env["asn.delegation"], "manager")
        return lines.create(
            {
                "official_id": self.people["assessor"].id,
                "deputy_user_id": self.users["outsider"].id,
                "mandate_number": "800/44/2026",
                **values,
            }
        )

    def _run_cron(self, now):
        with freeze_time(now), self.enter_registry_test_mode():
            self.env.ref(CRON).method_direct_trigger()
        self.env.invalidate_all()

    CONCERNED = {"assessor", "outsider", "own"}

    def test_it_is_told_when_entered_begun_and_ended(self):
        line = self._delegate(date_from="2026-05-01", date_to="2026-05-31")
        self.assertEqual(self._get_told(), {"A delegation will begin": self.CONCERNED})
        self._run_cron("2026-04-30 17:30:00")
        self.assertEqual(self._get_told(), {"A delegation has begun": self.CONCERNED})
        self._run_cron("2026-05-15 03:00:00")
        self.assertEqual(self._get_told(), {})
        self._run_cron("2026-05-31 17:30:00")
        self.assertEqual(self._get_told(), {"A delegation has ended": self.CONCERNED})
        self._run_cron("2026-06-02 03:00:00")
        self.assertEqual(self._get_told(), {})
        self.assertEqual(line.told, "ended")

    def test_what_begins_today_is_told_once(self):
        self._delegate()
        self.assertEqual(self._get_told(), {"A delegation has begun": self.CONCERNED})
        self._run_cron("2026-04-11 03:00:00")
        self.assertEqual(self._get_told(), {})

    def test_a_change_is_told_and_an_early_end_too(self):
        line = self._delegate(date_from="2026-01-01")
        self._get_told()
        line.date_to = "2026-06-30"
        self.assertEqual(self._get_told(), {"A delegation has changed": self.CONCERNED})
        line._end()
        self.assertEqual(self._get_told(), {"A delegation has ended": self.CONCERNED})

    def test_who_was_concerned_before_a_change_is_told(self):
        line = self._delegate(date_from="2026-05-01")
        self._get_told()
        line.deputy_user_id = self.users["officer"]
        self.assertEqual(
            self._get_told(),
            {"A delegation has changed": self.CONCERNED | {"officer"}},
        )

    def test_what_is_withdrawn_is_told(self):
        line = self._delegate(date_from="2026-05-01")
        self._get_told()
        line.unlink()
        self.assertEqual(
            self._get_told(), {"A delegation was withdrawn": self.CONCERNED}
        )

    def test_an_official_without_login_needs_none(self):
        self._delegate(official_id=self.regent.id)
        self.assertTrue(
            {"outsider", "superior"}.issubset(
                self._get_told()["A delegation has begun"]
            )
        )

    def test_what_is_over_is_not_told(self):
        self._delegate(date_from="2025-01-01", date_to="2025-12-31")
        self.assertEqual(self._get_told(), {})

    def test_each_reads_it_in_their_language(self):
        self.env["res.lang"]._activate_lang("id_ID")
        self.env["res.lang"]._activate_lang("fr_FR")
        self.users["own"].lang = "fr_FR"
        self._delegate()
        found = self.env["mail.notification"].search([]) - self.before
        messages = found.mail_message_id
        self.assertEqual(len(messages), 2)
        french = found.filtered(
            lambda line: line.res_partner_id == self.users["own"].partner_id
        ).mail_message_id
        self.assertEqual(french.partner_ids, self.users["own"].partner_id)
        self.assertIn("800/44/2026", french.body)

    def test_only_those_concerned_read_it(self):
        self._delegate()
        found = self.env["mail.notification"].search([]) - self.before
        message = found.mail_message_id
        for role, allowed in (("own", True), ("officer", False), ("auditor", False)):
            with self.subTest(role=role):
                seen = self._as_role(message, role)
                self.assertEqual(seen.has_access("read"), allowed)

    def test_a_second_deputy_at_once_is_pointed_out(self):
        line = self._delegate(date_from="2026-05-01")
        self.assertIn("User acting", line.overlap_warning)
        self.delegation.date_to = "2026-04-30"
        line.invalidate_recordset()
        self.assertIs(line.overlap_warning, False)
        with Form(self._as_role(self.env["asn.delegation"], "manager")) as form:
            self.assertFalse(form.overlap_warning)
            form.official_id = self.people["assessor"]
            form.deputy_user_id = self.users["officer"]
            form.mandate_number = "800/9"
            self.assertIn("User acting", form.overlap_warning)

    def test_nobody_hushes_a_notice_up(self):
        line = self._delegate(date_from="2026-05-01")
        self._attempt(AccessError, line.write, {"told": "ended"})
        self._get_told()
        self._delegate(told="ended")
        self.assertEqual(self._get_told(), {"A delegation has begun": self.CONCERNED})

    def test_a_large_team_costs_no_more_queries(self):
        costs = []
        self.addCleanup(self.__class__.users.update, dict(self.users))
        self.addCleanup(self.__class__.users.clear)
        for size in (1, 30):
            leader = self._make_employee(f"Leader {size}", self.unit, self.regent)
            for number in range(size):
                self._make_person(f"m{size}x{number}", self.unit, leader)
            self._delegate(official_id=leader.id, mandate_number="800/1")
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self._delegate(official_id=leader.id, mandate_number="800/2")
            self.env.flush_all()
            costs.append(self.env.cr.sql_log_count - before)
        self.assertLessEqual(costs[1], costs[0] + 3, costs)
