# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The poster of a counter: A5, drawn as vectors, its code large enough for 40 cm."""

import io
from urllib.parse import urlsplit

import qrcode
from reportlab.lib.colors import HexColor, white
from reportlab.lib.pagesizes import A5
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A5
MARGIN = 10 * mm
QUIET_MODULES = 4
# Side of the code with its quiet zone; the code alone is more than 50 mm then.
CODE_MM = 66
BRAND, INK, SOFT, GOLD = map(HexColor, ("#7d1d2d", "#2a1c1a", "#6a5450", "#e2b34d"))
PAPER = HexColor("#fffaf3")
BOLD, PLAIN = "Helvetica-Bold", "Helvetica"

# A poster hangs in an Indonesian office, whatever the language of who prints it.
TITLE = "Bagaimana pelayanan kami?"
TITLE_EN = "How was our service? Scan and tell us."
STEPS = (
    "Arahkan kamera ponsel ke kode ini.",
    "Buka alamat yang muncul.",
    "Sentuh satu wajah. Selesai.",
)
NEVER = "Kami tidak pernah meminta NIK, OTP, atau uang."
CHECK = "Periksa alamat sebelum mengisi:"


def make(places):
    """Return one PDF with a page for each (agency, unit, service, counter, url)."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A5, pageCompression=1, invariant=1)
    canvas.setTitle(TITLE)
    for agency, unit, service, counter, url in places:
        _head(canvas, agency, unit)
        _title(canvas, " · ".join(part for part in (service, counter) if part))
        _code(canvas, url)
        _foot(canvas, urlsplit(url).netloc)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def code_matrix(url):
    """Return the modules of the code, as rows of True for dark.

    An address in upper case fits the alphanumeric mode and makes a coarser code.
    """
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_Q, border=0)
    code.add_data(url.upper())
    code.make(fit=True)
    return code.get_matrix()


def _head(canvas, agency, unit):
    canvas.setFillColor(PAPER)
    canvas.rect(0, 0, WIDTH, HEIGHT, stroke=0, fill=1)
    canvas.setFillColor(BRAND)
    canvas.rect(0, HEIGHT - 27 * mm, WIDTH, 27 * mm, stroke=0, fill=1)
    canvas.setFillColor(GOLD)
    canvas.rect(0, HEIGHT - 30 * mm, WIDTH, 3 * mm, stroke=0, fill=1)
    canvas.setFillColor(BRAND)
    teeth = 37
    for tooth in range(teeth):
        left = tooth * WIDTH / teeth
        path = canvas.beginPath()
        path.moveTo(left, HEIGHT - 27 * mm)
        path.lineTo(left + WIDTH / teeth, HEIGHT - 27 * mm)
        path.lineTo(left + WIDTH / teeth / 2, HEIGHT - 29 * mm)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
    canvas.setFillColor(white)
    bottom = _centred(canvas, agency, HEIGHT - 11 * mm, BOLD, 15, lines=1)
    _centred(canvas, unit, bottom - 0.5 * mm, PLAIN, 12, lines=2)


def _title(canvas, place):
    canvas.setFillColor(BRAND)
    _centred(canvas, TITLE, HEIGHT - 43 * mm, BOLD, 24, lines=1)
    canvas.setFillColor(INK)
    _centred(canvas, place, HEIGHT - 51 * mm, PLAIN, 12, lines=2)


def _code(canvas, url):
    matrix = code_matrix(url)
    module = CODE_MM * mm / (len(matrix) + 2 * QUIET_MODULES)
    left, top = (WIDTH - CODE_MM * mm) / 2, HEIGHT - 61 * mm
    canvas.setFillColor(white)
    canvas.setStrokeColor(GOLD)
    canvas.setLineWidth(1.5)
    canvas.roundRect(left, top - CODE_MM * mm, CODE_MM * mm, CODE_MM * mm, 8, fill=1)
    canvas.setFillColor(INK)
    path = canvas.beginPath()
    for row, modules in enumerate(matrix, QUIET_MODULES):
        for start, length in _runs(modules):
            path.rect(
                left + (start + QUIET_MODULES) * module,
                top - (row + 1) * module,
                length * module,
                module,
            )
    canvas.drawPath(path, stroke=0, fill=1)


def _runs(modules):
    """Return (start, length) of the dark runs of a row: fewer edges, no hair lines."""
    start = None
    for place, dark in enumerate([*modules, False]):
        if dark and start is None:
            start = place
        elif not dark and start is not None:
            yield start, place - start
            start = None


def _foot(canvas, host):
    canvas.setFillColor(SOFT)
    _centred(canvas, CHECK, 77 * mm, PLAIN, 10, lines=1)
    canvas.setFillColor(INK)
    _centred(canvas, host.lower(), 70 * mm, BOLD, 19, lines=1)
    for number, step in enumerate(STEPS, 1):
        base = (61 - 9 * (number - 1)) * mm
        canvas.setFillColor(BRAND)
        canvas.circle(MARGIN + 12 * mm, base + 1.3 * mm, 3.4 * mm, stroke=0, fill=1)
        canvas.setFillColor(white)
        canvas.setFont(BOLD, 12)
        canvas.drawCentredString(MARGIN + 12 * mm, base - 0.2 * mm, str(number))
        canvas.setFillColor(INK)
        canvas.setFont(PLAIN, 13)
        canvas.drawString(MARGIN + 19 * mm, base - 0.2 * mm, step)
    canvas.setFillColor(BRAND)
    canvas.roundRect(MARGIN, 19 * mm, WIDTH - 2 * MARGIN, 14 * mm, 8, stroke=0, fill=1)
    canvas.setFillColor(white)
    _centred(canvas, NEVER, 24.4 * mm, BOLD, 13, lines=1)
    canvas.setFillColor(SOFT)
    _centred(canvas, TITLE_EN, 11 * mm, PLAIN, 11, lines=1)


def _centred(canvas, text, top, font, size, lines):
    """Draw a text in at most so many lines, smaller if need be; return its end."""
    # The built-in fonts know Latin letters only.
    text = text.encode("cp1252", "replace").decode("cp1252")
    room = WIDTH - 2 * MARGIN
    while size > 7 and len(simpleSplit(text, font, size, room)) > lines:
        size -= 0.5
    canvas.setFont(font, size)
    for line in simpleSplit(text, font, size, room)[:lines]:
        canvas.drawCentredString(WIDTH / 2, top, line)
        top -= size * 1.25
    return top
