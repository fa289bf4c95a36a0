# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Follow-up of predicates: PP 30/2019 Pasal 56-58, PermenPANRB 6/2022."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_rules import PREDICATES
from kinerja_rules.followup import (
    ASN_KINDS,
    POSITION_KINDS,
    improvement_until,
    kind,
    measures,
    midway,
    months_later,
    suggestions,
)

KINDS = [
    # predicate, of the year, of an interval
    ("very_good", "suggestion", None),
    ("good", None, None),
    ("needs_improvement", "guidance", "guidance"),
    ("poor", "improvement", "improvement"),
    ("very_poor", "improvement", "improvement"),
]
SIX_MONTHS = [
    # final on, last day
    (date(2026, 1, 1), date(2026, 7, 1)),
    (date(2026, 7, 15), date(2027, 1, 15)),
    (date(2026, 8, 31), date(2027, 2, 28)),
    (date(2027, 8, 31), date(2028, 2, 29)),
    (date(2026, 12, 31), date(2027, 6, 30)),
]
days = st.dates(date(2000, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(("predicate", "annual", "periodic"), KINDS)
def test_kind_by_predicate(predicate, annual, periodic):
    assert kind(predicate, annual=True) == annual
    assert kind(predicate, annual=False) == periodic


@pytest.mark.parametrize(("begin", "end"), SIX_MONTHS)
def test_six_months_to_improve(begin, end):
    """PP 30/2019 Pasal 56-58."""
    assert improvement_until(begin) == end


@given(days, st.integers(1, 24))
def test_months_never_leave_the_month(begin, months):
    end = months_later(begin, months)
    assert (end.year - begin.year) * 12 + end.month - begin.month == months
    assert end.day <= begin.day


@given(days, days)
def test_midway_lies_between(one, other):
    begin, end = sorted((one, other))
    assert begin <= midway(begin, end) <= end


@pytest.mark.parametrize("position", [*POSITION_KINDS, None])
@pytest.mark.parametrize("person", [*ASN_KINDS, None])
def test_measures_by_position_and_contract(position, person):
    """PP 30/2019 Pasal 56-58; PPPK by their contract (PP 49/2018)."""
    for predicate in PREDICATES:
        found = measures(predicate, position, person)
        low = predicate in ("poor", "very_poor")
        assert ("improve" in found) == low
        assert ("end_contract" in found) == (low and str(person).startswith("pppk"))
        leads = str(position).startswith("jpt") and not str(person).startswith("pppk")
        assert ("competence_test" in found) == (low and leads)
        assert ("dismissal" in found) == (
            low and not leads and not str(person).startswith("pppk")
        )


SUGGESTED = [
    ([], ()),
    (["good", "very_good", "very_good"], ()),
    (["very_good"], ("development", "award")),
    (["very_good", "good", "very_good"], ("development", "award")),
    (["very_good", "very_good"], ("development", "award", "talent_pool")),
]


@pytest.mark.parametrize(("years", "expected"), SUGGESTED)
def test_suggestions_after_very_good(years, expected):
    assert suggestions(years) == expected


def test_years_that_count_as_repeated_are_a_setting():
    assert "talent_pool" in suggestions(["very_good"], talent_after=1)
    assert "talent_pool" not in suggestions(["very_good"] * 2, talent_after=3)


@pytest.mark.parametrize(
    "call",
    [
        lambda: kind("best", annual=True),
        lambda: kind("good", annual=1),
        lambda: improvement_until(datetime(2026, 1, 1)),
        lambda: improvement_until(date(2026, 1, 1), 0),
        lambda: months_later("2026-01-01", 1),
        lambda: midway(date(2026, 1, 2), date(2026, 1, 1)),
        lambda: measures("poor", "king", "pns"),
        lambda: measures("poor", None, "guest"),
        lambda: measures("best", None, None),
        lambda: suggestions(["best"]),
        lambda: suggestions(["good"], talent_after=0),
    ],
)
def test_bad_input_is_refused(call):
    with pytest.raises(ValueError, match="."):
        call()
