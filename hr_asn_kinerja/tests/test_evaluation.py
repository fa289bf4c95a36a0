# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from unittest.mock import patch

from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from ..kinerja_rules.predicate import MATRIX
from ..models import asn_period_interval
from .common import NOW, REFUSALS, ROLES, KinerjaCase

# verb: (states it starts from, state it leads to, roles that may)
STEPS = {
    "submit": (("draft",), "submitted", ("own",)),
    "return": (("submitted",), "draft", ("assessor", "acting")),
    "rate": (("draft", "submitted", "rated"), "rated", ("assessor", "acting")),
    "deliver": (("rated",), "delivered", ("assessor", "acting")),
    "acknowledge": (("delivered",), "delivered", ("own",)),
    "finalise": (("delivered", "decided"), "final", ("manager",)),
}
STATES = (
    "draft",
    "submitted",
    "rated",
    "delivered",
    "objected",
    "decided",
    "final",
)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestOpening(KinerjaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.skp = cls._make_agreed_skp()

    def test_opening_makes_the_evaluation_with_its_parts(self):
        evaluation = self._make_evaluation(self.skp)
        self.assertRecordValues(
            evaluation,
            [
                {
                    "state": "draft",
                    "employee_name": "Name own",
                    "employee_nip": self.skp.employee_nip,
                    "unit_name": "Section",
                    "department_id": self.section.id,
                    "employee_user_id": self.users["own"].id,
                    "assessor_user_id": self.users["assessor"].id,
                    "superior_user_id": self.users["superior"].id,
                    "company_id": self.agency.id,
                    "predicate": False,
                }
            ],
        )
        self.assertRecordValues(
            evaluation.realisation_ids,
            [
                {
                    "indicator_id": self.skp.result_ids.indicator_ids.id,
                    "interval_id": self.interval.id,
                    "is_reported": False,
                }
            ],
        )
        self.assertEqual(len(self._get_worksheet(evaluation)), 1)

    def test_opening_twice_makes_nothing_twice(self):
        evaluation = self._make_evaluation(self.skp)
        self._as_role(self.interval, "manager").action_open_evaluations()
        self.assertEqual(self.skp.evaluation_ids, evaluation)
        self.assertEqual(len(evaluation.realisation_ids), 1)

    def test_opening_later_adds_only_those_who_joined(self):
        self._make_evaluation(self.skp)
        other = self._make_agreed_skp(self.people["outsider"])
        evaluation = self._make_evaluation(other)
        self.assertEqual(len(evaluation), 1)
        self.assertEqual(len(self.interval.evaluation_ids), 2)

    def test_many_are_opened_in_the_background(self):
        self._make_agreed_skp(self.people["outsider"])
        with patch.object(asn_period_interval, "BATCH", 1):
            action = self._as_role(self.interval, "manager").action_open_evaluations()
        job = self.env["asn.job"].browse(action["res_id"])
        self.assertEqual((action["res_model"], job.total), ("asn.job", 2))
        self.assertFalse(self.interval.evaluation_ids)
        job._run_batch()
        self.assertRecordValues(job, [{"state": "done", "done": 2, "failed": 0}])
        self.assertEqual(len(self.interval.evaluation_ids), 2)
        # whoever opened one in between is not opened twice
        job.line_ids.state = "todo"
        job._run_batch()
        self.assertEqual(len(self.interval.evaluation_ids), 2)

    def test_only_agreed_plans_of_the_time_are_opened(self):
        draft = self._make_skp("outsider")
        later = self._make_skp("officer")
        later.write({"date_from": "2026-04-01", "state": "agreed"})
        self._make_evaluation(self.skp)
        self.assertFalse((draft | later).evaluation_ids)

    def test_each_interval_has_its_own_evaluation(self):
        annual = self._get_interval(self.period, "2026-01-01", "annual")
        first = self._make_evaluation(self.skp)
        self.assertNotEqual(first, self._make_evaluation(self.skp, annual))
        self.assertEqual(len(self.skp.evaluation_ids), 2)

    def test_only_the_manager_of_the_agency_opens(self):
        for role in ROLES:
            if role == "manager":
                continue
            with self.subTest(role=role):
                interval = self._as_role(self.interval, role)
                self._attempt(AccessError, interval.action_open_evaluations)

    def test_a_period_that_is_not_open_opens_nothing(self):
        interval = self._as_role(self.interval, "manager")
        for state in ("draft", "closed"):
            self.period.state = state
            with self.subTest(state=state):
                self._attempt(UserError, interval.action_open_evaluations)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestEvaluationFlow(KinerjaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.evaluation = cls._make_evaluation()
        cls.evaluation.realisation_ids.write({"value": 90})
        cls._fill_worksheet(cls.evaluation)
        cls.evaluation.objection_until = "2026-04-01"

    def _step(self, verb, role):
        action = getattr(self._as_role(self.evaluation, role), f"action_{verb}")
        return action("Because") if verb == "return" else action()

    def test_each_step_works_for_each_right_person(self):
        for verb, (sources, target, roles) in STEPS.items():
            for source in sources:
                for role in roles:
                    with self.subTest(verb=verb, source=source, role=role):
                        savepoint = self.cr.savepoint()
                        self.evaluation.state = source
                        self._step(verb, role)
                        self.assertEqual(self.evaluation.state, target)
                        self.env.flush_all()
                        savepoint.rollback()
                        self.env.invalidate_all()

    def test_each_step_is_refused_in_every_other_state(self):
        for verb, (sources, _target, roles) in STEPS.items():
            for state in STATES:
                if state in sources:
                    continue
                with self.subTest(verb=verb, state=state):
                    self.evaluation.state = state
                    self._attempt(REFUSALS, self._step, verb, roles[0])
                    self.assertEqual(self.evaluation.state, state)

    def test_each_step_is_refused_for_everybody_else(self):
        for verb, (sources, _target, roles) in STEPS.items():
            self.evaluation.state = sources[0]
            for role in ROLES:
                if role in roles:
                    continue
                with self.subTest(verb=verb, role=role):
                    self._attempt(AccessError, self._step, verb, role)

    def test_each_step_leaves_a_decision(self):
        self._step("submit", "own")
        self._step("return", "assessor")
        self._step("submit", "own")
        self._step("rate", "acting")
        self._step("deliver", "assessor")
        self._step("acknowledge", "own")
        self.assertRecordValues(
            self.evaluation.decision_ids.sorted("id"),
            [
                {
                    "verb": verb,
                    "user_id": self.users[role].id,
                    "state_before": before,
                    "state_after": after,
                    "skp_id": self.evaluation.skp_id.id,
                    "official_name": "Name assessor" if role == "acting" else False,
                }
                for verb, role, before, after in (
                    ("submit", "own", "draft", "submitted"),
                    ("return", "assessor", "submitted", "draft"),
                    ("submit", "own", "draft", "submitted"),
                    ("rate", "acting", "submitted", "rated"),
                    ("deliver", "assessor", "rated", "delivered"),
                    ("acknowledge", "own", "delivered", "delivered"),
                )
            ],
        )

    def test_nobody_decides_on_their_own_matter(self):
        for group in ("officer", "manager", "auditor"):
            self.users["own"].group_ids += self.env.ref(
                f"hr_asn_kinerja.group_asn_kinerja_{group}"
            )
        self._make_scope("own", self.section)
        self._make_delegation("own", self.people["assessor"])
        for state, allowed in (
            ("draft", "submit"),
            ("submitted", ""),
            ("rated", ""),
            ("delivered", "acknowledge"),
            ("decided", ""),
        ):
            self.evaluation.state = state
            self.env.flush_all()
            self.env.invalidate_all()
            with self.subTest(state=state):
                own = self._as_role(self.evaluation, "own")
                self.assertEqual(own.allowed_actions, allowed)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestRating(KinerjaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.evaluation = cls._make_evaluation()

    def _find(self):
        return self.evaluation._find_unit_performance()

    def _rate_unit(self, unit, rating, interval=None):
        return self.performance.create(
            {
                "department_id": unit.id,
                "interval_id": (interval or self.interval).id,
                "rating": rating,
                "state": "approved",
            }
        )

    def test_a_submission_needs_a_figure_or_a_note(self):
        own = self._as_role(self.evaluation, "own")
        with self.assertRaisesRegex(UserError, "Letters answered"):
            own.action_submit()
        own.realisation_ids.note = "The register burned"
        own.action_submit()
        self.assertEqual(self.evaluation.state, "submitted")

    def test_zero_is_a_figure(self):
        own = self._as_role(self.evaluation, "own")
        own.realisation_ids.value = 0
        own.action_submit()
        self.assertRecordValues(
            self.evaluation.realisation_ids, [{"is_reported": True, "value": 0}]
        )

    def test_the_rating_of_the_nearest_unit_above_holds(self):
        self.assertEqual(self._find(), self.performance)
        nearer = self._rate_unit(self.unit, "poor")
        self.assertEqual(self._find(), nearer)
        own = self._rate_unit(self.section, "outstanding")
        self.assertEqual(self._find(), own)

    def test_no_other_unit_and_no_other_interval_counts(self):
        self.performance.unlink()
        self._rate_unit(self.other_unit, "good")
        later = self._get_interval(self.period, "2026-04-01")
        self._rate_unit(self.office, "good", later)
        self.assertFalse(self._find())

    def test_the_unit_comes_first(self):
        self.performance.unlink()
        self._fill_worksheet(self.evaluation)
        assessor = self._as_role(self.evaluation, "assessor")
        with self.assertRaisesRegex(UserError, "Section"):
            assessor.action_rate()

    def test_rating_needs_both_ratings(self):
        assessor = self._as_role(self.evaluation, "assessor")
        for result, behaviour in ((False, False), ("above", False), (False, "above")):
            self._fill_worksheet(self.evaluation, result, behaviour)
            with self.subTest(result=result, behaviour=behaviour):
                self._attempt(UserError, assessor.action_rate)

    def test_delivery_needs_ratings_that_were_taken_away_again(self):
        self._rate(self.evaluation)
        self._fill_worksheet(self.evaluation, False, "meets")
        assessor = self._as_role(self.evaluation, "assessor")
        self._attempt(UserError, assessor.action_deliver)

    def test_a_changed_mind_before_delivery_counts(self):
        self._rate(self.evaluation, "above", "above")
        self._fill_worksheet(self.evaluation, "below", "below")
        self._as_role(self.evaluation, "assessor").action_deliver()
        self.assertEqual(self.evaluation.predicate, "very_poor")

    def test_somebody_who_never_submits_can_be_rated(self):
        self._fill_worksheet(self.evaluation)
        self._as_role(self.evaluation, "assessor").action_rate()
        self.assertEqual(self.evaluation.state, "rated")

    def test_the_predicate_follows_the_matrix_alone(self):
        assessor = self._as_role(self.evaluation, "assessor")
        for (result, behaviour), expected in MATRIX.items():
            with self.subTest(result=result, behaviour=behaviour):
                savepoint = self.cr.savepoint()
                sheet = self._fill_worksheet(self.evaluation, result, behaviour)
                self.assertEqual(sheet.predicate, expected)
                assessor.action_rate()
                assessor.action_deliver()
                self.assertRecordValues(
                    self.evaluation,
                    [
                        {
                            "result_rating": result,
                            "behaviour_rating": behaviour,
                            "predicate": expected,
                        }
                    ],
                )
                self.env.flush_all()
                savepoint.rollback()
                self.env.invalidate_all()

    def test_the_worksheet_acts_for_the_evaluation(self):
        self._fill_and_submit(self.evaluation)
        sheet = self._as_role(self._fill_worksheet(self.evaluation), "assessor")
        sheet.action_return("Once more")
        self.assertEqual(self.evaluation.state, "draft")
        sheet.action_rate()
        sheet.action_deliver()
        self.assertEqual(sheet.state, "delivered")
        self.assertEqual(sheet.allowed_actions, "")

    def test_the_worksheet_is_frozen_after_delivery(self):
        self._deliver(self.evaluation)
        sheet = self._get_worksheet(self.evaluation)
        values = {"recommendation": "Changed"}
        for role in ("assessor", "acting", "manager"):
            with self.subTest(role=role):
                self._attempt(REFUSALS, self._as_role(sheet, role).write, values)

    def test_a_closed_period_locks_its_documents(self):
        self._fill_and_submit(self.evaluation)
        self._fill_worksheet(self.evaluation)
        self.period.state = "closed"
        assessor = self._as_role(self.evaluation, "assessor")
        self._attempt(UserError, assessor.action_rate)
        self._attempt(UserError, assessor.action_return, "Because")
