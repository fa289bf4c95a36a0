# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from .common import NOW
from .test_role_matrix import MatrixCase

FEW, MANY, COLUMNS = 5, 40, 15


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestRoleMatrixPeople(MatrixCase):
    """People whom the owner of the plan does not assess."""

    def test_somebody_of_another_unit_serves_the_plan(self):
        self._add(note=" For the archive ")
        member = self.leader.matrix_member_ids
        self.assertRecordValues(
            member,
            [
                {
                    "employee_name": "Name outsider",
                    "unit_name": "Other",
                    "kind": "other_unit",
                    "note": "For the archive",
                }
            ],
        )
        answer = self._write(employee_id=self.people["outsider"].id)
        result = self._browse(answer)
        self.assertRecordValues(
            result,
            [
                {
                    "parent_id": self.column.id,
                    "assigned_by": "Name assessor, Job of Name assessor",
                    "origin": "assessor",
                }
            ],
        )
        # their own assessor agrees the plan, and cutting the leader cuts no team
        self.assertEqual(result.skp_id.assessor_id, self.people["acting"])
        result.skp_id._forget_leader()
        self.assertEqual(result.parent_id, self.column)

    def test_the_member_reads_the_results_of_that_plan_only(self):
        results = self._as_role(self.env["asn.skp.result"], "outsider")
        domain = [("skp_id", "=", self.leader.id)]
        self.assertFalse(results.search(domain))
        self._add()
        self.env.flush_all()
        self.assertEqual(results.search(domain), self.column)
        self._attempt(
            AccessError, self._as_role(self.leader, "outsider").read, ["state"]
        )
        self.leader.state = "draft"
        self.env.flush_all()
        self.assertFalse(results.search(domain))

    def test_the_right_ends_with_the_membership(self):
        member = self._add()["rows"][0]["member_id"]
        self._matrix().remove_member(self.leader.id, member)
        self.env.flush_all()
        results = self._as_role(self.env["asn.skp.result"], "outsider")
        self.assertFalse(results.search([("skp_id", "=", self.leader.id)]))
        values = {"employee_id": self.people["outsider"].id}
        self._attempt(UserError, lambda: self._write(**values))

    def test_who_carries_results_stays(self):
        member = self._add()["rows"][0]["member_id"]
        answer = self._write(employee_id=self.people["outsider"].id)
        remove = self._matrix().remove_member
        self._attempt(UserError, remove, self.leader.id, member)
        self._remove(answer)
        remove(self.leader.id, member)
        self.assertFalse(self.leader.matrix_member_ids)

    def test_only_people_who_fit_are_added(self):
        self._add()
        for role in ("outsider", "own", "assessor", "superior", "manager_b"):
            with self.subTest(role=role):
                self._attempt(UserError, self._add, role)
        self._attempt(
            UserError, self._matrix().add_member, self.leader.id, self.regent.id
        )
        self._attempt(UserError, self._matrix().add_member, self.leader.id, "x")

    def test_people_are_found_by_name(self):
        found = self._matrix().search_people(self.leader.id, "name out")
        self.assertEqual([one["name"] for one in found], ["Name outsider"])
        self._add()
        self.assertFalse(self._matrix().search_people(self.leader.id, "name out"))
        self.assertFalse(self._matrix().search_people(self.leader.id, "manager_b"))

    def test_the_member_gets_a_notice(self):
        self._add()
        notice = self.env["mail.message"].search(
            [("partner_ids", "in", self.users["outsider"].partner_id.ids)],
            order="id desc",
            limit=1,
        )
        self.assertIn("Name assessor", notice.body)

    def test_a_team_leader_has_a_second_matrix(self):
        """The result of the first matrix stands across the top of the second."""
        given = self._browse(self._write())
        given.indicator_ids = [Command.create({"name": "Letters", "target_min": 1})]
        skp = given.skp_id
        self._as_role(skp, "own").action_submit()
        self._as_role(skp, "assessor").action_agree()
        matrix = self._matrix("own")
        matrix.add_member(skp.id, self.people["outsider"].id)
        answer = matrix.write_cell(
            skp.id, self.people["outsider"].id, given.id, "Half of the letters"
        )
        result = self._browse(answer)
        self.assertEqual(result.parent_id.parent_id, self.column)
        self.assertTrue(matrix.get_matrix(skp.id)["plan"]["is_own"])


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestRoleMatrixQueries(MatrixCase):
    """A large matrix opens with the same number of queries as a small one."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["asn.skp.result"].create(
            [
                cls._prepare_result_values(skp_id=cls.leader.id, name=f"Result {one}")
                for one in range(COLUMNS - 1)
            ]
        )

    def _make_staff(self, count, name):
        """Make people of whom one in five has no plan; the others serve everything."""
        staff = self.env["hr.employee"]
        for number in range(count):
            staff += self._make_employee(
                f"{name} {number:02}", self.section, self.people["assessor"]
            )
        self.env["asn.skp"].create(
            [
                {
                    "employee_id": person.id,
                    "period_id": self.period.id,
                    "result_ids": [
                        Command.create(self._prepare_result_values(parent_id=parent.id))
                        for parent in self.leader.result_ids
                    ],
                }
                for person in staff[count // 5 :]
            ]
        )

    def _count(self):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.cr.sql_log_count
        answer = self._get()
        return self.cr.sql_log_count - before, answer

    def test_forty_people_cost_the_same_queries_as_five(self):
        self._make_staff(FEW - 1, "Few")
        self._count()
        few, answer = self._count()
        self.assertEqual(len(answer["rows"]), FEW)
        self._make_staff(MANY - FEW, "Many")
        many, answer = self._count()
        self.assertEqual((len(answer["rows"]), len(answer["columns"])), (MANY, COLUMNS))
        self.assertEqual(many, few)
        self.assertLess(many, 40)
