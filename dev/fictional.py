# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An employee workbook of fictional people, as large as wanted.

`python -m dev.fictional 5000 people.xlsx` writes one to try the import with. The same
number gives the same people.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter

#: As hr_asn_kinerja/tools/employee_columns.py names them.
HEAD = (
    "NIP",
    "Nama",
    "Jenis ASN",
    "Golongan",
    "Jabatan",
    "Jenis Jabatan",
    "Jenjang",
    "Unit Kerja",
    "NIP Atasan",
    "Email",
    "Berlaku Sejak",
)
GIVEN = [
    "Adi",
    "Budi",
    "Citra",
    "Dewi",
    "Eka",
    "Fitri",
    "Gita",
    "Hadi",
    "Indah",
    "Joko",
    "Kartika",
    "Lina",
    "Made",
    "Nur",
]
FAMILY = [
    "Anwar",
    "Basri",
    "Cahyono",
    "Darmawan",
    "Efendi",
    "Firdaus",
    "Gunawan",
    "Harahap",
    "Irawan",
]
FIELDS = [
    "Kesehatan",
    "Pendidikan",
    "Pangan",
    "Sosial",
    "Perhubungan",
    "Pariwisata",
    "Keuangan",
]
TEAM, TEAMS = 9, 10
REGENT = "Rahmat Hidayat, S.H."
Line = tuple[str, ...]


def people(count: int) -> Iterator[Line]:
    """Give so many people: a regent, offices, teams of nine below their head."""
    chance = random.Random(count)  # noqa: S311
    yield ("", REGENT, "", "", "Bupati", "", "", "", "", "", "")
    chief, head = "", ""
    for number in range(count - 1):
        nip = number_of(number)
        office, team = divmod(number, 1 + TEAMS * (TEAM + 1))
        unit = f"Dinas {FIELDS[office % len(FIELDS)]} {office + 1}"
        if team == 0:
            chief, superior = nip, REGENT
            work = ("PNS", "IV/b", f"Kepala {unit}", "JPT Pratama", "")
        elif (team - 1) % (TEAM + 1) == 0:
            head, superior = nip, chief
            work = ("PNS", "IV/a", "Kepala Bidang", "Administrator", "")
        else:
            superior = head
            work = ("PNS", "III/b", "Analis Muda", "Fungsional Keahlian", "Ahli Muda")
        if team:
            unit += f" > Bidang {1 + (team - 1) // (TEAM + 1)}"
        name = f"{chance.choice(GIVEN)} {chance.choice(FAMILY)} {number}"
        yield (nip, name, *work, unit, superior, f"p{number}@tubei.example", "")


def number_of(number: int) -> str:
    """Return a valid NIP that nobody else of the workbook has."""
    days, serial = divmod(number, 999)
    born = f"{1970 + days % 25}{1 + days // 25:02}15"
    return f"{born}2005031{serial + 1:03}"


def write(path: Path, count: int) -> None:
    """Write the workbook, staff before their superiors as often as after them."""
    rows = list(people(count))
    random.Random(count).shuffle(rows)  # noqa: S311
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Pegawai")
        for number, row in enumerate([HEAD, *rows]):
            sheet.write_row(number, 0, row)


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
