# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Rows of daily work as people paste them from a spreadsheet, without their meaning.

Without a heading the columns are: day, start, end, activity, quantity, unit, action
plan. With a heading they may stand in any order, as in the workbook that we give out.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

#: A year of one person; whoever has more pastes twice.
MAX_ROWS = 20_000
COLUMNS = ("date", "start", "end", "name", "quantity", "unit", "plan")
HEADINGS = {
    "date": ("tanggal", "tanggal kegiatan", "hari", "date", "day"),
    "start": ("mulai", "jam mulai", "start"),
    "end": ("selesai", "jam selesai", "end"),
    "name": ("kegiatan", "kegiatan harian", "uraian", "activity", "daily activity"),
    "quantity": ("realisasi", "jumlah", "kuantitas", "quantity", "realisation"),
    "unit": ("satuan", "unit", "unit of measure"),
    "plan": ("rencana aksi", "rhk", "rencana hasil kerja", "action plan", "result"),
}
DATE = re.compile(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})")
TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?::\d{2})?|(\d{1,2})")
THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+(,\d+)?")
NUMBER = re.compile(r"\d+([.,]\d+)?")


class Entry(NamedTuple):
    """One row: its number in what was pasted, and what stands in it."""

    number: int
    date: date
    start: float
    end: float
    name: str
    quantity: float
    unit: str
    plan: str


class RowError(ValueError):
    """A row that cannot be read; `code` is stable, `value` is what was pasted."""

    def __init__(self, code: str, value: str = "") -> None:
        super().__init__(code)
        self.code, self.value = code, value


def parse(text: str) -> tuple[list[Entry], list[tuple[int, RowError]]]:
    r"""Return the rows that can be read, and the errors of the others by number.

    >>> [entry] = parse("2/3/2026\t8:00\t9.30\tRapat\t1,5\tjam\n")[0]
    >>> entry.name, entry.start, entry.end, entry.quantity, entry.unit
    ('Rapat', 8.0, 9.5, 1.5, 'jam')
    >>> [(number, error.code) for number, error in parse("kemarin\t\t\tRapat")[1]]
    [(1, 'date')]
    """
    entries, errors = [], []
    places = None
    for number, line in enumerate(text.splitlines(), start=1):
        cells = [cell.strip().strip('"').strip() for cell in line.split("\t")]
        if not any(cells):
            continue
        if places is None:
            places = _read_heading(cells)
            if places:
                continue
            places = {name: place for place, name in enumerate(COLUMNS)}
        try:
            entries.append(_read_entry(number, cells, places))
        except RowError as error:
            errors.append((number, error))
    return entries, errors


def _read_heading(cells: Iterable[str]) -> dict[str, int]:
    """Return {column: its place}; empty when the row is no heading."""
    known = {word: name for name, words in HEADINGS.items() for word in words}
    found = {}
    for place, cell in enumerate(cells):
        name = known.get(cell.casefold())
        if name:
            found.setdefault(name, place)
    return found if {"date", "name"} <= found.keys() else {}


def _read_entry(number: int, cells: list[str], places: dict[str, int]) -> Entry:
    values = {
        name: cells[place] if place < len(cells) else ""
        for name, place in places.items()
    }
    if not values["name"]:
        raise RowError("name")
    start, end = (read_time(values.get(name, "")) for name in ("start", "end"))
    if (start or end) and not start < end:
        raise RowError("order", f"{values.get('start', '')} - {values.get('end', '')}")
    return Entry(
        number,
        read_date(values["date"]),
        start,
        end,
        values["name"],
        read_quantity(values.get("quantity", "")),
        values.get("unit", ""),
        values.get("plan", ""),
    )


def read_date(text: str) -> date:
    """Return a day as people write it, the day first, or as computers do.

    >>> [str(read_date(text)) for text in ("2/3/2026", "2026-03-02", "02.03.26")]
    ['2026-03-02', '2026-03-02', '2026-03-02']
    """
    match = DATE.fullmatch(text)
    if not match:
        raise RowError("date", text)
    first, month, last = match.groups()
    day, year = (last, first) if len(first) == 4 else (first, last)
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError as error:
        raise RowError("date", text) from error


def read_time(text: str) -> float:
    """Return hours; 0 when nothing is written.

    >>> read_time("8:30"), read_time("08.30"), read_time("24:00"), read_time("")
    (8.5, 8.5, 24.0, 0.0)
    """
    if not text:
        return 0.0
    match = TIME.fullmatch(text)
    if not match:
        raise RowError("time", text)
    hours, minutes = int(match[1] or match[3]), int(match[2] or 0)
    if minutes > 59 or hours + minutes / 60 > 24:
        raise RowError("time", text)
    return hours + minutes / 60


def read_quantity(text: str) -> float:
    """Return a number above 0, with the comma of Indonesia; 1 when nothing is written.

    >>> read_quantity("1,5"), read_quantity("1.500"), read_quantity("1.5")
    (1.5, 1500.0, 1.5)
    """
    if not text:
        return 1.0
    if THOUSANDS.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    elif NUMBER.fullmatch(text):
        text = text.replace(",", ".")
    else:
        raise RowError("quantity", text)
    quantity = float(text)
    if not 0 < quantity < 10**12:
        raise RowError("quantity", text)
    return quantity
