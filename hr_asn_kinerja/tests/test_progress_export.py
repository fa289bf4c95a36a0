# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import io

import openpyxl

from odoo.exceptions import UserError
from odoo.tests import freeze_time, tagged

from .common import NOW, REFUSALS
from .work import WorkCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestProgressExport(WorkCase):
    """The workbook has the columns of the national screen, in its order."""

    def _export(self, entries):
        action = entries.action_export_sheet()
        sheet_id = int(action["url"].split("/")[4])
        sheet = self.env["asn.progress.sheet"].browse(sheet_id)
        content = base64.b64decode(sheet.with_context(bin_size=False).file)
        return openpyxl.load_workbook(io.BytesIO(content)).active

    def test_nine_columns_in_the_order_of_the_screen(self):
        self._write_down(
            start_time=8, end_time=9.5, quantity=3, evidence_link="https://example.com"
        )
        rows = list(self._export(self.own.search([])).values)
        self.assertEqual(
            rows[0],
            (
                "Action Plan",
                "Date of Activity",
                "Start Time",
                "End Time",
                "Daily Activity",
                "Data Source",
                "Realisation",
                "Unit of Measure",
                "Evidence",
            ),
        )
        row = list(rows[1])
        self.assertEqual(str(row.pop(1).date()), "2026-03-02")
        self.assertEqual(
            row,
            [
                "Letters are answered in time",
                "08:00",
                "09:30",
                "Answered letters",
                "ekinerja",
                3,
                "letters",
                "https://example.com",
            ],
        )

    def test_text_stays_text(self):
        for text in ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1"):
            self._write_down(name=text, unit="=1")
        for row in self._export(self.own.search([])).iter_rows(min_row=2):
            for cell in row:
                self.assertNotEqual(cell.data_type, "f")

    def test_nothing_chosen_is_everything_of_the_own(self):
        self._write_down(date="2026-03-03")
        self._write_down(date="2026-03-02")
        rows = list(self._export(self.own.browse()).values)
        self.assertEqual(
            [str(row[1].date()) for row in rows[1:]],
            [
                "2026-03-02",
                "2026-03-03",
            ],
        )
        with self.assertRaises(UserError):
            self._as_role(self.env["asn.progress"], "outsider").action_export_sheet()

    def test_several_people_are_named(self):
        self._write_down()
        theirs = self._make_agreed_skp(self.people["assessor"])
        values = {"result_id": theirs.result_ids.id, "indicator_id": False}
        self._write_down("assessor", **values)
        entries = self._as_role(self.env["asn.progress"], "auditor").search([])
        rows = list(self._export(entries).values)
        self.assertEqual(rows[0][-2:], ("Name", "NIP"))
        self.assertEqual({row[-2] for row in rows[1:]}, {"Name own", "Name assessor"})

    def test_nobody_exports_what_they_may_not_read(self):
        entry = self._write_down()
        for role in ("outsider", "officer_out", "manager_b"):
            with self.subTest(role=role):
                other = self._as_role(entry, role)
                self._attempt(REFUSALS, other.action_export_sheet)
