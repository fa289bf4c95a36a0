# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Term for an objection: PP 30/2019 Pasal 59, 14 days after receipt."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_rules.objection import deadline

NEW_YEAR = date(2026, 1, 1)
CALENDAR = [
    # received, days, last day
    (date(2026, 1, 5), 1, date(2026, 1, 6)),
    (date(2026, 1, 5), 14, date(2026, 1, 19)),
    (date(2026, 1, 30), 14, date(2026, 2, 13)),
    (date(2025, 12, 18), 14, NEW_YEAR),
    (date(2026, 1, 3), 14, date(2026, 1, 17)),
    (date(2028, 2, 15), 14, date(2028, 2, 29)),
    (date(2026, 2, 15), 14, date(2026, 3, 1)),
]
WORKING = [
    # received, days, holidays, last day
    (date(2026, 1, 5), 1, (), date(2026, 1, 6)),
    (date(2026, 1, 5), 14, (), date(2026, 1, 23)),
    (date(2026, 1, 9), 1, (), date(2026, 1, 12)),
    (date(2026, 1, 10), 1, (), date(2026, 1, 12)),
    (date(2026, 1, 11), 1, (), date(2026, 1, 12)),
    (date(2026, 1, 5), 4, (), date(2026, 1, 9)),
    (date(2026, 1, 5), 5, (), date(2026, 1, 12)),
    (date(2025, 12, 31), 1, [NEW_YEAR], date(2026, 1, 2)),
    (date(2025, 12, 31), 2, [NEW_YEAR], date(2026, 1, 5)),
    # receipt on a holiday, a holiday on a Saturday, the same holiday twice
    (NEW_YEAR, 1, [NEW_YEAR], date(2026, 1, 2)),
    (date(2026, 1, 9), 1, [date(2026, 1, 10)], date(2026, 1, 12)),
    (date(2026, 1, 5), 1, [date(2026, 1, 6)] * 2, date(2026, 1, 7)),
    (date(2026, 1, 5), 7, [], date(2026, 1, 14)),
]
days_of_receipt = st.dates(date(2000, 1, 1), date(2100, 1, 1))
terms = st.integers(1, 60)


@pytest.mark.parametrize(("received", "days", "last"), CALENDAR)
def test_calendar_days(received, days, last):
    assert deadline(received, days, False, ()) == last


def test_calendar_days_never_shift():
    every_day = [NEW_YEAR + timedelta(days=shift) for shift in range(-30, 30)]
    assert deadline(date(2025, 12, 18), 14, False, every_day) == NEW_YEAR


@pytest.mark.parametrize(("received", "days", "holidays", "last"), WORKING)
def test_working_days(received, days, holidays, last):
    assert deadline(received, days, True, holidays) == last


def test_holidays_may_come_from_a_generator():
    holidays = (day for day in [NEW_YEAR])
    assert deadline(date(2025, 12, 31), 1, True, holidays) == date(2026, 1, 2)


@given(days_of_receipt, terms)
def test_calendar_term_has_its_length(received, days):
    assert (deadline(received, days, False, ()) - received).days == days


@given(days_of_receipt, terms, st.sets(st.dates(), max_size=5))
def test_working_term_ends_on_a_working_day_and_holds_that_many(
    received, days, holidays
):
    last = deadline(received, days, True, holidays)
    span = [received + timedelta(days=n) for n in range(1, (last - received).days + 1)]
    working = [day for day in span if day.isoweekday() < 6 and day not in holidays]
    assert working[-1] == last
    assert len(working) == days


@given(days_of_receipt, terms)
def test_next_day_of_term_is_later(received, days):
    for working_days in (False, True):
        longer = deadline(received, days + 1, working_days, ())
        assert longer > deadline(received, days, working_days, ())


@pytest.mark.parametrize("days", [0, -1, 14.0, True, None, "14"])
def test_days_are_whole_from_1(days):
    with pytest.raises(ValueError, match="days must be"):
        deadline(NEW_YEAR, days, False, ())


@pytest.mark.parametrize("wrong", [datetime(2026, 1, 1, 9), "2026-01-01", None, 1])
def test_only_dates_are_taken(wrong):
    with pytest.raises(ValueError, match="received must be a date"):
        deadline(wrong, 14, False, ())
    for working_days in (False, True):
        with pytest.raises(ValueError, match="holiday must be a date"):
            deadline(NEW_YEAR, 14, working_days, [wrong])


@pytest.mark.parametrize("wrong", [None, 1, "working", 0])
def test_kind_of_days_is_said_clearly(wrong):
    with pytest.raises(ValueError, match="working_days must be"):
        deadline(NEW_YEAR, 14, wrong, ())
