# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from .common import NOW, KinerjaCase
from .test_waiting import WaitingPeople


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestReminder(WaitingPeople, KinerjaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # only own, assessor and superior are asked for a plan
        for role in ("acting", "outsider", "officer", "officer_out", "manager"):
            cls._excuse(role)
        cls._excuse("auditor")
        cls.env["res.users"].union(*cls.users.values()).lang = "en_US"

    @classmethod
    def _excuse(cls, role):
        return cls.env["asn.excuse"].create(
            {
                "employee_id": cls.people[role].id,
                "company_id": cls.agency.id,
                "reason": "other",
                "date_from": "2026-01-01",
            }
        )

    def _run(self, day=None):
        """Run the cron on a day; return {role: bodies of the letters}."""
        self.env.flush_all()
        self.env.invalidate_all()
        messages = self.env["mail.message"]
        last = messages.search([], order="id desc", limit=1).id
        with freeze_time(f"{day or '2026-04-10'} 03:00:00"):
            self.lines._remind_agency(self.agency)
        found = messages.search(
            [("id", ">", last), ("message_type", "=", "user_notification")]
        )
        return {
            role: [
                str(message.body)
                for message in found
                if user.partner_id in message.partner_ids
            ]
            for role, user in self.users.items()
            if user.partner_id in found.partner_ids
        }

    def test_before_the_last_day_each_is_reminded_on_two_days(self):
        self.period.plan_until = "2026-04-30"
        told = {
            day: set(self._run(f"2026-04-{day}")) for day in (22, 23, 24, 28, 29, 30)
        }
        people = {"own", "assessor", "superior"}
        self.assertEqual(
            told,
            {22: set(), 23: people, 24: set(), 28: set(), 29: people, 30: set()},
        )

    def test_one_letter_a_person_says_all_that_waits(self):
        self.period.plan_until = "2026-04-17"
        self._make_skp().state = "submitted"
        letters = self._run()
        self.assertEqual(set(letters), {"assessor", "acting", "superior"})
        (letter,) = letters["assessor"]
        self.assertIn("not submitted yet; the last day is 17/04/2026", letter)
        self.assertIn("1 plans wait for you to agree or to return: Name own.", letter)
        (letter,) = letters["acting"]
        self.assertIn("Name own", letter)

    def test_the_second_run_of_a_day_is_silent(self):
        self.assertTrue(self._run())
        self.assertFalse(self._run())

    def test_superiors_are_told_who_is_late_in_one_letter(self):
        letters = self._run()
        (letter,) = letters["superior"]
        self.assertIn("1 plans below you are late: Name own (10 days).", letter)
        self.assertEqual(len(letters["own"]), 1)
        self.assertIn("10 days late", letters["own"][0])

    def test_lateness_is_told_again_after_the_days_of_the_agency(self):
        self.period.escalate_days = 3
        told = {day: bool(self._run(f"2026-04-{day}")) for day in (10, 11, 12, 13, 14)}
        self.assertEqual(told, {10: True, 11: False, 12: False, 13: True, 14: False})
        self.period.escalate_days = 0
        self.assertFalse(self._run("2026-04-20"))

    def test_excused_people_and_agreed_plans_are_left_alone(self):
        for role in ("own", "assessor", "superior"):
            self._excuse(role)
        self.assertFalse(self._run())

    def test_a_closed_period_reminds_nobody(self):
        self.period.state = "closed"
        self.assertFalse(self._run())

    def test_the_day_is_the_agencys_own(self):
        self.period.plan_until = "2026-04-18"
        # 11 April has begun in Jakarta, so that seven days are left
        self.env.flush_all()
        with freeze_time("2026-04-10 17:30:00"), self.enter_registry_test_mode():
            self.env.ref("hr_asn_kinerja.ir_cron_remind").method_direct_trigger()
        reminders = self.env["asn.reminder"].search(
            [("period_id", "=", self.period.id)]
        )
        self.assertEqual(set(reminders.mapped("kind")), {"before"})
        self.assertEqual(str(reminders[0].date), "2026-04-11")

    def test_mail_goes_to_those_who_prefer_it_where_mail_is_sent(self):
        mails = self.env["mail.mail"]
        self.users["own"].write(
            {"notification_type": "email", "email": "own@test.example"}
        )
        (self.users["assessor"] | self.users["superior"]).notification_type = "inbox"
        count = mails.search_count([])
        with self.cr.savepoint() as savepoint:
            self.env["ir.mail_server"].search([]).active = False
            self._run()
            self.assertEqual(mails.search_count([]), count)
            savepoint.rollback()
        self.env["ir.mail_server"].create({"name": "Out", "smtp_host": "localhost"})
        self._run()
        (mail,) = mails.search([], limit=mails.search_count([]) - count)
        self.assertIn("own@test.example", mail.email_to)

    def test_the_chosen_are_reminded_now_and_once_a_day(self):
        line = self._get_line()
        for role in ("officer", "manager", "assessor", "acting"):
            with self.subTest(role=role), self.cr.savepoint() as savepoint:
                action = self._as_role(line, role).action_remind()
                self.assertEqual(action["params"]["type"], "success")
                self.assertEqual(str(self._get_line().last_reminder), "2026-04-10")
                again = self._as_role(line, role).action_remind()
                self.assertIn("already", again["params"]["message"])
                savepoint.rollback()
                self.env.invalidate_all()

    def test_nobody_else_reminds(self):
        line = self._get_line()
        for role in (
            "own",
            "superior",
            "auditor",
            "officer_out",
            "outsider",
            "manager_b",
        ):
            with self.subTest(role=role):
                self._attempt(AccessError, self._as_role(line, role).action_remind)

    def test_where_nothing_waits_nobody_is_reminded(self):
        self._make_agreed_skp_in_time()
        line = self._as_role(self._get_line(), "manager")
        self._attempt(UserError, line.action_remind)

    def _make_agreed_skp_in_time(self):
        self.period.late_rule = "mark"
        return self._make_agreed_skp()
