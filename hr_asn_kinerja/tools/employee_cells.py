# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What one cell of an employee workbook means, or why it means nothing."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from ..kinerja_rules.nip import NipError, parse_nip
from .employee_columns import fold
from .suggestions import Options
from .workbook import Formula

MAX_TEXT, MAX_PATH = 250, 1000
BLANKS = ("", "-", "--", "–", "—")
SCIENTIFIC = re.compile(r"\d+([.,]\d+)?e\+?\d+", re.I)
EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]+")
DAYS = ("%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d", "%d.%m.%Y", "%d %m %Y")
MONTHS = (
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
)
FIRST_YEAR, LAST_YEAR = 1950, 2100
PNS_RANK = re.compile(r"\b(I|II|III|IV)[\s./-]*([a-e])\b", re.I)
PPPK_RANK = re.compile(r"\b([IVX]+|\d{1,2})\b", re.I)
ROMAN = [
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
    "XVI",
    "XVII",
]

KINDS: Mapping[str, tuple[str, ...]] = {
    "pns": ("PNS", "Pegawai Negeri Sipil"),
    "cpns": ("CPNS", "Calon PNS"),
    "pppk": ("PPPK", "P3K", "PPPK Penuh Waktu"),
    "pppk_part_time": ("PPPK Paruh Waktu", "P3K Paruh Waktu", "PPPK PW"),
}
POSITIONS: Mapping[str, tuple[str, ...]] = {
    "jpt_utama": ("JPT Utama", "Pimpinan Tinggi Utama"),
    "jpt_madya": ("JPT Madya", "Pimpinan Tinggi Madya"),
    "jpt_pratama": ("JPT Pratama", "Pimpinan Tinggi Pratama"),
    "administrator": ("Administrator",),
    "pengawas": ("Pengawas",),
    "fungsional_keahlian": ("Fungsional Keahlian", "JF Keahlian"),
    "fungsional_keterampilan": ("Fungsional Keterampilan", "JF Keterampilan"),
    "pelaksana": ("Pelaksana",),
}
GRADES: Mapping[str, tuple[str, ...]] = {
    "pemula": ("Pemula",),
    "terampil": ("Terampil",),
    "mahir": ("Mahir",),
    "penyelia": ("Penyelia",),
    "ahli_pertama": ("Ahli Pertama", "Pertama"),
    "ahli_muda": ("Ahli Muda", "Muda"),
    "ahli_madya": ("Ahli Madya", "Madya"),
    "ahli_utama": ("Ahli Utama", "Utama"),
}


