# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import HttpCase, freeze_time, tagged

from .common import NOW, KinerjaCase


@tagged("post_install", "-at_install")
class TestAssessmentTour(KinerjaCase, HttpCase):
    """An assessor rates three people on one sheet, in a real browser."""

    def test_three_people_are_rated_on_one_sheet(self):
        self.users["assessor"].password = "asn_assessor"
        for number in range(2):
            employee = self._make_employee(
                f"Staff {number}", self.section, self.people["assessor"]
            )
            self._make_skp_of(employee).state = "agreed"
        with freeze_time(NOW):
            self._make_evaluation()
        self.start_tour(
            "/odoo/kinerja-lembar-tim", "asn_assessment_sheet", login="asn_assessor"
        )
        self.env.invalidate_all()
        sheets = self.env["asn.assessment"].search([], order="employee_name, id")
        self.assertRecordValues(
            sheets,
            [
                {"result_rating": rating, "behaviour_rating": rating}
                for rating in ("meets", "above", "meets")
            ],
        )
