# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The numeric appraisal of PP 30/2019 Pasal 41, kept to read documents of the past.

PermenPANRB 6/2022 replaced it: nothing here may decide a predicate of today.

>>> predicate(score(Decimal(100), Decimal(90), peers_used=False), innovation=False)
'good'
"""

from collections.abc import Mapping
from decimal import Decimal, localcontext

from . import _CONTEXT, _flag, _number

HIGHEST = Decimal(120)
# peers_used: (weight of the results, weight of the behaviour)
WEIGHTS: Mapping[bool, tuple[Decimal, Decimal]] = {
    False: (Decimal("0.7"), Decimal("0.3")),
    True: (Decimal("0.6"), Decimal("0.4")),
}
# Lowest score of the bands that need nothing but the score.
BANDS: tuple[tuple[int, str], ...] = (
    (90, "good"),
    (70, "needs_improvement"),
    (50, "poor"),
    (0, "very_poor"),
)


def score(
    results: Decimal | int, behaviours: Decimal | int, peers_used: bool
) -> Decimal:
    """Return the score of an employee from 0 to 120, not rounded.

    Results count 70 % and behaviours 30 %; where the agency asks peers and subordinates
    about behaviour, 60 % and 40 %.

    :param results: value of the work results, at least 0; counts to 120 at most
    :param behaviours: value of the behaviours, 0 to 120
    :param peers_used: True when peers and subordinates were asked
    :raises ValueError: out of range, not finite, not a Decimal or int

    >>> score(Decimal(100), Decimal(80), peers_used=False)
    Decimal('94.0')
    >>> score(Decimal(100), Decimal(80), peers_used=True)
    Decimal('92.0')

    Source: PP 30/2019, Pasal 41(2)-(4) (C1)
    """
    result_value = min(_points(results, "results", None), HIGHEST)
    behaviour_value = _points(behaviours, "behaviours", HIGHEST)
    result_weight, behaviour_weight = WEIGHTS[_flag(peers_used, "peers_used")]
    with localcontext(_CONTEXT):
        return result_weight * result_value + behaviour_weight * behaviour_value


def predicate(score: Decimal | int, innovation: bool) -> str:
    """Return the predicate that a score had under the old rule.

    :param score: 0 to 120
    :param innovation: True when the employee created a new idea or way of working that
        benefits organisation or state; without it 110 and more is still good
    :return: key of PREDICATES; needs_improvement stands for the old word Cukup
    :raises ValueError: out of range, not finite, not a Decimal or int

    >>> predicate(Decimal(110), innovation=True)
    'very_good'
    >>> predicate(Decimal("89.99"), innovation=False)
    'needs_improvement'

    Source: PP 30/2019, Pasal 41(5), bands from 70 (C1)
    Source: PP 30/2019, bands below 70 (M)
    """
    points = _points(score, "score", HIGHEST)
    if _flag(innovation, "innovation") and points >= 110:
        return "very_good"
    return next(key for lowest, key in BANDS if points >= lowest)


def _points(value: Decimal | int, what: str, most: Decimal | None) -> Decimal:
    points = _number(value, what)
    if points < 0 or (most is not None and points > most):
        raise ValueError(f"{what} is out of range: {value}")
    return points
