# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Within which days a plan is handed in.

The regulation asks for plans at the beginning of the year and leaves the days to the
agency, so every number here is a setting of the period.

>>> last_day(date(2026, 1, 31), date(2026, 1, 1), date(2026, 6, 1), 30)
datetime.date(2026, 6, 30)
"""

from datetime import date, timedelta

from . import _day, _whole

# what the agency does with plans after the last day
LATE_RULES = ("refuse", "mark")


def last_day(
    until: date | None,
    period_from: date,
    begin: date,
    days: int,
    allowed: date | None = None,
) -> date | None:
    """Return the last day, inclusive, to hand in a plan; None where none is set.

    Whoever begins after the period has begun gets at least a number of days, the first
    day in office being day 1. A permission makes the last day later, never earlier.

    :param until: last day for everybody, None if the agency has set none
    :param period_from: first day of the period
    :param begin: first day of this person's plan
    :param days: days of those who begin later; 0 gives them nothing more
    :param allowed: until when an officer has allowed it
    :raises ValueError: something that is not a date, days below 0

    >>> last_day(date(2026, 1, 31), date(2026, 1, 1), date(2026, 1, 1), 30)
    datetime.date(2026, 1, 31)
    >>> last_day(date(2026, 1, 31), date(2026, 1, 1), date(2026, 1, 1), 30,
    ...          date(2026, 2, 5))
    datetime.date(2026, 2, 5)
    >>> last_day(None, date(2026, 1, 1), date(2026, 6, 1), 30) is None
    True

    Source: setting of the agency; PermenPANRB 6/2022 leaves the days open (M)
    """
    _day(begin, "begin")
    _day(period_from, "period_from")
    _whole(days, "days")
    if until is None:
        return None
    last = _day(until, "until")
    if begin > period_from and days:
        last = max(last, begin + timedelta(days=days - 1))
    return last if allowed is None else max(last, _day(allowed, "allowed"))


def days_late(today: date, last: date | None) -> int:
    """Return how many days the last day is over; 0 as long as it is not.

    >>> days_late(date(2026, 2, 3), date(2026, 1, 31))
    3
    >>> days_late(date(2026, 1, 31), date(2026, 1, 31)), days_late(date.max, None)
    (0, 0)

    Source: setting of the agency (M)
    """
    _day(today, "today")
    return 0 if last is None else max((today - _day(last, "last")).days, 0)


def refusal(
    today: date, first: date | None, last: date | None, rule: str
) -> str | None:
    """Return why a plan is not taken today: 'early', 'late' or None.

    >>> refusal(date(2026, 2, 3), None, date(2026, 1, 31), "refuse")
    'late'
    >>> refusal(date(2026, 2, 3), None, date(2026, 1, 31), "mark") is None
    True
    >>> refusal(date(2025, 12, 1), date(2025, 12, 15), None, "mark")
    'early'

    Source: setting of the agency (M)
    """
    if rule not in LATE_RULES:
        raise ValueError(f"unknown rule for late plans: {rule!r}")
    if first is not None and _day(today, "today") < _day(first, "first"):
        return "early"
    return "late" if rule == "refuse" and days_late(today, last) else None
