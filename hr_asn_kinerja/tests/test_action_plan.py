# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import UserError
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from .common import NOW, REFUSALS, ROLES
from .work import WorkCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestActionPlan(WorkCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.second = cls._get_interval(cls.period, "2026-04-01")
        cls.plans = cls._as(cls.env["asn.action.plan"], cls.users["own"])

    def _plan(self, **values):
        return self.plans.create(
            {"result_id": self.result.id, "name": "Answer the old letters", **values}
        )

    def test_the_running_interval_comes_first(self):
        self.assertEqual(self._plan().interval_id, self.second)

    def test_its_day_lies_in_its_interval(self):
        plan = self._plan(planned_date="2026-05-01")
        self._attempt(UserError, plan.write, {"planned_date": "2026-07-01"})
        other = self._make_period(
            self.agency, name="2027", date_from="2027-01-01", date_to="2027-12-31"
        )
        values = {"interval_id": other.interval_ids[:1].id, "planned_date": False}
        self._attempt(UserError, plan.write, values)

    def test_progress_finds_its_action_plan(self):
        plan = self._plan(interval_id=self.interval.id)
        entry = self._write_down()
        self.assertEqual(entry.action_plan_id, plan)
        self.assertEqual(plan.progress_count, 1)
        self.assertFalse(self._write_down(date="2026-04-02").action_plan_id)
        later = self._plan()
        self._attempt(UserError, entry.write, {"action_plan_id": later.id})

    def test_plans_are_copied_from_the_interval_before(self):
        first = self._plan(interval_id=self.interval.id, target="25 letters")
        self.plans.action_copy_previous()
        copied = self.plans.search([("interval_id", "=", self.second.id)])
        self.assertRecordValues(
            copied, [{"name": first.name, "target": "25 letters", "sequence": 10}]
        )
        self._attempt(UserError, self.plans.action_copy_previous)

    def test_whoever_has_no_plan_copies_nothing(self):
        plans = self._as_role(self.env["asn.action.plan"], "outsider")
        self._attempt(UserError, plans.action_copy_previous)

    def test_only_the_assessor_notes_something_beside_it(self):
        plan = self._plan()
        for role in ROLES:
            with self.subTest(role=role):
                other = self._as_role(plan, role)
                refused = self._is_refused(other.write, {"assessor_note": "Good"})
                self.assertNotEqual(refused, role in ("assessor", "acting"))
                refused = self._is_refused(
                    other.write, {"assessor_note": "Good", "name": "Other"}
                )
                self.assertTrue(refused)
        self._as_role(plan, "acting").assessor_note = "Begin in the north"
        self.assertRecordValues(
            plan,
            [
                {
                    "assessor_note": "Begin in the north",
                    "assessor_note_by": "User acting",
                }
            ],
        )
        for values in ({"assessor_note": "Mine"}, {"assessor_note_by": "Mine"}):
            self._attempt(REFUSALS, plan.write, values)

    def test_a_delivered_interval_takes_no_plans_and_no_notes(self):
        plan = self._plan(interval_id=self.interval.id)
        self._deliver(self._make_evaluation(self.skp))
        self.env.invalidate_all()
        self._attempt(UserError, plan.write, {"name": "Other"})
        self._attempt(UserError, plan.unlink)
        self._attempt(UserError, self._plan, interval_id=self.interval.id)
        assessor = self._as_role(plan, "assessor")
        self._attempt(UserError, assessor.write, {"assessor_note": "Late"})


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestProgressTemplate(WorkCase):
    def _keep(self, role="own", **values):
        templates = self._as_role(self.env["asn.progress.template"], role)
        return templates.create({"name": "Served visitors", **values})

    def test_one_click_writes_it_down_for_today(self):
        template = self._keep(quantity=4, unit="visitors", start_time=8, end_time=12)
        template.action_use()
        self.assertRecordValues(
            self.own.search([]),
            [
                {
                    "name": "Served visitors",
                    "date": self.env["asn.period"]._today(),
                    "quantity": 4,
                    "unit": "visitors",
                    "duration": 4,
                    "result_id": self.result.id,
                }
            ],
        )

    def test_nobody_else_reads_it(self):
        template = self._keep()
        for role in ROLES:
            found = self._as_role(self.env["asn.progress.template"], role).search([])
            with self.subTest(role=role):
                self.assertEqual(template in found, role == "own")

    def test_it_is_not_given_to_somebody_else(self):
        template = self._keep()
        values = {"user_id": self.users["outsider"].id}
        self._attempt(REFUSALS, template.write, values)
        self._attempt(REFUSALS, self._keep, **values)

    def test_it_names_no_result_of_somebody_else(self):
        self._attempt(REFUSALS, self._keep, "outsider", result_id=self.result.id)

    def test_numbers_are_numbers(self):
        for value in (float("nan"), 0, -1, "many"):
            with self.subTest(value=value), mute_logger("odoo.sql_db"):
                self._attempt(Exception, self._keep, quantity=value)

    def test_without_a_plan_it_says_what_to_do(self):
        self._attempt(UserError, self._keep("outsider").action_use)

    def test_an_entry_is_kept_as_a_template(self):
        self._write_down(quantity=2).action_keep_as_template()
        templates = self._as_role(self.env["asn.progress.template"], "own")
        self.assertRecordValues(
            templates.search([]),
            [{"name": "Answered letters", "quantity": 2, "unit": "letters"}],
        )
