# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Until when an employee may object to a delivered evaluation.

PP 30/2019 Pasal 59 gives 14 days after receipt, to the superior of the assessor. A
training module of one ministry counts working days, so the count is a setting.

>>> deadline(date(2026, 1, 30), 14, False, ())
datetime.date(2026, 2, 13)
"""

from collections.abc import Iterable
from datetime import date, timedelta

from . import _day, _flag, _whole

SATURDAY = 5


def deadline(
    received: date, days: int, working_days: bool, holidays: Iterable[date]
) -> date:
    """Return the last day, inclusive, on which an objection is in time.

    The day after receipt is day 1. Calendar days never shift, even when the last one is
    a holiday. Working days leave out Saturdays, Sundays and holidays.

    :param received: day of receipt in the agency's time zone
    :param days: length of the term, at least 1
    :param working_days: True counts working days, False calendar days
    :param holidays: public holidays; only looked at for working days
    :raises ValueError: days below 1, something that is not a date (a datetime is not)

    >>> deadline(date(2026, 5, 29), 2, True, [date(2026, 6, 1)])
    datetime.date(2026, 6, 3)

    Source: PP 30/2019, Pasal 59, 14 days after receipt (C1)
    Source: training module of a ministry, count of working days (C2)
    """
    _day(received, "received")
    _whole(days, "days", 1)
    free_days = frozenset(_day(day, "holiday") for day in holidays)
    if not _flag(working_days, "working_days"):
        return received + timedelta(days=days)
    last = received
    while days:
        last += timedelta(days=1)
        if last.weekday() < SATURDAY and last not in free_days:
            days -= 1
    return last
