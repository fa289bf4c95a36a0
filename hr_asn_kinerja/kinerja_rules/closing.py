# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the end of an interval and of a year asks for.

The annual predicate is a judgement on the year, never a mean of its intervals
(PermenPANRB 6/2022). What is counted here from the intervals is a figure that the
employee may take over as the realisation of the year, and nothing more.

>>> annual_figure([Decimal(10), Decimal(12)], "quantity", "documents")
('sum', Decimal('22'))
"""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from . import _day, _known, _number, _whole

ASPECTS = ("quantity", "quality", "time", "cost")
# measures that say how much of something, so that a year does not add them up
SHARES = (
    "%",
    "‰",
    "persen",
    "percent",
    "permil",
    "indeks",
    "index",
    "nilai",
    "skor",
    "score",
    "skala",
    "level",
    "rasio",
    "ratio",
)


def adds_up(aspect: str, unit: str | None) -> bool:
    """Return whether the figures of the intervals add up to that of the year.

    Things that are counted do; shares, indices, times and costs per thing do not.

    :param aspect: key of ASPECTS
    :param unit: unit of measure in the words of the plan, empty if there is none
    :raises ValueError: unknown aspect

    >>> adds_up("quantity", "documents"), adds_up("quantity", "Persen (%)")
    (True, False)
    >>> adds_up("quality", "documents"), adds_up("quantity", None)
    (False, True)

    Source: advice of this product; no regulation says how a year adds up (M)
    """
    _known(aspect, ASPECTS, "aspect")
    words = (unit or "").lower().replace("(", " ").replace(")", " ").split()
    return aspect == "quantity" and not any(word in SHARES for word in words)


def annual_figure(
    figures: Sequence[Decimal], aspect: str, unit: str | None
) -> tuple[str, Decimal]:
    """Return ('sum' or 'last', figure) that may be proposed for the year.

    :param figures: what was reported, in the order of the intervals, at least one
    :param aspect: key of ASPECTS
    :param unit: unit of measure in the words of the plan
    :raises ValueError: no figure, a figure that is no finite number, unknown aspect

    >>> annual_figure([Decimal("80.5"), Decimal(90)], "quality", "%")
    ('last', Decimal('90'))

    Source: advice of this product; the annual evaluation is a judgement (M)
    """
    numbers = [_number(figure, "figure") for figure in figures]
    if not numbers:
        raise ValueError("there is no figure to go by")
    if adds_up(aspect, unit):
        return "sum", sum(numbers, Decimal(0))
    return "last", numbers[-1]


def fill_due(end: date, days: int) -> date:
    """Return the last day, inclusive, to hand in what was achieved in an interval.

    :param end: last day of the interval
    :param days: days after it, a setting of the period
    :raises ValueError: something that is not a date, days below 0

    >>> fill_due(date(2026, 3, 31), 10)
    datetime.date(2026, 4, 10)

    Source: setting of the agency; practice of agencies is day 1 to 10 (M)
    """
    return _day(end, "end") + timedelta(days=_whole(days, "days"))
