# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from .common import NOW, REFUSALS, ROLES, KinerjaCase

READERS = ("officer", "officer_out", "manager", "manager_b", "auditor")


class PreflightPeople:
    """The regent is excused; helpers to ask what is found."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.findings = cls.env["asn.data.finding"]
        cls._make_excuse(cls.regent, "official")

    @classmethod
    def _make_excuse(cls, person, reason, **values):
        return cls.env["asn.excuse"].create(
            {
                "employee_id": person.id,
                "company_id": person.company_id.id,
                "reason": reason,
                "date_from": "2026-01-01",
                **values,
            }
        )

    def _get_kinds(self, person, role="manager"):
        findings = self._as_role(self.findings, role)
        found = findings.search([("employee_id", "=", person.id)])
        return set(found.mapped("kind"))

    def _get_check(self, role="manager", kind=False):
        checks = self._as_role(self.env["asn.data.check"], role)
        return checks.search([("kind", "=", kind)])


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestPreflight(PreflightPeople, KinerjaCase):
    """The data check finds what is missing, for those who may know it."""

    def test_a_complete_person_only_lacks_the_plan(self):
        self.assertEqual(self._get_kinds(self.people["own"]), {"no_plan"})
        self._make_skp()
        self.assertEqual(self._get_kinds(self.people["own"]), set())

    def test_a_superior_who_left_is_no_superior(self):
        self.delegation.date_to = "2026-04-09"
        self.people["assessor"].departure_date = "2026-04-01"
        self.assertIn("no_superior", self._get_kinds(self.people["own"]))

    def test_an_acting_official_fills_the_place_of_who_left(self):
        self._make_delegation("acting", self.people["superior"])
        self.section.manager_id = self.people["superior"]
        self.people["superior"].departure_date = "2026-04-01"
        self.assertNotIn("no_superior", self._get_kinds(self.people["assessor"]))
        self._assert_head_is_missing(self.section, False)
        self.env["asn.delegation"].search([]).date_to = "2026-04-09"
        self.assertIn("no_superior", self._get_kinds(self.people["assessor"]))
        self._assert_head_is_missing(self.section, True)

    def _assert_head_is_missing(self, unit, is_missing):
        self.env.flush_all()
        self.env.invalidate_all()
        found = self._as_role(self.findings, "manager").search(
            [("kind", "=", "unit_no_head"), ("department_id", "=", unit.id)]
        )
        self.assertEqual(bool(found), is_missing)

    def test_logins_of_system_administrators_are_no_finding(self):
        self.users["outsider"].group_ids |= self.env.ref("base.group_system")
        person = self.people["outsider"]
        person.with_context(no_wizard=True).action_archive()
        self.assertTrue(self.users["outsider"].active)
        self.assertFalse(self._get_kinds(person))

    def test_everything_that_is_missing_is_found(self):
        person = self.env["hr.employee"].create(
            {"name": "Name empty", "company_id": self.agency.id}
        )
        self.assertEqual(
            self._get_kinds(person),
            {"no_superior", "no_unit", "no_nip", "no_rank", "no_login", "no_plan"},
        )

    def test_a_cancelled_plan_is_no_plan(self):
        skp = self._make_skp()
        skp.sudo().state = "cancelled"
        self.assertIn("no_plan", self._get_kinds(self.people["own"]))

    def test_without_open_period_nobody_lacks_a_plan(self):
        self.period.action_close()
        self.assertNotIn("no_plan", self._get_kinds(self.people["own"]))

    def test_a_closed_login_is_no_login(self):
        self.users["own"].action_archive()
        self.assertIn("no_login", self._get_kinds(self.people["own"]))

    def test_a_circle_is_found_and_those_below_it_are_not_in_it(self):
        self.people["superior"].parent_id = self.people["assessor"]
        for role, is_found in (("superior", True), ("assessor", True), ("own", False)):
            with self.subTest(role=role):
                kinds = self._get_kinds(self.people[role])
                self.assertEqual("cycle" in kinds, is_found)

    def test_who_is_their_own_superior_is_a_circle(self):
        self.people["outsider"].parent_id = self.people["outsider"]
        self.assertIn("cycle", self._get_kinds(self.people["outsider"]))

    def test_a_unit_without_head_is_found(self):
        units = self._as_role(self.findings, "manager").search(
            [("kind", "=", "unit_no_head")]
        )
        self.assertIn(self.section, units.department_id)
        self.section.manager_id = self.people["assessor"]
        self.env.invalidate_all()
        units = units.search([("kind", "=", "unit_no_head")])
        self.assertNotIn(self.section, units.department_id)
        self.assertIn("Unit", units.mapped("name"))

    def test_a_login_that_stayed_open_is_found(self):
        person = self.people["manager"]
        person.with_context(no_wizard=True).action_archive()
        self.assertEqual(self._get_kinds(person), {"left_login"})

    def test_the_manager_closes_a_login_that_stayed_open(self):
        person = self.people["own"]
        person.with_context(no_wizard=True).action_archive()
        self.users["own"].action_unarchive()
        domain = [("kind", "=", "left_login"), ("employee_id", "=", person.id)]
        for role in ("officer", "auditor"):
            finding = self._as_role(self.findings, role).search(domain)
            self._attempt(AccessError, finding.action_close_login)
        finding = self._as_role(self.findings, "manager").search(domain)
        finding.action_close_login()
        self.assertFalse(self.users["own"].active)
        self.assertFalse(finding.search(domain))

    def test_a_login_that_has_to_stay_says_why(self):
        person = self.people["manager"]
        person.with_context(no_wizard=True).action_archive()
        findings = self._as_role(self.findings, "manager")
        left = findings.search([("employee_id", "=", person.id)])
        self._attempt(UserError, left.action_close_login)
        other = findings.search([("kind", "=", "no_plan")], limit=1)
        self._attempt(UserError, other.action_close_login)

    def test_counts_are_those_of_the_list(self):
        for role in READERS:
            for check in self._as_role(self.env["asn.data.check"], role).search([]):
                if not check.kind:
                    continue
                found = self._as_role(self.findings, role).search_count(
                    [("kind", "=", check.kind)]
                )
                with self.subTest(role=role, kind=check.kind):
                    self.assertEqual(check.finding_count, found)

    def test_complete_data_need_no_plan(self):
        summary = self._get_check()
        ready, missing = summary.ready_count, summary.planned_count
        self.assertGreater(ready, missing)
        self._make_skp()
        self.env.invalidate_all()
        self.assertRecordValues(
            summary, [{"ready_count": ready, "planned_count": missing + 1}]
        )

    def test_without_open_period_no_plan_is_counted(self):
        self.period.action_close()
        summary = self._get_check()
        self.assertRecordValues(summary, [{"has_period": False, "planned_count": 0}])

    def test_a_rate_is_full_with_everybody_only(self):
        rate = self.env["asn.data.check"]._get_rate
        self.assertEqual(rate(4999, 5000), 99)
        self.assertEqual(rate(5000, 5000), 100)
        self.assertEqual(rate(0, 0), 100)

    def test_check_again_reads_anew(self):
        for model in ("asn.data.check", "asn.data.finding"):
            action = self._as_role(self.env[model], "officer").action_check_again()
            self.assertEqual(action["tag"], "soft_reload")

    def test_an_officer_sees_the_own_units_only(self):
        units = {
            role: self._as_role(self.findings, role).search([]).department_id
            for role in READERS
        }
        self.assertEqual(units["officer"], self.unit | self.section)
        self.assertEqual(units["officer_out"], self.other_unit)
        self.assertIn(self.office, units["manager"])
        self.assertEqual(units["auditor"], units["manager"])
        self.assertEqual(units["manager_b"], self.unit_b)

    def test_an_ended_scope_ends_the_sight(self):
        self.scope.date_to = "2026-04-09"
        findings = self._as_role(self.findings, "officer")
        # the role ended with the last scope
        with self.assertRaises(AccessError):
            findings.search([])

    @mute_logger("odoo.addons.base.models.ir_model")
    def test_nobody_else_opens_the_check(self):
        for role in set(ROLES) - set(READERS):
            for model in ("asn.data.finding", "asn.data.check", "asn.excuse"):
                with self.subTest(role=role, model=model):
                    records = self._as_role(self.env[model], role)
                    self._attempt(AccessError, records.search, [])
        for role in ("officer", "officer_out"):
            excuses = self._as_role(self.env["asn.excuse"], role)
            self._attempt(AccessError, excuses.search, [])

    def test_nothing_of_it_can_be_written(self):
        for role in ("manager", "officer", "auditor"):
            for model in ("asn.data.finding", "asn.person", "asn.data.check"):
                record = self._as_role(self.env[model], role).search([], limit=1)
                with self.subTest(role=role, model=model):
                    self._attempt(REFUSALS, record.write, {"name": "Other"})
                    self._attempt(REFUSALS, record.unlink)

    def test_each_finding_opens_what_mends_it(self):
        self.people["outsider"].nip = False
        self.people["acting"].user_id = False
        self.people["manager"].with_context(no_wizard=True).action_archive()
        wanted = {
            ("manager", "no_nip"): "hr.employee",
            ("manager", "no_login"): "asn.login.batch",
            ("manager", "unit_no_head"): "hr.department",
            ("manager", "excused"): "asn.excuse",
            ("officer_out", "no_nip"): "asn.person",
            ("auditor", "no_nip"): "asn.person",
            ("auditor", "left_login"): "hr.employee.public",
            ("officer_out", "unit_no_head"): "hr.department",
        }
        for (role, kind), model in wanted.items():
            findings = self._as_role(self.findings, role)
            finding = findings.search([("kind", "=", kind)], limit=1)
            with self.subTest(role=role, kind=kind):
                action = finding.action_fix()
                self.assertEqual(action["res_model"], model)
                if action.get("res_id"):
                    record = self._as_role(self.env[model], role).browse(
                        action["res_id"]
                    )
                    self.assertTrue(record.display_name)

    def test_the_check_asks_as_often_for_many_people_as_for_few(self):
        checks = self._as_role(self.env["asn.data.check"], "manager").search([])

        def count():
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            checks.mapped("finding_count")
            self._as_role(self.findings, "manager").web_search_read(
                [], {"kind": {}, "name": {}, "nip": {}, "department_id": {}}
            )
            return self.cr.sql_log_count - before

        count()
        few = count()
        for number in range(30):
            self._make_employee(f"Name {number}", self.unit, None)
        self.assertEqual(count(), few)

    def test_the_list_exports_like_any_other(self):
        findings = self._as_role(self.findings, "manager").search([], limit=3)
        rows = findings.export_data(["kind", "name", "nip", "department_id/name"])
        self.assertEqual(len(rows["datas"]), 3)
