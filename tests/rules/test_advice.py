# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Advice beside the ratings: domain.md 2.5, thresholds of agencies (M)."""

from decimal import Decimal
from itertools import product

import pytest

from kinerja_rules import RATINGS
from kinerja_rules.advice import (
    is_far,
    needs_reason,
    suggested_behaviour,
    suggested_result,
)

MEANS = [
    # mean, above from, meets from, suggestion
    ("100", 100, 90, "above"),
    ("99.9999", 100, 90, "meets"),
    ("90", 100, 90, "meets"),
    ("89.9999", 100, 90, "below"),
    ("0", 100, 90, "below"),
    ("120", 90, 70, "above"),
    ("70", 90, 70, "meets"),
    ("90", 90, 90, "above"),
]


@pytest.mark.parametrize(("mean", "above", "meets", "expected"), MEANS)
def test_borders_belong_to_the_better_rating(mean, above, meets, expected):
    assert suggested_result([Decimal(mean)], above, meets).rating == expected


def test_what_was_not_reported_does_not_count():
    found = suggested_result([None, Decimal(100), None], 100, 90)
    assert (found.rating, found.counted, found.total) == ("above", 1, 3)
    assert suggested_result([], 100, 90) == (None, None, 0, 0)


@pytest.mark.parametrize("wrong", [Decimal("NaN"), Decimal("Infinity"), 1.5, "90", -1])
def test_wrong_figures_are_refused(wrong):
    with pytest.raises(ValueError, match="achievement"):
        suggested_result([wrong], 100, 90)
    with pytest.raises(ValueError, match=r"above_from|crossed"):
        suggested_result([Decimal(90)], wrong, 90)


def test_crossed_thresholds_are_refused():
    with pytest.raises(ValueError, match="crossed"):
        suggested_result([Decimal(90)], 80, 90)


@pytest.mark.parametrize(
    ("ratings", "expected"),
    [
        (["above"] * 4 + ["meets"] * 3, "above"),
        (["above"] * 3 + ["meets"] * 4, "meets"),
        (["above"] * 3 + ["meets"] * 3, "meets"),
        (["below"] * 4 + ["above"] * 3, "below"),
        (["below"] * 3 + ["above"] * 3 + ["meets"], "meets"),
        ([], None),
    ],
)
def test_the_middle_of_the_values(ratings, expected):
    assert suggested_behaviour(ratings) == expected


def test_only_two_steps_are_far():
    far = {pair for pair in product(RATINGS, RATINGS) if is_far(*pair)}
    assert far == {("above", "below"), ("below", "above")}
    assert not is_far("above", None)


@pytest.mark.parametrize("wrong", ["", "good", None, 1])
def test_unknown_ratings_are_refused(wrong):
    with pytest.raises(ValueError, match="unknown rating"):
        needs_reason(wrong)
    with pytest.raises(ValueError, match="unknown rating"):
        is_far(wrong, "meets")
    with pytest.raises(ValueError, match="unknown rating"):
        suggested_behaviour([wrong])
