# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The workbook of who waits for whom."""

import io
from datetime import date

import xlsxwriter

from ..tools.formulas import cell

COLUMNS = (
    "name",
    "nip",
    "department_id",
    "period_id",
    "stage",
    "waiting_for",
    "waiting_name",
    "since",
    "due",
    "days_late",
    "excuse_reason",
    "last_reminder",
)
WIDTHS = {"name": 30, "nip": 22, "department_id": 36, "waiting_name": 30}


def write(title, headings, rows):
    """Return a workbook with one row a person; nothing typed becomes a formula."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet(title[:31])
        bold = book.add_format({"bold": True, "bg_color": "#DDE6F0"})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.freeze_panes(1, 1)
        for place, (name, heading) in enumerate(zip(COLUMNS, headings, strict=True)):
            sheet.set_column(place, place, WIDTHS.get(name, 18))
            sheet.write_string(0, place, heading, bold)
        for number, row in enumerate(rows, start=1):
            for place, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(number, place, value, day)
                elif isinstance(value, int):
                    sheet.write_number(number, place, value)
                else:
                    sheet.write_string(number, place, cell(value))
        sheet.autofilter(0, 0, max(len(rows), 1), len(COLUMNS) - 1)
    return stream.getvalue()
