# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date
from unittest.mock import patch

from odoo.tests import tagged

from ..citizen_rules import ELEMENTS, satisfaction
from .common import PERIOD, CitizenHttpCase


@tagged("post_install", "-at_install")
class TestRelease(CitizenHttpCase):
    def setUp(self):
        super().setUp()
        self.today = date(2026, 4, 1)

    def release(self):
        with patch.object(
            type(self.env["asn.period"]), "_today", lambda _self: self.today
        ):
            self.releases._cron_release()
        return self.current()

    def current(self):
        return self.releases.search(
            [("department_id", "=", self.unit.id), ("is_current", "=", True)]
        )

    def test_nothing_below_five(self):
        self._seed(4)
        self.assertFalse(self.release())
        self._seed(1)
        self.assertEqual(self.release().n, 5)

    def test_again_after_seven_days_and_five_more(self):
        self._seed(5)
        self.release()
        self._seed(9)
        self.today = date(2026, 4, 7)
        self.assertEqual(self.release().n, 5)
        self.today = date(2026, 4, 8)
        self.assertEqual(self.release().n, 14)
        self._seed(4)
        self.today = date(2026, 5, 8)
        self.assertEqual(self.release().n, 14)
        numbers = self.releases.search([("department_id", "=", self.unit.id)])
        self.assertEqual(sorted(numbers.mapped("n")), [5, 14])

    def test_quarantined_and_internal_never_count(self):
        self._seed(5, 2)
        for trust in ("quarantined", "internal"):
            self._seed(50, 4, trust=trust)
        self._seed(3, 2, trust="verified")
        release = self.release()
        self.assertEqual((release.n, release.score_2, release.score_4), (8, 8, 0))
        self.assertAlmostEqual(release.verified_share, 3 / 8, places=4)

    def test_figures_are_those_of_the_rules(self):
        answers = [
            {code: 1 + (number * place) % 4 for place, code in enumerate(ELEMENTS, 1)}
            for number in range(23)
        ]
        scores = [1 + number % 4 for number in range(23)]
        self.answers._seed(self.counter, PERIOD, scores, details=answers)
        expected = satisfaction.index(answers)
        release = self.release()
        self.assertAlmostEqual(release.converted, float(expected.converted), places=2)
        self.assertAlmostEqual(release.index, float(expected.index), places=4)
        self.assertEqual(release.grade, expected.grade)
        self.assertEqual(release.basis, "elements")
        for code, mean in expected.elements.items():
            self.assertAlmostEqual(release[f"mean_{code}"], float(mean), places=4)
        counts = [release[f"score_{score}"] for score in range(1, 5)]
        self.assertEqual(counts, [scores.count(score) for score in range(1, 5)])

    def test_the_faces_alone_say_so(self):
        self._seed(4, 4, element=4)
        self._seed(6, 2)
        release = self.release()
        self.assertEqual((release.n, release.basis), (10, "faces"))
        self.assertAlmostEqual(release.converted, 25 * (4 * 4 + 6 * 2) / 10, places=2)
        self.assertFalse(release.mean_time)

    def test_no_two_releases_tell_what_one_person_answered(self):
        self._seed(6, 4, element=4)
        first = self.release()
        self._seed(8, 4)
        self._seed(1, 1, element=1)
        self.today = date(2026, 4, 20)
        second = self.release()
        self.assertEqual((first.n, second.n), (6, 15))
        self.assertEqual(second.mean_time, first.mean_time)
        self._seed(5, 1, element=1)
        self.today = date(2026, 5, 20)
        self.assertLess(self.release().mean_time, 4)

    def test_units_and_months_are_apart(self):
        other = self._make_counter("Other", self._make_unit("Other", self.agency))
        self._seed(5)
        self._seed(5, period="2026-02")
        self._seed(3, counter=other)
        self.assertEqual(self.release().mapped("period"), [PERIOD, "2026-02"])
        self.assertFalse(
            self.releases.search([("department_id", "=", other.department_id.id)])
        )

    def test_the_number_of_queries_does_not_grow(self):
        def cost():
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.release()
            self.env.flush_all()
            return self.env.cr.sql_log_count - before

        self._seed(5)
        cost()
        self._seed(5, period="2025-01")
        one = cost()
        for month in range(2, 10):
            self._seed(5, period=f"2025-0{month}")
        self.assertLessEqual(cost(), one + 2)

    def test_answers_move_with_no_later_transfer(self):
        self._seed(5)
        self.counter.department_id = self._make_unit("New", self.agency)
        self.assertEqual(self.release().n, 5)

    def test_public_results_show_released_figures_only(self):
        month = f"{date.today():%Y-%m}"
        self._seed(6, 3, period=month, element=3)
        page = self.get("/kepuasan").text
        self.assertNotIn("75,00", page)
        self.release()
        self._seed(50, 1, period=month, element=1)
        self.env.flush_all()
        page = self.get("/kepuasan").text
        self.assertIn("75,00", page)
        self.assertIn("6 jawaban", page)
        self.assertIn("75.00", self.get("/kepuasan?l=en").text)
