# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import json

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from .common import NOW, REFUSALS, KinerjaCase
from .test_secrecy import BLIND


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestAssessmentValues(KinerjaCase):
    """Core values on the worksheet, advice from the figures, and what is refused."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.evaluation = cls._make_evaluation()
        cls._fill_and_submit(cls.evaluation)
        cls._fill_worksheet(cls.evaluation, "meets", "meets")
        cls.sheet = cls._get_worksheet(cls.evaluation)
        cls.mine = cls._as(cls.sheet, cls.users["assessor"])

    def _rate_it(self):
        self._as_role(self.evaluation, "assessor").action_rate()

    def test_each_core_value_has_a_line(self):
        self.assertEqual(
            self.sheet.behaviour_ids.behaviour_id, self.env["asn.behaviour"].search([])
        )

    def test_a_value_above_or_below_needs_a_reason(self):
        line = self.mine.behaviour_ids[1]
        for rating in ("above", "below"):
            line.write({"rating": rating, "reason": "  "})
            with (
                self.subTest(rating=rating),
                self.assertRaisesRegex(UserError, line.behaviour_id.name),
            ):
                self._rate_it()
        line.write({"rating": "below", "reason": "Seen twice"})
        self._rate_it()

    def test_all_values_are_rated_where_the_agency_wants_it(self):
        self.period.rate_each_value = True
        with self.assertRaisesRegex(UserError, "each core value"):
            self._rate_it()
        self.mine.action_rest_meets()
        self._rate_it()

    def test_delivery_copies_the_ratings_and_keeps_the_reasons_private(self):
        line = self.mine.behaviour_ids[1]
        line.write({"rating": "above", "reason": "Secret reason of a value"})
        self.mine.action_rest_meets()
        self._rate_it()
        self._as_role(self.evaluation, "assessor").action_deliver()
        own = self._as_role(self.evaluation, "own")
        self.assertEqual(len(own.value_ids), len(self.sheet.behaviour_ids))
        self.assertEqual(own.value_ids[1].rating, "above")
        text = self.evaluation.decision_ids.filtered("snapshot").snapshot
        rated = json.loads(text)["behaviours"]
        self.assertEqual(
            [value["rating"]["key"] for value in rated][:2], ["meets", "above"]
        )
        self.assertNotIn("Secret reason", text)
        self._attempt(AccessError, own.value_ids[0].write, {"rating": "below"})
        self._attempt(AccessError, own.value_ids[0].unlink)

    def test_lines_are_as_secret_as_the_worksheet(self):
        lines = self.sheet.behaviour_ids
        for role in BLIND:
            theirs = self._as_role(lines, role)
            with self.subTest(role=role):
                self._attempt(AccessError, theirs.read, ["rating"])
                self._attempt(AccessError, theirs.export_data, ["rating"])
                for leaf in (
                    ("rating", "=", "meets"),
                    ("reason", "ilike", "Secret"),
                    ("assessment_id.result_rating", "!=", False),
                    ("evaluation_id", "=", self.evaluation.id),
                ):
                    self.assertTrue(self._finds_nothing(theirs, leaf))
                self.assertTrue(
                    self._finds_nothing(
                        self._as_role(self.env["asn.evaluation"], role),
                        ("value_ids.rating", "!=", False),
                    )
                )

    def _finds_nothing(self, records, leaf):
        try:
            groups = records.formatted_read_group([leaf], [], ["__count"])
            return not records.search([leaf], order="id") and not groups[0]["__count"]
        except REFUSALS:
            return True

    def test_lines_are_written_by_the_assessor_alone_until_delivery(self):
        line = self.sheet.behaviour_ids[:1]
        for role in ("own", "superior", "auditor", "manager", "officer", "outsider"):
            with self.subTest(role=role):
                self._attempt(
                    AccessError, self._as_role(line, role).write, {"rating": "below"}
                )
        self._as_role(line, "acting").write({"rating": "below", "reason": "Seen"})
        mine = self._as_role(line, "assessor")
        self._attempt(AccessError, mine.write, {"behaviour_id": line.behaviour_id.id})
        self._attempt(AccessError, mine.unlink)
        self._rate_it()
        self._as_role(self.evaluation, "assessor").action_deliver()
        self._attempt(REFUSALS, mine.write, {"rating": "above"})

    def test_lines_of_somebody_else_are_not_reached_through_the_own_sheet(self):
        other = self._make_evaluation(self._make_agreed_skp(self.people["outsider"]))
        foreign = self._get_worksheet(other).behaviour_ids[:1]
        command = (1, foreign.id, {"rating": "below"})
        self._attempt(AccessError, self.mine.write, {"behaviour_ids": [command]})

    def test_advice_is_off_until_the_agency_switches_it_on(self):
        self.assertFalse(self.mine.suggested_result)
        self.assertFalse(self.mine.result_advice)
        self.period.advise_result = True
        self.mine.invalidate_recordset()
        self.assertEqual(self.mine.suggested_result, "meets")
        self.assertIn("90", self.mine.result_advice)
        self.period.write({"advise_above_from": 90, "advise_meets_from": 70})
        self.mine.invalidate_recordset()
        self.assertEqual(self.mine.suggested_result, "above")

    def test_far_from_the_figures_asks_for_a_reason(self):
        self.period.write({"advise_result": True, "advise_meets_from": 95})
        self.mine.write({"result_rating": "above", "result_reason": False})
        with self.assertRaisesRegex(UserError, "figures suggest"):
            self._rate_it()
        self.mine.write({"result_rating": "meets"})
        self._rate_it()

    def test_far_from_the_figures_with_a_reason_is_the_official_s_right(self):
        self.period.write({"advise_result": True, "advise_meets_from": 95})
        self.mine.write({"result_rating": "above", "result_reason": "The flood"})
        self._rate_it()

    def test_no_advice_sets_a_rating(self):
        self.period.advise_result = True
        self.mine.write({"result_rating": False, "behaviour_rating": False})
        self.mine.action_rest_meets()
        self.assertFalse(self.mine.result_rating)
        self.assertFalse(self.mine.behaviour_rating)

    def test_thresholds_that_cross_are_refused(self):
        refusals = (IntegrityError, ValueError)
        for values in (
            {"advise_meets_from": 101},
            {"advise_meets_from": -1},
            {"advise_above_from": float("nan")},
            {"advise_above_from": 500},
        ):
            with self.subTest(values=values), mute_logger("odoo.sql_db"):
                self._attempt(refusals, self.period.write, values)

    def test_who_left_the_post_rates_no_more(self):
        self._as_role(self.sheet, "acting").write({"result_rating": "above"})
        self.delegation.date_to = "2026-04-09"
        self.env.flush_all()
        acting = self._as_role(self.sheet, "acting")
        self._attempt(REFUSALS, acting.write, {"result_rating": "below"})
        line = self._as_role(self.sheet.behaviour_ids[:1], "acting")
        self._attempt(REFUSALS, line.write, {"rating": "meets"})
        evaluation = self._as_role(self.evaluation, "acting")
        self._attempt(REFUSALS, evaluation.action_rate)

    def test_a_deputy_of_others_too_does_not_rate_after_the_term(self):
        self._make_delegation("acting", self.people["acting"].parent_id)
        self.delegation.date_to = "2026-04-09"
        self.env.flush_all()
        acting = self._as_role(self.sheet, "acting")
        self._attempt(REFUSALS, acting.write, {"result_rating": "below"})

    def test_a_closed_period_locks_the_worksheet(self):
        self.period.state = "closed"
        self._attempt(UserError, self.mine.write, {"result_rating": "below"})
        line = self.mine.behaviour_ids[:1]
        self._attempt(UserError, line.write, {"rating": "meets"})

    def test_unknown_ratings_are_refused(self):
        for value in ("good", "NaN", 3):
            with self.subTest(value=value):
                self._attempt(
                    (ValueError, *REFUSALS), self.mine.write, {"result_rating": value}
                )
