# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Minimums of credit: PermenPANRB 1/2023 Lampiran A, PerBKN 3/2023."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_rules import GRADES
from kinerja_rules.accumulation import (
    LADDER,
    base,
    diploma,
    grade_minimum,
    missing,
    month_ends,
    rank_minimum,
)

TABLE = [
    # grade, rank, basic credit, for the next rank, for the next grade
    ("pemula", "II/a", 0, 15, 15),
    ("terampil", "II/b", 0, 20, 60),
    ("terampil", "II/d", 0, 60, 60),
    ("mahir", "III/a", 0, 50, 100),
    ("mahir", "III/b", 50, 100, 100),
    ("penyelia", "III/c", 0, 100, None),
    ("penyelia", "III/d", 100, None, None),
    ("ahli_pertama", "III/b", 50, 100, 100),
    ("ahli_muda", "III/c", 0, 100, 200),
    ("ahli_muda", "III/d", 100, 200, 200),
    ("ahli_madya", "IV/a", 0, 150, 450),
    ("ahli_madya", "IV/b", 150, 300, 450),
    ("ahli_madya", "IV/c", 300, 450, 450),
    ("ahli_utama", "IV/d", 0, 200, None),
    ("ahli_utama", "IV/e", 0, None, None),
    ("ahli_muda", "IV/a", 0, None, 200),
    ("ahli_muda", None, 0, None, 200),
]
days = st.dates(date(2000, 1, 1), date(2080, 1, 1))


@pytest.mark.parametrize(("grade", "rank", "basic", "next_rank", "next_grade"), TABLE)
def test_minimums(grade, rank, basic, next_rank, next_grade):
    assert base(grade, rank) == basic
    assert rank_minimum(grade, rank) == next_rank
    assert grade_minimum(grade) == next_grade


def test_every_grade_has_its_ladder():
    assert set(LADDER) == set(GRADES)
    for ranks, step, following in LADDER.values():
        assert following in (None, step * len(ranks))


def test_a_diploma_is_a_quarter_of_a_rank():
    assert [diploma(grade) for grade in ("pemula", "ahli_madya")] == [
        Decimal("3.75"),
        Decimal("37.5"),
    ]


@pytest.mark.parametrize(
    ("total", "minimum", "expected"),
    [("49.999", "50", "0.001"), ("50", "50", "0"), ("0", None, "0"), ("60", "50", "0")],
)
def test_missing(total, minimum, expected):
    limit = None if minimum is None else Decimal(minimum)
    assert missing(Decimal(total), limit) == Decimal(expected)


MONTHS = [
    (date(2026, 1, 1), date(2026, 12, 31), 12),
    (date(2026, 1, 2), date(2026, 12, 31), 12),
    (date(2026, 4, 17), date(2026, 12, 31), 9),
    (date(2026, 1, 1), date(2026, 4, 16), 3),
    (date(2026, 2, 1), date(2026, 2, 27), 0),
    (date(2028, 2, 29), date(2028, 2, 29), 1),
    (date(2026, 11, 30), date(2027, 1, 30), 2),
]


@pytest.mark.parametrize(("begin", "end", "count"), MONTHS)
def test_whole_months(begin, end, count):
    assert len(month_ends(begin, end)) == count


@given(days, st.integers(1, 800), st.integers(1, 800))
def test_neighbours_share_no_month_and_lose_none(begin, first, second):
    middle = begin + timedelta(days=first)
    end = middle + timedelta(days=second)
    before = month_ends(begin, middle - timedelta(days=1))
    after = month_ends(middle, end)
    assert before + after == month_ends(begin, end)


@pytest.mark.parametrize(
    "call",
    [
        lambda: base("boss", "III/a"),
        lambda: rank_minimum("boss", "III/a"),
        lambda: grade_minimum("boss"),
        lambda: diploma("boss"),
        lambda: missing(1.5, Decimal(1)),
        lambda: missing(Decimal("NaN"), Decimal(1)),
        lambda: month_ends(date(2026, 1, 2), date(2026, 1, 1)),
        lambda: month_ends("2026-01-01", date(2026, 1, 1)),
    ],
)
def test_bad_input_is_refused(call):
    with pytest.raises(ValueError, match="."):
        call()
