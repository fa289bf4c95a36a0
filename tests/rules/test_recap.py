# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The Rekap Penilaian of the national application: domain notes, section 10.2."""

import pytest

from kinerja_rules import PREDICATES, RATINGS
from kinerja_rules.recap import (
    PREDICATE_LABELS,
    RATING_LABELS,
    Period,
    RecapError,
    period_line,
    period_of,
    predicate_key,
    rating_key,
)
from kinerja_rules.recap_rows import find_columns, read_sheet

HEADING = (
    "No",
    "NIP",
    "Nama",
    "Jabatan",
    "Rating Hasil Kinerja",
    "Rating Perilaku Kerja",
    "Predikat Kinerja Periodik",
)
SITI, BUDI = "199001012015032001", "198502022010011002"
GOOD = ("SESUAI EKSPEKTASI", "SESUAI EKSPEKTASI", "BAIK")


def make_rows(*people, head=True):
    """Return the rows of a sheet as the real file has them."""
    top = [
        (1, ("1301 - Pemerintah Kabupaten Contoh",)),
        (2, ("Dinas Kesehatan",)),
        (3, ("Periode Bulanan 6 Tahun 2026",)),
        (5, HEADING),
    ]
    rows = [(6 + at, (at + 1, *cells)) for at, cells in enumerate(people)]
    return (top if head else []) + rows


def test_every_key_has_one_label_and_comes_back():
    assert [rating_key(RATING_LABELS[key]) for key in RATINGS] == list(RATINGS)
    assert [predicate_key(PREDICATE_LABELS[key]) for key in PREDICATES] == list(
        PREDICATES
    )


@pytest.mark.parametrize("label", ["PERLU PERBAIKAN", "Cukup", "butuh perbaikan"])
def test_other_labels_that_were_seen_are_known(label):
    assert predicate_key(label) == "needs_improvement"


@pytest.mark.parametrize("label", ["BAIK SEKALI", "SANGAT", "1", "baik.", "=BAIK", 3])
def test_an_unknown_label_is_refused(label):
    with pytest.raises(RecapError):
        predicate_key(label)
    with pytest.raises(RecapError):
        rating_key(label)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Periode Bulanan 1 Tahun 2026", Period("month", 1, 2026)),
        ("periode  bulanan 12 tahun 2026 ", Period("month", 12, 2026)),
        ("Periode Triwulan 2 Tahun 2026", Period("quarter", 2, 2026)),
        ("Periode Triwulanan IV Tahun 2026", Period("quarter", 4, 2026)),
        ("Periode Tahunan Tahun 2025", Period("annual", 0, 2025)),
        ("Periode Tahunan 2025", Period("annual", 0, 2025)),
    ],
)
def test_periods(text, expected):
    assert period_of(text) == expected
    assert period_of(period_line(expected)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        None,
        "Periode Bulanan 0 Tahun 2026",
        "Periode Bulanan 13 Tahun 2026",
        "Periode Bulanan IV Tahun 2026",
        "Periode Triwulan 5 Tahun 2026",
        "Periode Triwulan IIII Tahun 2026",
        "Periode Semester 1 Tahun 2026",
        "Periode Bulanan Tahun 2026",
        "Periode Bulanan 6 Tahun 26",
        "Periode Bulanan ٦ Tahun 2026x",
    ],
)
def test_other_periods_are_refused(text):
    with pytest.raises(RecapError) as caught:
        period_of(text)
    assert caught.value.code == "period"


def test_an_unknown_kind_of_period_has_no_line():
    with pytest.raises(ValueError, match="kind of period"):
        period_line(Period("week", 1, 2026))


def test_the_heading_is_found_by_its_cells_in_any_order():
    assert find_columns(tuple(reversed(HEADING)))["nip"] == 5
    assert find_columns(("NIP", "Nama")) is None
    assert find_columns(("NIP Penilai", "Predikat")) is None


def test_a_sheet_as_the_real_file_has_it():
    sheet = read_sheet(make_rows((SITI, "Siti", "Perawat", *GOOD)))
    assert sheet.period == Period("month", 6, 2026)
    assert sheet.unit == "Dinas Kesehatan"
    assert sheet.faults == []
    assert sheet.entries == [(6, SITI, "Siti", "Perawat", "meets", "meets", "good")]


def test_an_unknown_label_is_refused_with_its_row_and_the_rest_is_read():
    odd = (SITI, "Siti", "Perawat", *GOOD[:2], "HEBAT")
    sheet = read_sheet(make_rows(odd, (BUDI, "Budi", "Bidan", *GOOD)))
    assert [(one.row, one.column, one.code) for one in sheet.faults] == [
        (6, "predicate", "label")
    ]
    assert sheet.faults[0].values == {"value": "HEBAT"}
    assert [one.nip for one in sheet.entries] == [BUDI]


@pytest.mark.parametrize(
    ("nip", "code"),
    [
        (199001012015032001, "nip_number"),
        (1.99e17, "nip_number"),
        ("=A1", "formula"),
        ("123", "nip_length"),
        ("19900101201503200X", "nip_characters"),
    ],
)
def test_what_is_no_nip_is_refused_with_its_row(nip, code):
    sheet = read_sheet(make_rows((nip, "Siti", "Perawat", *GOOD)))
    assert [(one.row, one.column, one.code) for one in sheet.faults] == [
        (6, "nip", code)
    ]


def test_a_formula_in_place_of_a_label_is_refused():
    sheet = read_sheet(make_rows((SITI, "Siti", "Perawat", "=", *GOOD[1:])))
    assert [(one.column, one.code) for one in sheet.faults] == [
        ("result_rating", "formula")
    ]


def test_a_person_who_stands_there_twice_counts_once():
    person = (SITI, "Siti", "Perawat", *GOOD)
    sheet = read_sheet(make_rows(person, person))
    assert (len(sheet.entries), sheet.faults) == (1, [])


def test_two_results_for_one_person_are_refused():
    other = (SITI, "Siti", "Perawat", *GOOD[:2], "KURANG")
    sheet = read_sheet(make_rows((SITI, "Siti", "Perawat", *GOOD), other))
    assert [(one.row, one.code, one.values) for one in sheet.faults] == [
        (7, "double", {"row": 6})
    ]


def test_who_is_not_rated_yet_is_counted():
    sheet = read_sheet(make_rows((SITI, "Siti", "Perawat", "-", "", None)))
    assert (sheet.entries, sheet.faults, sheet.unrated) == ([], [], 1)


def test_the_numbers_of_the_columns_and_short_rows_are_passed_over():
    rows = make_rows(("(2)",), (None, "Total"), ())
    assert read_sheet(rows).entries == []


def test_spaces_and_dots_of_a_nip_do_not_count():
    sheet = read_sheet(make_rows(("19900101 201503 2 001", "Siti", "", *GOOD)))
    assert sheet.entries[0].nip == SITI


def test_a_sheet_without_heading_or_period_is_refused():
    with pytest.raises(RecapError, match="no_header"):
        read_sheet(make_rows((SITI, "Siti", "Perawat", *GOOD), head=False))
    with pytest.raises(RecapError, match="no_header"):
        read_sheet([])
    with pytest.raises(RecapError, match="no_period"):
        read_sheet([(1, HEADING)])
