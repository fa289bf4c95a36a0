# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Read a workbook (XLSX) or a CSV file into rows of cells, without their meaning.

Cells stay what they are: a number is no text, because Excel has already lost the last
digits of a long number, and a formula is no value.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any, NamedTuple

import openpyxl
from openpyxl.cell.read_only import EMPTY_CELL
from openpyxl.utils import range_boundaries

MAX_BYTES = 20 * 1024 * 1024
MAX_ROWS = 50_000
#: Rows that a sheet may number, also empty ones between and below the people.
MAX_NUMBER = 2 * MAX_ROWS
MAX_COLUMNS = 100
#: Twelve months, four quarters and a year, twice over.
MAX_SHEETS = 40
#: A small file can hold a lot of repetition. 50,000 rows unpack to about 60 MB with
#: 4 million tags in one part; whatever holds more is not a list of people.
MAX_UNPACKED = 160 * 1024 * 1024
MAX_TAGS = 8_000_000
ZIP, OLD_OFFICE = b"PK", b"\xd0\xcf\x11\xe0"
DELIMITERS = ";,\t"
UNSEEN = re.compile("[\x00-\x1f\x7f\u00a0\u200b-\u200f\u2028\u2029\u202f\ufeff]+")
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.I)
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+\d+:[A-Z]+\d+)"')
FORMULA_STARTS = ("=", "+", "@")


class FileError(ValueError):
    """A file that cannot be read; `code` is stable, `values` go into the sentence."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code, self.values = code, values


class Formula(str):
    """What stands in a cell that computes, or that failed to."""


class Row(NamedTuple):
    """One row of the sheet with the number that Excel shows beside it."""

    number: int
    cells: tuple[Any, ...]


def clean(text: str) -> str:
    """Return a text without line ends, unseen characters and doubled spaces.

    >>> clean("  Siti\\n Aminah\\u00a0")
    'Siti Aminah'
    """
    return " ".join(UNSEEN.sub(" ", text).split())


def is_blank(cells: tuple[Any, ...]) -> bool:
    """Return whether nothing stands in these cells."""
    return all(cell is None or cell == "" for cell in cells)


def read_rows(content: bytes) -> Iterator[Row]:
    """Give the rows in which something stands, one after the other.

    :raises FileError: with code empty, too_big, old_format, no_workbook
    """
    _check_file(content)
    rows = _xlsx if content.startswith(ZIP) else _csv
    return (row for row in rows(content) if not is_blank(row.cells))


def read_sheets(content: bytes) -> list[tuple[str, list[Row]]]:
    """Return (title, rows) of each visible sheet in which something stands.

    :raises FileError: with code empty, too_big, old_format, no_workbook, too_many_rows
    """
    _check_file(content)
    if not content.startswith(ZIP):
        raise FileError("no_workbook")
    found, left = [], MAX_ROWS
    try:
        for sheet in _open_sheets(content)[:MAX_SHEETS]:
            rows = list(islice(_sheet_rows(sheet), left + 1))
            left -= len(rows)
            if left < 0:
                raise FileError("too_many_rows", most=MAX_ROWS)
            if rows:
                found.append((clean(sheet.title), rows))
    except FileError:
        raise
    except Exception as error:
        # a broken file fails in as many ways as it can be broken
        raise FileError("no_workbook") from error
    return [
        (title, [row for row in rows if not is_blank(row.cells)])
        for title, rows in found
    ]


def _check_file(content: bytes) -> None:
    if not content:
        raise FileError("empty")
    if len(content) > MAX_BYTES:
        raise FileError("too_big")
    if content.startswith(OLD_OFFICE):
        raise FileError("old_format")


def merged_rows(content: bytes) -> set[int]:
    """Return the numbers of the rows in which cells are merged."""
    if not content.startswith(ZIP):
        return set()
    found = set()
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for name in filter(SHEET.fullmatch, packed.namelist()):
            for area in MERGED.findall(packed.read(name)):
                try:
                    _left, top, _right, bottom = range_boundaries(area.decode())
                except ValueError:
                    continue
                # a whole merged column would be a million rows: the head is enough
                found.update(range(top, min(bottom, top + 100) + 1))
    return found


def _check_parts(content: bytes) -> None:
    """Refuse what unpacks to more than any list of people, before it is parsed."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        # the unpacked size is a promise that the reader holds the file to
        if sum(part.file_size for part in packed.infolist()) > MAX_UNPACKED:
            raise FileError("too_big")
        for part in packed.infolist():
            if not part.filename.casefold().endswith((".xml", ".rels")):
                continue
            data = packed.read(part)
            if data.count(b"<") > MAX_TAGS:
                raise FileError("too_big")
            # no office program writes entities, or XML in which one cannot look
            if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"\0" in data[:100]:
                raise FileError("no_workbook")


def _xlsx(content: bytes) -> Iterator[Row]:
    try:
        yield from _sheet_rows(_open_sheets(content)[0])
    except FileError:
        raise
    except Exception as error:
        # a broken file fails in as many ways as it can be broken
        raise FileError("no_workbook") from error


def _open_sheets(content: bytes) -> list[Any]:
    """Return the visible sheets; all of them where none is."""
    _check_parts(content)
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    sheets = [one for one in book.worksheets if one.sheet_state == "visible"]
    return sheets or book.worksheets


def _sheet_rows(sheet: Any) -> Iterator[Row]:
    # what the file says about its own size is often wrong
    sheet.reset_dimensions()
    cells_by_row = sheet.iter_rows(max_col=MAX_COLUMNS, max_row=MAX_NUMBER)
    for number, cells in enumerate(cells_by_row, start=1):
        # most of a sheet may be nothing at all: that is not worth looking at
        if set(map(id, cells)) - {id(EMPTY_CELL)}:
            yield Row(number, tuple(map(_value, cells)))


def _value(cell: Any) -> Any:
    if cell is EMPTY_CELL or cell.value is None:
        return None
    if cell.data_type in ("f", "e"):
        return Formula("=")
    if isinstance(cell.value, str):
        return _text(cell.value)
    if isinstance(cell.value, datetime):
        return cell.value.date()
    if isinstance(cell.value, date | int | float) and cell.data_type != "b":
        return cell.value
    return _text(str(cell.value))


def _text(text: str) -> str:
    cleaned = clean(text)
    return Formula(cleaned) if cleaned.startswith(FORMULA_STARTS) else cleaned


def _csv(content: bytes) -> Iterator[Row]:
    text = _decode(content)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        for cells in reader:
            yield Row(reader.line_num, tuple(map(_text, cells)))
    except csv.Error as error:
        raise FileError("no_workbook") from error


def _decode(content: bytes) -> str:
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for code in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(code)
        except UnicodeDecodeError:
            continue
        # pictures, PDF and the tables of a web page named .xls are text to nobody
        if "\0" in text or text.lstrip().startswith(("<", "%PDF")):
            break
        return text
    raise FileError("no_workbook")


def _delimiter(text: str) -> str:
    lines = text[:20_000].splitlines()[:20]
    heads = [line for line in lines if "nip" in line.casefold()] or lines[:1] or [""]
    return max(DELIMITERS, key=heads[0].count)
