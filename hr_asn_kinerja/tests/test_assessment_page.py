# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import UserError
from odoo.tests import Form, freeze_time, tagged

from .common import NOW, KinerjaCase
from .test_batch import TestBatch

MOST_QUERIES = 60


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestAssessmentPage(KinerjaCase):
    """One page for each person, and one sheet for the team."""

    _count = TestBatch._count

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        staff = [
            cls._make_employee(f"Staff {n}", cls.section, cls.people["assessor"])
            for n in range(3)
        ]
        for employee in staff:
            cls._make_skp_of(employee).state = "agreed"
        cls.evaluation = cls._make_evaluation()
        cls.sheets = cls.env["asn.assessment"].search([], order="employee_name")
        cls.sheet = cls._get_worksheet(cls.evaluation)
        cls.mine = cls._as(cls.sheets, cls.users["assessor"])

    def _load_page(self):
        form = self._as_role(self.sheet, "assessor")
        view = form.get_view(view_type="form")
        names = view["models"]["asn.assessment"]
        specification = {name: {} for name in names if name in form._fields}
        lines = ("value", "note", "achievement", "target_label", "evidence_count")
        specification["realisation_ids"] = {"fields": {name: {} for name in lines}}
        specification["behaviour_ids"] = {"fields": {"rating": {}, "reason": {}}}
        return form.web_read(specification)

    def _make_history(self, years):
        """Add final annual evaluations of earlier years, directly in the table."""
        periods = self.env["asn.period"].create(
            [
                {
                    "name": str(year),
                    "company_id": self.agency.id,
                    "date_from": f"{year}-01-01",
                    "date_to": f"{year}-12-31",
                }
                for year in years
            ]
        )
        periods.action_open()
        for interval in periods.interval_ids:
            if interval.kind == "annual":
                rated = {"result_rating": "above", "predicate": "good"}
                self.evaluation.copy(
                    {"interval_id": interval.id, "state": "final", **rated}
                )

    def test_the_page_costs_the_same_whatever_the_history(self):
        self._make_history([1990])
        self._count(self._load_page)
        few = self._count(self._load_page)
        self._make_history(range(1991, 2010))
        self.assertEqual(self._count(self._load_page), few)
        self.assertLess(few, MOST_QUERIES)

    def test_earlier_ratings_stand_beside(self):
        self._make_history([1990])
        self.assertIn("Annual 1990", self._as_role(self.sheet, "assessor").earlier)
        evaluation = self._as_role(self.evaluation, "own")
        self.assertFalse(evaluation._find_earlier())
        outsider = self._as_role(self.evaluation, "outsider")
        self.assertFalse(outsider._find_earlier())

    def test_what_was_not_delivered_is_no_earlier_rating(self):
        self._make_history([1990])
        past = self.env["asn.evaluation"].search([("state", "=", "final")])
        past.state = "rated"
        self.assertFalse(self._as_role(self.evaluation, "assessor")._find_earlier())

    def test_evidence_sections_are_shown_in_order_and_escaped(self):
        def sections(evaluation):
            return [(30, "<b>Second", "two"), (20, "First", "<script>one")]

        self.patch(
            self.env.registry["asn.evaluation"], "_get_evidence_sections", sections
        )
        shown = self._as_role(self.sheet, "assessor").evidence
        self.assertLess(shown.index("First"), shown.index("Second"))
        self.assertNotIn("<script>", shown)
        self.assertNotIn("<b>", shown)

    def test_a_stale_page_overwrites_nothing(self):
        sheet = self._as_role(self.sheet, "assessor")
        seen = sheet.seen_at
        sheet.write({"result_rating": "above", "seen_at": seen})
        stale = "2026-01-01T00:00:00"
        with self.assertRaisesRegex(UserError, "since you opened it"):
            sheet.write({"result_rating": "below", "seen_at": stale})
        self.assertEqual(sheet.result_rating, "above")

    def test_the_form_shows_the_predicate_at_once(self):
        with Form(self._as_role(self.sheet, "assessor")) as form:
            form.result_rating = "meets"
            form.behaviour_rating = "meets"
            self.assertEqual(form.predicate, "good")
        self.assertEqual(self.sheet.result_rating, "meets")

    def test_next_opens_the_next_who_is_not_rated(self):
        first, second = self.mine[0], self.mine[1]
        self.assertEqual(first.action_next()["res_id"], second.id)
        self.assertEqual(self.mine[-1].action_next()["res_id"], first.id)
        self._get_others(first).evaluation_id.sudo().write({"state": "rated"})
        self.assertEqual(first.action_next()["tag"], "display_notification")

    def _get_others(self, sheet):
        return self.mine - sheet

    def test_many_are_rated_each_on_its_own(self):
        good, bad = self.mine[0], self.mine[1]
        (good | bad).evaluation_id.sudo().write({"state": "submitted"})
        good.write({"result_rating": "meets", "behaviour_rating": "meets"})
        told = (good | bad).action_rate_many()["params"]
        self.assertEqual(good.evaluation_id.state, "rated")
        self.assertEqual(bad.evaluation_id.state, "submitted")
        self.assertIn(bad.employee_name, told["message"])
        self.assertTrue(told["sticky"])
        told = (good | bad).action_deliver_many()["params"]
        self.assertEqual(good.evaluation_id.state, "delivered")
        self.assertIn(bad.employee_name, told["message"])

    def test_the_sheet_costs_the_same_for_many(self):
        names = ("achievement_summary", "suggested_result", "organisation_rating")
        self.period.advise_result = True
        TestBatch._assert_flat(
            self,
            lambda sheets: self._as_role(sheets, "assessor").read(names),
            self.sheets[:2],
            self.sheets,
        )

    def test_a_plan_closed_by_a_move_is_rated_by_the_assessor_it_names(self):
        self.evaluation.skp_id.sudo().state = "closed"
        self.people["own"].create_version(
            {"date_version": "2026-04-05", "department_id": self.other_unit.id}
        )
        self.people["own"].parent_id = self.people["acting"]
        self.env.flush_all()
        self._rate(self.evaluation)
        self.assertEqual(self.evaluation.state, "rated")
