# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from unittest.mock import patch

from psycopg2.errors import CheckViolation

from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from .common import NOW, REFUSALS, ROLES, KinerjaCase
from .consequences import Consequences

READERS = ("own", "assessor", "superior", "acting", "manager", "auditor")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestFollowupBegins(Consequences, KinerjaCase):
    """PP 30/2019 Pasal 56-58; PermenPANRB 6/2022 (domain 2.8)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.skp = cls._make_agreed_skp()

    def test_each_predicate_has_its_follow_up(self):
        for predicate, periodic, annual in (
            ("very_good", False, "suggestion"),
            ("good", False, False),
            ("needs_improvement", "guidance", "guidance"),
            ("poor", "improvement", "improvement"),
            ("very_poor", "improvement", "improvement"),
        ):
            for interval, kind in (
                (self.interval, periodic),
                (self._get_annual(), annual),
            ):
                with self.subTest(predicate=predicate, interval=interval.kind):
                    savepoint = self.cr.savepoint()
                    evaluation = self._make_final(predicate, self.skp, interval)
                    self.assertEqual(self._get_followup(evaluation).kind, kind)
                    self.env.flush_all()
                    savepoint.rollback()
                    self.env.invalidate_all()

    def test_nothing_begins_before_it_is_final(self):
        evaluation = self._make_evaluation(self.skp)
        self._rate(evaluation, "below", "below")
        self.assertFalse(self._get_followup(evaluation))
        self._as_role(evaluation, "assessor").action_deliver()
        self.assertFalse(self._get_followup(evaluation))
        self._end_objection(evaluation)
        self.assertTrue(self._get_followup(evaluation))

    def test_the_nightly_job_begins_it_too(self):
        evaluation = self._make_evaluation(self.skp)
        self._deliver(evaluation, "below", "meets")
        evaluation.objection_until = "2026-04-01"
        crons = self.env.registry["ir.cron"]
        with patch.object(crons, "_commit_progress", return_value=60):
            self.env["asn.evaluation"]._cron_finalise()
        self.assertRecordValues(
            self._get_followup(evaluation),
            [{"kind": "guidance", "state": "draft", "predicate": "needs_improvement"}],
        )

    def test_six_months_to_improve(self):
        followup = self._get_followup(self._make_final("poor", self.skp))
        self.assertEqual(str(followup.date_from), "2026-04-10")
        self.assertEqual(str(followup.due_on), "2026-10-10")
        self.assertEqual(str(followup.plan_until), "2026-04-24")
        self.assertEqual(
            followup.step_ids.mapped("responsible"),
            ["assessor", "assessor", "employee"],
        )
        self.assertEqual(str(followup.step_ids[-1].date), "2026-10-10")

    def test_the_months_are_settings_of_the_period(self):
        self.period.write({"guidance_months": 1, "improvement_months": 2})
        followup = self._get_followup(self._make_final("needs_improvement", self.skp))
        self.assertEqual(str(followup.due_on), "2026-05-10")
        with mute_logger("odoo.sql_db"):
            self._attempt(CheckViolation, self.period.write, {"guidance_months": 0})

    def test_a_running_time_is_not_begun_again(self):
        first = self._get_followup(self._make_final("poor", self.skp))
        second_interval = self._get_interval(self.period, "2026-04-01")
        self.performance.copy({"interval_id": second_interval.id, "state": "approved"})
        with freeze_time("2026-07-20 03:00:00"):
            second = self._get_followup(
                self._make_final("very_poor", self.skp, second_interval)
            )
        self.assertRecordValues(
            second, [{"joined_id": first.id, "due_on": first.due_on}]
        )

    def test_a_time_that_is_over_begins_anew(self):
        first = self._get_followup(self._make_final("poor", self.skp))
        second_interval = self._get_interval(self.period, "2026-04-01")
        self.performance.copy({"interval_id": second_interval.id, "state": "approved"})
        with freeze_time("2026-11-20 03:00:00"):
            second = self._get_followup(
                self._make_final("poor", self.skp, second_interval)
            )
        self.assertFalse(second.joined_id)
        self.assertGreater(second.due_on, first.due_on)

    def test_talent_pool_is_suggested_after_repeated_very_good_years(self):
        followup = self._get_followup(
            self._make_final("very_good", self.skp, self._get_annual())
        )
        self.assertEqual(len(followup.step_ids), 2)
        self.period.talent_after = 1
        evaluation = followup.evaluation_id
        evaluation._undo_consequences()
        evaluation._make_consequences()
        followup = self._get_followup(evaluation)
        self.assertEqual(len(followup.step_ids), 3)

    def test_what_the_regulation_provides_follows_the_position(self):
        followup = self._get_followup(self._make_final("poor", self.skp))
        self.assertIn("six months", followup.measures)
        self.assertIn("dismissal", followup.measures)
        followup.position_kind = "jpt_pratama"
        self.assertIn("competence test", followup.measures)
        followup.asn_kind = "pppk"
        self.assertIn("contract", followup.measures)
        self.assertNotIn("dismissal", followup.measures)

    def test_final_evaluations_of_before_are_made_up_for_once(self):
        evaluation = self._make_final("poor", self.skp)
        self._get_followup(evaluation).unlink()
        evaluation.has_consequences = False
        evaluations = self.env["asn.evaluation"]
        self.assertEqual(evaluations._make_missing_consequences(), 1)
        self.assertEqual(len(self._get_followup(evaluation)), 1)
        self.assertEqual(evaluations._make_missing_consequences(), 0)

    def test_what_is_no_longer_final_takes_an_unwritten_plan_back(self):
        evaluation = self._make_final("poor", self.skp)
        evaluation.state = "decided"
        evaluation._undo_consequences()
        self.assertFalse(self._get_followup(evaluation))
        evaluation.predicate = "good"
        self._as_role(evaluation, "manager").action_finalise()
        self.assertFalse(self._get_followup(evaluation))


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestFollowupFlow(Consequences, KinerjaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.evaluation = cls._make_final("poor")
        cls.followup = cls._get_followup(cls.evaluation)

    def _start(self, role="assessor"):
        followup = self._as_role(self.followup, role)
        followup.write({"goal": "Letters in three days", "cause": "New system"})
        followup.action_start()
        return followup

    def _get_todos(self):
        kind = self.env.ref("hr_asn_kinerja.mail_activity_type_followup")
        return self.env["mail.activity"].search([("activity_type_id", "=", kind.id)])

    def test_each_role_reads_what_it_may(self):
        for role in ROLES:
            with self.subTest(role=role):
                followup = self._as_role(self.followup, role)
                found = followup.search([("id", "=", followup.id)])
                self.assertEqual(bool(found), role in READERS)
                steps = self._as_role(self.followup.step_ids, role)
                self.assertEqual(
                    self._is_refused(steps.read, ["name"]), role not in READERS
                )

    def test_only_the_assessor_writes(self):
        for role in ROLES:
            with self.subTest(role=role):
                followup = self._as_role(self.followup, role)
                refused = self._is_refused(followup.write, {"goal": "Better"})
                self.assertNotEqual(refused, role in ("assessor", "acting"))
                step = {"name": "More", "date": "2026-05-01"}
                values = {**step, "followup_id": followup.id}
                steps = self._as_role(self.env["asn.followup.step"], role)
                refused = self._is_refused(steps.create, values)
                self.assertNotEqual(refused, role in ("assessor", "acting"))

    def test_steps_of_others_are_out_of_reach(self):
        other = self._make_final("poor", self._make_agreed_skp(self.people["outsider"]))
        foreign = self._get_followup(other)
        step = self._as_role(self.followup.step_ids[0], "assessor")
        self._attempt(REFUSALS, step.write, {"followup_id": foreign.id})
        steps = self._as_role(self.env["asn.followup.step"], "assessor")
        values = {"followup_id": foreign.id, "name": "X", "date": "2026-05-01"}
        self._attempt(REFUSALS, steps.create, values)

    def test_closed_columns_stay_closed(self):
        followup = self._as_role(self.followup, "assessor")
        for name, value in {
            "state": "closed",
            "predicate": "good",
            "kind": "guidance",
            "date_from": "2025-01-01",
            "evaluation_id": False,
            "employee_user_id": self.users["assessor"].id,
            "company_id": self.agency_b.id,
        }.items():
            with self.subTest(field=name):
                self._attempt(AccessError, followup.write, {name: value})
        step = followup.step_ids[0]
        self._attempt(AccessError, step.write, {"done_on": "2026-01-01"})
        forged = step.with_context(default_done_on="2026-01-01").create(
            {"followup_id": followup.id, "name": "More", "date": "2026-05-01"}
        )
        self.assertFalse(forged.done_on)

    def test_the_six_months_are_not_moved(self):
        followup = self._as_role(self.followup, "assessor")
        self._attempt(UserError, followup.write, {"due_on": "2027-04-10"})
        self.followup.kind = "guidance"
        followup.write({"due_on": "2026-06-10"})
        with mute_logger("odoo.sql_db"):
            self._attempt(CheckViolation, followup.write, {"due_on": "2026-01-01"})

    def test_a_plan_needs_goal_and_steps(self):
        followup = self._as_role(self.followup, "assessor")
        self._attempt(UserError, followup.action_start)
        followup.goal = "Letters in three days"
        followup.step_ids.unlink()
        self._attempt(UserError, followup.action_start)

    def test_the_flow_for_each_person_and_state(self):
        for role in ROLES:
            if role not in ("assessor", "acting"):
                followup = self._as_role(self.followup, role)
                steps = self._as_role(self.followup.step_ids, role)
                with self.subTest(role=role):
                    self._attempt(REFUSALS, followup.action_start)
                    self._attempt(REFUSALS, followup.action_close)
                    self._attempt(REFUSALS, steps[0].action_done)
        followup = self._start("acting")
        self.assertEqual(followup.state, "running")
        self._attempt(UserError, followup.action_start)
        self._attempt(UserError, followup.action_close)
        followup.step_ids[0].action_done()
        self._attempt(UserError, followup.step_ids[0].action_done)
        followup.write({"outcome": "improved", "conclusion": "In three days now"})
        followup.action_close()
        self.assertEqual(str(followup.closed_on), "2026-04-10")
        self._attempt(REFUSALS, followup.write, {"goal": "Other"})
        self._attempt(REFUSALS, followup.step_ids[0].write, {"note": "Other"})
        self._attempt(REFUSALS, followup.step_ids[1].action_done)
        self._attempt(REFUSALS, followup.unlink)

    def test_nobody_writes_about_oneself(self):
        self._make_delegation("own", self.people["assessor"])
        self.env.flush_all()
        followup = self._as_role(self.followup, "own")
        self.assertFalse(followup.can_write)
        self._attempt(REFUSALS, followup.write, {"goal": "Nothing"})
        self._attempt(AccessError, followup.action_start)

    def test_the_employee_is_told_when_the_plan_is_ready(self):
        self._start()
        message = self.env["mail.message"].search(
            [("model", "=", "asn.evaluation"), ("body", "like", "follow-up plan")]
        )
        self.assertEqual(message.notified_partner_ids, self.users["own"].partner_id)

    def test_todos_when_dates_pass_and_go_when_done(self):
        cron = self.env["asn.followup"]._cron_remind
        cron()
        self.assertFalse(self._get_todos())
        with freeze_time("2026-05-01 03:00:00"):
            cron()
            cron()
            self.assertEqual(self._get_todos().user_id, self.users["assessor"])
            self.assertEqual(len(self._get_todos()), 1)
            self.assertTrue(self.followup.is_late)
            found = self.followup.search([("is_late", "=", True)])
            self.assertIn(self.followup, found)
            followup = self._start()
            followup.step_ids[0].action_done()
            self.assertFalse(self._get_todos())
        with freeze_time("2026-10-20 03:00:00"):
            followup.step_ids[1].action_done()
            cron()
            self.assertEqual(
                self._get_todos().user_id, self.users["assessor"] | self.users["own"]
            )
            followup.write({"outcome": "improved", "conclusion": "Yes"})
            followup.action_close()
            self.assertFalse(self._get_todos())

    def test_it_is_late_only_after_the_date(self):
        late = [("is_late", "=", True)]
        for day, expected in (("2026-04-24", False), ("2026-04-25", True)):
            with freeze_time(f"{day} 03:00:00"):
                self.env.invalidate_all()
                with self.subTest(day=day):
                    self.assertEqual(self.followup.is_late, expected)
                    self.assertEqual(bool(self.followup.search(late)), expected)
