# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Pay supplement (TPP, tukin): the percentage that a predicate is worth.

Each agency fixes the percentages in a regulation of its own (Perbup, Kepsekjen), so
they come from a table of the agency; here is how such a table is read.

>>> percent({"good": Decimal(100), "poor": Decimal(60)}, "poor")
Decimal('60')
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from . import PREDICATES, _day, _known, _number

HIGHEST = Decimal(200)


def percent(
    table: Mapping[str, Decimal | int], predicate: str | None
) -> Decimal | None:
    """Return the percentage of a predicate, None while there is no predicate.

    :param table: percentage for each key of PREDICATES, 0 to 200
    :param predicate: key of PREDICATES, None when nothing was delivered: whether pay
        is held back then is for the agency to decide
    :raises ValueError: unknown predicate, not in the table, out of range, a float

    >>> percent({"good": 100}, None) is None
    True

    Source: PP 12/2019, Pasal 58, and Kepmendagri 900-4700/2020, TPP by regulation (C1)
    Source: Kepsekjen Kemnaker 82/2025, percentages by predicate as an example (C2)
    """
    if predicate is None:
        return None
    _known(predicate, PREDICATES, "predicate")
    if predicate not in table:
        raise ValueError(f"no percentage for {predicate!r}")
    value = _number(table[predicate], "percentage")
    if not 0 <= value <= HIGHEST:
        raise ValueError(f"percentage is out of range: {value}")
    return value


def deciding(ends: Iterable[date], day: date) -> date | None:
    """Return the end of the interval that decides on the pay of a month.

    It is the last one that has ended by the last day of the month: the month itself
    where months are evaluated, otherwise the last full quarter.

    :param ends: last days of the intervals
    :param day: last day of the month that is paid
    :return: None when no interval has ended by then
    :raises ValueError: not dates

    >>> deciding([date(2026, 3, 31), date(2026, 6, 30)], date(2026, 5, 31))
    datetime.date(2026, 3, 31)

    Source: practice of agencies, fixed by each agency's regulation (M)
    """
    _day(day, "day")
    return max((end for end in ends if _day(end, "end") <= day), default=None)
