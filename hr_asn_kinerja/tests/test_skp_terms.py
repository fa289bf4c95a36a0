# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, freeze_time, tagged

from .common import NOW, REFUSALS, ROLES, KinerjaCase
from .test_skp import STATES

# who may write expectations and annexes, by the state of the plan
WRITERS = {
    "draft": ("own", "assessor", "acting"),
    "submitted": ("assessor", "acting"),
    "reviewed": ("assessor", "acting"),
}


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestSkpTerms(KinerjaCase):
    """Expectations and annexes: both sides write them until the plan is agreed."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.skp = cls._make_skp()
        cls.annex = cls.env["asn.skp.annex"].create(
            {"skp_id": cls.skp.id, "kind": "resources", "name": "Laptop"}
        )
        cls.behaviour = cls.skp.behaviour_ids[:1]

    def _get_attempts(self, role):
        plan = self._as_role(self.skp, role)
        annex = self._as_role(self.annex, role)
        new = {"name": "Car", "kind": "resources"}
        return {
            "write an expectation": lambda: self._as_role(self.behaviour, role).write(
                {"expectation": "Answer within a day"}
            ),
            "write an annex": lambda: annex.write({"name": "Two laptops"}),
            "add an annex": lambda: annex.create({**new, "skp_id": self.skp.id}),
            "delete an annex": annex.unlink,
            "save the form": lambda: plan.write(
                {
                    "behaviour_ids": [
                        Command.update(self.behaviour.id, {"expectation": "Other"})
                    ],
                    "resource_ids": [Command.create(new)],
                }
            ),
            "take the usual texts": plan.action_suggest_annexes,
        }

    def test_a_plan_begins_with_a_line_for_each_value(self):
        self.assertEqual(
            self.skp.behaviour_ids.behaviour_id.mapped("name"),
            [
                "Berorientasi Pelayanan",
                "Akuntabel",
                "Kompeten",
                "Harmonis",
                "Loyal",
                "Adaptif",
                "Kolaboratif",
            ],
        )
        for line in self.skp.behaviour_ids:
            self.assertEqual(len(line.indicators.splitlines()), 3)

    def test_a_plan_of_an_employee_has_them_too_and_only_once(self):
        self.skp.state = "cancelled"
        plan = self._as_role(self.env["asn.skp"], "own").create({})
        self.assertEqual(len(plan.behaviour_ids), 7)
        self.assertFalse(plan.sudo()._make_behaviours())
        self.assertEqual(len(plan.behaviour_ids), 7)

    def test_a_retired_value_is_not_in_new_plans(self):
        self.behaviour.behaviour_id.active = False
        self.assertEqual(len(self._make_skp("outsider").behaviour_ids), 6)
        self.assertIn(self.behaviour, self.skp.behaviour_ids)

    def test_each_state_lets_its_people_write_and_nobody_else(self):
        for state in STATES:
            self.skp.state = state
            for role in ROLES:
                may = role in WRITERS.get(state, ())
                for name, attempt in self._get_attempts(role).items():
                    with self.subTest(state=state, role=role, attempt=name):
                        self.assertNotEqual(self._is_refused(attempt), may)

    def test_the_screen_says_what_the_rights_say(self):
        for state in STATES:
            self.skp.state = state
            for role in ROLES:
                self.env.invalidate_all()
                plan = self._as_role(self.skp, role).sudo()
                with self.subTest(state=state, role=role):
                    self.assertEqual(
                        plan.can_write_terms, role in WRITERS.get(state, ())
                    )

    def test_a_refusal_says_what_to_do(self):
        line = self._as_role(self.behaviour, "own")
        self.skp.state = "submitted"
        with self.assertRaisesRegex(UserError, "handed this plan in"):
            line.write({"expectation": "Later"})
        self.skp.state = "agreed"
        with self.assertRaisesRegex(UserError, "has been agreed"):
            line.write({"expectation": "Later"})

    def test_the_assessor_saves_the_form_of_a_submitted_plan(self):
        self.skp.state = "submitted"
        with Form(self._as_role(self.skp, "assessor")) as form:
            with form.behaviour_ids.edit(0) as line:
                line.expectation = "Visit two villages a month"
            with form.consequence_ids.new() as line:
                line.name = "Guidance"
        self.assertEqual(self.behaviour.expectation, "Visit two villages a month")
        self.assertRecordValues(
            self.skp.consequence_ids, [{"kind": "consequences", "name": "Guidance"}]
        )

    def test_saving_terms_gives_no_right_over_the_plan(self):
        plan = self._as_role(self.skp, "assessor")
        new = [Command.create({"name": "Car"})]
        for values in ({"approach": "qualitative"}, {"state": "agreed"}):
            with self.subTest(values=values):
                self._attempt(AccessError, plan.write, {**values, "resource_ids": new})

    def test_lines_of_another_plan_are_not_reached(self):
        other = self._make_skp("outsider")
        plan = self._as_role(self.skp, "own")
        for command in (
            Command.update(other.behaviour_ids[0].id, {"expectation": "Mine"}),
            Command.delete(other.behaviour_ids[0].id),
            Command.link(other.behaviour_ids[0].id),
            Command.clear(),
            Command.set(other.behaviour_ids.ids),
        ):
            with self.subTest(command=command):
                self._attempt(REFUSALS, plan.write, {"behaviour_ids": [command]})

    def test_a_line_that_is_gone_is_told(self):
        command = Command.update(self.annex.id, {"name": "New"})
        self.annex.unlink()
        with self.assertRaisesRegex(UserError, "not part of the plan any more"):
            self._as_role(self.skp, "own").write({"resource_ids": [command]})

    def test_values_are_neither_added_nor_taken_away(self):
        for role in ("own", "assessor"):
            line = self._as_role(self.behaviour, role)
            with self.subTest(role=role):
                self._attempt(AccessError, line.unlink)
                self._attempt(
                    AccessError, line.write, {"behaviour_id": line.behaviour_id.id}
                )

    def test_a_line_does_not_move_to_another_plan(self):
        other = self._make_skp("outsider")
        annex = self._as_role(self.annex, "own")
        self._attempt(AccessError, annex.write, {"skp_id": other.id})
        self._attempt(
            AccessError, annex.create, {"skp_id": other.id, "name": "Not mine"}
        )


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestAnnexText(KinerjaCase):
    """Usual texts: general ones, until an agency writes its own."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.skp = cls._make_skp()
        cls.texts = cls._as(cls.env["asn.annex.text"], cls.users["manager"])

    def _suggest(self, kind=None):
        self._as_role(self.skp, "own").action_suggest_annexes(kind)

    def test_all_three_annexes_are_filled_once(self):
        self._suggest()
        filled = self.skp.annex_ids
        self.assertEqual(
            set(filled.mapped("kind")), {"resources", "accountability", "consequences"}
        )
        self._suggest()
        self.assertEqual(self.skp.annex_ids, filled)

    def test_one_annex_alone(self):
        self._suggest("accountability")
        self.assertEqual(set(self.skp.annex_ids.mapped("kind")), {"accountability"})
        self._suggest("nonsense")
        self.assertEqual(set(self.skp.annex_ids.mapped("kind")), {"accountability"})

    def test_own_texts_of_the_agency_replace_the_general_ones(self):
        self.texts.create({"kind": "resources", "name": "Motorcycle"})
        self._suggest()
        self.assertEqual(self.skp.resource_ids.mapped("name"), ["Motorcycle"])
        self.assertTrue(self.skp.consequence_ids)

    def test_texts_of_another_agency_are_not_proposed(self):
        texts_b = self._as_role(self.env["asn.annex.text"], "manager_b")
        text = texts_b.create({"kind": "resources", "name": "Boat"})
        self.assertEqual(text.company_id, self.agency_b)
        self._suggest()
        self.assertNotIn("Boat", self.skp.resource_ids.mapped("name"))
        self._attempt(AccessError, self._as_role(text, "own").read, ["name"])

    def test_the_general_texts_belong_to_no_manager(self):
        text = self.texts.search([("company_id", "=", False)], limit=1)
        self.assertTrue(text)
        self._attempt(AccessError, text.write, {"name": "Changed"})
        self._attempt(AccessError, text.unlink)
        self._attempt(
            AccessError,
            self.texts.create,
            {"kind": "resources", "name": "For all", "company_id": False},
        )

    def test_commands_that_are_none_are_refused_in_a_sentence(self):
        plan = self._as_role(self.skp, "own")
        for commands in (5, "x", [5], [None], [[]], [[1, "x", 5]], [{}], [[9, 9, 9]]):
            with self.subTest(commands=commands):
                self._attempt(UserError, plan.write, {"annex_ids": commands})
