# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.fields import Date
from odoo.tests import HttpCase, tagged

from .common import KinerjaCase


class ObjectionTour(KinerjaCase, HttpCase):
    """A delivered evaluation of `own`, in the present of the browser."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for user in cls.users.values():
            user.password = user.login
        cls.evaluation = cls._make_evaluation()
        cls._deliver(cls.evaluation)

    def _get_url(self):
        return f"/odoo/asn.evaluation/{self.evaluation.id}"


@tagged("post_install", "-at_install")
class TestObjectionTour(ObjectionTour):
    browser_size = "1366x768"

    def test_the_superior_decides(self):
        self._as_role(self.evaluation, "own").action_object("My figures are missing")
        self._as_role(self.evaluation, "assessor").action_explain("They came late")
        self.start_tour(self._get_url(), "asn_objection_decide", login="asn_superior")
        self.assertRecordValues(
            self.evaluation,
            [{"state": "decided", "predicate": "very_good", "first_predicate": "good"}],
        )


@tagged("post_install", "-at_install")
class TestObjectionTourOnThePhone(ObjectionTour):
    browser_size = "390x844"
    touch_enabled = True

    def test_the_employee_objects(self):
        self.start_tour(self._get_url(), "asn_objection_file", login="asn_own")
        self.assertEqual(self.evaluation.state, "objected")
        objection = self.evaluation.objection_ids
        self.assertEqual(objection.result_reason, "The figures of March are missing")
        today = self.period._today()
        self.assertEqual(Date.to_date(objection.filed_on), today)
