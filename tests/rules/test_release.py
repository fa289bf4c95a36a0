# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Batches of answers that may be shown (house rule for UU 27/2022)."""

from decimal import Decimal

import pytest

from citizen_rules.release import ready

CASES = [
    # new answers, days since the last release, ready
    (0, None, False),
    (4, None, False),
    (5, None, True),
    (0, 7, False),
    (4, 7, False),
    (4, 365, False),
    (5, 6, False),
    (500, 6, False),
    (5, 0, False),
    (5, 7, True),
    (6, 8, True),
]
NOT_COUNTS = [-1, 5.0, float("nan"), float("inf"), Decimal(5), True, "5"]


@pytest.mark.parametrize(("new_answers", "days_since_last", "expected"), CASES)
def test_batch(new_answers, days_since_last, expected):
    assert ready(new_answers, days_since_last) is expected


@pytest.mark.parametrize(
    ("new_answers", "days_since_last", "expected"),
    [(9, 30, False), (10, 29, False), (10, 30, True), (9, None, False)],
)
def test_thresholds_are_settings(new_answers, days_since_last, expected):
    batch = ready(new_answers, days_since_last, min_answers=10, min_days=30)
    assert batch is expected


def test_smallest_settings():
    assert ready(1, 0, min_answers=1, min_days=0) is True


@pytest.mark.parametrize("wrong", NOT_COUNTS)
def test_counts_are_whole_from_zero(wrong):
    with pytest.raises(ValueError, match="new_answers must be"):
        ready(wrong, None)
    with pytest.raises(ValueError, match="days_since_last must be"):
        ready(5, wrong)
    with pytest.raises(ValueError, match="min_days must be"):
        ready(5, 7, min_days=wrong)


@pytest.mark.parametrize("wrong", [0, None, *NOT_COUNTS])
def test_batch_is_never_empty(wrong):
    with pytest.raises(ValueError, match="min_answers must be"):
        ready(5, None, min_answers=wrong)


def test_number_of_answers_is_never_unknown():
    with pytest.raises(ValueError, match="new_answers must be"):
        ready(None, 7)
