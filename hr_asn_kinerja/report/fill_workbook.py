# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The workbook of the fill rate: numbers per unit, and the names of who is late."""

import io
from datetime import date

import xlsxwriter

from ..tools.formulas import cell

MEASURES = (
    "person_count",
    "submitted_count",
    "rated_count",
    "delivered_count",
    "late_count",
)
PLACES = ("interval_id", "department_id")
COLUMNS = (
    "name",
    "nip",
    "department_id",
    "interval_id",
    "stage",
    "waiting_for",
    "assessor_name",
    "due",
    "days_late",
)
WIDE = {"name": 30, "nip": 22, "department_id": 36, "assessor_name": 30}


def write(sheets):
    """Return a workbook; nothing that somebody typed becomes a formula.

    :param sheets: (title, names of the columns, headings, rows) of each sheet
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"constant_memory": True}) as book:
        bold = book.add_format({"bold": True, "bg_color": "#DDE6F0"})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for title, names, headings, rows in sheets:
            sheet = book.add_worksheet(title[:31])
            sheet.freeze_panes(1, 1)
            for place, (name, heading) in enumerate(zip(names, headings, strict=True)):
                sheet.set_column(place, place, WIDE.get(name, 18))
                sheet.write_string(0, place, heading, bold)
            for number, row in enumerate(rows, start=1):
                for place, value in enumerate(row):
                    _write_cell(sheet, number, place, value, day)
            sheet.autofilter(0, 0, max(len(rows), 1), len(names) - 1)
    return stream.getvalue()


def _write_cell(sheet, number, place, value, day):
    if isinstance(value, date):
        sheet.write_datetime(number, place, value, day)
    elif isinstance(value, int):
        sheet.write_number(number, place, value)
    else:
        sheet.write_string(number, place, cell(value))
