# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import math

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, freeze_time, tagged

from .common import NOW, REFUSALS, KinerjaCase
from .test_skp import STATES


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestSkpDrafting(KinerjaCase):
    """Faults are told to both sides, and block nothing."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.skp = cls._make_skp()
        cls.skp.action_suggest_annexes()
        cls.result = cls.skp.result_ids
        cls.indicator = cls.result.indicator_ids

    def _assert_told(self, text, of_plan_only=False):
        for role in ("own", "assessor", "officer"):
            self.env.invalidate_all()
            plan = self._as_role(self.skp, role)
            with self.subTest(role=role):
                self.assertIn(text, plan.drafting_warnings)
                self.assertEqual(
                    text in plan.result_ids.drafting_warnings, not of_plan_only
                )

    def test_a_good_plan_is_left_in_peace(self):
        self.assertFalse(self.skp.drafting_warnings)
        self.assertEqual(self.skp.drafting_warning_count, 0)
        self.assertFalse(self.result.drafting_warnings)

    def test_a_result_told_as_an_activity(self):
        self.result.name = "Menyusun laporan"
        self._assert_told("This tells an activity")
        self.assertEqual(self.skp.drafting_warning_count, 1)

    def test_targets(self):
        for values, text in (
            ({"target_min": 0}, "missing or zero"),
            ({"unit": False}, "no unit of measure"),
            ({"target_min": 300, "unit": "persen"}, "far above 100 percent"),
            ({"target_min": 2 * 10**9, "unit": "letters"}, "very large"),
        ):
            with self.subTest(text=text):
                self.indicator.write({"target_min": 5, "unit": "letters", **values})
                self._assert_told(text)

    def test_a_qualitative_plan_without_words(self):
        self.skp.approach = "qualitative"
        self._assert_told("not told yet")
        self.indicator.target_text = "All letters are answered"
        self.assertFalse(self.skp.drafting_warnings)

    def test_a_result_without_indicator(self):
        self.indicator.unlink()
        self._assert_told("no indicator")

    def test_a_plan_without_main_result(self):
        self.result.kind = "additional"
        self._assert_told("no main result", of_plan_only=True)

    def test_each_empty_annex(self):
        for name, text in (
            ("resource_ids", "resource support is empty"),
            ("accountability_ids", "accountability scheme is empty"),
            ("consequence_ids", "consequences are empty"),
        ):
            with self.subTest(annex=name):
                self.skp[name].unlink()
                self._assert_told(text, of_plan_only=True)

    def test_another_assessor_than_in_hr(self):
        self.people["own"].parent_id = self.people["superior"]
        self._assert_told("not the superior in the personnel", of_plan_only=True)
        self.skp.assessor_id = False
        self.env.invalidate_all()
        self.assertIn(
            "no assessor yet", self._as_role(self.skp, "own").drafting_warnings
        )

    def test_a_plan_beyond_its_period(self):
        self.skp.date_to = "2027-02-01"
        self._assert_told("beyond its period", of_plan_only=True)

    def test_a_senior_official_needs_a_perspective(self):
        self.skp.position_kind = "jpt_pratama"
        self.assertTrue(self.skp.has_perspective)
        self._assert_told("perspective")
        self.result.perspective = "budget"
        self.assertFalse(self.skp.drafting_warnings)

    def test_the_head_of_a_unit_may_have_a_perspective(self):
        self.assertFalse(self.skp.has_perspective)
        self.section.manager_id = self.people["own"]
        self.assertTrue(self._as_role(self.skp, "own").has_perspective)
        self.assertFalse(self.skp.drafting_warnings)

    def test_a_result_that_serves_none_of_an_agreed_leader(self):
        leader = self._make_skp("assessor")
        self.assertFalse(self.skp.drafting_warnings)
        leader.state = "agreed"
        self._assert_told("serves no result of the leader")
        self.result.parent_id = leader.result_ids
        self.assertFalse(self.skp.drafting_warnings)

    def test_faults_block_no_step(self):
        self.result.name = "Melaksanakan rapat"
        self.indicator.write({"target_min": 0, "unit": False})
        self.skp.annex_ids.unlink()
        self._as_role(self.skp, "own").action_submit()
        self._as_role(self.skp, "assessor").action_agree()
        self.assertEqual(self.skp.state, "agreed")

    def test_advice_ends_with_the_agreement(self):
        self.result.name = "Melaksanakan rapat"
        for state in STATES:
            self.skp.state = state
            with self.subTest(state=state):
                self.assertEqual(
                    bool(self.skp.drafting_warnings),
                    state in ("draft", "submitted", "reviewed"),
                )

    def test_what_people_type_is_no_markup(self):
        self.result.name = "Menyusun <b>laporan</b>"
        self.assertIn("&lt;b&gt;", self.skp.drafting_warnings)

    def test_the_form_tells_while_it_is_typed(self):
        form = Form(self._as_role(self.skp, "own"))
        with form.result_ids.edit(0) as line:
            line.name = "Membuat laporan"
            self.assertIn("activity", line.drafting_warnings)
        self.assertIn("activity", form.drafting_warnings)

    def test_strangers_read_no_advice(self):
        for role in ("outsider", "officer_out", "manager_b"):
            plan = self._as_role(self.skp, role)
            with self.subTest(role=role):
                self._attempt(AccessError, plan.read, ["drafting_warnings"])


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestSkpFigures(KinerjaCase):
    """What a target may be, and the leader's indicator that it adds to."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.leader = cls._make_agreed_skp(cls.people["assessor"])
        cls.skp = cls._make_skp()
        cls.result = cls._as(cls.skp.result_ids, cls.users["own"])
        cls.indicator = cls.result.indicator_ids
        cls.target = cls.leader.result_ids.indicator_ids

    def test_bad_figures_are_refused_with_a_sentence(self):
        for name in ("target_min", "target_max", "share"):
            for value in (math.nan, math.inf, -math.inf, 10**12, -(10**12), "x", [1]):
                with self.subTest(field=name, value=value):
                    self._attempt(ValidationError, self.indicator.write, {name: value})
                    self._attempt(
                        ValidationError,
                        self.indicator.create,
                        {"result_id": self.result.id, "name": "N", name: value},
                    )

    def test_figures_at_the_border_are_kept(self):
        self.indicator.target_min = 10**12 - 1
        self.env.flush_all()
        self.env.invalidate_all()
        self.assertAlmostEqual(self.indicator.target_min, 10**12 - 1, 1)

    def test_the_minimum_is_never_above_the_maximum(self):
        for polarity in ("higher", "lower", "range"):
            values = {"polarity": polarity, "target_min": 5, "target_max": 4}
            with self.subTest(polarity=polarity):
                self._attempt(UserError, self.indicator.write, values)
        self.indicator.write({"polarity": "range", "target_min": 4, "target_max": 4})
        self.indicator.write({"polarity": "higher", "target_max": 0})
        self.assertEqual(self.indicator.target_min, 4)

    def test_the_form_carries_the_figure_to_the_other_side(self):
        form = Form(self._as_role(self.skp, "own"))
        with form.result_ids.edit(0) as result, result.indicator_ids.edit(0) as line:
            line.polarity = "lower"
            self.assertEqual((line.target_min, line.target_max), (0, 100))
        form.save()
        self.assertRecordValues(
            self.indicator, [{"polarity": "lower", "target_min": 0, "target_max": 100}]
        )

    def test_an_indicator_adds_to_one_of_the_served_result_only(self):
        values = {"leader_indicator_id": self.target.id, "share": 25}
        self._attempt(ValidationError, self.indicator.write, values)
        self.result.parent_id = self.leader.result_ids
        self.indicator.write(values)
        self.assertEqual(self.indicator.share, 25)
        stranger = self._make_agreed_skp(self.people["outsider"])
        self._attempt(
            REFUSALS,
            self.indicator.write,
            {"leader_indicator_id": stranger.result_ids.indicator_ids.id},
        )

    def test_a_changed_leader_result_lets_go_of_the_indicator(self):
        self.result.parent_id = self.leader.result_ids
        self.indicator.write({"leader_indicator_id": self.target.id, "share": 25})
        self.result.parent_id = self.leader.result_ids
        self.assertEqual(self.indicator.share, 25)
        self.result.parent_id = False
        self.assertRecordValues(
            self.indicator, [{"leader_indicator_id": False, "share": 0}]
        )

    def test_the_team_reads_indicators_of_an_agreed_leader_only(self):
        target = self._as_role(self.target, "own")
        self.assertTrue(target.target_label)
        for state in ("draft", "submitted", "cancelled"):
            self.leader.state = state
            with self.subTest(state=state):
                self._attempt(AccessError, target.read, ["name"])
        self.leader.state = "agreed"
        self._attempt(
            AccessError, self._as_role(self.target, "outsider").read, ["name"]
        )

    def test_switching_the_approach_keeps_what_was_typed(self):
        plan = self._as_role(self.skp, "own")
        self.indicator.target_text = "All of them"
        self.assertEqual(self.indicator.target_label, "100 letters")
        plan.approach = "qualitative"
        self.assertEqual(self.indicator.target_label, "All of them")
        plan.approach = "quantitative"
        self.assertRecordValues(
            self.indicator,
            [{"target_min": 100, "unit": "letters", "target_label": "100 letters"}],
        )

    def test_a_qualitative_target_has_no_achievement(self):
        self.skp.approach = "qualitative"
        self.indicator.target_text = "All of them"
        self._as_role(self.skp, "own").action_submit()
        self._as_role(self.skp, "assessor").action_agree()
        evaluation = self._make_evaluation(self.skp)
        line = self._as_role(evaluation.realisation_ids, "own")
        line.value = 50
        self.assertRecordValues(
            line,
            [
                {
                    "achievement": 0,
                    "show_achievement": False,
                    "target_label": "All of them",
                }
            ],
        )

    def test_a_quantitative_target_has_one(self):
        self.assertEqual(self.indicator._get_achievement(50), 50)
