# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The workbook "Rekap Penilaian" that the national application (e-Kinerja BKN) gives.

Above the table stand the agency, the unit that assessed and the period; the table is
found by its heading. A label is known or it is not: nothing is guessed.

>>> period_of("Periode Bulanan 6 Tahun 2026")
Period(kind='month', number=6, year=2026)
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from . import PREDICATES, RATINGS, _known

RATING_LABELS: Mapping[str, str] = {
    "above": "DI ATAS EKSPEKTASI",
    "meets": "SESUAI EKSPEKTASI",
    "below": "DI BAWAH EKSPEKTASI",
}
PREDICATE_LABELS: Mapping[str, str] = {
    "very_good": "SANGAT BAIK",
    "good": "BAIK",
    "needs_improvement": "BUTUH PERBAIKAN",
    "poor": "KURANG",
    "very_poor": "SANGAT KURANG",
}
#: Other labels of the same predicates that were seen in its files and prints.
OTHER_PREDICATES: Mapping[str, str] = {
    "PERLU PERBAIKAN": "needs_improvement",
    "CUKUP": "needs_improvement",
    "KURANG/MISCONDUCT": "poor",
    "KURANG / MISCONDUCT": "poor",
}
#: The columns, as the national application calls them and in its order.
TITLES: Mapping[str, str] = {
    "number": "No",
    "nip": "NIP",
    "name": "Nama",
    "position": "Jabatan",
    "result_rating": "Rating Hasil Kinerja",
    "behaviour_rating": "Rating Perilaku Kerja",
    "predicate": "Predikat Kinerja Periodik",
}
HEAD_ROWS = 20
NOTHING = ("", "-")
QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
PERIOD = re.compile(
    r"PERIODE (?:(BULANAN|TRIWULAN(?:AN)?) (\d{1,2}|I{1,3}|IV)|TAHUNAN)"
    r"(?: TAHUN)? (\d{4})"
)


class RecapError(ValueError):
    """Something that the workbook says and nobody knows; `code` is stable.

    >>> RecapError("period", value="Semester 1").code
    'period'

    Source: plan of this product, section 10.2 of its domain notes (M)
    """

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code, self.values = code, values


class Period(NamedTuple):
    """What a sheet is about: kind `month`, `quarter` or `annual` (number 0).

    >>> Period("annual", 0, 2025).kind
    'annual'

    Source: e-Kinerja BKN, a Rekap Penilaian of June 2026 (C2)
    """

    kind: str
    number: int
    year: int


class Entry(NamedTuple):
    """One person as the national application has rated them; texts as they stand.

    >>> Entry(6, "1", "Siti", "Perawat", "meets", "meets", "good").predicate
    'good'

    Source: e-Kinerja BKN, a Rekap Penilaian of June 2026 (C2)
    """

    row: int
    nip: str
    name: str
    position: str
    result_rating: str | None
    behaviour_rating: str | None
    predicate: str


class Fault(NamedTuple):
    """A row that is refused: where, and a stable `code` with what goes into words.

    >>> Fault(7, "predicate", "label", {"value": "HEBAT"}).column
    'predicate'

    Source: plan of this product, section 10.2 of its domain notes (M)
    """

    row: int
    column: str
    code: str
    values: Mapping[str, Any]


class Sheet(NamedTuple):
    """What one sheet says: its period, who assessed, its people, what is refused.

    >>> Sheet(Period("month", 6, 2026), "Dinas", [], [], 0).unit
    'Dinas'

    Source: e-Kinerja BKN, a Rekap Penilaian of June 2026 (C2)
    """

    period: Period
    unit: str
    entries: list[Entry]
    faults: list[Fault]
    unrated: int


def fold(cell: Any) -> str:
    """Return a cell as labels are compared: capitals, single spaces.

    >>> fold(" Sangat  Baik ")
    'SANGAT BAIK'

    Source: plan of this product, section 10.2 of its domain notes (M)
    """
    return " ".join(str("" if cell is None else cell).split()).upper()


def rating_key(label: str) -> str | None:
    """Return the key of a rating, None where nothing stands.

    :raises RecapError: code `label`, a text that is no rating

    >>> rating_key("Sesuai Ekspektasi"), rating_key("-")
    ('meets', None)
    >>> rating_key("SESUAI")
    Traceback (most recent call last):
    ...
    kinerja_rules.recap.RecapError: label

    Source: e-Kinerja BKN, labels of the Rekap Penilaian (C2)
    """
    folded = fold(label)
    if folded in NOTHING:
        return None
    for key in RATINGS:
        if RATING_LABELS[key] == folded:
            return key
    raise RecapError("label", value=str(label))


def predicate_key(label: str) -> str | None:
    """Return the key of a predicate, None where nothing stands.

    :raises RecapError: code `label`, a text that is no predicate

    >>> predicate_key("PERLU PERBAIKAN"), predicate_key(None)
    ('needs_improvement', None)
    >>> predicate_key("SANGAT  BAIK")
    'very_good'

    Source: e-Kinerja BKN, labels of the Rekap Penilaian (C2)
    """
    folded = fold(label)
    if folded in NOTHING:
        return None
    for key in PREDICATES:
        if PREDICATE_LABELS[key] == folded:
            return key
    if folded in OTHER_PREDICATES:
        return OTHER_PREDICATES[folded]
    raise RecapError("label", value=str(label))


def period_of(text: str) -> Period:
    """Return what the line of the period says.

    :raises RecapError: code `period`, another sentence, or a month that does not exist

    >>> period_of("Periode Tahunan Tahun 2025")
    Period(kind='annual', number=0, year=2025)
    >>> period_of("PERIODE TRIWULAN III TAHUN 2026").number
    3

    Source: e-Kinerja BKN, a Rekap Penilaian of June 2026 (C2)
    Source: the line of quarters was not seen (M)
    """
    found = PERIOD.fullmatch(fold(text))
    if not found:
        raise RecapError("period", value=str(text))
    kind, number, year = found.groups()
    if not kind:
        return Period("annual", 0, int(year))
    is_month = kind == "BULANAN"
    count = QUARTERS.get(number) or (int(number) if number.isdecimal() else 0)
    if not 1 <= count <= (12 if is_month else 4) or (is_month and number in QUARTERS):
        raise RecapError("period", value=str(text))
    return Period("month" if is_month else "quarter", count, int(year))


def period_line(period: Period) -> str:
    """Return the line as the national application writes it.

    >>> period_line(Period("month", 6, 2026)), period_line(Period("annual", 0, 2025))
    ('Periode Bulanan 6 Tahun 2026', 'Periode Tahunan Tahun 2025')

    Source: e-Kinerja BKN, a Rekap Penilaian of June 2026 (C2)
    """
    words = {"month": "Bulanan", "quarter": "Triwulan", "annual": "Tahunan"}
    _known(period.kind, words, "kind of period")
    number = f" {period.number}" if period.number else ""
    return f"Periode {words[period.kind]}{number} Tahun {period.year}"
