# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import io

import openpyxl

from odoo.exceptions import AccessError
from odoo.tests import freeze_time, tagged

from ..models.asn_evaluation_fill import AsnEvaluationFill
from .common import NOW, ROLES, KinerjaCase

READERS = ("officer", "manager", "auditor")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestFill(KinerjaCase):
    """How far each interval is, and who is late: names and stages, no ratings."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.skp = cls._make_agreed_skp()
        cls.fills = cls.env["asn.evaluation.fill"]

    def _find(self, interval=None, skp=None):
        self.env.flush_all()
        self.env.invalidate_all()
        return self.fills.search(
            [
                ("interval_id", "=", (interval or self.interval).id),
                ("skp_id", "=", (skp or self.skp).id),
            ]
        )

    def _check(self, stage, waiting_for, **values):
        expected = {"stage": stage, "waiting_for": waiting_for, **values}
        self.assertRecordValues(self._find(), [expected])

    def test_each_stage_says_who_must_act(self):
        self._check("none", "manager", submitted_count=0, fill_rate=0)
        evaluation = self._make_evaluation(self.skp)
        self._check("draft", "employee")
        self._fill_and_submit(evaluation)
        self._check("submitted", "assessor", submitted_count=1, fill_rate=100)
        self._fill_worksheet(evaluation)
        mine = self._as_role(evaluation, "assessor")
        mine.action_rate()
        self._check("rated", "assessor", rated_count=1, delivered_count=0)
        mine.action_deliver()
        self._check("delivered", "nobody", rated_count=1, delivered_count=1)

    def test_late_begins_the_day_after_the_last_one(self):
        """Source: setting of the agency (M)."""
        # 31 March and ten days: 10 April is the last day, and it is today
        self.assertRecordValues(self._find(), [{"is_late": False, "days_late": 0}])
        with freeze_time("2026-04-11 03:00:00"):
            self.assertRecordValues(
                self._find(), [{"is_late": True, "days_late": 1, "late_count": 1}]
            )
        self.period.fill_days = 7
        self.assertRecordValues(self._find(), [{"is_late": True, "days_late": 3}])
        self._deliver(self._make_evaluation(self.skp))
        self.assertRecordValues(
            self._find(), [{"is_late": False, "days_late": 0, "late_count": 0}]
        )

    def test_only_intervals_that_have_begun(self):
        names = {"2026-01-01": 1, "2026-04-01": 1, "2026-07-01": 0}
        for date_from, count in names.items():
            interval = self._get_interval(self.period, date_from)
            with self.subTest(interval=date_from):
                self.assertEqual(len(self._find(interval)), count)
        annual = self._get_interval(self.period, "2026-01-01", "annual")
        self.assertFalse(self._find(annual))
        with freeze_time("2026-12-31 03:00:00"):
            self.assertTrue(self._find(annual))

    def test_nothing_is_waited_for_of_who_is_away(self):
        self.env["asn.excuse"].create(
            {
                "employee_id": self.people["own"].id,
                "company_id": self.agency.id,
                "reason": "study",
                "date_from": "2025-12-01",
                "date_to": "2026-03-31",
            }
        )
        self.assertFalse(self._find())
        self.assertTrue(self._find(self._get_interval(self.period, "2026-04-01")))

    def test_nothing_is_waited_for_in_a_locked_interval(self):
        evaluation = self._make_evaluation(self.skp)
        other = self._make_skp("outsider")
        other.state = "agreed"
        self.period.fill_days = 0
        self.assertRecordValues(self._find(), [{"is_late": True}])
        self.assertTrue(self._find(skp=other))
        self._as_role(self.interval, "manager").action_lock()
        self._check("draft", "nobody", is_late=False, days_late=0, late_count=0)
        self.assertFalse(self._find(skp=other))
        self.assertEqual(evaluation.state, "draft")

    def test_drafts_are_no_plans_yet(self):
        draft = self._make_skp("outsider")
        self.assertFalse(self._find(skp=draft))

    def test_who_reads_it(self):
        self._make_evaluation(self.skp)
        row = self._find()
        for role in ROLES:
            mine = self._as_role(row, role)
            with self.subTest(role=role):
                if role in READERS:
                    self.assertEqual(mine.read(["stage"])[0]["stage"], "draft")
                    continue
                self.assertTrue(self._is_refused(mine.read, ["stage"]))
                self.assertTrue(self._is_refused(mine.action_export))

    def test_an_ended_scope_sees_nothing(self):
        row = self._find()
        self.scope.write({"date_from": "2026-01-01", "date_to": "2026-04-09"})
        self.env.flush_all()
        self._attempt(AccessError, self._as_role(self.fills, "officer").search, [])
        self._attempt(AccessError, self._as_role(row, "officer").read, ["name"])

    def test_it_tells_nothing_of_a_rating(self):
        names = {name for name in self.fills._fields if "rating" in name}
        self.assertFalse(names | ({"predicate"} & set(self.fills._fields)))
        self.assertNotIn("asn.assessment", AsnEvaluationFill._depends)
        evaluation = self._make_evaluation(self.skp)
        self._rate(evaluation, "above", "above")
        before = self._find().read()
        self._fill_worksheet(evaluation, "below", "below")
        self.assertEqual(before, self._find().read())

    def test_groups_add_up(self):
        other = self._make_agreed_skp(self.people["outsider"])
        self._deliver(self._make_evaluation(self.skp))
        [(people, handed_in, late, rate)] = self.fills._read_group(
            [("interval_id", "=", self.interval.id)],
            [],
            [
                "person_count:sum",
                "submitted_count:sum",
                "late_count:sum",
                "fill_rate:avg",
            ],
        )
        self.assertEqual((people, handed_in, late, rate), (2, 1, 0, 50))
        self.assertEqual(self._find(skp=other).stage, "draft")

    def test_the_workbook(self):
        self.skp.employee_name = "=HYPERLINK(1)"
        self.period.fill_days = 0
        action = self._as_role(self.fills, "officer").action_export()
        self.assertIn("keterisian.xlsx", action["url"])
        sheet = self.env["asn.evaluation.fill.sheet"].search(
            [], order="id desc", limit=1
        )
        book = openpyxl.load_workbook(io.BytesIO(base64.b64decode(sheet.file)))
        counts, late = book.worksheets
        self.assertEqual(counts.cell(2, 3).value, 1)
        self.assertEqual(late.max_row, 2)
        self.assertNotEqual(late.cell(2, 1).data_type, "f")
        self.assertIn("HYPERLINK", late.cell(2, 1).value)

    def test_the_number_of_queries_does_not_grow(self):
        def cost():
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            self.fills.search([]).read(["name", "stage", "days_late", "interval_id"])
            return self.cr.sql_log_count - before

        cost()
        few = cost()
        for number in range(10):
            person = self._make_employee(
                f"P{number}", self.section, self.people["assessor"]
            )
            self._make_skp_of(person).state = "agreed"
        cost()
        self.assertLessEqual(cost(), few)