class CellError(ValueError):
    """A cell that cannot be taken; `code` is stable, `values` go into the sentence."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code, self.values = code, values


class ChoiceError(CellError):
    """A cell with none of the allowed names; `wanted` is compared with `options`."""

    def __init__(self, code: str, value: str, wanted: str, options: Options) -> None:
        allowed = ", ".join(names[0] for names in options)
        super().__init__(code, value=value, allowed=allowed)
        self.wanted, self.options = wanted, options


def read_text(cell: Any, most: int = MAX_TEXT) -> str:
    """Return the text of a cell; whole numbers count as text, '-' as nothing."""
    if isinstance(cell, Formula):
        raise CellError("formula")
    if isinstance(cell, date):
        cell = cell.isoformat()
    text = "" if cell is None else str(cell)
    if len(text) > most:
        raise CellError("too_long", most=most)
    return "" if text in BLANKS else text


def read_nip(cell: Any) -> str:
    """Return 18 digits or nothing.

    :raises CellError: nip_number when Excel made a number of it, else nip_<code>
    """
    text = read_text(cell)
    if isinstance(cell, int | float) or SCIENTIFIC.fullmatch(text):
        raise CellError("nip_number")
    # an apostrophe is how people tell Excel to leave a number alone
    digits = text.lstrip("'’").replace(" ", "").replace(".", "")
    if not digits:
        return ""
    try:
        parse_nip(digits)
    except NipError as error:
        raise CellError(f"nip_{error.code}") from error
    return digits


def read_superior(cell: Any) -> tuple[str, str] | None:
    """Return ('nip', digits) or, for an official without NIP, ('name', name)."""
    text = read_text(cell)
    if not text:
        return None
    if isinstance(cell, str) and not re.search(r"\d", text):
        return "name", text
    return "nip", read_nip(cell)


def read_unit(cell: Any) -> list[str]:
    """Return the names of the unit and of those above it, the highest first.

    >>> read_unit("Dinas Kesehatan > Puskesmas A")
    ['Dinas Kesehatan', 'Puskesmas A']
    """
    text = read_text(cell, MAX_PATH)
    names = [name.strip() for name in text.split(">")] if text else []
    if not all(names):
        raise CellError("unit_gap")
    return names


def read_email(cell: Any) -> str:
    """Return an address in small letters, or nothing."""
    text = read_text(cell).casefold()
    if text and not EMAIL.fullmatch(text):
        raise CellError("email")
    return text


def read_date(cell: Any) -> str:
    """Return a day as YYYY-MM-DD, or nothing.

    >>> read_date("1 Maret 2026"), read_date("01/03/2026")
    ('2026-03-01', '2026-03-01')
    """
    if isinstance(cell, int | float):
        raise CellError("date")
    day = cell if isinstance(cell, date) else _day(read_text(cell))
    if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise CellError("date")
    return day.isoformat() if day else ""


def _day(text: str) -> date | None:
    if not text:
        return None
    for number, month in enumerate(MONTHS, start=1):
        text = re.sub(rf"\b{month}\b", str(number), text, flags=re.I)
    for form in DAYS:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise CellError("date")


def _chooser(
    options: Mapping[str, tuple[str, ...]], code: str, opening: str = "jabatan"
) -> Callable[[Any], str]:
    """Make a reader that takes one of the options, or says which there are."""
    keys = {fold(name): key for key, names in options.items() for name in names}

    def read(cell: Any) -> str:
        text = read_text(cell)
        wanted = fold(text).removeprefix(opening)
        if not wanted or wanted in keys:
            return keys.get(wanted, "")
        raise ChoiceError(code, text, text, tuple(options.values()))

    return read


read_kind = _chooser(KINDS, "kind")
read_position_kind = _chooser(POSITIONS, "position_kind")
read_grade = _chooser(GRADES, "grade")


def read_rank(cell: Any, kind: str, ranks: Iterable[tuple[str, str, str]]) -> str:
    """Return 'pns:III/a' or 'pppk:IX', or nothing.

    :param kind: the ASN kind of the row, '' when it is not known
    :param ranks: the known ranks as (kind, code, name)
    """
    text = read_text(cell)
    if not text:
        return ""
    ranks = list(ranks)
    wanted = kind[:4] if kind.startswith("pppk") else "pns"
    code = _rank_code(text, wanted)
    for known_kind, known_code, name in ranks:
        if known_kind == wanted and (
            known_code.casefold() == code.casefold() or fold(name) == fold(text) != ""
        ):
            return f"{wanted}:{known_code}"
    names = tuple((known, name) for one, known, name in ranks if one == wanted)
    raise ChoiceError("rank", text, code or text, names)


def _rank_code(text: str, kind: str) -> str:
    """Take III/a out of 'Penata Muda (III/a)' and IX out of 'Golongan IX' or '9'."""
    if kind == "pns":
        found = PNS_RANK.findall(text)
        return f"{found[-1][0].upper()}/{found[-1][1].lower()}" if found else text
    found = PPPK_RANK.findall(text)
    code = found[-1].upper() if found and not PNS_RANK.search(text) else text
    return ROMAN[int(code) - 1] if code.isdecimal() and 0 < int(code) < 18 else code
