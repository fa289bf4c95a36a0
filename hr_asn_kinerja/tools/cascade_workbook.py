# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The tree of the cascade as a workbook that folds like the screen."""

import io

import xlsxwriter

from .formulas import cell

WIDTHS = (7, 70, 12, 30, 34, 34, 60, 10, 14, 44)
#: A spreadsheet folds no deeper.
DEEPEST = 7


def write_cascade(title, headings, rows):
    """Return a workbook of (depth, cells) rows, each a result; depth 0 is the top.

    Below each heading text that somebody typed is text, never a formula.
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet(title[:31])
        bold = book.add_format({"bold": True, "bg_color": "#DDE6F0"})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        indents = [
            book.add_format({"text_wrap": True, "valign": "top", "indent": depth})
            for depth in range(DEEPEST + 1)
        ]
        sheet.freeze_panes(1, 2)
        sheet.outline_settings(symbols_below=False)
        for place, (heading, width) in enumerate(zip(headings, WIDTHS, strict=True)):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, heading, bold)
        for number, (depth, cells) in enumerate(rows, start=1):
            fold = min(depth, DEEPEST)
            sheet.set_row(number, None, None, {"level": fold})
            sheet.write_number(number, 0, depth + 1, wrap)
            for place, text in enumerate(cells, start=1):
                shape = indents[fold] if place == 1 else wrap
                sheet.write_string(number, place, cell(text), shape)
        sheet.autofilter(0, 0, max(len(rows), 1), len(headings) - 1)
    return stream.getvalue()
