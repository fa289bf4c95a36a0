# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, freeze_time, tagged

from .common import NOW, REFUSALS, ROLES, KinerjaCase

DAY = "2026-05-15"


class TransferCase(KinerjaCase):
    """Own holds one result of the organisation and one individual result."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.second = cls._get_interval(cls.period, "2026-04-01")
        cls.skp = cls._make_agreed_skp(
            result_ids=[
                Command.create(cls._prepare_result_values(name=name, scope=scope))
                for name, scope in (
                    ("Letters of the office", "organisation"),
                    ("Own research", "individual"),
                )
            ]
        )
        cls.people["own"].create_version(
            {
                "date_version": DAY,
                "department_id": cls.other_unit.id,
                "job_title": "New post",
            }
        )
        cls.env.flush_all()

    def _open(self, role="officer", **values):
        return self._as_role(self.env["asn.skp.transfer"], role).create(
            {
                "company_id": self.agency.id,
                "skp_id": self.skp.id,
                "date": DAY,
                "letter_number": "800/7/2026",
                "assessor_id": self.people["acting"].id,
                **values,
            }
        )

    def _apply(self, role="officer", **values):
        action = self._open(role, **values).action_apply()
        return self.env["asn.skp.event"].browse(action["res_id"])


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestSkpTransfer(TransferCase):
    def test_everything_is_shown_and_nothing_has_happened(self):
        wizard = self._open(successor_id=self.people["outsider"].id)
        self.assertFalse(wizard.problem)
        for text in ("14", "Name assessor", "New post", "Other", "Name acting"):
            self.assertIn(text, wizard.preview)
        self.assertIn("Letters of the office", wizard.preview)
        self.assertIn("Own research", wizard.preview)
        self.assertEqual(self.skp.state, "agreed")
        self.assertFalse(self.skp.evaluation_ids)
        self.assertFalse(self.skp.event_ids)

    def test_what_was_shown_is_what_is_kept(self):
        wizard = self._open(successor_id=self.people["outsider"].id)
        lines = [text for _icon, text in wizard._get_lines()]
        event = self.env["asn.skp.event"].browse(wizard.action_apply()["res_id"])
        self.assertEqual(event.summary, "\n".join(lines))
        self.assertEqual(event.letter_number, "800/7/2026")
        self.assertEqual(event.user_id, self.users["officer"])

    def test_a_mutation_closes_evaluates_and_opens(self):
        event = self._apply()
        self.assertEqual(self.skp.state, "closed")
        self.assertEqual(str(self.skp.date_to), "2026-05-14")
        self.assertRecordValues(
            self.skp.evaluation_ids,
            [
                {
                    "interval_id": self.second.id,
                    "assessor_id": self.people["assessor"].id,
                    "state": "draft",
                }
            ],
        )
        self.assertRecordValues(
            event.next_skp_id,
            [
                {
                    "employee_id": self.people["own"].id,
                    "assessor_id": self.people["acting"].id,
                    "department_id": self.other_unit.id,
                    "position_name": "New post",
                    "previous_id": self.skp.id,
                    "state": "draft",
                    "result_ids": [],
                }
            ],
        )
        self.assertEqual(str(event.next_skp_id.date_from), DAY)
        decision = self.skp.decision_ids.filtered(lambda one: one.verb == "transfer")
        self.assertIn("800/7/2026", decision.note)

    def test_the_closing_evaluation_stays_with_the_assessor_of_the_plan(self):
        self._apply()
        self.people["own"].parent_id = self.people["acting"]
        self.performance.copy({"interval_id": self.second.id, "state": "approved"})
        evaluation = self.skp.evaluation_ids
        with freeze_time("2026-07-03 03:00:00"):
            self._deliver(evaluation)
        self.assertRecordValues(
            evaluation,
            [
                {
                    "state": "delivered",
                    "assessor_name": "Name assessor",
                    "department_id": self.section.id,
                    "position_name": "Job of Name own",
                }
            ],
        )

    def test_an_evaluation_that_is_open_is_taken_and_not_doubled(self):
        evaluation = self._make_evaluation(self.skp, self.second)
        event = self._apply()
        self.assertEqual(event.evaluation_id, evaluation)
        self.assertFalse(event.is_evaluation_new)

    def test_later_intervals_and_the_year_do_not_open_for_the_closed_plan(self):
        event = self._apply()
        for begin, kind in (("2026-07-01", "quarter"), ("2026-01-01", "annual")):
            interval = self._get_interval(self.period, begin, kind)
            self._as_role(interval, "manager").action_open_evaluations()
            self.assertNotIn(interval, self.skp.evaluation_ids.interval_id)
        self._as_role(self.interval, "manager").action_open_evaluations()
        self.assertIn(self.interval, self.skp.evaluation_ids.interval_id)
        self.assertFalse(event.next_skp_id.evaluation_ids)

    def test_results_of_the_organisation_wait_without_a_successor(self):
        event = self._apply()
        self.assertFalse(event.receiver_skp_id)
        self.assertIn("wait for a successor", event.summary)

    def test_a_successor_without_plan_gets_a_draft_with_the_results(self):
        event = self._apply(successor_id=self.people["outsider"].id)
        plan = event.receiver_skp_id
        self.assertEqual(plan.employee_id, self.people["outsider"])
        self.assertRecordValues(
            plan.result_ids,
            [
                {
                    "name": "Letters of the office",
                    "origin": "carried",
                    "previous_id": self.skp.result_ids[0].id,
                    "scope": "organisation",
                }
            ],
        )
        self.assertEqual(plan.result_ids.indicator_ids.mapped("target_min"), [100])

    def test_an_agreed_plan_of_the_successor_is_revised(self):
        plan = self._make_agreed_skp(self.people["outsider"])
        event = self._apply(successor_id=self.people["outsider"].id)
        self.assertEqual(event.receiver_skp_id, plan)
        self.assertEqual(plan.state, "draft")
        self.assertTrue(plan.is_in_revision)
        self.assertEqual(len(plan.result_ids), 2)
        self.assertEqual(len(plan.version_ids), 1)

    def test_a_submitted_plan_of_the_successor_goes_back(self):
        plan = self._make_skp("outsider")
        self._as_role(plan, "outsider").action_submit()
        self._apply(successor_id=self.people["outsider"].id)
        self.assertEqual(plan.state, "draft")
        self.assertIn("800/7/2026", plan.return_note)
        self.assertRecordValues(
            plan.activity_ids, [{"user_id": self.users["outsider"].id}]
        )

    def test_retirement_study_and_leave_make_no_plan(self):
        for kind in ("retirement", "study", "leave"):
            with self.subTest(kind=kind), self.cr.savepoint() as savepoint:
                event = self._apply(kind=kind)
                self.assertEqual(self.skp.state, "closed")
                self.assertFalse(event.next_skp_id)
                savepoint.rollback()

    def test_during_study_expectations_may_be_agreed(self):
        event = self._apply(kind="study", makes_plan=True)
        self.assertEqual(str(event.next_skp_id.date_from), DAY)

    def test_an_acting_duty_enters_the_main_plan(self):
        event = self._apply(kind="plt", acting_text="The section is led")
        self.assertEqual(self.skp.state, "draft")
        self.assertTrue(self.skp.is_in_revision)
        self.assertRecordValues(
            event.result_ids,
            [
                {
                    "skp_id": self.skp.id,
                    "name": "The section is led",
                    "kind": "additional",
                    "assigned_by": "800/7/2026",
                }
            ],
        )

    def test_an_acting_duty_has_a_second_plan_where_the_agency_wants_it(self):
        event = self._apply(
            kind="plh", acting_text="The section is led", acting_way="second"
        )
        self.assertEqual(self.skp.state, "agreed")
        self.assertRecordValues(
            event.next_skp_id, [{"duty": "plh", "employee_id": self.skp.employee_id.id}]
        )
        self.assertEqual(event.next_skp_id.result_ids.kind, "main")

    def test_an_employee_without_plan_gets_one(self):
        wizard = self._as_role(self.env["asn.skp.transfer"], "manager").create(
            {
                "company_id": self.agency.id,
                "person_id": self.people["outsider"].id,
                "date": DAY,
                "letter_number": "800/8",
                "assessor_id": self.people["acting"].id,
            }
        )
        event = self.env["asn.skp.event"].browse(wizard.action_apply()["res_id"])
        self.assertEqual(event.skp_id, event.next_skp_id)
        self.assertEqual(event.skp_id.employee_id, self.people["outsider"])

    def test_a_revision_that_is_open_is_given_up(self):
        self._as_role(self.skp, "assessor").action_revise("Because")
        self._as_role(self.skp.result_ids[0], "own").name = "Draft"
        self._apply()
        self.assertEqual(self.skp.state, "closed")
        self.assertEqual(self.skp.result_ids[0].name, "Letters of the office")

    def test_what_stands_in_the_way_is_said(self):
        draft = self._make_skp("outsider")
        cases = {
            "letter": {"letter_number": " "},
            "its own assessor": {"assessor_id": self.people["own"].id},
            "no assessor": {"assessor_id": False},
            "successor": {"successor_id": self.people["own"].id},
            "no new version": {"date": "2026-05-01"},
            "before the plan": {"date": "2026-01-01"},
            "after the plan": {"date": "2027-03-01"},
            "acting without text": {"kind": "plt"},
            "a draft": {"skp_id": draft.id},
        }
        for name, values in cases.items():
            with self.subTest(case=name):
                wizard = self._open("manager", **values)
                self.assertTrue(wizard.problem)
                self.assertNotIn("<li", wizard.preview)
                self._attempt(UserError, wizard.action_apply)

    def test_evaluations_written_later_stop_it(self):
        third = self._get_interval(self.period, "2026-07-01")
        evaluation = self._make_evaluation(self.skp, third)
        self._as_role(evaluation, "own").realisation_ids[0].value = 3
        self._attempt(UserError, self._open().action_apply)

    def test_only_officer_and_manager_do_it_and_not_for_themselves(self):
        for role in ROLES:
            if role in ("officer", "manager"):
                continue
            with self.subTest(role=role):
                self._attempt(
                    AccessError, lambda role=role: self._open(role).action_apply()
                )
        self.people["manager"].parent_id = self.people["acting"]
        own = self._make_agreed_skp(self.people["manager"])
        wizard = self._open("manager", skp_id=own.id)
        self._attempt(REFUSALS, wizard.action_apply)

    def test_an_officer_reaches_no_plan_of_other_units_over_a_person(self):
        wizards = self._as_role(self.env["asn.skp.transfer"], "officer_out")
        values = {"company_id": self.agency.id, "letter_number": "1", "date": DAY}
        self._attempt(
            AccessError, wizards.create, {**values, "person_id": self.people["own"].id}
        )

    def test_the_form_follows_what_is_chosen(self):
        wizards = self._as_role(self.env["asn.skp.transfer"], "officer")
        form = Form(
            wizards.with_context(
                default_skp_id=self.skp.id, default_company_id=self.agency.id
            )
        )
        form.date = DAY
        self.assertIn("decree", form.problem)
        form.letter_number = "800/7"
        self.assertFalse(form.problem)
        self.assertIn("Name assessor", form.preview)
        form.kind = "plt"
        self.assertTrue(form.is_acting)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestSkpTransferUndo(TransferCase):
    def test_results_that_pass_leave_the_shares_behind(self):
        leader = self._make_agreed_skp(self.people["assessor"]).result_ids
        passing = self.skp.result_ids[0]
        passing.parent_id = leader
        passing.indicator_ids.write(
            {"leader_indicator_id": leader.indicator_ids.id, "share": 50}
        )
        event = self._apply(successor_id=self.people["outsider"].id)
        passed = event.receiver_skp_id.result_ids
        self.assertEqual(passed.previous_id, passing)
        self.assertFalse(passed.indicator_ids.leader_indicator_id)
        self.assertFalse(passed.indicator_ids.share)

    def test_people_of_other_agencies_and_who_has_left_are_refused(self):
        for name in ("assessor_id", "successor_id"):
            with self.subTest(column=name):
                stranger = {name: self.people["manager_b"].id}
                self._attempt(AccessError, self._open, **stranger)
                gone = self._open(**{name: self.people["acting"].id})
                self.people["acting"].active = False
                self._attempt(UserError, gone.action_apply)
                self.people["acting"].active = True
