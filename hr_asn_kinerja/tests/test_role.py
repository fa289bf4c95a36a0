# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import freeze_time, tagged

from .common import MODULE, NOW, REFUSALS, KinerjaCase


class RoleCase(KinerjaCase):
    def _appoint(self, role, user="outsider", by="manager", **values):
        """Appoint somebody, as the agency manager would."""
        rows = self._as_role(self.env["asn.role.assignment"], by)
        return rows.create(
            {
                "user_id": self.users[user].id,
                "role": role,
                "company_id": self.agency.id,
                "mandate_number": "800/7/2026",
                **values,
            }
        )

    def _is_member(self, role, user="outsider"):
        group = f"{MODULE}.group_asn_kinerja_{role}"
        return self.users[user].has_group(group)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestRoleRights(RoleCase):
    """Who may give a right to whom, and that it leads no further."""

    def test_the_manager_appoints_without_system_rights(self):
        self.assertFalse(self.users["manager"]._is_system_login())
        for role in ("auditor", "calibration"):
            with self.subTest(role=role):
                self._appoint(role)
                self.assertTrue(self._is_member(role))

    def test_nobody_but_the_manager_appoints(self):
        for role in ("own", "assessor", "officer", "auditor", "acting", "manager_b"):
            with self.subTest(role=role):
                self._attempt(AccessError, self._appoint, "calibration", by=role)
                self.assertFalse(self._is_member("calibration"))

    def test_nobody_appoints_themselves(self):
        for role in ("manager", "auditor", "calibration"):
            with self.subTest(role=role):
                self._attempt(REFUSALS, self._appoint, role, "manager")
                self.assertFalse(self._is_member("auditor", "manager"))
        scopes = self._as_role(self.env["asn.officer.scope"], "manager")
        values = {
            "user_id": self.users["manager"].id,
            "department_id": self.unit.id,
        }
        self._attempt(AccessError, scopes.create, values)
        made = {**values, "origin_id": self.scope.id}
        self._attempt(AccessError, scopes.create, made)

    def test_a_coming_row_is_not_turned_to_oneself(self):
        rows = (
            self._appoint("calibration", date_from="2026-05-01"),
            self._as_role(self.scope, "manager").create(
                {
                    "user_id": self.users["outsider"].id,
                    "department_id": self.unit.id,
                    "date_from": "2026-05-01",
                }
            ),
        )
        for row in rows:
            with self.subTest(model=row._name):
                oneself = {"user_id": self.users["manager"].id}
                self._attempt(AccessError, row.write, oneself)

    def test_the_own_role_is_ended_earlier_and_never_longer(self):
        row = self._appoint("calibration", "assessor", date_to="2026-06-30").sudo()
        row.user_id = self.users["manager"]
        own = self._as_role(row, "manager")
        self._attempt(AccessError, own.write, {"date_to": "2026-12-31"})
        self._attempt(AccessError, own.write, {"date_to": False})
        self._attempt(UserError, own.write, {"date_from": "2026-01-01"})
        own.date_to = "2026-05-31"

    def test_a_deputy_does_not_prolong_their_own_delegation(self):
        line = self._make_delegation(
            "manager", self.people["superior"], date_to="2026-04-30"
        )
        own = self._as_role(line, "manager")
        self._attempt(AccessError, own.write, {"date_to": False})
        own.date_to = "2026-04-10"

    def test_the_settings_stay_out_of_reach(self):
        system = self.env.ref("base.group_system")
        user = self._as_role(self.users["manager"], "manager")
        for record, values in (
            (user, {"group_ids": [Command.link(system.id)]}),
            (system.with_user(user), {"user_ids": [Command.link(user.id)]}),
        ):
            with self.subTest(model=record._name):
                self._attempt(AccessError, record.write, values)
        for role in ("system", "base.group_system", "officer", "acting"):
            with self.subTest(role=role):
                self._attempt(ValueError, self._appoint, role)
        groups = self.env["asn.role.assignment"]._get_role_groups().values()
        forbidden = self.env.ref("base.group_system") | self.env.ref(
            "base.group_erp_manager"
        )
        for xmlid in groups:
            group = self.env.ref(xmlid)
            self.assertFalse(group.all_implied_ids & forbidden, xmlid)

    def test_administrators_of_the_system_get_no_such_role(self):
        system = self.env.ref("base.group_system")
        self.users["outsider"].group_ids += system
        for role in ("manager", "auditor"):
            with self.subTest(role=role):
                self._attempt(AccessError, self._appoint, role)

    def test_people_of_other_agencies_are_left_alone(self):
        self._attempt(UserError, self._appoint, "auditor", "manager_b")
        self.users["outsider"].company_ids += self.agency_b
        self._attempt(ValidationError, self._appoint, "auditor")
        portal = self.env.ref("base.group_portal")
        self.users["own"].write({"group_ids": [Command.set(portal.ids)]})
        self._attempt(AccessError, self._appoint, "calibration", "own")

    def test_a_role_can_be_ended_whatever_became_of_the_person(self):
        row = self._appoint("auditor", date_from="2026-01-01")
        portal = self.env.ref("base.group_portal")
        self.users["outsider"].write({"group_ids": [Command.set(portal.ids)]})
        row.date_to = "2026-04-09"
        self.assertFalse(self._is_member("auditor"))

    def test_nobody_is_manager_and_auditor_at_once(self):
        self._appoint("auditor", date_to="2026-06-30")
        self._attempt(UserError, self._appoint, "manager")
        self._appoint("manager", date_from="2026-07-01")
        self._attempt(UserError, self._appoint, "manager", "auditor")

    def test_an_agency_keeps_a_manager(self):
        other = self._appoint("manager", date_from="2026-01-01")
        row = self._as_role(other, "outsider").create(
            {
                "user_id": self.users["manager"].id,
                "role": "manager",
                "company_id": self.agency.id,
                "date_from": "2026-01-01",
            }
        )
        row.date_to = "2026-04-30"
        by_first = self._as_role(other, "manager")
        self._attempt(UserError, by_first.write, {"date_to": "2026-04-30"})

    def test_the_units_below_are_not_written_by_hand(self):
        made = self.env["asn.officer.scope"].search([("origin_id", "=", self.scope.id)])
        made = self._as_role(made[:1], "manager")
        self._attempt(AccessError, made.write, {"date_to": "2026-12-31"})
        self._attempt(AccessError, made.unlink)

    def test_a_row_is_not_hidden_through_the_context(self):
        scopes = self._as_role(self.env["asn.officer.scope"], "manager")
        scope = scopes.with_context(
            default_origin_id=self.scope.id, default_ended_at="2026-01-01 00:00:00"
        ).create({"user_id": self.users["outsider"].id, "department_id": self.unit.id})
        self.assertRecordValues(scope, [{"origin_id": False, "ended_at": False}])
        self.assertTrue(self._is_member("officer"))

    def test_a_role_holds_in_one_agency_only(self):
        user = self.users["outsider"]
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            user.company_ids += self.agency_b
            self._appoint("auditor")
        user.company_ids = self.agency
        self._appoint("auditor")
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            user.company_ids += self.agency_b

    def test_days_far_away_get_a_sentence(self):
        for days in ({"date_to": "9999-12-31"}, {"date_from": "0001-01-01"}):
            with self.assertRaises(ValidationError), self.env.cr.savepoint():
                self._appoint("auditor", **days)

    def test_a_unit_with_officers_stays(self):
        with self.assertRaises(UserError):
            self.scope.department_id.unlink()

    def test_a_role_for_the_agency_has_no_unit(self):
        unit = {"department_id": self.unit.id}
        self._attempt(UserError, self._appoint, "auditor", **unit)
        self.assertEqual(self._appoint("calibration", **unit).department_id, self.unit)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestRoleHistory(RoleCase):
    """Whatever is given or ended can be told afterwards, and nobody rewrites it."""

    def _get_history(self):
        return self.env["asn.role.history"].search(
            [("person_id", "=", self.users["outsider"].id)], order="id"
        )

    def test_appointment_and_end_are_kept(self):
        row = self._appoint("auditor", date_from="2026-01-01")
        row.write({"date_to": "2026-04-30", "end_number": "800/9/2026"})
        manager = self.users["manager"].id
        common = {"user_id": manager, "role": "auditor"}
        self.assertRecordValues(
            self._get_history(),
            [
                {**common, "event": "appointed", "number": "800/7/2026"},
                {**common, "event": "ended", "number": "800/9/2026"},
            ],
        )

    def test_scopes_and_delegations_are_kept_too(self):
        self._make_scope("outsider", self.unit)
        line = self._make_delegation(
            "outsider", self.people["superior"], date_from="2026-05-01"
        )
        line.unlink()
        self.assertRecordValues(
            self._get_history(),
            [
                {"event": "appointed", "role": "officer", "subject": "Office / Unit"},
                {"event": "appointed", "role": "acting", "subject": "Name superior"},
                {"event": "withdrawn", "role": "acting", "subject": "Name superior"},
            ],
        )

    def test_nobody_rewrites_the_history(self):
        self._appoint("auditor")
        history = self._get_history()
        for line in (history, history.sudo(), self._as_role(history, "manager")):
            self._attempt(AccessError, line.write, {"number": "Other"})
            self._attempt(AccessError, line.unlink)
        values = history.copy_data()[0]
        create = self._as_role(history, "manager").create
        self._attempt(AccessError, create, values)

    def test_what_has_begun_only_ends(self):
        row = self._appoint("auditor", date_from="2026-01-01")
        scope = self._as_role(self.scope, "manager")
        for begun in (row, scope):
            with self.subTest(model=begun._name):
                self._attempt(UserError, begun.unlink)
                self._attempt(UserError, begun.write, {"date_from": "2026-02-01"})
                self._attempt(UserError, begun.write, {"mandate_number": "Other"})
                for moment in (NOW, False):
                    self._attempt(AccessError, begun.write, {"ended_at": moment})
                begun.date_to = "2026-04-09"

    def test_an_end_of_another_day_is_not_taken_back(self):
        row = self._appoint("auditor", date_from="2026-01-01")
        row.date_to = "2026-04-09"
        row.date_to = False
        row.date_to = "2026-04-09"
        with freeze_time("2026-04-12 03:00:00"):
            self.env.invalidate_all()
            self._attempt(UserError, row.write, {"date_to": False})

    def test_the_person_is_told(self):
        self._appoint("auditor")
        partner = self.users["outsider"].partner_id
        told = self.env["mail.notification"].search(
            [("res_partner_id", "=", partner.id)]
        )
        self.assertEqual(told.notification_type, "inbox")
        self.assertIn("800/7/2026", told.mail_message_id.body)
        seen = self._as_role(told.mail_message_id, "outsider")
        self.assertTrue(seen.has_access("read"))
        self.assertFalse(self._as_role(seen, "own").has_access("read"))
