# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The distribution pattern of predicates that follows from the organisation's rating.

PermenPANRB 6/2022 (p. 94) draws a shape for each organisation rating and BKN calls it
guidance. The numbers below are the relative heights of a form in use, they are not
law: an agency may set its own, and a departure is a warning, never a block.

>>> expected("good", 24)["good"]
11
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import NamedTuple

from . import ORGANISATION_RATINGS, PREDICATES, _known, _number, _whole

# Relative heights in the order of PREDICATES, best first.
HEIGHTS: Mapping[str, tuple[int, ...]] = {
    "outstanding": (13, 7, 3, 1, 0),
    "good": (2, 11, 6, 3, 2),
    "needs_improvement": (3, 4, 10, 4, 3),
    "poor": (2, 3, 6, 11, 2),
    "very_poor": (0, 1, 3, 7, 13),
}


class Finding(NamedTuple):
    """A predicate whose number of people differs from the pattern."""

    predicate: str
    expected: int
    actual: int


def expected(
    rating: str,
    headcount: int,
    pattern: Mapping[str, Decimal | int] | None = None,
) -> dict[str, int]:
    """Return how many people the pattern expects in each predicate.

    Largest remainder method: whole people, whose sum is the headcount. Of two equal
    remainders the better predicate gets the person.

    :param rating: key of ORGANISATION_RATINGS
    :param headcount: people in the unit, at least 0
    :param pattern: weight of each of the five predicates instead of the sample heights;
        at least 0, not all 0, in any unit
    :return: {predicate: people} with all five keys, best first
    :raises ValueError: unknown rating or predicate, incomplete pattern, negative number

    >>> expected("outstanding", 10)
    {'very_good': 6, 'good': 3, 'needs_improvement': 1, 'poor': 0, 'very_poor': 0}

    Source: PermenPANRB 6/2022, distribution pattern, p. 94; heights from a form (C2)
    """
    weights = _weights(rating, pattern)
    people = _whole(headcount, "headcount")
    total = sum(weights.values())
    shares = {key: people * weight / total for key, weight in weights.items()}
    whole = {key: floor(share) for key, share in shares.items()}
    # sorted() is stable and PREDICATES starts with the best: ties go to the better.
    by_remainder = sorted(PREDICATES, key=lambda key: whole[key] - shares[key])
    for key in by_remainder[: people - sum(whole.values())]:
        whole[key] += 1
    return whole


def deviations(
    rating: str,
    counts: Mapping[str, int],
    pattern: Mapping[str, Decimal | int] | None = None,
) -> list[Finding]:
    """Return the predicates whose number of people differs from the pattern.

    :param rating: key of ORGANISATION_RATINGS
    :param counts: {predicate: people}, a missing predicate counts 0
    :param pattern: as in :func:`expected`
    :return: findings, best predicate first; empty when the unit follows the pattern
    :raises ValueError: unknown rating or predicate, incomplete pattern, negative number

    >>> deviations("outstanding", {"very_good": 7, "good": 3})
    [Finding(predicate='very_good', expected=6, actual=7), \
Finding(predicate='needs_improvement', expected=1, actual=0)]

    Source: PermenPANRB 6/2022, distribution pattern, p. 94; heights from a form (C2)
    """
    for key, people in counts.items():
        _known(key, PREDICATES, "predicate")
        _whole(people, f"people with predicate {key}")
    plan = expected(rating, sum(counts.values()), pattern)
    return [
        Finding(key, plan[key], counts.get(key, 0))
        for key in PREDICATES
        if plan[key] != counts.get(key, 0)
    ]


def _weights(
    rating: str, pattern: Mapping[str, Decimal | int] | None
) -> dict[str, Fraction]:
    _known(rating, ORGANISATION_RATINGS, "organisation rating")
    if pattern is None:
        pattern = dict(zip(PREDICATES, HEIGHTS[rating], strict=True))
    if set(pattern) != set(PREDICATES):
        raise ValueError("a pattern has a weight for each of the five predicates")
    weights = {key: _number(pattern[key], f"weight of {key}") for key in PREDICATES}
    if min(weights.values()) < 0 or not any(weights.values()):
        raise ValueError("weights of a pattern are at least 0 and not all 0")
    return {key: Fraction(weight) for key, weight in weights.items()}
