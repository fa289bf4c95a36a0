# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import HttpCase, tagged

from .common import KinerjaCase


@tagged("post_install", "-at_install")
class TestTours(KinerjaCase, HttpCase):
    """What people click, in a real browser."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for user in cls.users.values():
            user.password = user.login

    def test_an_employee_writes_and_submits_a_plan(self):
        self.start_tour("/odoo/kinerja-skp", "asn_skp_write", login="asn_own")
        skp = self.env["asn.skp"].search([("employee_id", "=", self.people["own"].id)])
        self.assertRecordValues(
            skp, [{"state": "submitted", "assessor_id": self.people["assessor"].id}]
        )
        self.assertEqual(skp.result_ids.indicator_ids.target_min, 12)

    def test_an_assessor_rates_and_delivers(self):
        evaluation = self._make_evaluation()
        self.start_tour(
            "/odoo/kinerja-penilaian", "asn_assessment_rate", login="asn_assessor"
        )
        self.assertRecordValues(
            evaluation,
            [{"state": "delivered", "predicate": "good", "result_rating": "meets"}],
        )
