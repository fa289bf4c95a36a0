# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import freeze_time, tagged

from .common import NOW, REFUSALS, ROLES, KinerjaCase
from .consequences import Consequences

READERS = ("own", "assessor", "superior", "officer", "acting", "manager", "auditor")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestHistory(Consequences, KinerjaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.skp = cls._make_agreed_skp()
        cls.evaluation = cls._make_evaluation(cls.skp)
        cls._rate(cls.evaluation, "above", "above")

    def _find(self, role):
        self.env.flush_all()
        return self._as_role(self.env["asn.history"], role).search([])

    def test_nothing_is_seen_before_delivery(self):
        for role in ROLES:
            with self.subTest(role=role):
                self.assertFalse(self._find(role))

    def test_what_was_delivered_is_seen_by_those_who_may(self):
        self._as_role(self.evaluation, "assessor").action_deliver()
        for role in ROLES:
            with self.subTest(role=role):
                self.assertEqual(bool(self._find(role)), role in READERS)
        row = self._find("own")
        self.assertRecordValues(
            row,
            [
                {
                    "year": "2026",
                    "kind": "quarter",
                    "number": 1,
                    "predicate": "very_good",
                    "level": 5,
                    "employee_name": "Name own",
                    "assessor_name": "Name assessor",
                    "interval_name": "Quarter 1 2026",
                }
            ],
        )
        self.assertEqual(row.action_open()["res_id"], self.evaluation.id)

    def test_the_assessor_of_today_sees_what_came_before(self):
        self._as_role(self.evaluation, "assessor").action_deliver()
        self.assertFalse(self._find("outsider"))
        self.skp.assessor_id = self.people["outsider"]
        self.assertEqual(len(self._find("outsider")), 1)
        self._attempt(REFUSALS, self._find("outsider").action_open)
        self.skp.state = "closed"
        self.assertFalse(self._find("outsider"))

    def test_several_years_are_ordered_from_the_newest(self):
        self._as_role(self.evaluation, "assessor").action_deliver()
        annual = self._make_final("good", self.skp, self._get_annual())
        rows = self._find("own")
        self.assertEqual(rows.mapped("kind"), ["annual", "quarter"])
        self.assertEqual(rows.evaluation_id, annual | self.evaluation)
        groups = self._as_role(self.env["asn.history"], "manager")._read_group(
            [], ["year", "predicate"], ["__count"]
        )
        self.assertEqual(sorted(group[1] for group in groups), ["good", "very_good"])

    def test_it_is_read_only(self):
        self._as_role(self.evaluation, "assessor").action_deliver()
        for role in READERS:
            with self.subTest(role=role):
                row = self._find(role)
                self._attempt(REFUSALS, row.write, {"year": "2000"})
                self._attempt(REFUSALS, row.unlink)
