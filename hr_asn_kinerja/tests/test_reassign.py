# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, freeze_time, tagged

from .common import NOW, REFUSALS, ROLES, KinerjaCase

MAY = ("officer", "manager")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestReassign(KinerjaCase):
    """A wrong assessor is put right by the officer of the unit or the manager."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["res.users"].union(*cls.users.values()).lang = "en_US"
        cls.skp = cls._make_skp()
        cls.right = cls.people["acting"]

    def _correct(self, role="officer", person=None, reason="Moved", **values):
        plans = self._as_role(self.skp, role)
        plans.action_correct_assessor((person or self.right).id, reason, **values)

    def _assert_right(self, documents):
        self.assertRecordValues(
            documents,
            [
                {
                    "assessor_id": self.right.id,
                    "assessor_name": "Name acting",
                    "assessor_nip": self.right.nip,
                    "assessor_user_id": self.users["acting"].id,
                    "superior_id": self.regent.id,
                    "superior_name": "Regent",
                }
            ]
            * len(documents),
        )

    def test_officer_and_manager_correct_it_in_every_running_state(self):
        for role in MAY:
            for state in ("draft", "submitted", "reviewed", "agreed"):
                with (
                    self.subTest(role=role, state=state),
                    self.cr.savepoint() as savepoint,
                ):
                    self.skp.state = state
                    self._correct(role)
                    self._assert_right(self.skp)
                    savepoint.rollback()
                    self.env.invalidate_all()

    def test_nobody_else_does(self):
        for role in ROLES:
            if role in MAY:
                continue
            with self.subTest(role=role):
                self._attempt(AccessError, self._correct, role)

    def test_what_is_over_stays(self):
        for state in ("closed", "cancelled"):
            self.skp.state = state
            with self.subTest(state=state):
                self._attempt(UserError, self._correct)

    def test_nobody_corrects_their_own_plan(self):
        self.skp = self._make_skp("manager")
        self._attempt(AccessError, self._correct, "manager")

    def test_submission_does_not_undo_it(self):
        self._correct()
        self._as_role(self.skp, "own").action_submit()
        self._assert_right(self.skp)
        self.assertEqual(self.people["own"].parent_id, self.people["assessor"])
        self.assertEqual(self.skp.activity_ids.user_id, self.users["acting"])

    def test_hr_can_be_corrected_in_the_same_step(self):
        self._correct(also_in_hr=True)
        self.assertEqual(self.people["own"].parent_id, self.right)
        self.assertFalse(self.skp.assessor_corrected)

    def test_open_evaluations_follow_and_delivered_ones_stay(self):
        self._as_role(self.skp, "own").action_submit()
        self._as_role(self.skp, "assessor").action_agree()
        delivered = self._make_evaluation(self.skp)
        self._deliver(delivered)
        interval = self._get_interval(self.period, "2026-04-01")
        running = self._make_evaluation(self.skp, interval)
        self._correct()
        self._assert_right(running)
        self.assertEqual(
            self._get_worksheet(running).assessor_user_id, self.users["acting"]
        )
        self.assertEqual(delivered.assessor_id, self.people["assessor"])

    def test_nobody_inherits_the_worksheet_of_the_wrong_assessor(self):
        self._as_role(self.skp, "own").action_submit()
        self._as_role(self.skp, "assessor").action_agree()
        evaluation = self._make_evaluation(self.skp)
        sheet = self._fill_worksheet(evaluation)
        self._correct()
        self.assertNotEqual(sheet.assessor_user_id, self.users["assessor"])
        self.assertFalse(sheet.result_rating or sheet.result_reason)
        self.assertFalse(sheet.behaviour_reason or sheet.recommendation)

    def test_a_rated_evaluation_is_delivered_first(self):
        self._as_role(self.skp, "own").action_submit()
        self._as_role(self.skp, "assessor").action_agree()
        self._rate(self._make_evaluation(self.skp))
        with self.assertRaisesRegex(UserError, "deliver it first"):
            self._correct()

    def test_nobody_assesses_themselves_or_whoever_leads_them(self):
        # own leads somebody who leads somebody
        below = self._make_employee("Below", self.section, self.people["own"])
        lowest = self._make_employee("Lowest", self.section, below)
        for person in (self.people["own"], below, lowest):
            with self.subTest(person=person.name):
                self._attempt(UserError, self._correct, "officer", person)

    def test_a_circle_through_plans_is_refused_too(self):
        other = self._make_skp("outsider", assessor_id=self.people["own"].id)
        self.assertEqual(other.assessor_id, self.people["own"])
        person = self.people["outsider"]
        self._attempt(UserError, self._correct, "officer", person)

    def test_people_of_other_agencies_and_nobody_are_refused(self):
        self._attempt(UserError, self._correct, "officer", self.people["manager_b"])
        plan = self._as_role(self.skp, "officer")
        for wrong in (0, 2**31 - 1):
            with self.subTest(wrong=wrong):
                self._attempt(UserError, plan.action_correct_assessor, wrong, "Why")
        self._attempt(UserError, self._correct, "officer", self.right, " ")

    def test_to_dos_go_to_the_right_assessor(self):
        self._as_role(self.skp, "own").action_submit()
        self.assertIn(self.users["assessor"], self.skp.activity_ids.user_id)
        self._correct()
        self.assertEqual(self.skp.activity_ids.user_id, self.users["acting"])

    def test_the_plan_serves_the_right_leader(self):
        wrong = self._make_agreed_skp(self.people["assessor"])
        right = self._make_skp("acting")
        self.assertEqual(self.skp.leader_skp_id, wrong)
        self.skp.result_ids.parent_id = wrong.result_ids
        self._correct()
        self.assertEqual(self.skp.leader_skp_id, right)
        self.assertFalse(self.skp.result_ids.parent_id)

    def test_who_and_why_is_kept_and_all_three_are_told(self):
        self._correct()
        self.assertRecordValues(
            self.skp.decision_ids,
            [
                {
                    "verb": "reassign",
                    "user_id": self.users["officer"].id,
                    "note": "Name assessor → Name acting: Moved",
                }
            ],
        )
        message = self.env["mail.message"].search(
            [("subject", "=", "An assessor was corrected")]
        )
        told = message.partner_ids.user_ids
        expected = {"own", "assessor", "acting"}
        self.assertEqual(
            told, self.env["res.users"].union(*(self.users[role] for role in expected))
        )

    def test_several_plans_in_one_step(self):
        self.skp |= self._make_skp("assessor")
        self._correct("manager")
        self._assert_right(self.skp)
        self._attempt(
            AccessError,
            self._as_role(
                self.skp | self._make_skp("outsider"), "officer"
            ).action_correct_assessor,
            self.right.id,
            "Why",
        )

    def test_the_wizard_of_an_officer(self):
        wizards = self._as_role(self.env["asn.skp.reassign"], "officer")
        context = {"active_model": "asn.skp", "active_ids": self.skp.ids}
        with Form(wizards.with_context(**context)) as form:
            form.assessor_id = self._as_role(
                self.env["hr.employee.public"], "officer"
            ).browse(self.right.id)
            form.reason = "Moved"
        form.record.action_reassign()
        self._assert_right(self.skp)
        self.assertEqual(self.people["own"].parent_id, self.right)
        stranger = self._as_role(form.record, "officer_out")
        self._attempt(AccessError, stranger.read, ["reason"])

    def test_the_wizard_shows_no_plan_of_others(self):
        wizards = self._as_role(self.env["asn.skp.reassign"], "officer_out")
        values = {
            "skp_ids": self.skp.ids,
            "assessor_id": self.right.id,
            "reason": "Why",
        }
        self._attempt(REFUSALS, wizards.create, values)

    def test_no_name_of_another_agency_is_told(self):
        stranger = self.people["manager_b"]
        for plans in (self.skp, self.skp.browse()):
            plans = self._as_role(plans, "officer")
            with self.assertRaises(UserError) as refusal:
                plans.action_correct_assessor(stranger.id, "Why")
            self.assertNotIn("manager_b", str(refusal.exception))
        for wrong in ("x", [1], True, None, 3.5, 10**30):
            with self.subTest(wrong=wrong):
                self._attempt(
                    UserError,
                    self._as_role(self.skp, "officer").action_correct_assessor,
                    wrong,
                    "Why",
                )
