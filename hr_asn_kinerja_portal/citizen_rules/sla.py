# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Until when a complaint must be answered: the time limits of SP4N-LAPOR.

Perpres 76/2013 and PermenPANRB 62/2018 govern complaints; the limits are those that
government sites publish.

>>> due("first_response", date(2026, 11, 20), ())
datetime.date(2026, 11, 25)
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from . import _day, _known, _whole

SATURDAY = 5
WORKING_DAYS: Mapping[str, int] = {
    "first_response": 3,
    "information": 5,
    "simple": 14,
    "inspection": 60,
}


def due(
    kind: str,
    received: date,
    holidays: Iterable[date],
    *,
    working_days: int | None = None,
) -> date:
    """Return the last working day on which the step is in time.

    The first working day after receipt is day 1; Saturdays, Sundays and holidays do not
    count.

    :param kind: key of WORKING_DAYS
    :param received: day of receipt in the agency's time zone
    :param holidays: public holidays
    :param working_days: setting of the agency instead of the published limit, from 1
    :raises ValueError: unknown kind, something that is not a date (a datetime is not)

    >>> due("information", date(2026, 12, 23), [date(2026, 12, 25)])
    datetime.date(2026, 12, 31)

    Source: SP4N-LAPOR, published limits; PermenPANRB 62/2018, article not seen (C2)
    """
    limit = WORKING_DAYS[_known(kind, WORKING_DAYS, "kind of time limit")]
    if working_days is not None:
        limit = _whole(working_days, "working_days", 1)
    last = _day(received, "received")
    free_days = frozenset(_day(day, "holiday") for day in holidays)
    while limit:
        last += timedelta(days=1)
        if last.weekday() < SATURDAY and last not in free_days:
            limit -= 1
    return last
