# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Credit (angka kredit) of functional positions, converted from the predicate.

PermenPANRB 1/2023 Pasal 36-37 gives the share of the yearly coefficient for each
predicate; the coefficients are in its Lampiran A and in PerBKN 3/2023.

>>> credit("good", "ahli_pertama", 12)
Decimal('12.500')
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from math import floor

from . import _CONTEXT, GRADES, PREDICATES, _known, _whole

COEFFICIENTS: Mapping[str, Decimal] = {
    "pemula": Decimal("3.75"),
    "terampil": Decimal("5"),
    "mahir": Decimal("12.5"),
    "penyelia": Decimal("25"),
    "ahli_pertama": Decimal("12.5"),
    "ahli_muda": Decimal("25"),
    "ahli_madya": Decimal("37.5"),
    "ahli_utama": Decimal("50"),
}
SHARE_PERCENT: Mapping[str, int] = {
    "very_good": 150,
    "good": 100,
    "needs_improvement": 75,
    "poor": 50,
    "very_poor": 25,
}


def coefficient(grade: str) -> Decimal:
    """Return the credit that a year in this grade is worth with predicate good.

    :param grade: key of GRADES
    :return: credit a year
    :raises ValueError: unknown grade

    >>> coefficient("ahli_madya")
    Decimal('37.5')

    Source: PermenPANRB 1/2023, Lampiran A; PerBKN 3/2023 (C2)
    """
    return COEFFICIENTS[_known(grade, GRADES, "grade")]


def credit_exact(predicate: str, grade: str, months: int) -> Fraction:
    """Return the unrounded credit, for callers that add several periods.

    :param predicate: key of PREDICATES
    :param grade: key of GRADES
    :param months: whole months in the grade and period, 1 to 12
    :return: credit as a fraction: twelve single months are exactly the year
    :raises ValueError: unknown predicate or grade, months out of range

    >>> credit_exact("very_good", "ahli_pertama", 1)
    Fraction(25, 16)
    >>> 3 * credit_exact("good", "pemula", 4) == credit_exact("good", "pemula", 12)
    True

    Source: PermenPANRB 1/2023, Pasal 36-37 for the shares (C1)
    Source: PerBKN 3/2023, proportion of months, article not seen (C2)
    """
    _known(predicate, PREDICATES, "predicate")
    share = Fraction(SHARE_PERCENT[predicate], 100)
    worked = Fraction(_whole(months, "months", 1, 12), 12)
    return worked * share * Fraction(coefficient(grade))


def rounded(exact: Fraction) -> Decimal:
    """Return a sum of exact credits with the three decimals that are stored.

    :param exact: credit, at least 0
    :return: credit rounded half up to 0.001
    :raises ValueError: not a Fraction, or negative

    >>> rounded(Fraction(25, 16))
    Decimal('1.563')

    Source: PerBKN 3/2023, three decimals as stored by implementations (C2)
    """
    if not isinstance(exact, Fraction) or exact < 0:
        raise ValueError(f"credit must be a Fraction of at least 0, not {exact!r}")
    return _CONTEXT.scaleb(Decimal(floor(exact * 1000 + Fraction(1, 2))), -3)


def credit(predicate: str, grade: str, months: int) -> Decimal:
    """Return the credit of one period, rounded once.

    :param predicate: key of PREDICATES
    :param grade: key of GRADES
    :param months: whole months in the grade and period, 1 to 12
    :return: credit rounded half up to 0.001
    :raises ValueError: unknown predicate or grade, months out of range

    >>> credit("needs_improvement", "ahli_madya", 12)
    Decimal('28.125')

    Source: PermenPANRB 1/2023, Pasal 36-37 for the shares (C1)
    Source: PerBKN 3/2023, proportion of months, article not seen (C2)
    """
    return rounded(credit_exact(predicate, grade, months))
