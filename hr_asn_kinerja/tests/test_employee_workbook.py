# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import doctest
import io
import zipfile

import openpyxl

from odoo.exceptions import UserError
from odoo.tests import freeze_time, tagged

from ..tools import employee_cells, employee_columns, employee_rows, workbook
from .common import NOW, KinerjaCase
from .employees import (
    HEAD,
    EmployeeImport,
    make_csv,
    make_nip,
    make_row,
    make_xlsx,
)

ONE, TWO, THREE = (make_nip(number) for number in (1, 2, 3))


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestEmployeeWorkbook(EmployeeImport, KinerjaCase):
    """A file that cannot be taken gets one sentence that says what to do."""

    def _refuse(self, content):
        with self.assertRaises(UserError) as caught:
            self._open(content).action_check()
        return str(caught.exception)

    def _spoil(self, name, change):
        """Return a workbook with one part of the archive replaced."""
        stream = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(make_xlsx([make_row(nip=ONE)]))) as old,
            zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for part in old.namelist():
                data = old.read(part)
                new.writestr(part, change(data) if part == name else data)
        return stream.getvalue()

    def test_examples_in_the_code_hold(self):
        for module in (workbook, employee_columns, employee_cells, employee_rows):
            self.assertFalse(doctest.testmod(module).failed, module.__name__)

    def test_no_file(self):
        self.assertIn("Choose a file", self._refuse(b""))

    def test_not_a_workbook(self):
        for content in (
            b"\x89PNG\r\n\x1a\n\x00\x00",
            b"%PDF-1.7 text",
            b"<html><table></table></html>",
            b"PK\x03\x04broken",
            b"PK",
        ):
            with self.subTest(content=content):
                self.assertIn("no workbook", self._refuse(content))

    def test_an_archive_of_something_else(self):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as packed:
            packed.writestr("word/document.xml", "<w/>")
        self.assertIn("no workbook", self._refuse(stream.getvalue()))

    def test_the_old_format_or_a_password(self):
        self.assertIn(".xlsx", self._refuse(b"\xd0\xcf\x11\xe0" + b"\0" * 600))

    def test_a_text_without_header(self):
        self.assertIn("Berlaku Sejak", self._refuse(b"just some text"))

    def test_no_rows(self):
        for content in (make_xlsx([]), make_csv([]), make_xlsx([[""] * len(HEAD)])):
            self.assertIn("no people", self._refuse(content))

    def test_too_many_rows(self):
        rows = [make_row(name=f"N{number}") for number in range(60_000)]
        self.assertIn("50000", self._refuse(make_csv(rows)))

    def test_too_many_rows_are_counted_in_a_workbook(self):
        self.patch(employee_columns, "MAX_ROWS", 3)
        rows = [make_row(name=f"N{number}") for number in range(4)]
        self.assertIn("3 rows", self._refuse(make_xlsx(rows)))
        self.assertEqual(self._check(make_xlsx(rows[:3])).row_count, 3)

    def test_a_merged_header(self):
        def merge(book, sheet):
            sheet.merge_range(0, 0, 0, 4, "Identitas Pegawai")

        text = self._refuse(make_xlsx([make_row(nip=ONE)], change=merge))
        self.assertIn("merged", text)
        self.assertIn("row 1", text)

    def test_a_merged_title_above_is_no_matter(self):
        title = ["Daftar Pegawai", *[""] * (len(HEAD) - 1)]
        rows = [[""] * len(HEAD), HEAD, make_row(nip=ONE)]
        content = make_xlsx(
            rows, title, lambda _book, sheet: sheet.merge_range(0, 0, 0, 5, "Daftar")
        )
        self.assertEqual(self._check(content).new_count, 1)

    def test_missing_columns_are_named(self):
        head = [title for title in HEAD if title not in ("Golongan", "Nama")]
        text = self._refuse(make_xlsx([["x"] * len(head)], head))
        self.assertIn("Nama, Golongan", text)

    def test_optional_columns_may_be_missing(self):
        content = make_xlsx([make_row(nip=ONE)[:9]], HEAD[:9])
        self.assertEqual(self._check(content).new_count, 1)

    def test_a_column_that_stands_there_twice(self):
        content = make_xlsx([make_row(nip=ONE) + ["x"]], [*HEAD, "Golongan"])
        self.assertIn("Golongan", self._refuse(content))

    def test_columns_may_have_other_names_and_another_order(self):
        content = make_xlsx(
            [make_row(nip=ONE)[::-1]],
            [title.upper().replace("GOLONGAN", "Pangkat/Gol.") for title in HEAD[::-1]],
        )
        self.assertEqual(self._check(content).new_count, 1)

    def test_what_unpacks_to_too_much(self):
        self.patch(workbook, "MAX_UNPACKED", 100_000)
        bomb = self._spoil("xl/worksheets/sheet1.xml", lambda data: data + b" " * 10**6)
        self.assertLess(len(bomb), 20_000)
        self.assertIn("too big", self._refuse(bomb))

    def test_too_many_tags(self):
        self.patch(workbook, "MAX_TAGS", 1000)
        bomb = self._spoil("xl/worksheets/sheet1.xml", lambda data: b"<c/>" * 2000)
        self.assertIn("too big", self._refuse(bomb))

    def test_too_many_bytes(self):
        self.patch(workbook, "MAX_BYTES", 1000)
        self.assertIn("too big", self._refuse(make_xlsx([make_row(nip=ONE)])))

    def test_entities_are_refused(self):
        bomb = self._spoil(
            "xl/sharedStrings.xml",
            lambda data: b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + data,
        )
        self.assertIn("no workbook", self._refuse(bomb))

    def test_a_cell_far_away_costs_nothing(self):
        def far(book, sheet):
            sheet.write_string(1_048_575, 16_383, "x")

        content = make_xlsx([make_row(nip=ONE)], change=far)
        self.assertEqual(self._check(content).row_count, 1)

    def test_a_hidden_sheet_is_not_the_list(self):
        def hide(book, sheet):
            book.add_worksheet("Kosong").activate()
            sheet.hide()

        content = make_xlsx([make_row(nip=ONE)], change=hide)
        self.assertIn("Berlaku Sejak", self._refuse(content))

    # --- CELLS ---

    def test_each_wrong_cell_gets_a_sentence(self):
        for column, value, part in (
            ("nip", "12345", "18 digits"),
            ("nip", "198513012010031001", "date of birth"),
            ("nip", "1985010120100310o1", "digits"),
            ("nip", "1,98501E+17", "text"),
            ("nip", 1.98501012010031e17, "text"),
            ("nip", 198501012010031001, "text"),
            ("superior", 1.98501012010031e17, "text"),
            ("superior", "123", "18 digits"),
            ("superior", TWO, "Nobody"),
            ("superior", "Bupati Entah", "Bupati Entah"),
            ("superior", ONE, "own superior"),
            ("name", "", "missing"),
            ("name", "x" * 251, "250"),
            ("asn_kind", "Honorer", "PPPK Paruh Waktu"),
            ("rank", "III/x", "Did you mean “III/"),
            ("rank", "IX", "III/a"),
            ("position_kind", "Pelaksna", "Did you mean “Pelaksana”"),
            ("grade", "Ahli Mudah", "Did you mean “Ahli Muda”"),
            ("grade", "Ahli Muda", "does not belong"),
            ("unit", "Dinas > > Bidang", "“>”"),
            ("email", "siti at example", "e-mail"),
            ("valid_from", "31/02/2026", "01/03/2026"),
            ("valid_from", 46000, "01/03/2026"),
        ):
            with self.subTest(column=column, value=value):
                row = make_row(**{"nip": ONE, column: value})
                found = self._messages(make_xlsx([row]))
                self.assertIn(part, found.get((2, column), ""))
                self.assertEqual(len(found), 1, found)

    def test_a_formula_is_no_value(self):
        def compute(book, sheet):
            sheet.write_formula(1, 1, '="Siti"', None, "Siti")

        found = self._messages(make_xlsx([make_row(nip=ONE)], change=compute))
        self.assertIn("formula", found[2, "name"])
        found = self._messages(make_csv([make_row(nip=ONE, name="=1+1")]))
        self.assertIn("formula", found[2, "name"])

    def test_the_same_person_twice(self):
        rows = [
            make_row(nip=ONE),
            make_row(nip=TWO),
            make_row(nip=f"{ONE[:8]} {ONE[8:]}"),
        ]
        found = self._messages(make_xlsx(rows))
        self.assertEqual(list(found), [(4, "nip")])
        self.assertIn("row 2", found[4, "nip"])
        rows = [make_row(name="Bupati"), make_row(name="BUPATI")]
        self.assertIn("row 2", self._messages(make_xlsx(rows))[3, "name"])

    def test_a_circle_of_superiors(self):
        rows = [
            make_row(nip=ONE, superior=TWO),
            make_row(nip=TWO, superior=THREE),
            make_row(nip=THREE, superior=ONE),
        ]
        found = self._messages(make_xlsx(rows))
        self.assertEqual(len(found), 3)
        self.assertIn("2, 3, 4", found[2, "superior"])

    def test_a_circle_through_people_who_are_here(self):
        below = self.people["own"]
        top = self.people["superior"]
        row = make_row(nip=top.nip, name=top.name, superior=below.nip)
        found = self._messages(make_xlsx([row]))
        self.assertIn("circle", found[2, "superior"])

    def test_people_who_may_not_be_changed(self):
        gone = self._make_employee("Gone", self.unit, None, nip=ONE)
        gone.active = False
        self._make_employee("Nameless", self.unit, None)
        self._make_employee("Twin", self.unit, None)
        self._make_employee("twin", self.unit, None)
        found = self._messages(
            make_xlsx(
                [
                    make_row(nip=ONE, name="Gone"),
                    make_row(nip=TWO, name="Nameless"),
                    make_row(name="Twin"),
                ]
            )
        )
        self.assertIn("archived", found[2, "nip"])
        self.assertIn("without NIP", found[3, "nip"])
        self.assertIn("Several", found[4, "name"])

    def test_all_problems_can_be_downloaded(self):
        rows = [make_row(nip="1", name=f"N{number}") for number in range(300)]
        one = self._check(make_xlsx(rows))
        self.assertEqual((one.problem_count, one.wrong_count), (300, 300))
        self.assertEqual(len(one.problem_ids), 200)
        action = one.action_download_problems()
        self.assertIn(f"/{one.id}/problem_list", action["url"])
        book = openpyxl.load_workbook(io.BytesIO(base64.b64decode(one.problem_list)))
        table = list(book.active.values)
        self.assertEqual(len(table), 301)
        self.assertEqual(table[-1][:2], (301, "NIP"))

    def test_the_example_has_a_guide(self):
        one = self._open(b"x")
        self.assertIn("example", one.action_download_example()["url"])
        book = openpyxl.load_workbook(io.BytesIO(base64.b64decode(one.example)))
        people, guide = book.worksheets
        self.assertEqual(next(people.values), HEAD)
        self.assertEqual([row[0] for row in guide.values][1:12], list(HEAD))
        # Excel leaves what stands in text cells alone
        self.assertEqual(people["A3"].number_format, "@")
        self.assertEqual(people["A3"].data_type, "s")
