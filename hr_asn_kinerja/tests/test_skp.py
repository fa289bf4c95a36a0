# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from psycopg2 import IntegrityError

from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, freeze_time, tagged
from odoo.tools import mute_logger

from .common import NOW, REFUSALS, ROLES, KinerjaCase

# verb: (states it starts from, state it leads to, roles that may)
STEPS = {
    "submit": (("draft",), "submitted", ("own",)),
    "review": (("submitted",), "reviewed", ("officer",)),
    "return": (
        ("submitted", "reviewed"),
        "draft",
        ("assessor", "officer", "acting"),
    ),
    "agree": (("submitted", "reviewed"), "agreed", ("assessor", "acting")),
    "revise": (("agreed",), "draft", ("assessor", "acting")),
    "close": (("agreed",), "closed", ("assessor", "acting", "manager")),
    "cancel": (
        ("draft", "submitted", "reviewed"),
        "cancelled",
        ("assessor", "acting", "manager"),
    ),
}
STATES = ("draft", "submitted", "reviewed", "agreed", "closed", "cancelled")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestSkpFlow(KinerjaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.skp = cls._make_skp()

    def _step(self, verb, role):
        action = getattr(self._as_role(self.skp, role), f"action_{verb}")
        return action("Because") if verb in ("return", "revise") else action()

    def test_each_step_works_once_for_each_right_person(self):
        for verb, (sources, target, roles) in STEPS.items():
            for source in sources:
                for role in roles:
                    with self.subTest(verb=verb, source=source, role=role):
                        self.skp.write({"state": source, "digest": False})
                        self._step(verb, role)
                        self.assertEqual(self.skp.state, target)
                        self._attempt(REFUSALS, self._step, verb, role)

    def test_each_step_is_refused_in_every_other_state(self):
        for verb, (sources, _target, roles) in STEPS.items():
            for state in STATES:
                if state in sources:
                    continue
                with self.subTest(verb=verb, state=state):
                    self.skp.state = state
                    self._attempt(UserError, self._step, verb, roles[0])
                    self.assertEqual(self.skp.state, state)

    def test_each_step_is_refused_for_everybody_else(self):
        for verb, (sources, _target, roles) in STEPS.items():
            self.skp.state = sources[0]
            for role in ROLES:
                if role in roles:
                    continue
                with self.subTest(verb=verb, role=role):
                    self._attempt(AccessError, self._step, verb, role)

    def test_allowed_actions_says_what_the_steps_allow(self):
        for state in STATES:
            self.skp.state = state
            for role in ROLES:
                expected = [
                    verb
                    for verb, (sources, _target, roles) in STEPS.items()
                    if state in sources and role in roles
                ]
                with self.subTest(state=state, role=role):
                    self.env.invalidate_all()
                    plan = self._as_role(self.skp, role).sudo()
                    self.assertEqual(plan.allowed_actions, ",".join(expected))

    def test_each_step_leaves_a_decision(self):
        self._step("submit", "own")
        self._step("review", "officer")
        self._step("return", "assessor")
        self._step("submit", "own")
        self._step("agree", "assessor")
        users = self.users
        self.assertRecordValues(
            self.skp.decision_ids.sorted("id"),
            [
                {
                    "verb": verb,
                    "user_id": users[role].id,
                    "state_before": before,
                    "state_after": after,
                    "note": note,
                    "employee_id": self.people["own"].id,
                    "company_id": self.agency.id,
                }
                for verb, role, before, after, note in (
                    ("submit", "own", "draft", "submitted", False),
                    ("review", "officer", "submitted", "reviewed", False),
                    ("return", "assessor", "reviewed", "draft", "Because"),
                    ("submit", "own", "draft", "submitted", False),
                    ("agree", "assessor", "submitted", "agreed", False),
                )
            ],
        )

    def test_an_acting_decision_keeps_official_and_mandate(self):
        self._step("submit", "own")
        self._step("agree", "acting")
        self.assertRecordValues(
            self.skp.decision_ids.filtered(lambda line: line.verb == "agree"),
            [
                {
                    "user_id": self.users["acting"].id,
                    "official_name": "Name assessor",
                    "mandate_number": "800/12/2026",
                }
            ],
        )

    def test_a_return_needs_a_note(self):
        self._step("submit", "own")
        plan = self._as_role(self.skp, "assessor")
        for note in (None, "", "  \n "):
            with self.subTest(note=note):
                self._attempt(UserError, plan.action_return, note)

    def test_the_return_wizard_obeys_the_same_rules(self):
        self._step("submit", "own")
        values = {"skp_id": self.skp.id, "note": "Sharpen the target"}
        for role in ("own", "outsider", "manager", "auditor", "manager_b"):
            wizards = self._as_role(self.env["asn.skp.return"], role)
            with self.subTest(role=role):
                self._attempt(
                    AccessError,
                    lambda wizards=wizards: wizards.create(values).action_return(),
                )
        wizard = self._as_role(self.env["asn.skp.return"], "assessor").create(values)
        wizard.action_return()
        self.assertRecordValues(
            self.skp, [{"state": "draft", "return_note": "Sharpen the target"}]
        )

    def test_a_plan_without_main_result_is_not_submitted(self):
        self.skp.result_ids.kind = "additional"
        self._attempt(UserError, self._step, "submit", "own")

    def test_a_result_without_indicator_is_named_at_submission(self):
        self.skp.result_ids.indicator_ids.unlink()
        with self.assertRaisesRegex(UserError, "Letters are answered in time"):
            self._step("submit", "own")

    def test_a_plan_without_assessor_is_not_submitted(self):
        self.people["own"].parent_id = False
        self.skp.assessor_id = False
        self._attempt(UserError, self._step, "submit", "own")

    def test_submission_asks_the_assessor_and_agreement_ends_it(self):
        self._step("submit", "own")
        self.assertEqual(
            self.skp.activity_ids.user_id,
            self.users["assessor"] | self.users["acting"],
        )
        self._step("return", "assessor")
        self.assertEqual(self.skp.activity_ids.user_id, self.users["own"])
        self._step("submit", "own")
        self._step("agree", "assessor")
        self.assertFalse(self.skp.activity_ids)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestSkpWriting(KinerjaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.skp = cls._make_skp()

    def _create(self, role="own", **values):
        return self._as_role(self.env["asn.skp"], role).create(values)

    def test_an_employee_plans_in_the_form(self):
        self.skp.state = "cancelled"
        form = Form(self._as_role(self.env["asn.skp"], "own"))
        plan = form.save()
        self.assertRecordValues(
            plan,
            [
                {
                    "employee_name": "Name own",
                    "assessor_name": "Name assessor",
                    "superior_name": "Name superior",
                    "period_id": self.period.id,
                    "state": "draft",
                    "unit_name": "Section",
                }
            ],
        )

    def test_an_employee_writes_a_draft_only(self):
        plan = self._as_role(self.skp, "own")
        plan.approach = "qualitative"
        for state in ("submitted", "reviewed", "agreed", "closed", "cancelled"):
            self.skp.state = state
            with self.subTest(state=state):
                self._attempt(AccessError, plan.write, {"approach": "quantitative"})

    def test_closed_columns_refuse_a_plain_write(self):
        plan = self._as_role(self.skp, "own")
        others = self.people["outsider"]
        for name, value in {
            "state": "agreed",
            "assessor_id": others.id,
            "assessor_user_id": others.user_id.id,
            "superior_id": others.id,
            "employee_id": others.id,
            "employee_user_id": others.user_id.id,
            "employee_name": "Somebody else",
            "employee_nip": False,
            "department_id": self.other_unit.id,
            "date_from": "2026-06-01",
            "agreed_on": "2026-01-01",
            "leader_skp_id": False,
            "company_id": self.agency_b.id,
            "decision_ids": [Command.clear()],
            "evaluation_ids": [Command.clear()],
        }.items():
            with self.subTest(field=name):
                self._attempt(AccessError, plan.write, {name: value})

    def test_people_and_state_of_a_new_plan_come_from_hr(self):
        self.skp.state = "cancelled"
        others = self.people["outsider"]
        plan = self._create(
            state="agreed",
            assessor_id=others.id,
            superior_id=others.id,
            assessor_user_id=others.user_id.id,
            employee_name="Somebody",
            employee_user_id=others.user_id.id,
            agreed_on="2026-01-01",
            date_from="2026-08-01",
        )
        self.assertRecordValues(
            plan.sudo(),
            [
                {
                    "state": "draft",
                    "employee_id": self.people["own"].id,
                    "employee_user_id": self.users["own"].id,
                    "assessor_id": self.people["assessor"].id,
                    "superior_id": self.people["superior"].id,
                    "employee_name": "Name own",
                    "agreed_on": False,
                    "date_from": self.period.date_from,
                }
            ],
        )

    def test_nobody_plans_for_somebody_else(self):
        self.skp.state = "cancelled"
        for role in ROLES:
            if role == "own":
                continue
            with self.subTest(role=role):
                self._attempt(
                    AccessError, self._create, role, employee_id=self.people["own"].id
                )

    def test_a_second_plan_in_the_period_is_refused(self):
        self._attempt(UserError, self._create)

    def test_a_cancelled_plan_makes_room(self):
        self.skp.state = "cancelled"
        self.assertTrue(self._create())

    def test_plans_one_after_the_other_are_fine(self):
        self.skp.write({"date_to": "2026-05-31"})
        later = self._make_skp(date_from="2026-06-01")
        self.assertEqual(str(later.date_from), "2026-06-01")
        self._attempt(UserError, later.write, {"date_from": "2026-05-31"})

    def test_nobody_is_their_own_assessor(self):
        with mute_logger("odoo.sql_db"):
            self._attempt(
                IntegrityError, self.skp.write, {"assessor_id": self.people["own"].id}
            )

    def test_without_an_open_period_nobody_plans(self):
        self.skp.state = "cancelled"
        for state in ("draft", "closed"):
            self.period.state = state
            with self.subTest(state=state):
                self._attempt(UserError, self._create, period_id=self.period.id)
                self._attempt(UserError, self._create)

    def test_a_period_of_another_agency_is_refused(self):
        self.skp.state = "cancelled"
        period_b = self._make_period(self.agency_b)
        self._attempt(REFUSALS, self._create, period_id=period_b.id)

    def test_a_login_without_employee_hears_why(self):
        self.people["outsider"].user_id = False
        with self.assertRaisesRegex(UserError, "not linked to an employee"):
            self._create("outsider")

    def test_lines_change_in_a_draft_only(self):
        result = self._as_role(self.skp.result_ids, "own")
        indicator = result.indicator_ids
        attempts = {
            "write a result": lambda: result.write({"name": "New"}),
            "write an indicator": lambda: indicator.write({"target_min": 1}),
            "add a result": lambda: result.create({"skp_id": self.skp.id, "name": "N"}),
            "add an indicator": lambda: indicator.create(
                {"result_id": result.id, "name": "N"}
            ),
            "delete an indicator": indicator.unlink,
            "delete a result": result.unlink,
        }
        for state in ("submitted", "reviewed", "agreed", "closed", "cancelled"):
            self.skp.state = state
            for name, attempt in attempts.items():
                with self.subTest(state=state, attempt=name):
                    self._attempt(REFUSALS, attempt)
        self.skp.state = "draft"
        for name, attempt in attempts.items():
            with self.subTest(state="draft", attempt=name):
                attempt()

    def test_a_range_upside_down_is_refused(self):
        line = self._as_role(self.skp.result_ids.indicator_ids, "own")
        values = {"polarity": "range", "target_min": 5, "target_max": 4}
        self._attempt(UserError, line.write, values)

    def test_a_login_that_leaves_the_employee_loses_the_plan(self):
        self.people["own"].user_id = False
        self.env.flush_all()
        self.env.invalidate_all()
        self._attempt(AccessError, self._as_role(self.skp, "own").read, ["state"])
