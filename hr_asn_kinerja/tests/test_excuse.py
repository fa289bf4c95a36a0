# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.exceptions import UserError
from odoo.tests import Form, freeze_time, tagged

from .common import NOW, REFUSALS, ROLES, KinerjaCase
from .test_preflight import PreflightPeople


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestExcuse(PreflightPeople, KinerjaCase):
    """Excused people are listed with reason and dates, and nothing waits for them."""

    def test_excused_people_are_listed_once_and_not_expected(self):
        summary = self._get_check()
        expected, excused = summary.expected_count, summary.excused_count
        self._make_excuse(self.people["own"], "study", date_to="2026-12-31")
        self.assertEqual(self._get_kinds(self.people["own"]), {"excused"})
        self.env.invalidate_all()
        self.assertRecordValues(
            summary,
            [{"expected_count": expected - 1, "excused_count": excused + 1}],
        )

    def test_an_excuse_counts_in_its_days_only(self):
        person = self.people["own"]
        self._make_excuse(person, "study", date_to="2026-04-09")
        self._make_excuse(person, "study", date_from="2026-04-11")
        self.assertNotIn("excused", self._get_kinds(person))
        # half past midnight in Jakarta, still the day before in UTC
        with freeze_time("2026-04-10 17:30:00"):
            self.env.invalidate_all()
            self.assertIn("excused", self._get_kinds(person))

    def test_hundred_percent_can_be_reached(self):
        for person in self.people.values():
            if person.company_id == self.agency:
                self._make_excuse(person, "long_leave")
        self._make_skp_free_person()
        self.env.invalidate_all()
        summary = self._get_check()
        self.assertRecordValues(
            summary,
            [
                {
                    "expected_count": 1,
                    "ready_count": 1,
                    "ready_rate": 100,
                    "planned_rate": 100,
                }
            ],
        )

    def _make_skp_free_person(self):
        """Make one more person, complete and with a plan."""
        user = self.env["res.users"].create(
            {
                "name": "Name last",
                "login": "last",
                "company_id": self.agency.id,
                "company_ids": [Command.set(self.agency.ids)],
            }
        )
        person = self._make_employee(
            "Name last", self.unit, self.people["superior"], user, self._make_nip()
        )
        return self._make_skp_of(person)

    def test_only_the_manager_excuses(self):
        excuse = self._make_excuse(self.people["own"], "study")
        for role in set(ROLES) - {"manager"}:
            mine = self._as_role(excuse, role)
            with self.subTest(role=role):
                self._attempt(REFUSALS, mine.write, {"reason": "other"})
                self._attempt(REFUSALS, mine.unlink)
        self._as_role(excuse, "manager").reason = "other"

    def test_a_finding_leads_to_the_excuse(self):
        findings = self._as_role(self.findings, "manager")
        own = findings.search([("employee_id", "=", self.people["own"].id)])
        action = own.action_excuse()
        model = self._as_role(self.env["asn.excuse"], "manager")
        with Form(model.with_context(**action["context"])) as form:
            form.reason = "long_leave"
        self.assertEqual(form.record.employee_id, self.people["own"])
        self.assertEqual(self._get_kinds(self.people["own"]), {"excused"})
        unit = findings.search([("kind", "=", "unit_no_head")], limit=1)
        self._attempt(UserError, unit.action_excuse)

    def test_an_excuse_of_another_agency_is_refused(self):
        excuses = self._as_role(self.env["asn.excuse"], "manager")
        values = {
            "employee_id": self.people["manager_b"].id,
            "reason": "study",
            "date_from": "2026-01-01",
        }
        self._attempt(REFUSALS, excuses.create, values)
        values["company_id"] = self.agency_b.id
        self._attempt(REFUSALS, excuses.create, values)

    def test_who_is_away_all_the_time_gets_no_evaluation(self):
        away = self._make_agreed_skp()
        there = self._make_agreed_skp(self.people["outsider"])
        excuse = self._make_excuse(self.people["own"], "study", date_to="2026-03-31")
        self._as_role(self.interval, "manager").action_open_evaluations()
        self.assertFalse(away.evaluation_ids)
        self.assertTrue(there.evaluation_ids)
        self.assertEqual(self.interval.excused_count, 1)
        # back on the last day: then the evaluation is opened like any other
        excuse.date_to = "2026-03-30"
        self._as_role(self.interval, "manager").action_open_evaluations()
        self.assertEqual(away.evaluation_ids.interval_id, self.interval)
        self.env.invalidate_all()
        self.assertEqual(self.interval.excused_count, 0)

    def test_lists_of_who_must_act_leave_out_the_excused(self):
        plans = self._make_skp() | self._make_skp("outsider")
        self._make_excuse(self.people["own"], "study")
        for role in ("manager", "auditor", "officer"):
            mine = self._as_role(self.env["asn.skp"], role)
            with self.subTest(role=role):
                excused = mine.search([("is_excused", "=", True)])
                self.assertEqual(excused, plans[:1])
                self.assertTrue(excused.is_excused)
                waiting = mine.search([("is_excused", "=", False)])
                served = plans[1:] if role != "officer" else plans[:0]
                self.assertEqual(waiting, served)
