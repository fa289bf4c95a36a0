# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the figures suggest to an assessor: advice, which is off by default.

PermenPANRB 6/2022 has no formula for a rating; the assessor judges as a whole. Some
agencies publish thresholds of their own (one: 90 and 70, another: above 100 and 90),
so the thresholds are arguments here and settings of the period.

>>> suggested_result([Decimal(104), Decimal(98)], Decimal(100), Decimal(90)).rating
'above'
"""

from collections.abc import Iterable
from decimal import Decimal, localcontext
from typing import NamedTuple

from . import _CONTEXT, RATINGS, _known, _number

FAR = 2


class Suggestion(NamedTuple):
    """A suggested rating with what it rests on; None where nothing was reported.

    >>> Suggestion("meets", Decimal(95), 2, 3).counted
    2

    Source: house advice, none in PermenPANRB 6/2022 (M)
    """

    rating: str | None
    mean: Decimal | None
    counted: int
    total: int


def suggested_result(
    achievements: Iterable[Decimal | int | None],
    above_from: Decimal | int,
    meets_from: Decimal | int,
) -> Suggestion:
    """Return what the mean of the reported achievements suggests for the work result.

    :param achievements: percent for each indicator; None where there is no figure
    :param above_from: from this mean on `above`; meets_from: from this one on `meets`
    :raises ValueError: a number that is not finite or negative, thresholds crossed

    >>> suggested_result([Decimal(80), None], Decimal(100), Decimal(90))
    Suggestion(rating='below', mean=Decimal('80'), counted=1, total=2)
    >>> suggested_result([None], Decimal(100), Decimal(90)).rating is None
    True

    Source: house advice, thresholds as agencies publish them, a setting (M)
    """
    above, meets = _number(above_from, "above_from"), _number(meets_from, "meets_from")
    if not 0 <= meets <= above:
        raise ValueError(f"thresholds {meets} and {above} are negative or crossed")
    figures = list(achievements)
    reported = [
        _number(figure, "achievement") for figure in figures if figure is not None
    ]
    if any(figure < 0 for figure in reported):
        raise ValueError("an achievement must not be negative")
    if not reported:
        return Suggestion(None, None, 0, len(figures))
    with localcontext(_CONTEXT):
        mean = sum(reported, Decimal(0)) / len(reported)
    rating = "above" if mean >= above else "meets" if mean >= meets else "below"
    return Suggestion(rating, mean, len(reported), len(figures))


def suggested_behaviour(ratings: Iterable[str]) -> str | None:
    """Return the middle one of the ratings of the core values; None without any.

    Between two, the lower one: a high rating of the whole needs more than half.

    :param ratings: keys of RATINGS, one for each value that was rated
    :raises ValueError: an unknown rating

    >>> suggested_behaviour(["above", "above", "meets"])
    'above'
    >>> suggested_behaviour(["above", "meets"])
    'meets'

    Source: house advice, none in PermenPANRB 6/2022 (M)
    """
    ordered = sorted(
        RATINGS.index(_known(rating, RATINGS, "rating of a value"))
        for rating in ratings
    )
    return RATINGS[ordered[len(ordered) // 2]] if ordered else None


def is_far(chosen: str, suggested: str | None) -> bool:
    """Return whether a rating is so far from the suggestion that it asks for a reason.

    :raises ValueError: an unknown rating

    >>> is_far("above", "below")
    True
    >>> is_far("above", "meets")
    False

    Source: house advice, none in PermenPANRB 6/2022 (M)
    """
    _known(chosen, RATINGS, "rating")
    if suggested is None:
        return False
    _known(suggested, RATINGS, "suggested rating")
    return abs(RATINGS.index(chosen) - RATINGS.index(suggested)) >= FAR


def needs_reason(rating: str) -> bool:
    """Return whether the rating of a core value has to be explained.

    :raises ValueError: an unknown rating

    >>> needs_reason("below"), needs_reason("meets")
    (True, False)

    Source: house rule, behaviour is judged on what was seen (M)
    """
    return _known(rating, RATINGS, "rating of a value") != "meets"
