# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An achievement as parts of one sentence, and its course over the intervals.

PermenPANRB 6/2022 asks for a judgement with the evidence beside it, so a bare
percentage says too little: what it was counted from and how it moved belong to it. The
words are put by whoever shows it, in the language of the reader.

>>> explain(Decimal(100), None, Decimal(90), "higher", Decimal(84)).direction
'up'
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from . import _number, _whole
from .indicator import achievement

CAP = Decimal(120)
DIRECTIONS = ("up", "same", "down")
STEP = Decimal("0.1")


class Explanation(NamedTuple):
    """What one line about an achievement says.

    `percent` and `before` are rounded to 0.1 and None where nothing is reported;
    `is_capped` tells that more was reached than is counted; `direction` is a key of
    DIRECTIONS, None without a figure on both sides.

    >>> Explanation(Decimal(90), Decimal("90.0"), False, None, None).percent
    Decimal('90.0')

    Source: house form of PermenPANRB 6/2022, realisation beside its evidence (M)
    """

    actual: Decimal | None
    percent: Decimal | None
    is_capped: bool
    before: Decimal | None
    direction: str | None


def explain(
    target_min: Decimal | int | None,
    target_max: Decimal | int | None,
    actual: Decimal | int | None,
    polarity: str,
    before: Decimal | int | None = None,
) -> Explanation:
    """Return the parts of the sentence about one realisation.

    Up and down speak of the achievement, not of the figure: where lower is better, a
    falling figure is a rising achievement. They compare what is shown, so two equal
    percentages are never called different.

    :param before: the realisation of the interval before, against the same target
    :raises ValueError: as `indicator.achievement`

    >>> explain(Decimal(100), None, Decimal(90), "higher", Decimal(84))[1:]
    (Decimal('90.0'), False, Decimal('84.0'), 'up')
    >>> explain(None, Decimal(10), Decimal(5), "lower")[1:]
    (Decimal('120.0'), True, None, None)

    Source: house form; the percentage is that of kinerja_rules.indicator (M)
    """
    percent = achievement(target_min, target_max, actual, polarity, CAP)
    uncapped = achievement(target_min, target_max, actual, polarity, _beyond())
    earlier = achievement(target_min, target_max, before, polarity, CAP)
    percent, earlier = _shown(percent), _shown(earlier)
    return Explanation(
        None if actual is None else _number(actual, "actual"),
        percent,
        uncapped is not None and uncapped > CAP,
        earlier,
        _direction(earlier, percent),
    )


def bars(
    values: Iterable[Decimal | int | None], most: int = 8
) -> tuple[Decimal | None, ...]:
    """Return the heights of a small chart, 0 to 100, of the last values.

    The baseline is zero, so that a small change never looks large; the highest value
    has 100. A gap stays None, a negative value stands on the baseline.

    :param values: oldest first; most: how many bars at most, at least 1
    :raises ValueError: a value that is not finite or not a Decimal or int

    >>> bars([Decimal(50), None, Decimal(100)])
    (Decimal('50.0'), None, Decimal('100.0'))

    Source: house form; a baseline of zero keeps bars honest (M)
    """
    limit = _whole(most, "most", 1)
    kept = list(values)[-limit:]
    numbers = [None if one is None else max(_number(one, "value"), 0) for one in kept]
    highest = max((one for one in numbers if one is not None), default=0)
    return tuple(
        None if one is None else _shown(one * 100 / highest if highest else Decimal(0))
        for one in numbers
    )


def _beyond() -> Decimal:
    # larger than any percentage that a figure of a plan can give
    return Decimal(10) ** 24


def _shown(percent: Decimal | None) -> Decimal | None:
    return None if percent is None else percent.quantize(STEP, ROUND_HALF_UP)


def _direction(before: Decimal | None, now: Decimal | None) -> str | None:
    if before is None or now is None:
        return None
    if now == before:
        return "same"
    return "up" if now > before else "down"
