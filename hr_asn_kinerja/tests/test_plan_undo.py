# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from unittest.mock import patch

from odoo.exceptions import AccessError, UserError
from odoo.tests import JsonRpcException, freeze_time, tagged
from odoo.tools import mute_logger

from ..models import asn_job_undo
from .common import NOW, REFUSALS, KinerjaCase, KinerjaHttpCase
from .plan_launch import PlanLaunch


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestPlanUndo(PlanLaunch, KinerjaCase):
    """A launch is taken back as far as nobody has written into its plans."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.own, cls.assessor = cls.people["own"], cls.people["assessor"]
        cls.last = cls._make_last_year(cls.own, cls.assessor)

    def _undo(self, job, role="manager"):
        action = self._as_role(job, role).action_undo()
        return self.env["asn.job"].browse(action["res_id"])

    def test_untouched_plans_are_removed(self):
        job = self._launch_for(self.own, self.assessor)
        undo = self._undo(job)
        self.assertFalse(self._plans_of(self.own, self.assessor))
        self.assertRecordValues(undo, [{"state": "done", "undone_count": 2}])
        self.assertRecordValues(job, [{"made_count": 0, "undone_count": 2}])
        self.assertEqual(len(self.last.result_ids), 4)
        self.assertFalse(job.can_undo)
        self.assertEqual(self._launch_for(self.own).made_count, 1)

    def test_what_anybody_wrote_is_kept(self):
        job = self._launch_for(self.own, self.assessor)
        plan = self._plans_of(self.own)
        mine = self._as_role(plan, "own")
        for number, write in enumerate(
            (
                lambda: mine.write({"approach": "qualitative"}),
                lambda: mine.result_ids[0].write({"name": "Changed"}),
                lambda: mine.result_ids.indicator_ids[0].write({"target_min": 11}),
                lambda: mine.result_ids[1].unlink(),
                lambda: mine.result_ids.create({"skp_id": plan.id, "name": "New"}),
                lambda: mine.message_post(body="A question"),
                mine.action_submit,
            )
        ):
            with self.subTest(number=number):
                point = self.cr.savepoint()
                write()
                self.env.flush_all()
                undo = self._undo(job)
                self.assertEqual(self._plans_of(self.own, self.assessor), plan)
                self.assertRecordValues(undo, [{"kept_count": 1, "undone_count": 1}])
                kept = undo.line_ids.filtered(lambda line: line.outcome == "kept")
                self.assertTrue(kept.reason)
                self.assertEqual(kept.skp_id, plan)
                point.rollback()
                self.env.invalidate_all()

    def test_many_are_removed_in_the_background(self):
        job = self._launch_for(self.own, self.assessor)
        self.startPatcher(patch.object(asn_job_undo, "BATCH", 1))
        undo = self._undo(job)
        self.assertEqual(undo.state, "queued")
        self.assertTrue(self._plans_of(self.own))
        with self.assertRaisesRegex(UserError, "is not finished"):
            self._launch_for(self.people["outsider"])
        undo._run_to_end()
        self.assertFalse(self._plans_of(self.own, self.assessor))

    def test_a_stopped_launch_is_taken_back(self):
        with patch.object(type(self.env["asn.job"]), "_run_to_end", lambda job: None):
            job = self._launch_for(self.own, self.assessor)
        manager = self._as_role(job, "manager")
        with self.assertRaises(UserError):
            manager.action_undo()
        manager.action_stop()
        self.assertTrue(job.can_undo)
        manager.action_undo()
        self.assertRecordValues(job, [{"state": "done", "skipped_count": 2}])
        self.assertFalse(self._plans_of(self.own, self.assessor))

    def test_nothing_is_taken_back_twice_or_in_a_closed_period(self):
        job = self._launch_for(self.own)
        self.period.action_close()
        with self.assertRaises(UserError):
            self._undo(job)
        self.assertTrue(self._plans_of(self.own))

    def test_a_job_of_another_kind_is_not_taken_back(self):
        job = self._as_role(self.env["asn.job"], "manager")._start("plan_undo", "X", [])
        self._attempt(REFUSALS, self._as_role(job, "manager").action_undo)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestPlanLaunchAccess(PlanLaunch, KinerjaHttpCase):
    """Only managers and officers launch, each as far as they reach, over RPC."""

    def _start(self, role, **values):
        """Do over RPC what the screen does, as the role."""
        self._log_in(role)
        values = {"period_id": self.period.id, **values}
        launch = self._call("asn.plan.launch", "create", [[values]])
        self._call("asn.plan.launch", "action_check", [launch])
        action = self._call("asn.plan.launch", "action_start", [launch])
        return self.env["asn.job"].browse(action["res_id"])

    def _refused(self, function, *args, **kwargs):
        with mute_logger("odoo.http"), self.assertRaises(JsonRpcException):
            function(*args, **kwargs)

    def test_the_manager_launches_the_agency(self):
        job = self._start("manager")
        self.assertRecordValues(job, [{"made_count": 9, "skipped_count": 1}])
        plans = self.env["asn.skp"].search([("period_id", "=", self.period.id)])
        self.assertEqual(len(plans), 9)
        self._call("asn.job", "action_undo", [job.ids])
        self.assertFalse(plans.exists())

    def test_the_officer_launches_the_own_units_only(self):
        job = self._start("officer")
        self.assertEqual(
            self._outcomes(job),
            {"Name own": "made", "Name assessor": "made", "Name superior": "made"},
        )
        result = self._call("asn.job", "action_show_result", [job.ids])
        lines = self._call(
            "asn.job.line", "search_read", [result["domain"]], {"fields": ["label"]}
        )
        self.assertEqual(len(lines), 3)
        self._call("asn.job", "action_undo", [job.ids])
        self.assertEqual(job.undone_count, 3)

    def test_the_officer_reaches_nobody_else_by_a_number(self):
        outsider, own = self.people["outsider"], self.people["own"]
        job = self._start("officer", reach="nips", nips=f"{outsider.nip}\n{own.nip}")
        self.assertEqual(
            self._outcomes(job), {outsider.nip: "skipped", "Name own": "made"}
        )
        self._refused(
            self._start, "officer", reach="people", person_ids=[[6, 0, outsider.ids]]
        )
        self.assertFalse(self._plans_of(outsider))

    def test_a_scope_that_ended_launches_nothing(self):
        self.scope.date_to = "2026-03-31"
        self._refused(self._start, "officer")

    def test_a_scope_that_ends_during_the_work_stops_it(self):
        with patch.object(type(self.env["asn.job"]), "_run_to_end", lambda job: None):
            job = self._start("officer")
        self.scope.date_to = "2026-03-31"
        job._run_to_end()
        self.assertRecordValues(job, [{"state": "done", "failed": 3, "made_count": 0}])
        self.assertTrue(all(job.failed_line_ids.mapped("reason")))
        self.assertFalse(self._plans_of(self.people["own"]))

    def test_nobody_else_launches(self):
        for role in ("own", "assessor", "superior", "auditor", "acting", "outsider"):
            with self.subTest(role=role):
                self._refused(self._start, role)
        self._refused(self._start, "manager_b")

    def test_nobody_else_sees_or_takes_back_a_launch(self):
        job = self._start("manager")
        for role in ("officer", "officer_out", "own", "manager_b"):
            with self.subTest(role=role):
                mine = self._as_role(job, role)
                self._attempt(AccessError, mine.action_undo)
                self._attempt(AccessError, mine.action_show_result)
                lines = self._as_role(job.line_ids, role)
                self._attempt(AccessError, lines.read, ["label"])
        self._attempt(AccessError, self._as_role(job, "auditor").action_undo)
        self.assertTrue(self._as_role(job, "auditor").action_show_result())

    def test_the_lists_of_a_launch_are_for_who_opened_it(self):
        launch = self._open_launch()
        launch.action_check()
        other = self._as_role(launch, "officer")
        for records in (launch, launch.group_ids, launch.line_ids):
            with self.subTest(model=records._name):
                self.assertTrue(records)
                self.assertFalse(self._as_role(records, "officer").search([]))
        self._attempt(AccessError, other.action_start)

    def test_the_caller_chooses_no_defaults_of_what_is_made(self):
        launch = self._open_launch().with_context(
            default_state="agreed",
            default_agreed_on="2026-01-01",
            default_origin="library",
            default_return_note="Forged",
            default_user_id=self.users["own"].id,
            default_outcome="undone",
            default_kind="login_create",
            default_company_id=self.agency_b.id,
        )
        job = self.env["asn.job"].browse(launch.action_start()["res_id"])
        self.assertRecordValues(
            job,
            [
                {
                    "kind": "plan_launch",
                    "state": "done",
                    "made_count": 9,
                    "undone_count": 0,
                    "user_id": self.users["manager"].id,
                    "company_id": self.agency.id,
                }
            ],
        )
        self.assertRecordValues(
            self._plans_of(self.people["own"]),
            [{"state": "draft", "agreed_on": False, "return_note": False}],
        )
