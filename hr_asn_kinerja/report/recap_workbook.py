# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Workbooks for the national application, in the order of its screens.

Rows go to the disk as they come: a hundred thousand take no more memory than ten.
Nothing that somebody typed becomes a formula.
"""

from decimal import Decimal

import xlsxwriter

from ..kinerja_rules.recap import TITLES
from ..tools.formulas import cell

WIDTHS = {"No": 6, "NIP": 22, "Nama": 32, "Jabatan": 40}
WIDE = 26
RATING_TITLES = tuple(TITLES.values())
#: The fields of the screen on which the work of an interval is entered.
REALISATION_TITLES = (
    "No",
    "NIP",
    "Nama",
    "Rencana Hasil Kerja",
    "Aspek",
    "Indikator Kinerja Individu",
    "Target",
    "Realisasi",
    "Satuan",
    "Sumber Data",
    "Bukti Dukung",
    "Keterangan",
)


def write(path, title, head, titles, rows):
    """Write a workbook of one sheet and return how many rows it has.

    :param path: where the file goes
    :param head: lines above the table, then one empty line; may be empty
    :param titles: the headings
    :param rows: iterable of the cells after the first, which is the number of the row
    """
    options = {"constant_memory": True, "strings_to_urls": False}
    count = 0
    with xlsxwriter.Workbook(path, options) as book:
        sheet = book.add_worksheet(title[:31])
        bold = book.add_format({"bold": True, "bg_color": "#DDE6F0", "text_wrap": True})
        for place, name in enumerate(titles):
            sheet.set_column(place, place, WIDTHS.get(name, WIDE))
        for number, line in enumerate(head):
            sheet.write_string(number, 0, cell(line))
        top = len(head) + 1 if head else 0
        sheet.freeze_panes(top + 1, min(3, len(titles)))
        for place, name in enumerate(titles):
            sheet.write_string(top, place, name, bold)
        for count, row in enumerate(rows, start=1):
            sheet.write_number(top + count, 0, count)
            for place, value in enumerate(row, start=1):
                if isinstance(value, Decimal):
                    sheet.write_number(top + count, place, value)
                elif value:
                    sheet.write_string(top + count, place, cell(value))
    return count
