# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Reads the rows of a "Rekap Penilaian" of the national application (e-Kinerja BKN).

Rows come as (number, cells), the number as Excel shows it.

>>> find_columns(("No", "NIP", "Nama", "Predikat Kinerja Periodik"))["predicate"]
3
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .nip import NipError, parse_nip
from .recap import (
    HEAD_ROWS,
    Entry,
    Fault,
    RecapError,
    Sheet,
    fold,
    period_of,
    predicate_key,
    rating_key,
)

FORMULA = "="


def find_columns(cells: Sequence[Any]) -> dict[str, int] | None:
    """Return where each column stands, None when this is not the heading.

    The heading is the row with the cell "NIP" and one that begins with "predikat".

    >>> find_columns(("1301 - Kabupaten",)) is None
    True
    >>> find_columns(("NIP", "Rating Perilaku Kerja", "Predikat Kinerja Tahunan"))
    {'nip': 0, 'behaviour_rating': 1, 'predicate': 2}

    Source: e-Kinerja BKN, a Rekap Penilaian of June 2026 (C2)
    """
    starts = {
        "nip": "NIP",
        "name": "NAMA",
        "position": "JABATAN",
        "result_rating": "RATING HASIL",
        "behaviour_rating": "RATING PERILAKU",
        "predicate": "PREDIKAT",
    }
    folded = [fold(cell) for cell in cells]
    places = {}
    for column, start in starts.items():
        for place, text in enumerate(folded):
            if text == start or (column != "nip" and text.startswith(start)):
                places[column] = place
                break
    return places if "nip" in places and "predicate" in places else None


def read_sheet(rows: Iterable[tuple[int, Sequence[Any]]]) -> Sheet:
    """Return what a sheet says; each row is taken whole or refused with its number.

    A person who stands there twice with the same result counts once. Rows without
    predicate are counted: nobody has rated them yet.

    :raises RecapError: code `no_header`, `no_period`, `period`

    >>> read_sheet([
    ...     (3, ("Periode Bulanan 6 Tahun 2026",)),
    ...     (5, ("No", "NIP", "Nama", "Predikat Kinerja Periodik")),
    ...     (6, (1, "199001012015031001", "Siti", "BAIK")),
    ... ]).entries[0].predicate
    'good'

    Source: e-Kinerja BKN, a Rekap Penilaian of June 2026 (C2)
    """
    lines = iter(rows)
    head, places = _read_head(lines)
    sheet = Sheet(_find_period(head), _find_unit(head), [], [], 0)
    unrated, seen = 0, {}
    for number, cells in lines:
        # what stands below the table, and the numbers of the columns
        if _get(cells, places, "nip") in (None, "") or _is_legend(cells, places):
            continue
        try:
            entry = _read_row(number, cells, places)
        except RecapError as error:
            values = dict(error.values)
            sheet.faults.append(Fault(number, values.pop("column"), error.code, values))
            continue
        if entry is None:
            unrated += 1
        elif entry.nip not in seen:
            seen[entry.nip] = entry
            sheet.entries.append(entry)
        elif _is_other(entry, seen[entry.nip]):
            first = {"row": seen[entry.nip].row}
            sheet.faults.append(Fault(number, "nip", "double", first))
    return sheet._replace(unrated=unrated)


def _read_head(lines):
    head = []
    for _count, (number, cells) in zip(range(HEAD_ROWS), lines, strict=False):
        places = find_columns(cells)
        if places:
            return head, places
        head.append((number, cells))
    raise RecapError("no_header")


def _find_period(head):
    texts = [cell for _number, cells in head for cell in cells if cell]
    for text in texts:
        if fold(text).startswith("PERIODE"):
            return period_of(text)
    raise RecapError("no_period")


def _find_unit(head):
    """Return the line between the agency and the period."""
    texts = [str(next((cell for cell in cells if cell), "")) for _number, cells in head]
    before = []
    for text in filter(None, texts):
        if fold(text).startswith("PERIODE"):
            break
        before.append(text)
    return before[1] if len(before) > 1 else ""


def _get(cells: Sequence[Any], places: Mapping[str, int], column: str) -> Any:
    place = places.get(column)
    return None if place is None or place >= len(cells) else cells[place]


def _is_legend(cells: Sequence[Any], places: Mapping[str, int]) -> bool:
    """Return whether this row only numbers the columns: (1), (2), (3)."""
    return fold(_get(cells, places, "nip")).strip("()") in ("1", "2", "3")


def _read_row(number, cells, places):
    """Return the entry of a row, None when nobody has rated the person yet."""
    nip = _read_nip(_get(cells, places, "nip"))
    keys = {
        column: _read_label(column, reader, _get(cells, places, column))
        for column, reader in (
            ("result_rating", rating_key),
            ("behaviour_rating", rating_key),
            ("predicate", predicate_key),
        )
    }
    if not keys["predicate"]:
        return None
    texts = [str(_get(cells, places, name) or "") for name in ("name", "position")]
    return Entry(number, nip, *texts, **keys)


def _read_nip(cell):
    if isinstance(cell, int | float):
        # Excel keeps 15 digits of a number: the last ones are lost
        raise RecapError("nip_number", column="nip")
    if str(cell).startswith(FORMULA):
        raise RecapError("formula", column="nip")
    text = str(cell).strip().lstrip("'")
    try:
        parse_nip(text)
    except NipError as error:
        raise RecapError(f"nip_{error.code}", column="nip") from error
    return text.replace(" ", "").replace(".", "")


def _read_label(column, reader, cell):
    if isinstance(cell, str) and cell.startswith(FORMULA):
        raise RecapError("formula", column=column)
    try:
        return reader(cell)
    except RecapError as error:
        raise RecapError("label", column=column, **error.values) from error


def _is_other(entry, first):
    return (entry.result_rating, entry.behaviour_rating, entry.predicate) != (
        first.result_rating,
        first.behaviour_rating,
        first.predicate,
    )
