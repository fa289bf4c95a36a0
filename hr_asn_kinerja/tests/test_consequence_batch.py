# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.tests import freeze_time, tagged

from .common import NOW, KinerjaCase

FEW, MANY = 2, 20


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestConsequenceBatch(KinerjaCase):
    """What follows from many results costs little more than from few."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.staff = cls.env["hr.employee"]
        for number in range(FEW + MANY):
            cls.staff += cls._make_employee(
                f"Staff {number:02}", cls.section, cls.people["assessor"]
            )
        cls.staff.write(
            {
                "position_kind": "fungsional_keahlian",
                "position_grade": "ahli_pertama",
            }
        )
        plans = cls.env["asn.skp"].create(
            [
                {
                    "employee_id": person.id,
                    "period_id": cls.period.id,
                    "result_ids": [Command.create(cls._prepare_result_values())],
                }
                for person in cls.staff
            ]
        )
        plans.write({"state": "agreed"})
        annual = cls._get_interval(cls.period, "2026-01-01", "annual")
        cls.evaluations = cls.env["asn.evaluation"]._open_for(annual, plans)
        cls.evaluations.write({"state": "final", "predicate": "poor"})
        cls.few = cls.evaluations[:FEW].browse(cls.evaluations[:FEW].ids)
        cls.many = cls.evaluations[FEW:].browse(cls.evaluations[FEW:].ids)
        cls.env.flush_all()

    def _count(self, function, *args):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.cr.sql_log_count
        function(*args)
        self.env.flush_all()
        return self.cr.sql_log_count - before

    def test_making_costs_the_same_for_many(self):
        # once for what the server remembers
        savepoint = self.cr.savepoint()
        self._count(lambda: self.few._make_consequences())
        savepoint.rollback()
        self.env.invalidate_all()
        few = self._count(lambda: self.few._make_consequences())
        many = self._count(lambda: self.many._make_consequences())
        # Odoo inserts at most a hundred rows at a time
        self.assertLessEqual(many, few + 4)
        people = [("employee_id", "in", self.many.employee_id.ids)]
        self.assertEqual(self.env["asn.credit"].search_count(people), MANY)
        self.assertEqual(self.env["asn.followup"].search_count(people), MANY)

    def test_lists_cost_the_same_for_many(self):
        self.evaluations._make_consequences()
        for model, names in (
            ("asn.followup", ["display_name", "is_late", "can_write", "measures"]),
            ("asn.credit.account", ["display_name", "total", "progress"]),
            ("asn.history", ["interval_name", "predicate"]),
        ):
            records = self.env[model]
            costs = []
            for lines in (self.few, self.many, self.few, self.many):
                found = records.search([("employee_id", "in", lines.employee_id.ids)])
                self.assertEqual(len(found), len(lines))
                found = self._as_role(records.browse(found.ids), "manager")
                costs.append(self._count(found.read, names))
            with self.subTest(model=model):
                self.assertLessEqual(costs[3], costs[2])

    def test_todos_cost_the_same_for_many(self):
        self.evaluations._make_consequences()
        followups = self.env["asn.followup"]
        few, many = (
            followups.search([("evaluation_id", "in", lines.ids)])
            for lines in (self.few, self.many)
        )
        with freeze_time("2026-05-01 03:00:00"):
            many._sync_todos()
            few._sync_todos()
            cost_few = self._count(few.browse(few.ids)._sync_todos)
            cost_many = self._count(many.browse(many.ids)._sync_todos)
        self.assertLessEqual(cost_many, cost_few)
