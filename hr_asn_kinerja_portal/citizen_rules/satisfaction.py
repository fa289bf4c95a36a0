# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The index of public satisfaction (IKM) of PermenPANRB 14/2017.

Nine elements of equal weight, each answered from 1 to 4; the mean of the element means
times 25 is the converted index, which falls into a band from D to A.

>>> index([{"conduct": 4}, {"conduct": 3}]).grade
'B'
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import NamedTuple

from . import _CONTEXT, ELEMENTS, _known, _whole

LOWEST_SCORE, HIGHEST_SCORE = 1, 4
# From the scale 1 to 4 to the scale 25 to 100.
CONVERSION = 25
# Lowest converted index of each grade; the bands touch only after rounding to 0.01.
GRADES: tuple[tuple[Decimal, str], ...] = (
    (Decimal("88.31"), "A"),
    (Decimal("76.61"), "B"),
    (Decimal("65.00"), "C"),
    (Decimal("25.00"), "D"),
)


class Satisfaction(NamedTuple):
    """The index of a set of answers; without any answer only `n` is not None.

    `elements` holds the mean of each answered element, `index` is on the scale 1 to 4
    and not rounded, `converted` on 25 to 100 with two decimals, `n` the number of
    people who answered anything, `complete` whether all nine elements were answered.
    """

    elements: dict[str, Decimal] | None
    index: Decimal | None
    converted: Decimal | None
    grade: str | None
    n: int
    complete: bool | None


def index(answers: Iterable[Mapping[str, int | None]]) -> Satisfaction:
    """Return the satisfaction index of the answers.

    An answer need not name every element; None is the same as not named, and an answer
    that names none is not counted. An element that nobody answered shares its weight
    among the others.

    :param answers: one {element: 1..4} for each person
    :raises ValueError: unknown element, a score that is not a whole number 1 to 4

    >>> result = index([{"conduct": 3, "time": 2}, {"conduct": 4}])
    >>> result.elements
    {'time': Decimal('2'), 'conduct': Decimal('3.5')}
    >>> result.index, result.converted, result.grade, result.n, result.complete
    (Decimal('2.75'), Decimal('68.75'), 'C', 2, False)

    Source: PermenPANRB 14/2017, processing of the survey, article not seen (C2)
    """
    people = [given for given in map(_given, answers) if given]
    scores = {
        code: [given[code] for given in people if code in given] for code in ELEMENTS
    }
    means = {
        code: Fraction(sum(values), len(values))
        for code, values in scores.items()
        if values
    }
    if not means:
        return Satisfaction(None, None, None, None, 0, None)
    exact = sum(means.values()) / len(means)
    converted = _hundredths(exact * CONVERSION)
    return Satisfaction(
        elements={code: _decimal(mean) for code, mean in means.items()},
        index=_decimal(exact),
        converted=converted,
        grade=grade(converted),
        n=len(people),
        complete=len(means) == len(ELEMENTS),
    )


def grade(converted: Decimal) -> str:
    """Return the grade of a converted index that was rounded to 0.01.

    :param converted: 25.00 to 100.00 with at most two decimals
    :return: 'A', 'B', 'C' or 'D'
    :raises ValueError: out of range, not a Decimal, or more than two decimals, because
        a number between two bands has no grade

    >>> grade(Decimal("76.60")), grade(Decimal("76.61"))
    ('C', 'B')

    Source: PermenPANRB 14/2017, table of bands, article not seen (C2)
    """
    if not isinstance(converted, Decimal) or not converted.is_finite():
        raise ValueError(f"converted index must be a finite Decimal, not {converted!r}")
    if not 25 <= converted <= 100 or converted != _hundredths(Fraction(converted)):
        raise ValueError(f"no converted index with two decimals: {converted}")
    return next(key for lowest, key in GRADES if converted >= lowest)


def _given(answer: Mapping[str, int | None]) -> dict[str, int]:
    given = {}
    for code, score in answer.items():
        _known(code, ELEMENTS, "element of satisfaction")
        if score is not None:
            given[code] = _whole(score, f"score of {code}", LOWEST_SCORE, HIGHEST_SCORE)
    return given


def _decimal(exact: Fraction) -> Decimal:
    return _CONTEXT.divide(Decimal(exact.numerator), Decimal(exact.denominator))


def _hundredths(exact: Fraction) -> Decimal:
    return _CONTEXT.scaleb(Decimal(floor(exact * 100 + Fraction(1, 2))), -2)
