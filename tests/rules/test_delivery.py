# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Term for the delivery: Format D.1.1, 14 working days to deliver and to give back."""

from datetime import date, datetime

import pytest

from kinerja_rules.delivery import BEGINS, begin, days_late, last_day

QUARTER_END = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("rated", "counted_from", "expected"),
    [
        (None, "interval", QUARTER_END),
        (date(2026, 4, 7), "interval", QUARTER_END),
        (None, "rating", None),
        (date(2026, 4, 7), "rating", date(2026, 4, 7)),
        # rated before the interval ends: counts from its end
        (date(2026, 3, 20), "rating", QUARTER_END),
    ],
)
def test_begin(rated, counted_from, expected):
    assert begin(QUARTER_END, rated, counted_from) == expected


@pytest.mark.parametrize(
    ("days", "holidays", "expected"),
    [
        (1, (), date(2026, 4, 1)),
        (14, (), date(2026, 4, 20)),
        # Good Friday moves it by one day; a holiday on a Sunday does not
        (14, [date(2026, 4, 3)], date(2026, 4, 21)),
        (14, [date(2026, 4, 5)], date(2026, 4, 20)),
    ],
)
def test_last_day_counts_working_days(days, holidays, expected):
    assert last_day(QUARTER_END, days, holidays) == expected


def test_the_last_day_is_in_time_and_the_next_is_late():
    last = date(2026, 4, 20)
    assert days_late(last, date(2026, 4, 1)) == 0
    assert days_late(last, last) == 0
    assert days_late(last, date(2026, 4, 21)) == 1
    assert days_late(None, date(2030, 1, 1)) == 0


@pytest.mark.parametrize("wrong", ["", "end", None, 1])
def test_unknown_beginning_is_refused(wrong):
    assert wrong not in BEGINS
    with pytest.raises(ValueError, match="unknown beginning"):
        begin(QUARTER_END, None, wrong)


@pytest.mark.parametrize("wrong", [datetime(2026, 1, 1), "2026-01-01", None])
def test_only_dates_are_taken(wrong):
    with pytest.raises(ValueError, match="must be a date"):
        begin(wrong, None, "interval")
    with pytest.raises(ValueError, match="must be a date"):
        days_late(QUARTER_END, wrong)
    with pytest.raises(ValueError, match="must be a date"):
        last_day(wrong, 14, ())
