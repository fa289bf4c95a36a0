# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Hints that somebody's ratings may say more about the rater than about the rated.

The regulation asks for an objective appraisal and names no test. So these are
questions to the superior of the assessor, never findings: all the same, far from the
peers, and led by the last weeks. Each threshold is a setting of the agency.

>>> is_uniform(["meets"] * 5)
True
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from . import RATINGS, _day, _known, _number, _whole

# As one agency prints them: 3, 2, 1.
POINTS = {"above": 3, "meets": 2, "below": 1}
LEAST = 5
DIFFERENCE = Decimal("0.75")
WEEKS = 4
SHARE = Decimal("0.6")


class Hint(NamedTuple):
    """What is noticed, the figure, and the figure it is compared with."""

    kind: str
    figure: Decimal
    other: Decimal


def mean_points(ratings: Sequence[str]) -> Decimal:
    """Return the mean of ratings as 3, 2 and 1, unrounded.

    :param ratings: at least one key of RATINGS
    :raises ValueError: unknown rating, or none

    >>> mean_points(["above", "meets"])
    Decimal('2.5')

    Source: print of one agency, inner number of the rating (C2)
    """
    _known_all(ratings)
    if not ratings:
        raise ValueError("there is no mean of no ratings")
    return Decimal(sum(POINTS[rating] for rating in ratings)) / len(ratings)


def is_uniform(ratings: Sequence[str], least: int = LEAST) -> bool:
    """Return whether enough people all have the same rating.

    :param ratings: one for each person
    :param least: with fewer people nothing is said
    :raises ValueError: unknown rating, least below 2

    >>> is_uniform(["above"] * 4), is_uniform(["above"] * 4 + ["meets"])
    (False, False)

    Source: PP 30/2019, Pasal 4, objective; the number is the product's (M)
    """
    _whole(least, "least", 2)
    _known_all(ratings)
    return len(ratings) >= least and len(set(ratings)) == 1


def distance(
    ratings: Sequence[str],
    peers: Sequence[str],
    difference: Decimal = DIFFERENCE,
    least: int = LEAST,
) -> Decimal | None:
    """Return how far the mean is from that of the peers, None when it is near.

    :param ratings: what the assessor gave, one for each person
    :param peers: what the other assessors gave
    :param difference: from which difference of the means on it is far, above 0
    :param least: with fewer people on either side nothing is said
    :return: positive when the assessor is milder than the peers
    :raises ValueError: unknown rating, difference not above 0, least below 2

    >>> distance(["above"] * 5, ["meets"] * 5)
    Decimal('1')
    >>> distance(["above"] * 5, ["above"] * 4 + ["meets"]) is None
    True

    Source: PP 30/2019, Pasal 4, objective; the number is the product's (M)
    """
    _whole(least, "least", 2)
    if _number(difference, "difference") <= 0:
        raise ValueError("the difference must be above 0")
    _known_all([*ratings, *peers])
    if min(len(ratings), len(peers)) < least:
        return None
    apart = mean_points(ratings) - mean_points(peers)
    return apart if abs(apart) >= difference else None


def recent_share(days: Iterable[date], end: date, weeks: int = WEEKS) -> Decimal | None:
    """Return which share of the notes on somebody's work is of the last weeks.

    :param days: the day of each note, up to the end
    :param end: last day of the interval
    :return: from 0 to 1 with two decimals; None without notes
    :raises ValueError: a day after the end, weeks below 1

    >>> recent_share([date(2026, 1, 5), date(2026, 3, 30)], date(2026, 3, 31))
    Decimal('0.50')

    Source: PP 30/2019, Pasal 4, measurable; the number is the product's (M)
    """
    _whole(weeks, "weeks", 1)
    first = _day(end, "end") - timedelta(weeks=weeks)
    noted = [_day(day, "day") for day in days]
    if any(day > end for day in noted):
        raise ValueError("a note is later than the end of the interval")
    if not noted:
        return None
    late = sum(day > first for day in noted)
    return (Decimal(late) / len(noted)).quantize(Decimal("0.01"))


def hints(
    ratings: Sequence[str],
    peers: Sequence[str],
    recent: Decimal | None = None,
    difference: Decimal = DIFFERENCE,
    share: Decimal = SHARE,
    least: int = LEAST,
) -> list[Hint]:
    """Return what the superior of an assessor may want to ask about.

    :param ratings: what the assessor gave, one for each person
    :param peers: what the other assessors gave
    :param recent: share of :func:`recent_share`; None: nothing is known of it
    :param difference: as in :func:`distance`
    :param share: from which share of the last weeks on they lead
    :param least: as in :func:`is_uniform`
    :return: kinds 'uniform', 'far' and 'recent', in this order
    :raises ValueError: as in the functions above

    >>> [hint.kind for hint in hints(["above"] * 5, ["meets"] * 6)]
    ['uniform', 'far']
    >>> hints(["above", "meets"], ["meets"], Decimal("0.7"))
    [Hint(kind='recent', figure=Decimal('0.7'), other=Decimal('0.6'))]

    Source: PP 30/2019, Pasal 4, objective; the numbers are the product's (M)
    """
    found = []
    if is_uniform(ratings, least):
        found.append(Hint("uniform", Decimal(len(ratings)), Decimal(least)))
    if distance(ratings, peers, difference, least) is not None:
        found.append(Hint("far", mean_points(ratings), mean_points(peers)))
    if recent is not None and _number(recent, "recent") >= _number(share, "share"):
        found.append(Hint("recent", recent, share))
    return found


def _known_all(ratings: Iterable[str]) -> None:
    for rating in ratings:
        _known(rating, RATINGS, "rating")
