# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from .common import NOW, KinerjaCase
from .test_batch import FEW, TestBatch


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestFlowCorners(KinerjaCase):
    def test_an_assessor_named_later_in_hr_reaches_the_draft(self):
        employee = self.people["own"]
        employee.parent_id = False
        skp = self._make_skp()
        self.assertFalse(skp.assessor_id)
        employee.parent_id = self.people["assessor"]
        self._as_role(skp, "own").action_submit()
        self.assertRecordValues(
            skp,
            [{"state": "submitted", "assessor_user_id": self.users["assessor"].id}],
        )

    def test_a_reason_that_is_no_text_is_none(self):
        skp = self._make_skp()
        self._as_role(skp, "own").action_submit()
        assessor = self._as_role(skp, "assessor")
        for note in (5, True, ["x"], {}, "\x00\ud800"):
            with self.subTest(note=note):
                self._attempt(UserError, assessor.action_return, note)
        assessor.action_agree()
        for note in (5, True, ["x"], {}, "\x00\ud800"):
            with self.subTest(note=note):
                self._attempt(UserError, assessor.action_revise, note)

    def test_a_step_is_taken_for_one_plan(self):
        skp = self._make_skp()
        both = self._as_role(skp | self._make_skp("outsider"), "own")
        for verb in ("submit", "review", "agree", "restore", "cancel", "return"):
            for plans in (both, both[:0]):
                with self.subTest(verb=verb, count=len(plans)):
                    self._attempt(UserError, getattr(plans, f"action_{verb}"))

    def test_a_second_acknowledgement_changes_nothing(self):
        evaluation = self._make_evaluation()
        self._deliver(evaluation)
        own = self._as_role(evaluation, "own")
        own.action_acknowledge()
        with freeze_time("2026-04-12 03:00:00"):
            self._attempt(UserError, own.action_acknowledge)
            self.assertNotIn("acknowledge", own.allowed_actions)
        self.assertEqual(str(evaluation.acknowledged_on), "2026-04-10")

    def test_a_cancelled_plan_shows_no_results_of_the_leader(self):
        leader = self._make_agreed_skp(self.people["assessor"])
        skp = self._make_skp()
        skp.state = "cancelled"
        results = self._as_role(self.env["asn.skp.result"], "own")
        self.assertFalse(results.search([("skp_id", "=", leader.id)]))

    def test_a_plan_links_the_plan_of_the_leader_of_the_same_time(self):
        early = self._make_skp("assessor")
        early.write({"date_to": "2026-05-31"})
        late = self._make_skp("assessor", date_from="2026-06-01")
        mine = self._make_skp()
        mine.write({"date_to": "2026-05-31"})
        again = self._make_skp(date_from="2026-06-01")
        self.assertEqual(again.leader_skp_id, late)
        self.assertEqual(mine.leader_skp_id, early)

    def test_a_file_that_hangs_elsewhere_is_no_evidence(self):
        evaluation = self._make_evaluation()
        line = self._as_role(evaluation.realisation_ids, "own")
        file = self._as_role(self.env["ir.attachment"], "own").create(
            {
                "name": "register.txt",
                "raw": b"90 letters",
                "res_model": "res.users",
                "res_id": self.users["own"].id,
            }
        )
        values = {"evidence_ids": [Command.link(file.id)]}
        self._attempt(UserError, line.write, values)

    def test_one_evaluation_that_fails_does_not_stop_the_others(self):
        # in the order of their names: Name outsider, Name own
        first = self._make_evaluation()
        second = self._make_evaluation(self._make_agreed_skp(self.people["outsider"]))
        both = first | second
        both.write({"state": "delivered", "objection_until": "2026-04-01"})
        finish = type(both)._finish

        def fail(evaluation, verb, *args, **kwargs):
            if evaluation == second:
                raise ValueError("poisoned")
            return finish(evaluation, verb, *args, **kwargs)

        self.patch(self.env.registry["asn.evaluation"], "_finish", fail)
        cron = self.env.ref("hr_asn_kinerja.ir_cron_finalise")
        flow = "odoo.addons.hr_asn_kinerja.models.asn_evaluation_flow"
        with mute_logger(flow), self.enter_registry_test_mode():
            cron.method_direct_trigger()
        self.env.invalidate_all()
        self.assertEqual(first.state, "final")

    def test_the_wizard_names_no_document_that_may_not_be_read(self):
        evaluation = self._make_evaluation()
        wizard = self._as_role(self.env["asn.skp.return"], "outsider")
        values = {"evaluation_id": evaluation.id, "note": "x"}
        self._attempt(AccessError, wizard.create, values)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestUnitPerformanceInLists(KinerjaCase):
    _count = TestBatch._count
    _assert_flat = TestBatch._assert_flat

    def test_unit_performance_costs_the_same_for_many_worksheets(self):
        for number in range(FEW + 10):
            employee = self._make_employee(
                f"Staff {number:02}", self.section, self.people["assessor"]
            )
            self._make_skp_of(employee).state = "agreed"
        self._as_role(self.interval, "manager").action_open_evaluations()
        sheets = self.env["asn.assessment"].search([])
        self.assertEqual(len(sheets), FEW + 10)
        self._assert_flat(
            lambda lines: self._as_role(lines, "assessor").mapped(
                "organisation_rating"
            ),
            sheets[:FEW],
            sheets[FEW:],
        )
