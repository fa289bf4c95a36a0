# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.tests import freeze_time, tagged

from .common import NOW, KinerjaCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestAsk(KinerjaCase):
    """Each step leaves one to-do for each person who must act next."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.period.plan_until = "2026-04-30"
        cls.skp = cls._make_skp()

    def _step(self, verb, role, *args):
        getattr(self._as_role(self.skp, role), f"action_{verb}")(*args)

    def _get_asked(self):
        return self.skp.activity_ids.user_id

    def _users(self, *roles):
        return self.env["res.users"].union(*(self.users[role] for role in roles))

    def test_whoever_acts_for_the_assessor_is_asked_too(self):
        self._step("submit", "own")
        self.assertEqual(self._get_asked(), self._users("assessor", "acting"))
        self.assertEqual(len(self.skp.activity_ids), 2)
        self._step("agree", "acting")
        self.assertFalse(self.skp.activity_ids)

    def test_an_official_without_login_is_asked_through_the_deputy(self):
        self.people["assessor"].user_id = False
        self._step("submit", "own")
        self.assertEqual(self._get_asked(), self._users("acting"))

    def test_a_deputy_of_yesterday_is_not_asked(self):
        self.delegation.date_to = "2026-04-09"
        self._step("submit", "own")
        self.assertEqual(self._get_asked(), self._users("assessor"))

    def test_to_dos_follow_the_delegation(self):
        self.delegation.date_to = "2026-04-09"
        self._step("submit", "own")
        line = self._make_delegation(
            "outsider", self.people["assessor"], date_from="2026-04-12"
        )
        self.assertEqual(self._get_asked(), self._users("assessor"))
        with freeze_time("2026-04-12 03:00:00"):
            line._cron_sync_acting_group()
            self.assertEqual(self._get_asked(), self._users("assessor", "outsider"))
            line.unlink()
            self.assertEqual(self._get_asked(), self._users("assessor"))

    def _get_told(self):
        """Return who hears what is said about the plan now."""
        message = self.skp.message_post(body="New", subtype_xmlid="mail.mt_comment")
        return message.notified_partner_ids.user_ids

    def test_who_acts_for_the_assessor_does_not_follow_the_plan(self):
        self._step("submit", "own")
        self._step("return", "acting", "Sharpen it")
        self.assertEqual(self._get_told(), self._users("own", "assessor"))

    def test_an_assessor_who_was_corrected_follows_no_more(self):
        self._step("submit", "own")
        plan = self._as_role(self.skp, "officer")
        plan.action_correct_assessor(self.people["superior"].id, "Moved")
        self.assertEqual(self._get_told(), self._users("superior"))

    def test_an_assessor_who_was_changed_in_hr_follows_no_more(self):
        self._step("submit", "own")
        self._step("return", "assessor", "Sharpen it")
        self.people["own"].parent_id = self.people["superior"]
        self._step("submit", "own")
        self.assertEqual(self._get_told(), self._users("own", "superior"))

    def test_the_deadline_is_the_last_day_and_today_when_it_is_over(self):
        self._step("submit", "own")
        self.assertEqual(
            set(self.skp.activity_ids.mapped(lambda todo: str(todo.date_deadline))),
            {"2026-04-30"},
        )
        with freeze_time("2026-05-04 03:00:00"):
            self._step("return", "assessor", "Sharpen it")
        self.assertEqual(str(self.skp.activity_ids.date_deadline), "2026-05-04")
        self.assertEqual(self._get_asked(), self._users("own"))

    def test_a_withdrawn_plan_asks_nobody(self):
        self._step("submit", "own")
        self._step("cancel", "assessor")
        self.assertFalse(self.skp.activity_ids)

    def test_a_to_do_of_ones_own_stays(self):
        self.skp.activity_ids = [
            Command.create(
                {
                    "summary": "Call the village",
                    "res_model_id": self.env["ir.model"]._get_id("asn.skp"),
                    "user_id": self.users["own"].id,
                }
            )
        ]
        self._step("submit", "own")
        self.assertIn("Call the village", self.skp.activity_ids.mapped("summary"))

    def test_an_evaluation_asks_whoever_acts_for_the_assessor(self):
        self._step("submit", "own")
        self._step("agree", "assessor")
        evaluation = self._make_evaluation(self.skp)
        self._fill_and_submit(evaluation)
        self.assertEqual(
            evaluation.activity_ids.user_id, self._users("assessor", "acting")
        )
