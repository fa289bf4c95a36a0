# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How far a target was reached, in percent: advice beside the judgement.

PermenPANRB 6/2022 has no formula any more; the result rating is a judgement on the
whole. The percentage only helps to read a row of realisations and may be switched off.
The cap of 120 is the one of PP 30/2019 and PermenPANRB 8/2021.

>>> achievement(Decimal(40), None, Decimal(50), "higher")
Decimal('120')
"""

from decimal import Decimal, localcontext

from . import _CONTEXT, _known, _number

POLARITIES = ("higher", "lower", "range")
FULL = Decimal(100)


def achievement(
    target_min: Decimal | int | None,
    target_max: Decimal | int | None,
    actual: Decimal | int | None,
    polarity: str,
    cap: Decimal | int = Decimal(120),
) -> Decimal | None:
    """Return the achievement in percent, from 0 to the cap, not rounded.

    `higher` is better: 100 x actual / min. `lower` is better: 100 x (2 - actual / max).
    `range` is 100 between min and max, edges included, and falls on both sides. A
    reference of 0 cannot divide: 100 if it is met, else 0. None if nothing is reported.

    :param target_min: at least 0 in the unit of the target; for higher and range
    :param target_max: the same; for lower and range
    :param actual: realisation in the same unit; polarity: key of POLARITIES
    :param cap: highest percentage, at least 0
    :raises ValueError: unknown polarity, missing or negative target or cap, min above
        max, a number that is not finite or not a Decimal or int

    >>> achievement(Decimal(40), None, Decimal(30), "higher")
    Decimal('75')
    >>> achievement(None, Decimal(10), Decimal(12), "lower")
    Decimal('80.0')
    >>> achievement(Decimal(40), None, None, "higher") is None
    True

    Source: house formula, none in PermenPANRB 6/2022; cap 120 from PP 30/2019 (M)
    """
    _known(polarity, POLARITIES, "polarity")
    least = _target(target_min, "target_min", needed=polarity != "lower")
    most = _target(target_max, "target_max", needed=polarity != "higher")
    if least is not None and most is not None and least > most:
        raise ValueError(f"target_min {least} is above target_max {most}")
    limit = _target(cap, "cap", needed=True)
    if actual is None:
        return None
    value = _number(actual, "actual")
    with localcontext(_CONTEXT):
        return min(max(_percent(polarity, least, most, value), Decimal(0)), limit)


def _target(value: Decimal | int | None, what: str, needed: bool) -> Decimal | None:
    if value is None:
        if needed:
            raise ValueError(f"{what} is missing")
        return None
    number = _number(value, what)
    if number < 0:
        raise ValueError(f"{what} must not be negative, not {value}")
    return number


def _percent(
    polarity: str, least: Decimal | None, most: Decimal | None, actual: Decimal
) -> Decimal:
    if polarity == "higher":
        return _more_is_better(least, actual)
    if polarity == "lower":
        return _less_is_better(most, actual)
    if actual < least:
        return _more_is_better(least, actual)
    if actual > most:
        return _less_is_better(most, actual)
    return FULL


def _more_is_better(reference: Decimal, actual: Decimal) -> Decimal:
    if reference == 0:
        return FULL if actual >= 0 else Decimal(0)
    return FULL * actual / reference


def _less_is_better(reference: Decimal, actual: Decimal) -> Decimal:
    if reference == 0:
        return FULL if actual <= 0 else Decimal(0)
    return FULL * (2 - actual / reference)
