# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError
from odoo.tests import freeze_time, tagged
from odoo.tools.safe_eval import safe_eval

from .common import MODULE, NOW, ROLES, KinerjaHttpCase

# texts and lists without content of an agency
FOR_ALL_AGENCIES = (
    "asn.rank",
    "asn.data.check",
    "asn.start.step",
    "asn.behaviour",
    "asn.behaviour.indicator",
)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestInstallation(KinerjaHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        evaluation = cls._make_evaluation()
        cls._deliver(evaluation)
        cls._make_skp("outsider")

    def _get_records(self, model):
        """Return the records of a model that came with the module."""
        data = self.env["ir.model.data"].search(
            [("module", "=", MODULE), ("model", "=", model)]
        )
        return self.env[model].browse(data.mapped("res_id"))

    def _get_models(self):
        return [
            model for model in self.env.values() if model._original_module == MODULE
        ]

    def test_every_model_has_a_description(self):
        self.assertTrue(self._get_models())
        for model in self._get_models():
            with self.subTest(model=model._name):
                self.assertTrue(model._description)
                self.assertNotEqual(model._description, model._name)

    def test_every_model_has_access_rights(self):
        for model in self._get_models():
            if model._abstract:
                continue
            with self.subTest(model=model._name):
                rights = self.env["ir.model.access"].search(
                    [("model_id.model", "=", model._name)]
                )
                self.assertTrue(rights)
                self.assertTrue(all(right.group_id for right in rights))

    def test_every_model_with_an_agency_keeps_agencies_apart(self):
        for model in self._get_models():
            if model._abstract or model._transient or model._name in FOR_ALL_AGENCIES:
                continue
            with self.subTest(model=model._name):
                rules = self.env["ir.rule"].search(
                    [("model_id.model", "=", model._name), ("groups", "=", False)]
                )
                domains = rules.mapped("domain_force")
                self.assertTrue([text for text in domains if "company_ids" in text])

    def test_no_rule_holds_a_value_computed_from_the_user(self):
        for rule in self._get_records("ir.rule"):
            with self.subTest(rule=rule.name):
                rest = rule.domain_force.replace("user.id", "")
                # delegations are dated, whoever's they are
                rest = rest.replace("employee_id.delegation_ids", "")
                self.assertNotIn("user.", rest)
                self.assertNotIn("child_of", rest)
                self.assertNotIn("employee_id.", rest)

    def test_the_administrator_of_the_system_gets_no_role_of_ours(self):
        system = self.env.ref("base.group_system")
        for name in ("officer", "manager", "auditor", "acting"):
            group = self.env.ref(f"{MODULE}.group_asn_kinerja_{name}")
            with self.subTest(group=name):
                self.assertNotIn(group, system.all_implied_ids)
                self.assertNotIn(self.env.ref("base.user_root"), group.all_user_ids)

    def test_every_menu_opens_for_everybody_who_sees_it(self):
        for role in ROLES:
            self._log_in(role)
            menus = self.url_open("/web/webclient/load_menus").json().values()
            actions = {
                menu["actionID"]
                for menu in menus
                if (menu["xmlid"] or "").startswith(f"{MODULE}.")
                and menu["actionModel"] == "ir.actions.act_window"
            }
            self.assertTrue(actions)
            for action in self.env["ir.actions.act_window"].browse(actions):
                with self.subTest(role=role, action=action.name):
                    self._open(action, self.users[role])

    def test_people_see_the_menus_of_their_role(self):
        seen = {}
        for role in ROLES:
            menus = self._as_role(self.env["ir.ui.menu"], role)._visible_menu_ids()
            seen[role] = {
                menu.get_external_id()[menu.id].split(".")[1]
                for menu in self._get_records("ir.ui.menu")
                if menu.id in menus
            }
        self.assertIn("menu_my_skp", seen["own"])
        self.assertNotIn("menu_agency", seen["own"])
        self.assertIn("menu_agency_skp", seen["officer"])
        self.assertNotIn("menu_configuration", seen["officer"])
        self.assertIn("menu_configuration", seen["manager"])
        self.assertIn("menu_agency_assessment", seen["auditor"])
        self.assertNotIn("menu_agency_assessment", seen["manager"])

    def _open(self, action, user):
        """Do what the web client does when a menu is clicked."""
        context = safe_eval(action.context or "{}", {"uid": user.id})
        domain = safe_eval(action.domain or "[]", {"uid": user.id})
        views = [[False, kind] for kind in action.view_mode.split(",")]
        answer = self._call(
            action.res_model,
            "get_views",
            [[*views, [False, "search"]]],
            {"options": {"action_id": action.id, "toolbar": True}, "context": context},
        )
        fields = answer["models"][action.res_model]["fields"]
        self._call(
            action.res_model,
            "web_search_read",
            [],
            {
                "domain": domain,
                "specification": {name: {} for name in fields},
                "context": context,
            },
        )

    def test_every_view_of_ours_loads_for_everybody_with_access(self):
        for role in ROLES:
            for view in self._get_records("ir.ui.view"):
                if view.type in ("qweb",) or view.mode == "extension":
                    continue
                model = self._as_role(self.env[view.model], role)
                with self.subTest(role=role, view=view.name):
                    if model.has_access("read"):
                        model.get_views([(view.id, view.type)])

    def test_the_form_of_an_employee_opens_for_the_personnel_office(self):
        user = self.users["outsider"]
        user.group_ids += self.env.ref("hr.group_hr_user")
        employees = self._as(self.env["hr.employee"], user)
        views = employees.get_views([(False, "form"), (False, "list")])
        names = views["models"]["hr.employee"]["fields"]
        answer = employees.web_search_read(
            [("id", "=", self.people["own"].id)], {name: {} for name in names}
        )
        self.assertEqual(len(answer["records"]), 1)

    def test_an_employee_form_of_ours_is_closed_to_plain_people(self):
        employees = self._as_role(self.env["hr.employee"], "own")
        self._attempt(AccessError, employees.browse().check_access, "write")
