# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.exceptions import AccessError
from odoo.tests import freeze_time, tagged

from .common import NOW, KinerjaCase

SEES = {
    # the owner and the owner's assessor
    "uncarried": ("assessor", "superior"),
    "share": ("assessor", "superior"),
    # the employee and the assessor
    "unlinked": ("own", "assessor", "acting"),
    "no_main": ("own", "assessor", "acting"),
}
ALWAYS = ("officer", "manager", "auditor")
NEVER = ("officer_out", "outsider", "manager_b")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestCascadeFinding(KinerjaCase):
    """Each gap is found, seen by whoever can close it, and leads there."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.leader = cls._make_agreed_skp(cls.people["assessor"])
        cls.skp = cls._make_skp()
        cls.result = cls.skp.result_ids
        cls.line = cls.leader.result_ids.indicator_ids

    def _find(self, kind, record=None, role=None):
        findings = self.env["asn.cascade.finding"].with_context(
            allowed_company_ids=self.agency.ids
        )
        if role:
            findings = self._as_role(findings, role)
        domain = [("kind", "=", kind)]
        if record is not None:
            domain.append(("employee_id", "=", record.id))
        self.env.flush_all()
        self.env.invalidate_all()
        return findings.search(domain)

    def _make_gap(self, kind):
        if kind == "share":
            self.result.parent_id = self.leader.result_ids
            self.result.indicator_ids.write(
                {"leader_indicator_id": self.line.id, "share": 60}
            )
        if kind == "unlinked":
            self.result.parent_id = False
        if kind == "no_main":
            self.result.kind = "additional"
        owner = "assessor" if kind in ("uncarried", "share") else "own"
        return self._find(kind, self.people[owner])

    def test_a_leaders_result_that_nobody_carries(self):
        gap = self._make_gap("uncarried")
        self.assertEqual(gap.result_id, self.leader.result_ids)
        self.result.parent_id = self.leader.result_ids
        self.assertFalse(self._make_gap("uncarried"))
        self.skp.state = "cancelled"
        self._make_skp()
        self.assertTrue(self._make_gap("uncarried"))

    def test_who_leads_nobody_or_has_not_agreed_leaves_no_gap(self):
        self.assertFalse(self._find("uncarried", self.people["own"]))
        self.leader.state = "draft"
        self.assertFalse(self._find("uncarried", self.people["assessor"]))

    def test_shares_below_and_above_the_whole(self):
        gap = self._make_gap("share")
        self.assertRecordValues(
            gap,
            [
                {
                    "indicator_id": self.line.id,
                    "share_sum": 60,
                    "share_count": 1,
                    "missing_count": 0,
                }
            ],
        )
        values = {"leader_indicator_id": self.line.id, "name": "More", "unit": "x"}
        self.result.write({"indicator_ids": [Command.create(values)]})
        gap = self._find("share")
        self.assertEqual((gap.share_sum, gap.missing_count), (60, 1))
        self.result.indicator_ids[1].share = 40
        self.assertFalse(self._find("share"))
        self.result.indicator_ids[1].share = 40.01
        self.assertEqual(self._find("share").share_sum, 100.01)

    def test_shares_that_nobody_uses_are_no_gap(self):
        self._make_gap("share")
        self.result.indicator_ids.share = 0
        self.assertFalse(self._find("share"))

    def test_a_result_that_serves_nothing_although_it_could(self):
        self.assertEqual(self._make_gap("unlinked").result_id, self.result)
        self.result.parent_id = self.leader.result_ids
        self.assertFalse(self._find("unlinked", self.people["own"]))
        self.result.parent_id = False
        self.leader.state = "draft"
        self.assertFalse(self._find("unlinked", self.people["own"]))

    def test_additional_results_alone_are_no_main_result(self):
        self.assertFalse(self._find("no_main"))
        self.assertEqual(self._make_gap("no_main").skp_id, self.skp)
        self.result.unlink()
        self.assertEqual(self._find("no_main").skp_id, self.skp)

    def test_people_without_plan_unless_they_are_excused(self):
        person = self.people["outsider"]
        gap = self._find("no_plan", person)
        self.assertEqual(gap.assessor_id, self.people["acting"])
        self.assertFalse(self._find("no_plan", self.people["own"]))
        self.env["asn.excuse"].create(
            {
                "employee_id": person.id,
                "company_id": self.agency.id,
                "reason": "study",
                "date_from": "2026-01-01",
            }
        )
        self.assertFalse(self._find("no_plan", person))

    def test_each_gap_is_seen_by_whom_it_concerns(self):
        for kind, roles in SEES.items():
            expected = self._make_gap(kind)
            self.assertEqual(len(expected), 1, kind)
            for role in (*roles, *ALWAYS, *NEVER):
                found = self._find(kind, expected.employee_id, role)
                with self.subTest(kind=kind, role=role):
                    self.assertEqual(bool(found), role not in NEVER)
            for role in {"own", "acting"} - {*roles}:
                with self.subTest(kind=kind, role=role):
                    self.assertFalse(self._find(kind, expected.employee_id, role))

    def test_the_assessor_sees_who_has_no_plan_and_others_do_not(self):
        self.skp.state = "cancelled"
        for role, sees in (("assessor", True), ("own", True), ("outsider", False)):
            found = self._find("no_plan", self.people["own"], role)
            with self.subTest(role=role):
                self.assertEqual(bool(found), sees)

    def test_another_agency_sees_nothing(self):
        self.assertTrue(self._find("unlinked", role="manager"))
        self.assertFalse(self._find("unlinked", role="manager_b"))

    def test_nobody_changes_a_gap(self):
        gap = self._as_role(self._make_gap("unlinked"), "manager")
        self._attempt(AccessError, gap.write, {"subject": "Other"})
        self._attempt(AccessError, gap.unlink)

    def test_each_gap_opens_what_closes_it(self):
        plan = self._as_role(self._make_gap("unlinked"), "assessor").action_fix()
        self.assertEqual((plan["res_model"], plan["res_id"]), ("asn.skp", self.skp.id))
        shares = self._as_role(self._make_gap("share"), "assessor").action_fix()
        lines = self._as_role(self.env["asn.skp.indicator"], "assessor")
        lines = lines.search(shares["domain"])
        self.assertEqual(lines.sudo(), self.result.indicator_ids)
        self.assertEqual(lines.action_open_skp()["res_id"], self.skp.id)
        person = self._find("no_plan", self.people["outsider"])
        opened = self._as_role(person, "manager").action_fix()
        self.assertEqual(opened["res_model"], "asn.person")
        opened = self._as_role(person, "acting").action_fix()
        self.assertEqual(opened["res_model"], "asn.skp")

    def test_a_gap_that_is_not_seen_opens_nothing(self):
        gap = self._as_role(self._make_gap("unlinked"), "outsider")
        self._attempt(AccessError, gap.action_fix)

    def test_gaps_are_grouped_and_exported(self):
        self._make_gap("unlinked")
        gaps = self._as_role(self.env["asn.cascade.finding"], "manager")
        groups = gaps.formatted_read_group([], ["kind"], ["__count"])
        kinds = {group["kind"] for group in groups}
        self.assertLessEqual({"uncarried", "unlinked", "no_plan"}, kinds)
        rows = gaps.search([("kind", "=", "unlinked")]).export_data(
            ["employee_name", "subject"]
        )
        self.assertEqual(rows["datas"], [["Name own", self.result.name]])

    def test_the_list_costs_the_same_for_one_and_for_many(self):
        gaps = self._as_role(self.env["asn.cascade.finding"], "manager")
        columns = ["kind", "employee_name", "subject", "department_id"]
        counts = []
        for _size in range(3):
            self.env.flush_all()
            self.env.invalidate_all()
            start = self.cr.sql_log_count
            gaps.search([]).read(columns)
            counts.append(self.cr.sql_log_count - start)
            for number in range(10):
                self._make_employee(f"P{number}", self.section, self.people["assessor"])
        self.assertEqual(counts[1], counts[2])
        self.assertLess(counts[2], 20)
