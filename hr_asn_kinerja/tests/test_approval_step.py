# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import UserError
from odoo.tests import freeze_time, tagged

from .common import NOW, KinerjaCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestApprovalStep(KinerjaCase):
    """An agency may require the officer's review before the agreement."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        steps = cls._as(cls.env["asn.approval.step"], cls.users["manager"])
        cls.step = steps.create({})
        cls.skp = cls._make_skp()
        cls._as(cls.skp, cls.users["own"]).action_submit()

    def _get_plan(self, role):
        self.env.invalidate_all()
        return self._as_role(self.skp, role)

    def test_before_the_review_nobody_agrees(self):
        for role in ("assessor", "acting"):
            plan = self._get_plan(role)
            with self.subTest(role=role):
                self.assertEqual(plan.allowed_actions, "return,cancel")
                with self.assertRaisesRegex(UserError, "officer.*reviews"):
                    plan.action_agree()
        self.assertEqual(self.skp.state, "submitted")

    def test_the_officer_is_asked_first_and_then_the_assessor(self):
        self.assertEqual(self.skp.activity_ids.user_id, self.users["officer"])
        self._get_plan("officer").action_review()
        self.assertEqual(
            self.skp.activity_ids.user_id,
            self.users["assessor"] | self.users["acting"],
        )
        self._get_plan("assessor").action_agree()
        self.assertEqual(self.skp.state, "agreed")

    def test_the_next_step_says_who_reviews(self):
        self.assertIn("mark it as reviewed", self._get_plan("officer").next_step)
        for role in ("own", "assessor"):
            with self.subTest(role=role):
                self.assertIn("performance officer of", self._get_plan(role).next_step)
        self.scope.date_to = "2026-04-09"
        self.assertIn("has to appoint one", self._get_plan("own").next_step)

    def test_switched_off_it_holds_up_nothing(self):
        self.step.active = False
        self.assertEqual(
            self._get_plan("assessor").allowed_actions, "return,agree,cancel"
        )
        self._get_plan("assessor").action_agree()
        self.assertEqual(self.skp.state, "agreed")

    def test_another_agency_decides_for_itself(self):
        self.step.sudo().company_id = self.agency_b
        self._get_plan("assessor").action_agree()
        self.assertEqual(self.skp.state, "agreed")
