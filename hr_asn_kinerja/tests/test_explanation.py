# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import json

from odoo import Command
from odoo.tests import Form, freeze_time, tagged

from .common import NOW, KinerjaCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestExplanation(KinerjaCase):
    """A line beside the judgement: figures, their meaning, and how they moved."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.skp = cls._make_agreed_skp()
        cls.first = cls._report("2026-01-01", 84)
        cls.second = cls._report("2026-04-01", 90)

    @classmethod
    def _report(cls, date_from, value, kind="quarter"):
        interval = cls._get_interval(cls.period, date_from, kind)
        line = cls._make_evaluation(cls.skp, interval).realisation_ids
        cls._as(line, cls.users["own"]).value = value
        return line

    def _explain(self, line, role="own", **values):
        line.sudo().write(values)
        return self._as_role(line, role).explanation

    def test_figures_meaning_and_course(self):
        self.assertEqual(
            self._explain(self.second),
            "90 of 100 letters = 90%; higher is better; Quarter I 2026 84%, up",
        )
        self.assertEqual(
            self._explain(self.first), "84 of 100 letters = 84%; higher is better"
        )
        self.assertIn("84%, down", self._explain(self.second, value=80))
        self.assertIn("84%, unchanged", self._explain(self.second, value=84))
        text = self._explain(self.second, value=130)
        self.assertIn("= 120%", text)
        self.assertIn("not more than 120% is counted", text)

    def test_where_less_is_better_a_falling_figure_is_a_rise(self):
        indicator = self.second.indicator_id.sudo()
        indicator.write({"polarity": "lower", "target_max": 100, "target_min": 0})
        self.assertEqual(
            self._explain(self.second, value=80),
            "80, at most 100 letters = 120%; lower is better; Quarter I 2026 116%, up",
        )
        indicator.write({"polarity": "range", "target_min": 80})
        self.assertIn("expected 80 - 100 letters = 100%", self._explain(self.second))

    def test_what_is_not_known_is_said(self):
        silent = {"is_reported": False, "note": False}
        self.assertEqual(self._explain(self.second, **silent), "Not reported yet")
        text = self._explain(self.second, note="The office was closed")
        self.assertEqual(text, "No figure; the note says why.")

    def test_no_percentage_where_the_agency_shows_none(self):
        self.period.show_achievement = False
        self.assertEqual(
            self._explain(self.second), "90 of 100 letters; higher is better"
        )

    def test_words_have_no_percentage_and_no_chart(self):
        self.skp.approach = "qualitative"
        text = self._explain(self.second, note="Done")
        self.assertIn("Judged by its words", text)
        self.assertFalse(self._as_role(self.second, "own").trend)

    def test_the_chart_begins_at_zero_and_ends_with_the_line_itself(self):
        self._report("2026-01-01", 60, "annual")
        bars = json.loads(self._as_role(self.second, "own").trend)
        self.assertEqual(
            [(bar["value"], bar["height"], bar["isNow"]) for bar in bars],
            [("84", 93.3, False), ("90", 100.0, True)],
        )
        self.assertFalse(self._as_role(self.first, "own").trend)

    def test_the_chart_has_at_most_eight_bars(self):
        period = self._make_period(
            self.agency,
            name="Monthly",
            cadence="month",
            date_from="2027-01-01",
            date_to="2027-12-31",
        )
        skp = self._make_agreed_skp(period_id=period.id)
        months = period.interval_ids.filtered(lambda line: line.kind == "month")
        lines = self.second.browse()
        for number, month in enumerate(months.sorted("date_from"), 1):
            self.env["asn.evaluation"]._open_for(month, skp)
            line = skp.evaluation_ids.realisation_ids - lines
            line.value = number
            lines += line
        bars = json.loads(lines[-1].trend)
        self.assertEqual(
            [bar["value"] for bar in bars], list("56789") + ["10", "11", "12"]
        )

    def test_readers_see_only_intervals_that_they_may_read(self):
        self._fill_and_submit(self.first.evaluation_id)
        self._fill_worksheet(self.first.evaluation_id)
        # delivered only the second: the manager does not read the first
        second = self._get_interval(self.period, "2026-04-01")
        self.performance.copy({"interval_id": second.id, "state": "approved"})
        self._deliver(self.second.evaluation_id)
        text = self._as_role(self.second, "manager").explanation
        self.assertIn("90 of 100", text)
        self.assertNotIn("Quarter I 2026", text)
        self.assertFalse(self._as_role(self.second, "manager").trend)
        self.assertIn(
            "Quarter I 2026", self._as_role(self.second, "assessor").explanation
        )

    def test_it_follows_what_is_typed(self):
        form = Form(self._as_role(self.second, "own"))
        form.value = 50
        self.assertIn("50 of 100 letters = 50%", form.explanation)
        self.assertEqual(json.loads(form.trend)[-1]["value"], "50")

    def test_it_costs_the_same_for_many_lines(self):
        indicator = self._prepare_result_values()["indicator_ids"]
        results = [
            Command.create({"name": f"Result {number}", "indicator_ids": indicator})
            for number in range(20)
        ]
        self.skp.sudo().write({"result_ids": results})
        third = self._get_interval(self.period, "2026-07-01")
        lines = self._make_evaluation(self.skp, third).realisation_ids
        lines.write({"value": 5})
        costs = [self._count(lines[:2]), self._count(lines[:2]), self._count(lines)]
        self.assertLessEqual(costs[2], costs[1])

    def _count(self, lines):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.cr.sql_log_count
        self._as_role(lines.browse(lines.ids), "assessor").mapped("explanation")
        return self.cr.sql_log_count - before
