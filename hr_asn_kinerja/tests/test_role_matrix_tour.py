# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import HttpCase, tagged

from .common import KinerjaCase


@tagged("post_install", "-at_install")
class TestRoleMatrixTour(KinerjaCase, HttpCase):
    """The matrix in a real browser, by the keyboard alone."""

    def test_a_leader_fills_a_cell_by_the_keyboard(self):
        leader = self._make_agreed_skp(self.people["assessor"])
        self.env["asn.skp.result"].create(
            self._prepare_result_values(skp_id=leader.id, name="Second column")
        )
        self.users["assessor"].password = "asn_assessor"
        self.start_tour(
            "/odoo/kinerja-matriks", "asn_role_matrix_fill", login="asn_assessor"
        )
        skp = self.env["asn.skp"].search([("employee_id", "=", self.people["own"].id)])
        self.assertRecordValues(
            skp.result_ids,
            [
                {
                    "name": "Letters of Monday",
                    "origin": "assessor",
                    "parent_id": leader.result_ids.sorted("id")[0].id,
                }
            ],
        )
