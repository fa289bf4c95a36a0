# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, freeze_time, tagged

from .common import NOW, ROLES
from .test_role import RoleCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestRoleScreen(RoleCase):
    """The list of who holds which role, and its two small forms."""

    def _get_holders(self, role="manager"):
        return self._as_role(self.env["asn.role.holder"], role)

    def test_the_list_is_for_manager_and_auditor(self):
        for role in ROLES:
            with self.subTest(role=role):
                refused = self._is_refused(self._get_holders(role).search, [])
                allowed = role in ("manager", "auditor", "manager_b")
                self.assertNotEqual(refused, allowed)

    def test_agencies_do_not_see_each_other(self):
        found = self._get_holders("manager_b").search([])
        self.assertEqual(found.company_id, self.agency_b)
        self.assertFalse(self._get_holders().search([]).company_id - self.agency)

    def test_all_kinds_of_role_are_on_the_list(self):
        self._appoint("auditor", date_from="2026-05-01")
        found = self._get_holders().search([])
        of = {(row.user_id, row.role): row for row in found}
        self.assertEqual(of[self.users["officer"], "officer"].subject, "Office / Unit")
        self.assertEqual(of[self.users["acting"], "acting"].subject, "Name assessor")
        self.assertEqual(of[self.users["outsider"], "auditor"].state, "coming")
        self.assertEqual(of[self.users["auditor"], "auditor"].state, "unknown")
        self.assertEqual(len(found), len(set(found.ids)))
        self.assertTrue(self._get_holders("auditor").search([]).mapped("subject"))

    def test_the_list_follows_at_once(self):
        row = self._appoint("auditor", date_from="2026-01-01")
        domain = [("user_id", "=", self.users["outsider"].id)]
        self.assertEqual(self._get_holders().search(domain).state, "running")
        row.date_to = "2026-04-09"
        self.assertEqual(self._get_holders().search(domain).state, "ended")

    def test_the_list_shows_a_number_that_was_just_changed(self):
        for row in (self.scope, self.delegation, self._appoint("auditor")):
            with self.subTest(model=row._name):
                self.env.flush_all()
                row.sudo().mandate_number = f"800/{row._name}"
                domain = [("mandate_number", "=", row.mandate_number)]
                self.assertEqual(self._get_holders().search(domain).origin_id, row.id)

    def test_the_list_itself_is_not_written(self):
        holder = self._get_holders().search([], limit=1)
        self._attempt(AccessError, holder.write, {"mandate_number": "Other"})
        self._attempt(AccessError, holder.unlink)

    def _fill_form(self, role="officer", **values):
        wizards = self._as_role(self.env["asn.role.appoint"], "manager")
        with Form(wizards) as form:
            form.role = role
            form.user_id = self.users["outsider"]
            form.mandate_number = "800/7/2026"
            for unit in values.pop("units", ()):
                form.department_ids.add(unit)
            for name, value in values.items():
                form[name] = value
        return form.record

    def test_the_manager_appoints_an_officer_for_two_units(self):
        self._fill_form(units=(self.section, self.other_unit)).action_appoint()
        scopes = self.env["asn.officer.scope"].search(
            [("user_id", "=", self.users["outsider"].id)]
        )
        self.assertEqual(scopes.department_id, self.section | self.other_unit)
        self.assertEqual(set(scopes.mapped("mandate_number")), {"800/7/2026"})
        self.assertTrue(self._is_member("officer"))

    def test_an_officer_needs_a_unit(self):
        wizard = self._as_role(self.env["asn.role.appoint"], "manager").create(
            {"user_id": self.users["outsider"].id, "mandate_number": "1"}
        )
        self._attempt(UserError, wizard.action_appoint)

    def test_the_manager_appoints_an_auditor_with_dates(self):
        self._fill_form("auditor", date_to="2026-12-31").action_appoint()
        row = self.env["asn.role.assignment"].search(
            [("user_id", "=", self.users["outsider"].id)]
        )
        self.assertEqual(str(row.date_to), "2026-12-31")
        self.assertTrue(self._is_member("auditor"))

    def test_the_form_does_not_appoint_oneself_either(self):
        wizard = self._as_role(self.env["asn.role.appoint"], "manager").create(
            {
                "role": "calibration",
                "user_id": self.users["manager"].id,
                "mandate_number": "1",
            }
        )
        self._attempt(AccessError, wizard.action_appoint)

    def test_only_the_manager_opens_the_forms(self):
        for role in set(ROLES) - {"manager", "manager_b"}:
            with self.subTest(role=role):
                for model in ("asn.role.appoint", "asn.role.end"):
                    wizards = self._as_role(self.env[model], role)
                    self.assertFalse(wizards.has_access("create"))

    def _open_end(self, row):
        holder = self._get_holders().search(
            [("origin_model", "=", row._name), ("origin_id", "=", row.id)]
        )
        action = holder.action_end()
        return self._as_role(self.env[action["res_model"]], "manager").browse(
            action["res_id"]
        )

    def test_each_kind_of_role_is_ended_from_the_list(self):
        rows = (self.scope, self.delegation, self._appoint("auditor"))
        for row in rows:
            with self.subTest(model=row._name):
                wizard = self._open_end(row)
                wizard.write({"date_to": "2026-04-10", "end_number": "800/9"})
                wizard.action_end()
                self.assertEqual(str(row.date_to), "2026-04-10")
                self.assertEqual(row.end_number, "800/9")

    def test_a_role_is_ended_at_once(self):
        wizard = self._open_end(self.scope)
        wizard.at_once = True
        wizard.action_end()
        self.assertFalse(self._is_member("officer", "officer"))
        self._attempt(UserError, wizard.action_end)

    def test_the_end_form_touches_nothing_else(self):
        wizard = self._as_role(self.env["asn.role.end"], "manager").create(
            {"origin_model": "res.users", "origin_id": self.users["own"].id}
        )
        self._attempt(UserError, wizard.action_end)

    def test_what_an_administrator_set_is_explained_and_not_ended(self):
        holder = self._get_holders().search([("state", "=", "unknown")], limit=1)
        self._attempt(UserError, holder.action_end)
        action = holder.action_explain()
        self.assertEqual(action["context"]["default_user_id"], holder.user_id.id)
