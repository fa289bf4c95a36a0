# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from .common import NOW, KinerjaCase
from .test_batch import TestBatch


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestUnitPerformance(KinerjaCase):
    """The unit proposes, its superior approves (PermenPANRB 6/2022, evaluation)."""

    _count = TestBatch._count
    _assert_flat = TestBatch._assert_flat

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.section.manager_id = cls.people["assessor"]
        cls.unit.manager_id = cls.people["superior"]
        cls.office.manager_id = cls.regent
        cls.evaluation = cls._make_evaluation()

    def _propose(self, role="assessor", unit=None, rating="good"):
        units = self._as_role(self.env["asn.unit.performance"], role)
        made = units.create(
            {
                "department_id": (unit or self.section).id,
                "interval_id": self.interval.id,
                "company_id": self.agency.id,
                "rating": rating,
            }
        )
        made.action_propose()
        return made.sudo(False).with_env(self.env)

    def _find(self):
        return self.evaluation._find_unit_performance()

    def _get_log(self, unit):
        """Return the steps, the latest first, as a fresh page shows them."""
        unit.invalidate_recordset(["log_ids"])
        return unit.log_ids

    def test_the_head_proposes_and_the_superior_approves(self):
        made = self._propose()
        self.assertEqual(made.state, "proposed")
        self._as_role(made, "superior").action_approve()
        self.assertEqual(made.state, "approved")
        self.assertEqual(self._get_log(made).mapped("verb"), ["approve", "propose"])
        self.assertEqual(self._find(), made)

    def test_a_proposal_does_not_count(self):
        made = self._propose()
        self.assertEqual(self._find(), self.performance)
        self._as_role(made, "superior").action_return("Count again")
        self.assertEqual(self._find(), self.performance)

    def test_only_the_superior_approves(self):
        made = self._propose()
        for role in ("own", "assessor", "officer", "manager", "auditor", "outsider"):
            with self.subTest(role=role):
                self._attempt(AccessError, self._as_role(made, role).action_approve)

    def test_only_who_answers_for_the_unit_proposes(self):
        for role in ("own", "outsider", "auditor", "officer_out"):
            with self.subTest(role=role):
                self._attempt(AccessError, self._propose, role)
        for role in ("assessor", "acting", "officer", "manager"):
            with self.subTest(role=role):
                self.assertEqual(self._propose(role).state, "proposed")
                self._get_of(self.section).unlink()

    def _get_of(self, unit):
        return self.performance.search([("department_id", "=", unit.id)])

    def test_where_nobody_above_logs_in_the_manager_approves(self):
        made = self._propose("superior", self.unit)
        self._attempt(AccessError, self._as_role(made, "assessor").action_approve)
        self._as_role(made, "manager").action_approve()
        self.assertEqual(made.state, "approved")

    def test_nobody_approves_the_unit_they_lead_or_work_in(self):
        self.other_unit.manager_id = self.people["acting"]
        made = self._propose("acting", self.other_unit)
        self._attempt(AccessError, self._as_role(made, "manager").action_approve)
        self._make_delegation("superior", self.people["assessor"])
        made = self._propose("superior", self.section)
        self._attempt(AccessError, self._as_role(made, "superior").action_approve)

    def test_a_deputy_of_the_superior_approves_with_the_mandate(self):
        self._make_delegation("outsider", self.people["superior"])
        made = self._propose()
        self._as_role(made, "outsider").action_approve()
        self.assertRecordValues(
            self._get_log(made)[:1],
            [{"official_name": "Name superior", "mandate_number": "800/12/2026"}],
        )

    def test_a_deputy_whose_term_ended_an_hour_ago_does_not(self):
        delegation = self._make_delegation("outsider", self.people["superior"])
        made = self._propose()
        delegation.date_to = "2026-04-09"
        self.env.flush_all()
        self._attempt(AccessError, self._as_role(made, "outsider").action_approve)

    def test_the_manager_enters_and_approves_many_at_once(self):
        units = self.env["hr.department"].create(
            [{"name": f"U{n}", "company_id": self.agency.id} for n in range(3)]
        )
        made = self._as_role(self.env["asn.unit.performance"], "manager").create(
            [
                {
                    "department_id": unit.id,
                    "interval_id": self.interval.id,
                    "rating": "good",
                }
                for unit in units
            ]
        )
        made.action_approve()
        self.assertEqual(set(made.mapped("state")), {"approved"})

    def test_an_approved_rating_changes_only_by_a_new_proposal(self):
        made = self._propose()
        self._as_role(made, "superior").action_approve()
        head = self._as_role(made, "assessor")
        self._attempt(UserError, head.write, {"rating": "outstanding"})
        self._attempt(UserError, head.unlink)
        self._attempt(UserError, head.action_revise, "  ")
        head.action_revise("The figures of March were missing")
        self.assertEqual(self._find(), self.performance)
        head.write({"rating": "outstanding"})
        head.action_propose()
        self._as_role(made, "superior").action_approve()
        self.assertEqual(
            self._get_log(made).mapped("rating"),
            ["outstanding", "outstanding", "good", *["good"] * 2],
        )
        self.assertIn("March", made.log_ids[2].note)

    def test_what_is_printed_on_a_delivered_evaluation_stays(self):
        self._deliver(self.evaluation)
        manager = self._as_role(self.performance, "manager")
        with self.assertRaisesRegex(UserError, "delivered"):
            manager.action_revise("Another thought")

    def test_a_closed_period_locks_it(self):
        made = self._propose()
        self.period.state = "closed"
        self._attempt(UserError, self._as_role(made, "superior").action_approve)
        self._attempt(UserError, self._propose, "superior", self.unit)

    def test_state_and_log_are_closed(self):
        made = self._propose()
        for role in ("assessor", "superior", "manager"):
            unit = self._as_role(made, role)
            self._attempt((AccessError, UserError), unit.write, {"state": "approved"})
            self._attempt(AccessError, unit.log_ids.write, {"note": "x"})
            self._attempt(AccessError, unit.log_ids.unlink)
        units = self._as_role(self.env["asn.unit.performance"], "manager")
        values = {
            "department_id": self.unit.id,
            "interval_id": self.interval.id,
            "rating": "good",
        }
        self._attempt(AccessError, units.create, {**values, "state": "approved"})
        hostile = units.with_context(default_state="approved")
        self.assertEqual(hostile.create(values).state, "draft")

    def test_roles_cost_the_same_for_many(self):
        units = self.env["hr.department"].create(
            [
                {
                    "name": f"U{number}",
                    "company_id": self.agency.id,
                    "parent_id": self.unit.id,
                }
                for number in range(12)
            ]
        )
        made = self.performance.create(
            [
                {
                    "department_id": unit.id,
                    "interval_id": self.interval.id,
                    "rating": "good",
                }
                for unit in units
            ]
        )
        self._assert_flat(
            lambda lines: self._as_role(lines, "superior").mapped("allowed_actions"),
            made[:2],
            made[2:],
        )
