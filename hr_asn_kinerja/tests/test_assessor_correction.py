# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from .common import NOW, REFUSALS, KinerjaCase

REASON = "Moved to the team of the superior on 1 March"


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestAssessorCorrection(KinerjaCase):
    """A wrong assessor is mended by the officer in one place."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.skp = cls._make_skp()
        cls._as(cls.skp, cls.users["own"]).action_submit()
        cls.right = cls.people["superior"]

    def _correct(self, role="officer", to=None, reason=REASON, **values):
        skp = self._as_role(self.skp, role)
        skp.action_correct_assessor((to or self.right).id, reason, **values)

    def test_the_plan_gets_its_officials(self):
        self._correct()
        self.assertEqual(self.skp.assessor_user_id, self.users["superior"])
        self.assertEqual(self.skp.assessor_name, "Name superior")
        self.assertEqual(self.skp.assessor_position_name, "Job of Name superior")
        self.assertEqual(self.skp.superior_name, "Regent")
        self.assertEqual(self.people["own"].parent_id, self.people["assessor"])

    def test_the_right_assessor_goes_on_and_the_wrong_one_cannot(self):
        self._correct()
        self._attempt(REFUSALS, self._as_role(self.skp, "assessor").action_agree)
        self._as_role(self.skp, "superior").action_agree()
        self.assertEqual(self.skp.state, "agreed")

    def test_the_to_do_moves_to_the_right_assessor(self):
        self._correct()
        self.assertEqual(self.skp.activity_ids.user_id, self.users["superior"])

    def test_everybody_concerned_is_told_and_the_plan_keeps_why(self):
        self._correct()
        people = ("own", "assessor", "superior")
        for role in people:
            partner = self.users[role].partner_id
            told = self.env["mail.notification"].search(
                [("res_partner_id", "=", partner.id)], order="id desc", limit=1
            )
            self.assertIn(REASON, told.mail_message_id.body)
        self.assertIn(REASON, self.skp.message_ids[0].body)

    def test_submitting_again_keeps_the_correction(self):
        self._correct()
        self._as_role(self.skp, "superior").action_return("Shorter, please")
        self._as_role(self.skp, "own").action_submit()
        self.assertEqual(self.skp.assessor_id, self.right)

    def test_the_personnel_records_are_corrected_if_asked(self):
        self._correct(also_hr=True)
        self.assertEqual(self.people["own"].parent_id, self.right)

    def test_the_manager_corrects_too(self):
        self._correct("manager")
        self.assertEqual(self.skp.assessor_id, self.right)

    def test_nobody_else_corrects(self):
        for role in ("own", "assessor", "superior", "acting", "auditor", "outsider"):
            with self.subTest(role=role):
                self._attempt(REFUSALS, self._correct, role)
        for role in ("officer_out", "manager_b"):
            with self.subTest(role=role):
                self._attempt(AccessError, self._correct, role)

    def test_nobody_corrects_their_own_plan(self):
        self.skp = self._make_skp("manager")
        self._attempt(AccessError, self._correct, "manager")

    def test_a_closed_or_cancelled_plan_stays(self):
        for state in ("closed", "cancelled"):
            self.skp.state = state
            with self.subTest(state=state):
                self._attempt(AccessError, self._correct)

    def test_a_closed_period_stays(self):
        self.period.state = "closed"
        self._attempt(UserError, self._correct)

    def test_a_reason_is_needed(self):
        for reason in (False, "", "  "):
            self._attempt(UserError, self._correct, reason=reason)

    def test_wrong_choices_are_refused(self):
        archived = self._make_employee("Left", self.unit, None)
        archived.active = False
        for person in (
            self.people["own"],
            self.people["manager_b"],
            archived,
            self.env["hr.employee"],
        ):
            with self.subTest(person=person.name):
                self._attempt(UserError, self._correct, to=person or archived)

    def test_two_people_do_not_appraise_each_other(self):
        self.people["outsider"].parent_id = self.people["own"]
        self._make_skp("outsider")
        self._attempt(UserError, self._correct, to=self.people["outsider"])

    def test_the_link_to_the_other_leader_is_cut_and_the_new_one_made(self):
        wrong = self._make_agreed_skp(self.people["assessor"])
        right = self._make_skp("superior")
        self.skp.result_ids.parent_id = wrong.result_ids
        self._correct()
        self.assertEqual(self.skp.leader_skp_id, right)
        self.assertFalse(self.skp.result_ids.parent_id)

    def test_open_evaluations_follow_and_the_worksheet_starts_anew(self):
        self._as_role(self.skp, "assessor").action_agree()
        evaluation = self._make_evaluation(self.skp)
        sheet = self._fill_worksheet(evaluation)
        self._correct()
        self.assertEqual(evaluation.assessor_user_id, self.users["superior"])
        self.assertEqual(sheet.assessor_user_id, self.users["superior"])
        self.assertFalse(sheet.result_rating or sheet.result_reason)
        self.assertFalse(self._as_role(sheet, "assessor").search_count([]))

    def test_a_rated_evaluation_is_delivered_first(self):
        self._as_role(self.skp, "assessor").action_agree()
        evaluation = self._make_evaluation(self.skp)
        self._rate(evaluation)
        self._attempt(UserError, self._correct)
        self._as_role(evaluation, "assessor").action_deliver()
        self._correct()
        self.assertEqual(evaluation.assessor_id, self.people["assessor"])
        self.assertEqual(self.skp.assessor_id, self.right)

    def test_the_wizard_corrects_several_at_once(self):
        other = self._make_skp("acting", department_id=self.section.id)
        wizards = self._as_role(self.env["asn.skp.assessor"], "officer")
        wizard = wizards.with_context(
            active_model="asn.skp", active_ids=(self.skp | other).ids
        ).create({"assessor_id": self.right.id, "reason": REASON, "also_hr": False})
        self.assertIn("Name own: Name assessor", wizard.plan_summary)
        wizard.action_correct()
        self.assertEqual((self.skp | other).assessor_id, self.right)

    def test_the_wizard_shows_no_plan_out_of_sight(self):
        wizards = self._as_role(self.env["asn.skp.assessor"], "officer_out")
        context = {"active_model": "asn.skp", "active_ids": self.skp.ids}
        self._attempt(AccessError, wizards.with_context(**context).create, {})

    def test_the_screen_offers_it_to_those_who_may(self):
        for role, expected in (
            ("officer", True),
            ("manager", True),
            ("own", False),
            ("assessor", False),
            ("auditor", False),
        ):
            with self.subTest(role=role):
                plan = self._as_role(self.skp, role)
                plan.invalidate_recordset()
                self.assertEqual(plan.may_correct_assessor, expected)
