# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Until when an evaluation is handed over, and until when it is given back.

The form of the delivery (Format D.1.1) gives the assessor 14 working days and the
employee another 14. From when they count is not said there, so that is a setting: the
end of the interval (whoever never rates is late too) or the day of the rating.

>>> begin(date(2026, 3, 31), date(2026, 4, 7), "interval")
datetime.date(2026, 3, 31)
"""

from collections.abc import Iterable
from datetime import date

from . import _day, _known, objection

DELIVERY_DAYS = 14
RETURN_DAYS = 14
BEGINS = ("interval", "rating")


def begin(ended: date, rated: date | None, counted_from: str) -> date | None:
    """Return the day after which the days for the delivery count; None: not yet.

    A rating before the end of the interval starts nothing: no earlier than the end.

    :param ended: last day of what is evaluated
    :param rated: day of the rating, None as long as there is none
    :param counted_from: one of BEGINS
    :raises ValueError: not a date, unknown beginning

    >>> begin(date(2026, 3, 31), date(2026, 4, 7), "rating")
    datetime.date(2026, 4, 7)
    >>> begin(date(2026, 3, 31), None, "rating") is None
    True

    Source: Format D.1.1, delivery; its beginning is a setting of the agency (M)
    """
    _known(counted_from, BEGINS, "beginning of the days")
    _day(ended, "ended")
    if counted_from == "interval":
        return ended
    return None if rated is None else max(ended, _day(rated, "rated"))


def last_day(counted_from: date, days: int, holidays: Iterable[date]) -> date:
    """Return the last day, inclusive, to hand over or to give back: working days.

    >>> last_day(date(2026, 3, 31), 14, [date(2026, 4, 3)])
    datetime.date(2026, 4, 21)

    Source: Format D.1.1, 14 working days to deliver and 14 to give back (C2)
    """
    return objection.deadline(counted_from, days, True, holidays)


def days_late(last: date | None, day: date) -> int:
    """Return how many calendar days after the last one a day lies; 0 is in time.

    :param day: the day of the delivery, or today as long as there is none

    >>> days_late(date(2026, 4, 21), date(2026, 4, 21))
    0
    >>> days_late(date(2026, 4, 21), date(2026, 4, 23)), days_late(None, date.max)
    (2, 0)

    Source: Format D.1.1, 14 working days to deliver (C2)
    """
    _day(day, "day")
    return 0 if last is None else max((day - _day(last, "last")).days, 0)
