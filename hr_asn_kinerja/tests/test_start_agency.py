# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError
from odoo.tests import new_test_user, tagged

from .common import MODULE, ROLES
from .test_start import StartCase

VALUES = {"name": "Regency", "city": "Tubei", "zone": "Asia/Makassar"}


@tagged("post_install", "-at_install")
class TestStartAgency(StartCase):
    def _make(self, role, **values):
        wizards = self._as_role(self.env["asn.start.agency"], role)
        return wizards.create(
            {"company_id": self.users[role].company_id.id, **VALUES, **values}
        )

    def test_the_manager_introduces_the_agency_without_system_rights(self):
        self.assertEqual(self._get_figures("empty")["agency"], (1, 4))
        self._make("empty").action_save()
        self.assertRecordValues(self.empty, [{"name": "Regency", "city": "Tubei"}])
        self.assertEqual(self.empty.country_id.code, "ID")
        self.assertEqual(self.empty.resource_calendar_id.tz, "Asia/Makassar")
        self.assertEqual(self._get_states("empty")["agency"], "done")

    def test_a_shared_calendar_keeps_its_zone(self):
        shared = self.agency.resource_calendar_id
        shared.company_id = False
        self.empty.resource_calendar_id = shared
        self._make("empty").action_save()
        self.assertEqual(shared.tz, "Asia/Jakarta")
        self.assertEqual(self.empty.resource_calendar_id.tz, "Asia/Makassar")

    def test_it_begins_with_what_is_known(self):
        wizards = self._as_role(self.env["asn.start.agency"], "manager")
        known = wizards.default_get(["name", "city", "zone"])
        self.assertEqual(known["name"], self.agency.name)
        self.assertEqual(known["zone"], "Asia/Jakarta")

    def test_nobody_else_changes_an_agency(self):
        wizard = self._make("manager")
        for role in set(ROLES) - {"manager"}:
            with self.subTest(role=role):
                self._attempt(AccessError, self._as_role(wizard, role).action_save)
        self._attempt(AccessError, self._make, "own")

    def test_no_manager_changes_a_foreign_agency(self):
        self._attempt(AccessError, self._make, "manager", company_id=self.empty.id)

    # --- THE FIRST MANAGER ---

    def _make_administrator(self):
        self.env.ref(f"{MODULE}.group_asn_kinerja_manager").user_ids -= self.users[
            "empty"
        ]
        self.users["admin"] = new_test_user(
            self.env,
            "asn_admin",
            groups="base.group_system",
            company_id=self.empty.id,
            company_ids=[(6, 0, self.empty.ids)],
        )
        return self._as_role(self.env["asn.start"], "admin")

    def test_the_administrator_is_asked_for_the_first_manager(self):
        starts = self._make_administrator()
        action = starts.action_open_application()
        self.assertEqual(action["res_model"], "asn.start.manager")
        wizards = self._as_role(self.env["asn.start.manager"], "admin")
        wizards.create({"user_id": self.users["empty"].id}).action_appoint()
        group = f"{MODULE}.group_asn_kinerja_manager"
        self.assertTrue(self.users["empty"].has_group(group))
        self.assertFalse(self.users["admin"].has_group(group))
        self.assertEqual(starts.action_open_application()["res_model"], "asn.skp")

    def test_nobody_else_appoints_a_first_manager(self):
        for role in ROLES:
            wizards = self._as_role(self.env["asn.start.manager"], role)
            values = {"user_id": self.users[role].id}
            with self.subTest(role=role):
                self._attempt(AccessError, wizards.create, values)
