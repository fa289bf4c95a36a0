# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Distribution pattern of predicates, PermenPANRB 6/2022 p. 94 (guidance)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_rules import ORGANISATION_RATINGS, PREDICATES
from kinerja_rules.distribution import HEIGHTS, Finding, deviations, expected

PEAKS = [
    # organisation rating, predicate with most people
    ("outstanding", "very_good"),
    ("good", "good"),
    ("needs_improvement", "needs_improvement"),
    ("poor", "poor"),
    ("very_poor", "very_poor"),
]
HEADCOUNTS = [
    # rating, headcount, people in the order of PREDICATES
    ("outstanding", 24, (13, 7, 3, 1, 0)),
    ("good", 24, (2, 11, 6, 3, 2)),
    ("needs_improvement", 24, (3, 4, 10, 4, 3)),
    ("poor", 24, (2, 3, 6, 11, 2)),
    ("very_poor", 24, (0, 1, 3, 7, 13)),
    ("good", 0, (0, 0, 0, 0, 0)),
    ("good", 1, (0, 1, 0, 0, 0)),
    ("good", 2, (0, 1, 1, 0, 0)),
    ("good", 48, (4, 22, 12, 6, 4)),
    # 10 x 13/24 = 5.42 and 10 x 1/24 = 0.42: equal remainders, the better gets it
    ("outstanding", 10, (6, 3, 1, 0, 0)),
]
EVEN = dict.fromkeys(PREDICATES, 1)
weights = st.integers(0, 50) | st.decimals(0, 50, places=3)
patterns = st.fixed_dictionaries(dict.fromkeys(PREDICATES, weights)).filter(
    lambda pattern: any(pattern.values())
)


@pytest.mark.parametrize(("rating", "headcount", "people"), HEADCOUNTS)
def test_expected_people(rating, headcount, people):
    assert expected(rating, headcount) == dict(zip(PREDICATES, people, strict=True))


@pytest.mark.parametrize(("rating", "peak"), PEAKS)
def test_shape_has_its_peak_where_the_regulation_draws_it(rating, peak):
    people = expected(rating, 240)
    assert max(people, key=people.get) == peak


def test_every_organisation_rating_has_a_shape():
    assert set(HEIGHTS) == set(ORGANISATION_RATINGS)
    assert {sum(heights) for heights in HEIGHTS.values()} == {24}


@pytest.mark.parametrize(
    ("headcount", "people"),
    [(1, (1, 0, 0, 0, 0)), (3, (1, 1, 1, 0, 0)), (7, (2, 2, 1, 1, 1))],
)
def test_ties_go_to_the_better_predicate(headcount, people):
    assert tuple(expected("good", headcount, EVEN).values()) == people


def test_own_pattern_replaces_the_sample():
    pattern = EVEN | {"very_good": Decimal("0.5"), "very_poor": Decimal("0.5")}
    assert tuple(expected("good", 8, pattern).values()) == (1, 2, 2, 2, 1)


@given(st.sampled_from(ORGANISATION_RATINGS), st.integers(0, 20000), patterns)
def test_people_add_up_and_are_near_their_share(rating, headcount, pattern):
    people = expected(rating, headcount, pattern)
    assert tuple(people) == PREDICATES
    assert sum(people.values()) == headcount
    total = sum(map(Decimal, pattern.values()))
    for key, weight in pattern.items():
        assert abs(people[key] - headcount * Decimal(weight) / total) < 1
        assert weight or not people[key]


def test_deviations_are_named_best_first():
    counts = {"good": 12, "very_good": 1, "needs_improvement": 6, "poor": 5}
    assert deviations("good", counts) == [
        Finding("very_good", 2, 1),
        Finding("good", 11, 12),
        Finding("poor", 3, 5),
        Finding("very_poor", 2, 0),
    ]


@given(st.sampled_from(ORGANISATION_RATINGS), st.integers(0, 500), patterns)
def test_unit_that_follows_the_pattern_has_no_deviation(rating, headcount, pattern):
    assert deviations(rating, expected(rating, headcount), None) == []
    assert deviations(rating, expected(rating, headcount, pattern), pattern) == []


def test_unit_without_people_has_no_deviation():
    assert deviations("good", {}) == []


@pytest.mark.parametrize("rating", ["", "Good", "very_good", "above", None, 1, []])
def test_unknown_rating_is_refused_even_with_own_pattern(rating):
    for pattern in (None, EVEN):
        with pytest.raises(ValueError, match="unknown organisation rating"):
            expected(rating, 10, pattern)


@pytest.mark.parametrize("headcount", [-1, 1.0, float("nan"), Decimal(3), True, "3"])
def test_headcount_is_a_whole_number_from_zero(headcount):
    with pytest.raises(ValueError, match="headcount must be"):
        expected("good", headcount)


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ({}, "each of the five"),
        ({"good": 1}, "each of the five"),
        (EVEN | {"excellent": 1}, "each of the five"),
        (dict.fromkeys(PREDICATES, 0), "not all 0"),
        (EVEN | {"poor": -1}, "at least 0"),
        (EVEN | {"poor": Decimal("NaN")}, "weight of poor must be finite"),
        (EVEN | {"poor": Decimal("Infinity")}, "weight of poor must be finite"),
        (EVEN | {"poor": 0.5}, "weight of poor must be a Decimal"),
        (EVEN | {"poor": None}, "weight of poor must be a Decimal"),
    ],
)
def test_wrong_pattern_is_refused(pattern, message):
    with pytest.raises(ValueError, match=message):
        expected("good", 10, pattern)
    with pytest.raises(ValueError, match=message):
        deviations("good", {"good": 10}, pattern)


@pytest.mark.parametrize(
    ("counts", "message"),
    [
        ({"cukup": 1}, "unknown predicate"),
        ({"good": -1}, "people with predicate good must be"),
        ({"good": 1.5}, "people with predicate good must be"),
        ({"good": True}, "people with predicate good must be"),
    ],
)
def test_wrong_counts_are_refused(counts, message):
    with pytest.raises(ValueError, match=message):
        deviations("good", counts)
