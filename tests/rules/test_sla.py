# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Time limits of complaints: SP4N-LAPOR, working days."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citizen_rules.sla import WORKING_DAYS, due

MONDAY = date(2026, 11, 2)
FRIDAY = date(2026, 11, 6)
CASES = [
    # kind, received, holidays, last day
    ("first_response", MONDAY, (), date(2026, 11, 5)),
    ("first_response", FRIDAY, (), date(2026, 11, 11)),
    ("first_response", date(2026, 11, 7), (), date(2026, 11, 11)),
    ("first_response", date(2026, 11, 8), (), date(2026, 11, 11)),
    ("first_response", MONDAY, [date(2026, 11, 5)], FRIDAY),
    ("first_response", MONDAY, [date(2026, 11, 4), FRIDAY], date(2026, 11, 9)),
    ("first_response", MONDAY, [MONDAY], date(2026, 11, 5)),
    ("first_response", MONDAY, [date(2026, 11, 7)], date(2026, 11, 5)),
    ("information", MONDAY, (), date(2026, 11, 9)),
    ("simple", MONDAY, (), date(2026, 11, 20)),
    ("inspection", MONDAY, (), date(2027, 1, 25)),
    ("inspection", MONDAY, [date(2026, 12, 25), date(2027, 1, 1)], date(2027, 1, 27)),
]


@pytest.mark.parametrize(("kind", "received", "holidays", "last"), CASES)
def test_last_day(kind, received, holidays, last):
    assert due(kind, received, holidays) == last


def test_limits_of_each_kind():
    assert WORKING_DAYS == {
        "first_response": 3,
        "information": 5,
        "simple": 14,
        "inspection": 60,
    }


def test_agency_may_set_its_own_limit():
    assert due("simple", MONDAY, (), working_days=2) == date(2026, 11, 4)
    assert due("simple", MONDAY, (), working_days=1) == date(2026, 11, 3)


def test_holidays_may_come_from_a_generator():
    holidays = (day for day in [date(2026, 11, 5)])
    assert due("first_response", MONDAY, holidays) == FRIDAY


@given(
    st.sampled_from(sorted(WORKING_DAYS)),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    st.sets(st.dates(date(2000, 1, 1), date(2100, 12, 31)), max_size=40),
)
def test_term_ends_on_a_working_day_and_holds_that_many(kind, received, holidays):
    last = due(kind, received, holidays)
    span = [received + timedelta(days=n) for n in range(1, (last - received).days + 1)]
    working = [day for day in span if day.isoweekday() < 6 and day not in holidays]
    assert working[-1] == last
    assert len(working) == WORKING_DAYS[kind]


@pytest.mark.parametrize("kind", ["", "Simple", "complaint", None, 3, []])
def test_unknown_kind_is_refused(kind):
    with pytest.raises(ValueError, match="unknown kind of time limit"):
        due(kind, MONDAY, ())


@pytest.mark.parametrize("wrong", [datetime(2026, 11, 2, 9), "2026-11-02", None, 1])
def test_only_dates_are_taken(wrong):
    with pytest.raises(ValueError, match="received must be a date"):
        due("simple", wrong, ())
    with pytest.raises(ValueError, match="holiday must be a date"):
        due("simple", MONDAY, [wrong])


@pytest.mark.parametrize("wrong", [0, -1, 3.0, True, "3"])
def test_own_limit_is_whole_from_1(wrong):
    with pytest.raises(ValueError, match="working_days must be"):
        due("simple", MONDAY, (), working_days=wrong)
