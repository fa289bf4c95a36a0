# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import freeze_time, tagged

from .common import NOW, REFUSALS, KinerjaCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestSkpParts(KinerjaCase):
    """Expected behaviour and annexes: both sides write, each in its time."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.skp = cls._make_skp()
        cls.line = cls.skp.behaviour_ids[:1]

    def _expect(self, role, text="Greets everybody"):
        skp = self._as_role(self.skp, role)
        skp.write(
            {"behaviour_ids": [Command.update(self.line.id, {"expectation": text})]}
        )

    def test_every_plan_has_the_seven_values_in_their_order(self):
        plans = self._make_skp("outsider") + self._make_skp("acting")
        for plan in plans:
            names = plan.behaviour_ids.behaviour_id.mapped("code")
            self.assertEqual(names[0], "service")
            self.assertEqual(len(names), 7)
        self.assertEqual(len(self.line.indicator_text.splitlines()), 3)

    def test_values_are_added_once(self):
        self.skp._make_behaviours()
        self.assertEqual(len(self.skp.behaviour_ids), 7)

    def test_many_plans_take_as_many_queries_as_one(self):
        def count(plans):
            plans.behaviour_ids.unlink()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            plans._make_behaviours()
            self.env.flush_all()
            return self.cr.sql_log_count - before

        many = self.skp + self._make_skp("outsider") + self._make_skp("acting")
        count(self.skp)
        self.assertEqual(count(self.skp), count(many))

    def test_the_employee_proposes_while_it_is_a_draft(self):
        self._expect("own")
        self.assertEqual(self.line.expectation, "Greets everybody")
        self.skp.state = "submitted"
        self._attempt(UserError, self._expect, "own")

    def test_the_assessor_writes_until_it_is_agreed(self):
        for state in ("draft", "submitted", "reviewed"):
            self.skp.state = state
            with self.subTest(state=state):
                self._expect("assessor", state)
                self.assertEqual(self.line.expectation, state)
        for state in ("agreed", "closed", "cancelled"):
            self.skp.state = state
            with self.subTest(state=state):
                self._attempt(UserError, self._expect, "assessor")

    def test_who_acts_for_the_assessor_writes_too(self):
        self.skp.state = "submitted"
        self._expect("acting", "As agreed")
        self.assertEqual(self.line.expectation, "As agreed")

    def test_nobody_else_writes(self):
        self.skp.state = "submitted"
        for role in ("superior", "officer", "manager", "auditor", "outsider"):
            with self.subTest(role=role):
                self._attempt(REFUSALS, self._expect, role)

    def test_the_assessor_writes_nothing_else_of_the_plan(self):
        self.skp.state = "submitted"
        skp = self._as_role(self.skp, "assessor")
        result = self.skp.result_ids
        command = Command.update(result.id, {"name": "Mine"})
        part = Command.update(self.line.id, {"expectation": "x"})
        for values in (
            {"result_ids": [command]},
            {"behaviour_ids": [part], "result_ids": [command]},
            {"behaviour_ids": [part], "approach": "qualitative"},
            {"behaviour_ids": [Command.clear()]},
            {"behaviour_ids": [Command.unlink(self.line.id)]},
            {"behaviour_ids": [Command.delete(self.line.id)]},
            {"behaviour_ids": [Command.create({"expectation": "x"})]},
            {"behaviour_ids": [Command.update(self.line.id, {"behaviour_id": 1})]},
        ):
            with self.subTest(values=values):
                self._attempt(REFUSALS, skp.write, values)

    def test_lines_of_another_plan_are_refused(self):
        other = self._make_skp("superior")
        command = Command.update(other.behaviour_ids[0].id, {"expectation": "x"})
        self.skp.state = "submitted"
        skp = self._as_role(self.skp, "assessor")
        self._attempt(AccessError, skp.write, {"behaviour_ids": [command]})

    def test_annexes_are_written_by_both_sides(self):
        own = self._as_role(self.skp, "own")
        own.write({"annex_ids": [Command.create({"name": "A laptop"})]})
        self.skp.state = "submitted"
        assessor = self._as_role(self.skp, "assessor")
        line = self.skp.annex_ids
        assessor.write(
            {
                "annex_ids": [
                    Command.update(line.id, {"name": "A computer"}),
                    Command.create({"name": "Monthly", "kind": "accountability"}),
                ]
            }
        )
        self.assertEqual(self.skp.annex_ids.mapped("name"), ["A computer", "Monthly"])
        assessor.write({"annex_ids": [Command.delete(line.id)]})
        self.assertEqual(self.skp.annex_ids.mapped("kind"), ["accountability"])
        self._attempt(UserError, self._as_role(self.skp.annex_ids, "own").unlink)

    def test_the_usual_texts_fill_only_empty_lists(self):
        own = self._as_role(self.skp, "own")
        own.write({"annex_ids": [Command.create({"name": "A laptop"})]})
        own.action_add_usual_annexes()
        kinds = self.skp.annex_ids.mapped("kind")
        self.assertEqual(kinds.count("resources"), 1)
        self.assertEqual(set(kinds), {"resources", "accountability", "consequences"})
        before = len(kinds)
        own.action_add_usual_annexes()
        self.assertEqual(len(self.skp.annex_ids), before)
        self.skp.state = "agreed"
        self.skp.annex_ids.unlink()
        for role in ("own", "assessor", "officer"):
            plan = self._as_role(self.skp, role)
            self._attempt(REFUSALS, plan.action_add_usual_annexes)

    def test_the_screen_knows_who_may_write(self):
        expected = {
            "draft": {"own", "assessor", "acting"},
            "submitted": {"assessor", "acting"},
            "agreed": set(),
        }
        for state, roles in expected.items():
            self.skp.state = state
            for role in ("own", "assessor", "acting", "superior", "officer", "auditor"):
                plan = self._as_role(self.skp, role)
                plan.invalidate_recordset()
                with self.subTest(state=state, role=role):
                    self.assertEqual(plan.may_write_parts, role in roles)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestDrafting(KinerjaCase):
    """Advice on a draft: sentences to both sides, no obstacle."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.users["own"].lang = cls.users["assessor"].lang = "en_US"
        cls.skp = cls._make_skp()

    def _read_advice(self, role="own"):
        skp = self._as_role(self.skp, role)
        skp.invalidate_recordset()
        return skp.with_context(lang="en_US").drafting_advice or ""

    def test_the_faults_are_told_to_both_sides(self):
        self.skp.result_ids.name = "Menyusun laporan"
        for role in ("own", "assessor", "officer"):
            with self.subTest(role=role):
                advice = self._read_advice(role)
                self.assertIn("“Menyusun laporan”: reads like an activity", advice)
                self.assertIn("which resources are given", advice)

    def test_a_clean_plan_gets_no_advice(self):
        self._as_role(self.skp, "own").action_add_usual_annexes()
        self.assertEqual(self._read_advice(), "")

    def test_it_stops_nobody(self):
        self.skp.result_ids.name = "Menyusun laporan"
        self._as_role(self.skp, "own").action_submit()
        self._as_role(self.skp, "assessor").action_agree()
        self.assertEqual(self.skp.state, "agreed")
        self.assertEqual(self._read_advice(), "")

    def test_a_superior_who_changed_in_hr_is_noticed(self):
        self.people["own"].parent_id = self.people["superior"]
        self.assertIn("not the superior", self._read_advice())

    def test_senior_officials_have_perspectives(self):
        self.assertNotIn("perspective", self._read_advice())
        self.skp.position_kind = "jpt_pratama"
        self.assertIn("no perspective", self._read_advice())
        self.skp.result_ids.perspective = "budget"
        self.assertNotIn("perspective", self._read_advice())

    def test_the_head_of_an_independent_unit_is_senior(self):
        self.office.manager_id = self.people["own"]
        self.assertFalse(self.skp.is_senior)
        self.skp.department_id = self.office
        self.assertTrue(self.skp.is_senior)

    def test_results_should_serve_the_leader_once_they_can(self):
        self.assertNotIn("serves no result", self._read_advice())
        leader = self._make_agreed_skp(self.people["assessor"])
        self.assertIn("serves no result", self._read_advice())
        self.skp.result_ids.parent_id = leader.result_ids
        self.assertNotIn("serves no result", self._read_advice())

    def test_qualitative_plans_are_told_in_words(self):
        self.skp.approach = "qualitative"
        self.assertIn("tells no target", self._read_advice())
        line = self.skp.result_ids.indicator_ids
        line.target_text = "Every letter is answered within a day"
        self.assertNotIn("tells no target", self._read_advice())
        self.assertEqual(line.target_label, line.target_text)
        self.assertIsNone(line._get_achievement(5))

    def test_changing_the_approach_keeps_what_was_typed(self):
        line = self.skp.result_ids.indicator_ids
        line.target_text = "Every letter"
        own = self._as_role(self.skp, "own")
        own.approach = "qualitative"
        own.approach = "quantitative"
        self.assertEqual((line.target_min, line.target_text), (100, "Every letter"))
        self.assertIn("100", line.target_label)

    def test_absurd_figures_are_refused_with_a_sentence(self):
        line = self._as_role(self.skp.result_ids.indicator_ids, "own")
        for figure in (-1, 1e13, float("inf"), float("nan")):
            with self.subTest(figure=figure):
                self._attempt(REFUSALS, line.write, {"target_min": figure})
        range_values = {"polarity": "range", "target_min": 2, "target_max": 1}
        self._attempt(UserError, line.write, range_values)

    def test_an_indicator_adds_to_the_leaders_indicator(self):
        leader = self._make_agreed_skp(self.people["assessor"])
        result = self._as_role(self.skp.result_ids, "own")
        line = result.indicator_ids
        wanted = leader.result_ids.indicator_ids
        self._attempt(UserError, line.write, {"leader_indicator_id": wanted.id})
        result.parent_id = leader.result_ids.id
        line.write({"leader_indicator_id": wanted.id, "share": 40})
        self.assertEqual(line.leader_indicator_id.name, wanted.name)
        result.parent_id = False
        self.assertFalse(line.leader_indicator_id)
        self.assertEqual(line.share, 0)
        self._attempt(REFUSALS, line.write, {"share": 101})

    def test_many_plans_take_as_many_queries_as_one(self):
        many = self.skp + self._make_skp("outsider") + self._make_skp("acting")

        def count(plans):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            plans.mapped("drafting_advice")
            return self.cr.sql_log_count - before

        count(many)
        self.assertEqual(count(self.skp), count(many))
