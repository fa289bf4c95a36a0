# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Activation slips as PDF to cut, as workbook and as text; nothing is stored."""

import csv
import io
import re
from dataclasses import dataclass

import qrcode
import xlsxwriter
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from ..tools.formulas import guard

COLUMNS, ROWS = 2, 5
MARGIN = 8 * mm
WIDTH = (A4[0] - 2 * MARGIN) / COLUMNS
HEIGHT = (A4[1] - 2 * MARGIN) / ROWS
QR = 36 * mm


@dataclass
class Slip:
    """What stands on the slip of one person, as text."""

    name: str
    login: str
    nip: str
    unit: str
    url: str


@dataclass
class Words:
    """The words of the slips in the reader's language."""

    title: str
    labels: tuple  # name, NIP, unit, login, link
    steps: str
    page: str
    until: str


def draw_pdf(slips, words):
    """Return a PDF with ten slips on each page, with lines to cut along."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, pageCompression=1)
    canvas.setTitle(words.title)
    for number, slip in enumerate(slips):
        place = number % (COLUMNS * ROWS)
        if number and not place:
            canvas.showPage()
        left = MARGIN + place % COLUMNS * WIDTH
        top = A4[1] - MARGIN - place // COLUMNS * HEIGHT
        _draw_slip(canvas, left, top, slip, words)
    canvas.save()
    return stream.getvalue()


def _draw_slip(canvas, left, top, slip, words):
    canvas.setDash(3, 3)
    canvas.setLineWidth(0.4)
    canvas.rect(left, top - HEIGHT, WIDTH, HEIGHT)
    canvas.setDash()
    _draw_qr(canvas, left + WIDTH - QR - 2 * mm, top - QR - 3 * mm, slip.url)
    x, y = left + 4 * mm, top - 6 * mm
    narrow, wide = WIDTH - QR - 8 * mm, WIDTH - 8 * mm
    for font, size, width, text, lines in (
        ("Helvetica", 7, narrow, words.title, 1),
        ("Helvetica-Bold", 10, narrow, slip.name, 2),
        ("Helvetica", 8, narrow, f"NIP {slip.nip}" if slip.nip else "", 1),
        ("Helvetica", 8, narrow, slip.unit, 2),
        ("Helvetica", 7, narrow, words.labels[3], 1),
        ("Courier-Bold", 8.5, narrow, slip.login, 1),
    ):
        y = _draw_text(canvas, x, y, width, font, size, text, lines)
    y = min(y, top - QR - 6 * mm)
    y = _draw_text(canvas, x, y, wide, "Helvetica", 7, words.steps, 2)
    y = _draw_text(canvas, x, y, wide, "Helvetica", 7, words.page, 2)
    _draw_text(canvas, x, y, wide, "Helvetica-Bold", 7, words.until, 1)


def _draw_text(canvas, x, y, width, font, size, text, lines):
    """Draw at most that many lines and return where the next text begins."""
    canvas.setFont(font, size)
    for line in simpleSplit(text or "", font, size, width)[:lines]:
        canvas.drawString(x, y, line)
        y -= size * 1.2
    return y - size * 0.3


def _draw_qr(canvas, x, y, text):
    """Draw the code as squares, so that it stays sharp at any size."""
    code = qrcode.QRCode(border=2, error_correction=qrcode.constants.ERROR_CORRECT_L)
    code.add_data(text)
    matrix = code.get_matrix()
    step = QR / len(matrix)
    path = canvas.beginPath()
    for row, cells in enumerate(matrix):
        for begin, length in _get_runs(cells):
            path.rect(x + begin * step, y + QR - (row + 1) * step, length * step, step)
    canvas.drawPath(path, stroke=0, fill=1)


def _get_runs(cells):
    """Return (begin, length) of each run of dark cells in a row."""
    text = "".join("x" if dark else " " for dark in cells)
    return [(run.start(), len(run.group())) for run in re.finditer("x+", text)]


def _get_rows(slips, words):
    yield words.labels
    for slip in slips:
        yield (slip.name, slip.nip, slip.unit, slip.login, slip.url)


def write_xlsx(slips, words):
    """Return a workbook in which every cell is text, whatever it begins with."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        text = book.add_format({"num_format": "@"})
        sheet.set_column(0, 4, 28, text)
        for number, row in enumerate(_get_rows(slips, words)):
            for column, value in enumerate(row):
                sheet.write_string(number, column, value or "", text)
        sheet.write_string(len(slips) + 2, 0, words.until, text)
    return stream.getvalue()


def write_csv(slips, words):
    """Return UTF-8 text; a cell that begins like a formula gets an apostrophe."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    for row in _get_rows(slips, words):
        writer.writerow([guard(value or "") for value in row])
    return stream.getvalue().encode("utf-8-sig")
