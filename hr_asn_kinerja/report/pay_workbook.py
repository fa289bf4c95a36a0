# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The workbook of predicates for payroll, written row by row."""

import io
from decimal import Decimal

import xlsxwriter

from ..tools.formulas import cell

WIDTHS = (6, 22, 32, 36, 36, 18, 12, 18)


def write(title, notes, headings, rows):
    """Return a workbook of (NIP, name, position, unit, predicate, percent, state) rows.

    Rows may be a generator: xlsxwriter keeps one in memory at a time. Nothing that was
    typed becomes a formula.
    """
    stream = io.BytesIO()
    options = {"constant_memory": True}
    with xlsxwriter.Workbook(stream, options) as book:
        sheet = book.add_worksheet(title[:31])
        bold = book.add_format({"bold": True, "bg_color": "#DDE6F0"})
        number = book.add_format({"num_format": "0.00"})
        for place, width in enumerate(WIDTHS):
            sheet.set_column(place, place, width)
        for line, note in enumerate(notes):
            sheet.write_string(line, 0, cell(note))
        top = len(notes) + 1
        sheet.freeze_panes(top + 1, 0)
        for place, heading in enumerate(headings):
            sheet.write_string(top, place, heading, bold)
        for count, row in enumerate(rows, start=1):
            sheet.write_number(top + count, 0, count)
            for place, value in enumerate(row, start=1):
                if isinstance(value, Decimal):
                    sheet.write_number(top + count, place, float(value), number)
                elif value:
                    sheet.write_string(top + count, place, cell(value))
    return stream.getvalue()
