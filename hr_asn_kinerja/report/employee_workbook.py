# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The workbook to fill in with its column guide, and the list of what is wrong."""

import io

import xlsxwriter

from ..tools.employee_cells import GRADES, KINDS, POSITIONS
from ..tools.employee_columns import TITLES

#: Fictional people who show how officials without NIP, units and superiors look.
PEOPLE = (
    ("", "Sari Utami, S.H.", "", "", "Bupati", "", "", "", "", "", ""),
    (
        "197001011995031001",
        "Bagus Santoso, S.E.",
        "PNS",
        "IV/c",
        "Kepala Dinas Kesehatan",
        "JPT Pratama",
        "",
        "Dinas Kesehatan",
        "Sari Utami, S.H.",
        "bagus@example.go.id",
        "",
    ),
    (
        "198502022010012002",
        "Dewi Lestari, S.K.M.",
        "PNS",
        "III/d",
        "Epidemiolog Kesehatan Ahli Muda",
        "Fungsional Keahlian",
        "Ahli Muda",
        "Dinas Kesehatan > Puskesmas Melati",
        "197001011995031001",
        "",
        "01/03/2026",
    ),
    (
        "199503032023211003",
        "Eko Prasetyo, A.Md.Kep.",
        "PPPK",
        "VII",
        "Perawat Terampil",
        "Fungsional Keterampilan",
        "Terampil",
        "Dinas Kesehatan > Puskesmas Melati",
        "198502022010012002",
        "",
        "",
    ),
)
CHOICES = {"asn_kind": KINDS, "position_kind": POSITIONS, "grade": GRADES}
WIDTHS = {"name": 30, "position": 34, "position_kind": 24, "unit": 44, "email": 26}
#: Rows of the sheet in which the choices are offered and cells are text.
LAST_ROW = 5000


def write_example(guide, titles, ranks):
    """Return a workbook with a sheet to fill in and one that explains the columns.

    :param guide: (column, needed, what to enter) for each column
    :param titles: name of the guide's sheet, and its three headings
    :param ranks: the ranks to list, as text
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        _write_people(book)
        sheet = book.add_worksheet(titles[0])
        _write_table(book, sheet, titles[1], guide, (18, 34, 80))
        for number, rank in enumerate(ranks):
            place = len(guide) + 2 + number % 17
            sheet.write_string(place, number // 17, rank)
    return stream.getvalue()


def _write_people(book):
    sheet = book.add_worksheet("Pegawai")
    text = book.add_format({"num_format": "@"})
    bold = book.add_format({"bold": True, "num_format": "@", "bg_color": "#DDE6F0"})
    sheet.freeze_panes(1, 2)
    for place, (column, title) in enumerate(TITLES.items()):
        sheet.set_column(place, place, WIDTHS.get(column, 20), text)
        sheet.write_string(0, place, title, bold)
        if column in CHOICES:
            source = [names[0] for names in CHOICES[column].values()]
            # a hint, no order: the import knows more ways to write them
            rule = {"validate": "list", "source": source, "error_type": "warning"}
            sheet.data_validation(1, place, LAST_ROW, place, rule)
    for number, person in enumerate(PEOPLE, start=1):
        for place, value in enumerate(person):
            sheet.write_string(number, place, value, text)


def write_problems(titles, problems):
    """Return a workbook with (row, column, sentence) of each problem."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet(titles[0])
        _write_table(book, sheet, titles[1], problems, (8, 18, 110))
        sheet.autofilter(0, 0, max(len(problems), 1), 2)
    return stream.getvalue()


def _write_table(book, sheet, headings, rows, widths):
    bold = book.add_format({"bold": True, "bg_color": "#DDE6F0"})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.freeze_panes(1, 0)
    for place, (heading, width) in enumerate(zip(headings, widths, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, heading, bold)
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(number, place, value, wrap)
            else:
                sheet.write_string(number, place, value, wrap)
