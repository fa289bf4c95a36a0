# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import io

import openpyxl
from psycopg2.errors import ExclusionViolation

from odoo.exceptions import UserError, ValidationError
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from .common import NOW, REFUSALS, ROLES, KinerjaCase
from .consequences import Consequences


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestPayTable(KinerjaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.table = cls._make("2026-01-01", "2026-06-30")

    @classmethod
    def _make(cls, date_from, date_to=False, **values):
        return cls.env["asn.pay.table"].create(
            {
                "name": "Perbup 1",
                "company_id": cls.agency.id,
                "date_from": date_from,
                "date_to": date_to,
                **values,
            }
        )

    def test_no_two_tables_hold_on_a_day(self):
        for date_from, date_to in (
            ("2026-06-30", False),
            ("2025-01-01", False),
            ("2025-01-01", "2026-01-01"),
            ("2026-02-01", "2026-03-01"),
        ):
            with mute_logger("odoo.sql_db"), self.subTest(begin=date_from, end=date_to):
                self._attempt(ExclusionViolation, self._make, date_from, date_to)
        self._make("2026-07-01")
        self._make("2025-01-01", "2025-12-31")
        self._make("2026-01-01", company_id=self.agency_b.id)

    def test_the_table_of_the_day_holds(self):
        later = self._make("2026-07-01")
        for day, expected in (
            ("2025-12-31", self.table.browse()),
            ("2026-06-30", self.table),
            ("2026-07-01", later),
            ("2030-01-01", later),
        ):
            with self.subTest(day=day):
                self.assertEqual(self.table._find(self.agency, day), expected)

    def test_percentages_have_limits(self):
        for value in (-1, 200.01):
            with self.subTest(value=value):
                self._attempt(
                    ValidationError, self.table.write, {"percent_good": value}
                )
        self.table.percent_good = 97.25
        self.assertEqual(str(self.table._get_percent("good")), "97.25")
        self.assertIsNone(self.table._get_percent(False))

    def test_only_manager_and_auditor_read_and_only_the_manager_writes(self):
        for role in ROLES:
            table = self._as_role(self.table, role)
            with self.subTest(role=role):
                refused = self._is_refused(table.read, ["name"])
                self.assertNotEqual(refused, role in ("manager", "auditor"))
                refused = self._is_refused(table.write, {"name": "Perbup 2"})
                self.assertNotEqual(refused, role == "manager")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestPayExport(Consequences, KinerjaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.table = cls.env["asn.pay.table"].create(
            {
                "name": "Perbup 12/2026",
                "company_id": cls.agency.id,
                "date_from": "2026-01-01",
                "percent_needs_improvement": 85.5,
            }
        )
        cls.evaluation = cls._make_evaluation()

    def _export(self, role="manager", **values):
        wizards = self._as_role(self.env["asn.pay.export"], role)
        wizard = wizards.create({"year": 2026, "month": "4", **values})
        action = wizard.action_export()
        self.assertIn(f"/{wizard.id}/file", action["url"])
        content = io.BytesIO(base64.b64decode(wizard.file))
        sheet = openpyxl.load_workbook(content).active
        return [[cell.value for cell in row] for row in sheet.iter_rows()]

    def _find_own(self, rows):
        return next(row for row in rows if row[2] == "Name own")

    def test_final_results_with_their_percentage(self):
        self._finalise(self.evaluation, "needs_improvement")
        rows = self._export()
        self.assertEqual(rows[0][0], self.agency.name)
        self.assertIn("Perbup 12/2026", rows[2][0])
        own = self._find_own(rows)
        self.assertEqual(own[1], self.evaluation.employee_nip)
        self.assertEqual(own[6], 85.5)
        self.assertEqual([row[0] for row in rows[5:]], list(range(1, len(rows) - 4)))

    def test_nothing_that_was_not_delivered(self):
        self._rate(self.evaluation, "above", "above")
        for only_final in (True, False):
            own = self._find_own(self._export(only_final=only_final))
            self.assertEqual((own[5], own[6]), (None, None))

    def test_delivered_ones_only_when_asked_for(self):
        self._deliver(self.evaluation, "above", "above")
        self.assertIsNone(self._find_own(self._export())[6])
        self.assertEqual(self._find_own(self._export(only_final=False))[6], 100)

    def test_a_month_is_paid_by_the_last_full_quarter(self):
        self._finalise(self.evaluation, "good")
        for month in ("3", "4", "5"):
            self.assertEqual(self._find_own(self._export(month=month))[6], 100)
        self.assertIsNone(self._find_own(self._export(month="6"))[6])
        self._attempt(UserError, self._export, month="2")

    def test_the_year_is_paid_by_the_annual_result(self):
        annual = self._make_evaluation(self.evaluation.skp_id, self._get_annual())
        self._finalise(annual, "very_poor")
        self.assertEqual(self._find_own(self._export(month=False))[6], 60)

    def test_bad_choices_get_a_sentence(self):
        for values in (
            {"year": 2025, "month": False},
            {"year": 0},
            {"year": 99999},
            {"year": 2024, "month": "1"},
        ):
            with self.subTest(values=values):
                self._attempt(UserError, self._export, **values)
        self.table.date_to = "2026-02-01"
        self._attempt(UserError, self._export)

    def test_only_the_manager_exports(self):
        for role in ROLES:
            if role not in ("manager", "manager_b"):
                with self.subTest(role=role):
                    self._attempt(REFUSALS, self._export, role)
        self._attempt(UserError, self._export, "manager_b")

    def test_no_text_becomes_a_formula(self):
        self._finalise(self.evaluation, "good")
        self.evaluation.employee_name = "=1+1"
        names = [row[2] for row in self._export()]
        self.assertIn("'=1+1", names)

    def test_the_export_is_noted_as_a_reading(self):
        self._finalise(self.evaluation, "good")
        log = self.env["asn.read.log"]
        mine = [
            ("evaluation_id", "=", self.evaluation.id),
            ("user_id", "=", self.users["manager"].id),
        ]
        log.search(mine).unlink()
        self._export()
        self.assertEqual(log.search_count(mine), 1)
