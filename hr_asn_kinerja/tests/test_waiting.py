# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import io

import openpyxl

from odoo.exceptions import UserError
from odoo.tests import freeze_time, tagged

from ..kinerja_rules import window
from .common import NOW, REFUSALS, KinerjaCase

SEES_OWN = ("own", "assessor", "superior", "officer", "manager", "auditor", "acting")


class WaitingPeople:
    """10 April 2026: the last day to submit plans was 31 March."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.period.plan_until = "2026-03-31"
        cls.lines = cls.env["asn.skp.waiting"]

    def _get_line(self, role="own"):
        self.env.flush_all()
        self.env.invalidate_all()
        return self.lines.search([("employee_id", "=", self.people[role].id)])


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestWaiting(WaitingPeople, KinerjaCase):
    def test_people_without_a_plan_are_in_it(self):
        self.assertRecordValues(
            self._get_line(),
            [
                {
                    "name": "Name own",
                    "stage": "none",
                    "waiting_for": "employee",
                    "waiting_name": "Name own",
                    "assessor_user_id": self.users["assessor"].id,
                    "superior_user_id": self.users["superior"].id,
                    "department_id": self.section.id,
                    "days_late": 10,
                    "is_late": True,
                    "skp_id": False,
                }
            ],
        )

    def test_each_state_says_who_must_act_since_when(self):
        skp = self._make_skp()
        own, assessor = self._as_role(skp, "own"), self._as_role(skp, "assessor")
        self.period.late_rule = "mark"

        def check(stage, actor, name, day):
            line = self._get_line()
            found = (line.stage, line.waiting_for, line.waiting_name, str(line.since))
            self.assertEqual(found, (stage, actor, name, day))

        self.assertEqual(self._get_line().stage, "draft")
        with freeze_time("2026-04-11 20:00:00"):
            own.action_submit()
            # in Jakarta it is the day after
            check("submitted", "assessor", "Name assessor", "2026-04-12")
        with freeze_time("2026-04-13 03:00:00"):
            self._as_role(skp, "officer").action_review()
            check("reviewed", "assessor", "Name assessor", "2026-04-13")
        with freeze_time("2026-04-14 03:00:00"):
            assessor.action_agree()
            check("agreed", "nobody", False, "2026-04-14")
        self.assertFalse(self._get_line().is_late)

    def test_a_required_review_waits_for_the_officer(self):
        self.env["asn.approval.step"].create({"company_id": self.agency.id})
        self._make_skp().state = "submitted"
        self.assertEqual(self._get_line().waiting_for, "officer")

    def test_excused_people_are_listed_and_nothing_waits_for_them(self):
        self.env["asn.excuse"].create(
            {
                "employee_id": self.people["own"].id,
                "company_id": self.agency.id,
                "reason": "study",
                "date_from": "2026-01-01",
            }
        )
        self.assertRecordValues(
            self._get_line(),
            [
                {
                    "waiting_for": "nobody",
                    "is_late": False,
                    "days_late": 0,
                    "is_excused": True,
                    "excuse_reason": "study",
                }
            ],
        )

    def test_each_role_sees_its_people_only(self):
        line = self._get_line()
        for role in self.users:
            mine = self._as_role(self.lines, role)
            with self.subTest(role=role):
                found = mine.search([("id", "=", line.id)])
                self.assertEqual(bool(found), role in SEES_OWN)
                self.assertEqual(
                    self._is_refused(mine.browse(line.id).read, ["name"]),
                    role not in SEES_OWN,
                )

    def test_assessors_and_who_acts_for_them_see_their_team(self):
        line = self._get_line()
        for role in ("assessor", "acting", "superior", "own"):
            found = self._as_role(self.lines, role).search([("is_team", "=", True)])
            with self.subTest(role=role):
                self.assertEqual(line in found, role in ("assessor", "acting"))

    def test_the_last_day_is_that_of_the_rule(self):
        person = self.people["own"]
        for begin, days, allowed in (
            ("2026-01-01", 30, False),
            ("2026-03-20", 30, False),
            ("2026-03-20", 0, False),
            ("2026-03-02", 30, False),
            ("2026-03-20", 30, "2026-05-02"),
            ("2026-03-20", 30, "2026-04-01"),
        ):
            with self.subTest(begin=begin, days=days, allowed=allowed):
                self.env["asn.skp"].search([("employee_id", "=", person.id)]).unlink()
                self.period.plan_days = days
                skp = self._make_skp(date_from=begin, allowed_until=allowed)
                expected = window.last_day(
                    self.period.plan_until,
                    self.period.date_from,
                    skp.date_from,
                    days,
                    skp.allowed_until or None,
                )
                self.assertEqual(self._get_line().due, expected)
                self.assertEqual(skp.submit_until, expected)

    def test_a_withdrawn_plan_counts_as_none(self):
        self._make_skp().state = "cancelled"
        self.assertEqual(self._get_line().stage, "none")

    def test_next_years_period_joins_when_its_window_opens(self):
        period = self._make_period(
            self.agency,
            name="2027",
            date_from="2027-01-01",
            date_to="2027-12-31",
            plan_from="2026-04-11",
        )
        self.assertNotIn(period, self._get_line().period_id)
        period.plan_from = "2026-04-10"
        lines = self._get_line()
        self.assertIn(period, lines.period_id)
        self.assertEqual(len(lines), 2)
        self.assertEqual(lines, self.lines.browse(lines.ids).exists())

    def test_the_workbook_holds_what_the_reader_sees(self):
        self.people["own"].name = '=HYPERLINK("http://example.com")'
        self.env.flush_all()
        names = self._read_workbook("officer")
        self.assertIn('\'=HYPERLINK("http://example.com")', names)
        self.assertNotIn("Name outsider", names)
        self.assertIn("Name outsider", self._read_workbook("manager"))

    def _read_workbook(self, role):
        action = self._as_role(self.lines, role).action_export()
        sheet_id = int(action["url"].split("/")[4])
        sheet = self._as_role(self.env["asn.skp.waiting.sheet"], role).browse(sheet_id)
        book = openpyxl.load_workbook(io.BytesIO(base64.b64decode(sheet.file)))
        for other in ("own", "auditor"):
            stranger = self._as_role(sheet, other)
            self._attempt(REFUSALS, stranger.read, ["file"])
        return [row[0] for row in book.active.iter_rows(values_only=True)]

    def test_a_line_opens_its_plan(self):
        line = self._as_role(self._get_line(), "manager")
        self._attempt(UserError, line.action_open)
        skp = self._make_skp()
        line = self._as_role(self._get_line(), "manager")
        self.assertEqual(line.action_open()["res_id"], skp.id)

    def test_many_people_take_as_many_queries_as_one(self):
        def count():
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.lines.search_read(
                [("company_id", "=", self.agency.id)], ["name", "due"]
            )
            return self.env.cr.sql_log_count - before

        count()
        few = count()
        for number in range(20):
            self._make_employee(
                f"More {number}", self.unit, self.people["superior"], None
            )
        self.assertEqual(count(), few)
