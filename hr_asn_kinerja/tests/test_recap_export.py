# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import io

import openpyxl

from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from ..kinerja_rules.recap_rows import read_sheet
from ..report import recap_workbook
from ..tools.workbook import read_sheets
from .common import NOW, KinerjaCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestRecapExport(KinerjaCase):
    """What is taken to the national application."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.evaluation = cls._make_evaluation()
        cls._deliver(cls.evaluation)
        second = cls._make_agreed_skp(cls.people["outsider"])
        cls.undelivered = cls._make_evaluation(second)

    def _choose(self, role="manager", **values):
        values = {"interval_id": self.interval.id, **values}
        return self._as_role(self.env["asn.recap.export"], role).create(values)

    def _export(self, role="manager", **values):
        one = self._choose(role, **values)
        one.action_export()
        return base64.b64decode(one.file)

    def _rows(self, content):
        book = openpyxl.load_workbook(io.BytesIO(content))
        return list(book.active.iter_rows(values_only=True))

    def test_ratings_come_back_through_the_import(self):
        [(_title, rows)] = read_sheets(self._export())
        sheet = read_sheet(rows)
        self.assertEqual(sheet.period, ("quarter", 1, 2026))
        self.assertEqual(
            [tuple(entry) for entry in sheet.entries],
            [
                (
                    6,
                    self.people["own"].nip,
                    "Name own",
                    "Job of Name own",
                    "above",
                    "meets",
                    "good",
                )
            ],
        )

    def test_ratings_that_are_not_delivered_never_leave(self):
        self.performance.copy(
            {"department_id": self.other_unit.id, "state": "approved"}
        )
        self._rate(self.undelivered)
        for role in ("manager", "auditor"):
            with self.subTest(role=role):
                one = self._choose(role, department_id=self.other_unit.id)
                self._attempt(UserError, one.action_export)
        for user in ("outsider",):
            self._attempt(UserError, self._choose(user).action_export)

    def test_everybody_takes_their_own_and_no_more(self):
        rows = self._rows(self._export("own"))
        self.assertEqual(len(rows), 6)
        for role in ("assessor", "superior", "officer", "acting"):
            with self.subTest(role=role):
                one = self._choose(role)
                self.assertFalse(one.row_count)
                self._attempt(UserError, one.action_export)

    def test_own_realisations_leave_before_delivery(self):
        self._fill_and_submit(self.undelivered)
        rows = self._rows(self._export("outsider", kind="realisations"))
        self.assertEqual(rows[4], recap_workbook.REALISATION_TITLES)
        self.assertEqual(
            rows[5][1:8],
            (
                self.people["outsider"].nip,
                "Name outsider",
                "Letters are answered in time",
                "Kuantitas",
                "Letters answered",
                "100 letters",
                90,
            ),
        )

    def test_the_manager_takes_realisations_after_delivery_only(self):
        rows = self._rows(self._export(kind="realisations"))
        self.assertEqual([row[2] for row in rows[5:]], ["Name own"])

    def test_a_unit_is_taken_with_or_without_those_below(self):
        one = self._choose(department_id=self.unit.id)
        self.assertEqual(one.row_count, 1)
        one.with_units_below = False
        self.assertFalse(one.row_count)

    def test_text_that_begins_like_a_formula_stays_text(self):
        self.evaluation.employee_name = '=HYPERLINK("http://x")'
        self.evaluation.position_name = "@SUM(A1)"
        self.env.flush_all()
        book = openpyxl.load_workbook(io.BytesIO(self._export()))
        cells = [cell for row in book.active.iter_rows() for cell in row]
        self.assertFalse([cell for cell in cells if cell.data_type == "f"])
        self.assertIn("'@SUM(A1)", [cell.value for cell in cells])

    def test_who_exports_others_is_noted(self):
        for role in ("own", "manager"):
            self._export(role)
        log = self.env["asn.read.log"].search(
            [("evaluation_id", "=", self.evaluation.id)]
        )
        self.assertIn(self.users["manager"], log.user_id)
        self.assertNotIn(self.users["own"], log.user_id)

    def test_an_export_belongs_to_whoever_made_it(self):
        one = self._choose()
        one.action_export()
        for role in ("own", "auditor", "manager_b"):
            with self.subTest(role=role):
                self._attempt(AccessError, self._as_role(one, role).read, ["file"])

    def test_a_choice_in_another_agency_is_refused(self):
        self._attempt(AccessError, self._choose, "manager_b", company_id=self.agency.id)
