# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The days for plans, a setting of the agency; what officers mend beside the flow."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_rules.correction import ACTS, allowed_acts
from kinerja_rules.window import days_late, last_day, refusal
from kinerja_rules.workflow import ROLES, STATES

YEAR = date(2026, 1, 1)
UNTIL = date(2026, 1, 31)
CASES = [
    # until, begin, days, allowed, last day
    (UNTIL, YEAR, 30, None, UNTIL),
    (UNTIL, date(2025, 6, 1), 30, None, UNTIL),
    (UNTIL, date(2026, 1, 2), 30, None, UNTIL),
    (UNTIL, date(2026, 1, 3), 30, None, date(2026, 2, 1)),
    (UNTIL, date(2026, 6, 1), 30, None, date(2026, 6, 30)),
    (UNTIL, date(2026, 6, 1), 1, None, date(2026, 6, 1)),
    (UNTIL, date(2026, 6, 1), 0, None, UNTIL),
    (UNTIL, YEAR, 30, date(2026, 3, 1), date(2026, 3, 1)),
    (UNTIL, YEAR, 30, date(2026, 1, 20), UNTIL),
    (UNTIL, date(2026, 6, 1), 30, date(2026, 6, 5), date(2026, 6, 30)),
    (None, date(2026, 6, 1), 30, date(2026, 6, 5), None),
]
days = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@pytest.mark.parametrize(("until", "begin", "count", "allowed", "expected"), CASES)
def test_last_day(until, begin, count, allowed, expected):
    assert last_day(until, YEAR, begin, count, allowed) == expected


@given(days, days, days, st.integers(0, 366))
def test_a_permission_and_a_later_beginning_never_shorten_the_window(
    until, begin, allowed, count
):
    last = last_day(until, YEAR, begin, count)
    assert last >= until
    assert last_day(until, YEAR, begin, count, allowed) == max(last, allowed)


@given(days, days)
def test_late_begins_the_day_after(today, last):
    assert days_late(today, last) == max((today - last).days, 0)
    assert (refusal(today, None, last, "refuse") == "late") == (today > last)
    assert refusal(today, None, last, "mark") is None


@pytest.mark.parametrize("rule", ["refuse", "mark"])
def test_nobody_is_early_on_the_first_day(rule):
    first = date(2025, 12, 15)
    assert refusal(first - timedelta(days=1), first, UNTIL, rule) == "early"
    assert refusal(first, first, UNTIL, rule) is None
    assert refusal(date(1999, 1, 1), None, None, rule) is None


@pytest.mark.parametrize(
    "call",
    [
        lambda: last_day(datetime(2026, 1, 1), YEAR, YEAR, 30),
        lambda: last_day(UNTIL, YEAR, datetime(2026, 1, 1), 30),
        lambda: last_day(UNTIL, YEAR, YEAR, -1),
        lambda: last_day(UNTIL, YEAR, YEAR, True),
        lambda: last_day(UNTIL, "2026", YEAR, 1),
        lambda: days_late("today", UNTIL),
        lambda: refusal(YEAR, None, None, "whatever"),
    ],
)
def test_nonsense_is_refused(call):
    with pytest.raises(ValueError, match=r"."):
        call()


@pytest.mark.parametrize("state", STATES["skp"])
@pytest.mark.parametrize("role", ROLES)
def test_only_officers_and_managers_mend(state, role):
    expected = {
        "draft": ("allow_late", "reassign"),
        "submitted": ("reassign",),
        "reviewed": ("reassign",),
        "agreed": ("reassign",),
    }.get(state, ())
    may = role in ("officer", "manager")
    assert allowed_acts(state, {role}) == (expected if may else ())
    assert allowed_acts(state, {role, "employee"}) == ()


def test_unknown_states_and_roles_are_refused():
    assert set(ACTS) == {"allow_late", "reassign"}
    for state, roles in (("lost", {"officer"}), ("draft", {"king"})):
        with pytest.raises(ValueError, match="unknown"):
            allowed_acts(state, roles)
