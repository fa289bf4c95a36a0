# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.tests import freeze_time, tagged

from .common import NOW, KinerjaCase

FEW, MANY = 2, 20


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestBatch(KinerjaCase):
    """The number of queries does not grow with the number of records."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.staff = cls.env["hr.employee"]
        for number in range(FEW + MANY):
            cls.staff += cls._make_employee(
                f"Staff {number:02}", cls.section, cls.people["assessor"]
            )
        cls.few, cls.many = cls.staff[:FEW], cls.staff[FEW:]

    def _count(self, function, *args):
        """Return the number of queries of a call with a cold cache."""
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.cr.sql_log_count
        function(*args)
        self.env.flush_all()
        return self.cr.sql_log_count - before

    def _assert_flat(self, function, few, many, allowance=0):
        """Assert that many records cost about as many queries as few.

        The first calls fill what the server remembers.
        """
        # a list comes from a search: records of one and the same batch
        few, many = few.browse(few.ids), many.browse(many.ids)
        self._count(function, few)
        self._count(function, many)
        expected = self._count(function, few)
        self.assertLessEqual(self._count(function, many), expected + allowance)

    def _make_plans(self, employees):
        return self.env["asn.skp"].create(
            [
                {
                    "employee_id": employee.id,
                    "period_id": self.period.id,
                    "result_ids": [Command.create(self._prepare_result_values())],
                }
                for employee in employees
            ]
        )

    def _make_evaluations(self):
        """Return evaluations of few and of many agreed plans."""
        few, many = self._make_plans(self.few), self._make_plans(self.many)
        (few | many).write({"state": "agreed"})
        self._make_evaluation(few[:1])
        return few.evaluation_ids, many.evaluation_ids

    def test_allowed_actions_cost_the_same_for_many_plans(self):
        few, many = self._make_plans(self.few), self._make_plans(self.many)
        self._assert_flat(
            lambda plans: self._as_role(plans, "assessor").mapped("allowed_actions"),
            few,
            many,
        )

    def test_allowed_actions_cost_the_same_for_many_evaluations(self):
        few, many = self._make_evaluations()
        self._assert_flat(
            lambda lines: self._as_role(lines, "assessor").mapped("allowed_actions"),
            few,
            many,
        )

    def test_achievement_costs_the_same_for_many_lines(self):
        few, many = self._make_evaluations()
        self._assert_flat(
            lambda lines: self._as_role(lines, "assessor").mapped("achievement"),
            few.realisation_ids,
            many.realisation_ids,
        )

    def test_targets_cost_the_same_for_many_indicators(self):
        few, many = self._make_plans(self.few), self._make_plans(self.many)
        self._assert_flat(
            lambda lines: self._as_role(lines, "assessor").mapped("target_label"),
            few.result_ids.indicator_ids,
            many.result_ids.indicator_ids,
        )

    def test_the_list_of_worksheets_costs_the_same_for_many(self):
        few, many = self._make_evaluations()
        sheets = self.env["asn.assessment"]
        names = ["display_name", "allowed_actions", "predicate", "employee_name"]
        self._assert_flat(
            lambda lines: self._as_role(
                sheets.search([("evaluation_id", "in", lines.ids)]), "assessor"
            ).read(names),
            few,
            many,
        )

    def test_the_list_of_plans_costs_the_same_for_many(self):
        few, many = self._make_plans(self.few), self._make_plans(self.many)
        names = [
            "display_name",
            "allowed_actions",
            "is_assessed_by_me",
            "employee_name",
            "result_ids",
        ]
        self._assert_flat(
            lambda plans: self._as_role(plans, "assessor").read(names), few, many
        )

    def test_opening_an_interval_costs_little_more_for_many(self):
        few, many = self._make_plans(self.few), self._make_plans(self.many)
        (few | many).write({"state": "agreed"})
        intervals = self.period.interval_ids.sorted("date_from")
        opened = self.env["asn.evaluation"]
        opened._open_for(intervals[2], few)
        cost_few = self._count(opened._open_for, intervals[0], few)
        cost_many = self._count(opened._open_for, intervals[1], many)
        # up to two queries a person, whatever a person has to fill in
        self.assertLessEqual(cost_many - cost_few, 2 * (MANY - FEW))

    def test_planning_costs_few_queries_a_person(self):
        self._make_plans(self.people["outsider"])
        cost_few = self._count(self._make_plans, self.few)
        cost_many = self._count(self._make_plans, self.many)
        # employee and versions are looked up one by one; Odoo inserts the lines of the
        # core values, seven for each plan, a hundred at a time
        batches = 7 * MANY // 100 + 1
        self.assertLessEqual(cost_many - cost_few, 3 * (MANY - FEW) + batches)

    def test_core_values_are_given_with_the_same_queries_to_many(self):
        plans = self._make_plans(self.few | self.many[:10])
        plans.behaviour_ids.unlink()
        few, many = plans[:FEW], plans[FEW:]
        self._count(few._make_behaviours)
        few.behaviour_ids.unlink()
        cost_few = self._count(few._make_behaviours)
        self.assertEqual(self._count(many._make_behaviours), cost_few)

    def test_advice_costs_the_same_for_many_plans(self):
        few, many = self._make_plans(self.few), self._make_plans(self.many)
        for read in (
            lambda plans: self._as_role(plans, "assessor").mapped("drafting_warnings"),
            lambda plans: self._as_role(plans, "assessor").result_ids.mapped(
                "drafting_warnings"
            ),
        ):
            self._assert_flat(read, few, many)

    def test_the_warning_about_numbers_costs_the_same_for_many(self):
        self._assert_flat(
            lambda people: people.mapped("nip_warning"), self.few, self.many
        )

    def test_a_scope_is_expanded_with_the_same_queries_for_many_units(self):
        make = self.env["hr.department"].create
        tops = [self._make_tree(make, size) for size in (1, FEW, MANY)]
        self._make_scope("officer", tops[0])
        cost_few = self._count(self._make_scope, "officer", tops[1])
        cost_many = self._count(self._make_scope, "officer", tops[2])
        self.assertLessEqual(cost_many, cost_few + 2)

    def _make_tree(self, make, size):
        agency = self.agency.id
        top = make({"name": f"Top {size}", "company_id": agency})
        make(
            [
                {"name": f"Below {number}", "parent_id": top.id, "company_id": agency}
                for number in range(size)
            ]
        )
        return top
