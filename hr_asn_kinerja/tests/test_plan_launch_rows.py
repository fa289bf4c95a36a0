# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.tests import freeze_time, tagged

from ..models.asn_skp_launch import CARRIED_WITH_PLAN
from ..tools.bulk_rows import get_columns
from .common import NOW, KinerjaCase
from .plan_launch import PlanLaunch

# columns that tell two rows of the same content apart
OWN = {"skp_id", "result_id", "previous_id", "parent_id"}


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestPlanLaunchRows(PlanLaunch, KinerjaCase):
    """The rows of a launch are those that the ORM would have made."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.own, cls.assessor = cls.people["own"], cls.people["assessor"]
        cls.superior = cls.people["superior"]
        cls.team = cls.own | cls.assessor | cls.superior
        cls.last = cls._make_last_year(*cls.team)

    def _read_columns(self, records, without=()):
        """Return what really stands in the table."""
        self.env.flush_all()
        names = [*get_columns(records), "create_uid", "write_uid"]
        names = [name for name in names if name not in without]
        self.cr.execute(
            f'SELECT {", ".join(names)} FROM "{records._table}"'  # noqa: S608
            " WHERE id IN %s ORDER BY id",
            [records._ids],
        )
        return self.cr.dictfetchall()

    def _make_twin(self, employee):
        """Make the same plan with the ORM, as the same user."""
        plans = self._as_role(self.env["asn.skp"], "manager").sudo()
        before = self.last.filtered(lambda skp: skp.employee_id == employee)
        twin = plans.create(
            {
                "employee_id": employee.id,
                "period_id": self.period.id,
                "approach": before.approach,
                "previous_id": before.id,
                "result_ids": [
                    Command.create(
                        {
                            **result.copy_data({"origin": "carried"})[0],
                            "previous_id": result.id,
                        }
                    )
                    for result in before.result_ids.sorted("id")
                ],
            }
        )
        twin.env.flush_all()
        return twin

    def _get_lines(self, launched, twin):
        both = (launched, twin)
        yield [skp.result_ids.sorted("id") for skp in both]
        yield [skp.result_ids.sorted("id").indicator_ids.sorted("id") for skp in both]

    def test_every_column_is_as_the_orm_would_have_it(self):
        self._launch_for(self.own)
        launched = self._plans_of(self.own)
        rows = self._read_columns(launched)
        lines = [
            [self._read_columns(records, OWN) for records in pair[:1]]
            for pair in self._get_lines(launched, launched)
        ]
        launched.unlink()
        twin = self._make_twin(self.own)
        self.assertEqual(rows, self._read_columns(twin))
        for (first,), (second, _same) in zip(
            lines, self._get_lines(twin, twin), strict=True
        ):
            self.assertTrue(first)
            self.assertEqual(first, self._read_columns(second, OWN))

    def test_an_empty_plan_is_as_the_orm_would_have_it(self):
        person = self.people["outsider"]
        self._launch_for(person)
        rows = self._read_columns(self._plans_of(person))
        self._plans_of(person).unlink()
        plans = self._as_role(self.env["asn.skp"], "manager").sudo()
        twin = plans.create({"employee_id": person.id, "period_id": self.period.id})
        twin.env.flush_all()
        self.assertEqual(rows, self._read_columns(twin))

    def test_the_people_of_many_are_those_of_each(self):
        self.own.parent_id = False
        self.assessor.version_id.write({"job_title": False, "asn_rank_id": False})
        self.superior.create_version(
            {"date_version": "2026-03-01", "department_id": self.office.id}
        )
        everybody = self.env["hr.employee"].search(
            [("company_id", "=", self.agency.id)]
        )
        skps = self.env["asn.skp"]
        for day in ("2024-01-01", "2026-01-01", "2026-03-01", "2026-12-31"):
            many = skps._get_people_values_of(everybody, day)
            for person in everybody:
                boss = person.parent_id
                alone = skps._get_people_values(person, boss, boss.parent_id, day)
                with self.subTest(day=day, person=person.name):
                    self.assertEqual(many[person.id], alone)

    def test_results_and_indicators_go_on(self):
        self._launch_for(self.own)
        skp = self._plans_of(self.own)
        before = self.last.filtered(lambda one: one.employee_id == self.own)
        self.assertRecordValues(
            skp,
            [{"previous_id": before.id, "state": "draft", "agreed_on": False}],
        )
        self.assertEqual(skp.result_ids.previous_id, before.result_ids)
        self.assertEqual(set(skp.result_ids.mapped("origin")), {"carried"})
        self.assertEqual(
            skp.result_ids.indicator_ids.mapped("target_label"),
            before.result_ids.indicator_ids.mapped("target_label"),
        )
        self.assertEqual(skp.result_ids.indicator_ids.skp_id, skp)
        self.assertEqual(str(skp.date_to), "2026-12-31")

    def test_parts_of_colleagues_are_carried_too(self):
        self._launch_for(self.own)
        before = self.last.filtered(lambda one: one.employee_id == self.own)
        for model in CARRIED_WITH_PLAN:
            if model not in self.env:
                continue
            lines = self.env[model]
            with self.subTest(model=model):
                self.assertEqual(
                    lines.search_count([("skp_id", "=", before.id)]),
                    lines.search_count(
                        [("skp_id", "in", self._plans_of(self.own).ids)]
                    ),
                )

    def test_plans_are_linked_to_the_leaders_plans(self):
        self._launch_for(*self.team)
        own, assessor = self._plans_of(self.own), self._plans_of(self.assessor)
        self.assertEqual(own.leader_skp_id, assessor)
        self.assertEqual(assessor.leader_skp_id, self._plans_of(self.superior))
        other = self.people["outsider"]
        other.parent_id = self.own
        plan = self._make_skp("outsider")
        self.assertEqual(plan.leader_skp_id, own)

    def test_a_plan_of_the_team_that_came_first_is_linked(self):
        self.env["asn.skp"].search([("period_id", "=", self.period.id)]).unlink()
        first = self._make_skp()
        self.assertFalse(first.leader_skp_id)
        self._launch_for(self.assessor)
        self.assertEqual(first.leader_skp_id, self._plans_of(self.assessor))

    def test_results_serve_what_continues_the_result_they_served(self):
        of = {skp.employee_id: skp.result_ids for skp in self.last}
        of[self.own][0].parent_id = of[self.assessor][1]
        self._launch_for(self.assessor)
        leader = self._plans_of(self.assessor)
        leader.state = "agreed"
        self._launch_for(self.own)
        first, second = self._plans_of(self.own).result_ids.sorted("id")
        self.assertEqual(first.parent_id, leader.result_ids.sorted("id")[1])
        self.assertFalse(second.parent_id)

    def test_results_of_a_leader_who_has_not_agreed_are_not_served(self):
        of = {skp.employee_id: skp.result_ids for skp in self.last}
        of[self.own][0].parent_id = of[self.assessor][1]
        self._launch_for(self.own, self.assessor)
        self.assertFalse(self._plans_of(self.own).result_ids.parent_id)

    def test_plans_of_long_ago_and_drafts_are_not_carried(self):
        self.last.filtered(lambda one: one.employee_id == self.own).state = "draft"
        self.last.filtered(lambda one: one.employee_id == self.assessor).write(
            {"date_from": "2024-01-01", "date_to": "2024-12-30"}
        )
        self._launch_for(self.own, self.assessor)
        self.assertFalse(self._plans_of(self.own, self.assessor).result_ids)

    def test_the_choice_of_source_and_approach_is_kept(self):
        self.last.approach = "qualitative"
        self._launch_for(self.own, source="empty", approach="quantitative")
        self.assertRecordValues(
            self._plans_of(self.own),
            [{"approach": "quantitative", "previous_id": False, "result_ids": []}],
        )
        self._launch_for(self.assessor)
        self.assertEqual(self._plans_of(self.assessor).approach, "qualitative")

    def test_the_number_of_queries_does_not_grow(self):
        many = [
            self._make_employee(str(number), self.unit, self.own, nip=self._make_nip())
            for number in range(23)
        ]
        counts = [
            self._count(*many[:1]),
            self._count(*many[1:3]),
            self._count(*many[3:]),
        ]
        self.assertLessEqual(counts[2], counts[1] + 3)

    def _count(self, *people):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.cr.sql_log_count
        self._launch_for(*people)
        self.env.flush_all()
        return self.cr.sql_log_count - before
