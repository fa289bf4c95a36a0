# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The columns of an employee workbook: found by their names, in any order."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .workbook import MAX_ROWS, FileError, Row, merged_rows, read_rows

#: What stands in the example workbook; also how columns are called in messages.
TITLES: Mapping[str, str] = {
    "nip": "NIP",
    "name": "Nama",
    "asn_kind": "Jenis ASN",
    "rank": "Golongan",
    "position": "Jabatan",
    "position_kind": "Jenis Jabatan",
    "grade": "Jenjang",
    "unit": "Unit Kerja",
    "superior": "NIP Atasan",
    "email": "Email",
    "valid_from": "Berlaku Sejak",
}
OPTIONAL = ("email", "valid_from")
ALIASES: Mapping[str, tuple[str, ...]] = {
    "nip": ("nipbaru", "nippegawai", "nomorindukpegawai", "nipnippk", "nippk"),
    "name": ("namalengkap", "namapegawai", "namadangelar", "name"),
    "asn_kind": ("statusasn", "statuskepegawaian", "statuspegawai", "jenispegawai"),
    "rank": (
        "gol",
        "golruang",
        "golonganruang",
        "pangkat",
        "pangkatgol",
        "pangkatgolongan",
        "pangkatgolruang",
        "pangkatgolonganruang",
    ),
    "position": ("namajabatan",),
    "position_kind": ("kelompokjabatan", "jenisjab"),
    "grade": ("jenjangjabatan", "jenjangfungsional", "jenjangjf"),
    "unit": ("unit", "unor", "unitorganisasi", "namaunor", "satuankerja"),
    "superior": ("nipatasanlangsung", "atasan", "atasanlangsung", "nippejabatpenilai"),
    "email": ("surel", "alamatemail", "emaildinas"),
    "valid_from": ("tmt", "mulaiberlaku", "berlakumulai", "tmtjabatan"),
}
HEAD_ROWS = 20
LEAST_KNOWN = 3


def fold(text: Any) -> str:
    """Return what is left of a text when case, spaces and signs do not count.

    >>> fold("Gol. / Ruang")
    'golruang'
    """
    return re.sub(r"[\W_]+", "", str(text or "").casefold())


NAMES: Mapping[str, tuple[str, ...]] = {
    column: (fold(title), *ALIASES[column]) for column, title in TITLES.items()
}


def read_table(content: bytes) -> tuple[dict[str, int], list[Row]]:
    """Return where each column stands, and the rows below the header.

    :raises FileError: also with code no_header, merged_header, missing_columns,
        double_column, no_rows, too_many_rows
    """
    rows = read_rows(content)
    places = _find_header(rows, content)
    table = []
    for row in rows:
        table.append(row)
        if len(table) > MAX_ROWS:
            raise FileError("too_many_rows", most=MAX_ROWS)
    if not table:
        raise FileError("no_rows")
    return places, table


def _find_header(rows: Iterator[Row], content: bytes) -> dict[str, int]:
    """Read on to the row that names all columns; else say what the best one lacks."""
    best, best_number = {}, 0
    for _count, row in zip(range(HEAD_ROWS), rows, strict=False):
        places = _places(row.cells)
        if not _missing(places):
            return places
        if len(places) > len(best):
            best, best_number = places, row.number
    if best and merged_rows(content) & {best_number, best_number + 1}:
        raise FileError("merged_header", row=best_number)
    if len(best) < LEAST_KNOWN:
        raise FileError("no_header")
    missing = ", ".join(TITLES[column] for column in _missing(best))
    raise FileError("missing_columns", names=missing, row=best_number)


def _places(cells: Iterable[Any]) -> dict[str, int]:
    """Find each column by its title, else by the first other name that stands there."""
    folded = [fold(cell) for cell in cells]
    places = {}
    for column, names in NAMES.items():
        name = next((one for one in names if one in folded), None)
        if name is not None:
            places[column] = folded.index(name)
            folded[places[column]] = ""
            if name in folded:
                raise FileError("double_column", name=TITLES[column])
    return places


def _missing(places: Mapping[str, int]) -> list[str]:
    return [name for name in TITLES if name not in places and name not in OPTIONAL]
