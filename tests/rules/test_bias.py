# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Hints for the superior of an assessor: when something is said, and when nothing."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from kinerja_rules.bias import distance, hints, is_uniform, mean_points, recent_share

END = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("ratings", "least", "said"),
    [
        ([], 5, False),
        (["meets"] * 4, 5, False),
        (["meets"] * 5, 5, True),
        (["below"] * 50, 5, True),
        (["meets"] * 4 + ["above"], 5, False),
        (["above"] * 2, 2, True),
    ],
)
def test_all_the_same(ratings, least, said):
    assert is_uniform(ratings, least) is said


@pytest.mark.parametrize(
    ("ratings", "peers", "apart"),
    [
        (["above"] * 5, ["meets"] * 5, Decimal(1)),
        (["below"] * 5, ["meets"] * 5, Decimal(-1)),
        (["above"] * 5, ["meets"] * 4, None),
        (["above"] * 4, ["meets"] * 5, None),
        # exactly the difference counts: 2.75 against 2
        (["above"] * 6 + ["meets"] * 2, ["meets"] * 8, Decimal("0.75")),
        (["above"] * 5 + ["meets"] * 3, ["meets"] * 8, None),
        ([], [], None),
    ],
)
def test_far_from_the_peers(ratings, peers, apart):
    assert distance(ratings, peers) == apart


def test_the_last_weeks_begin_after_the_first_day_before_them():
    first = END - timedelta(weeks=4)
    assert recent_share([first], END) == Decimal("0.00")
    assert recent_share([first + timedelta(days=1)], END) == Decimal("1.00")
    assert recent_share([], END) is None


def test_all_hints_and_none():
    kinds = [hint.kind for hint in hints(["above"] * 5, ["meets"] * 5, Decimal(1))]
    assert kinds == ["uniform", "far", "recent"]
    assert hints([], []) == []
    assert hints(["above", "meets"], ["meets"], Decimal("0.59")) == []


@pytest.mark.parametrize(
    "call",
    [
        lambda: is_uniform(["good"]),
        lambda: is_uniform(["above"], 1),
        lambda: mean_points([]),
        lambda: distance(["above"], ["meets"], Decimal(0)),
        lambda: distance(["above"], ["meets"], Decimal("NaN")),
        lambda: recent_share([END + timedelta(days=1)], END),
        lambda: recent_share([], END, 0),
        lambda: hints([], [], 0.7),
    ],
)
def test_bad_values_are_refused(call):
    with pytest.raises(ValueError, match=r".+"):
        call()
