# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How many people a yearly survey must ask: Krejcie and Morgan, 1970.

PermenPANRB 14/2017 uses their table for the satisfaction survey; the formula below
gives every row of it.

>>> sample_size(1000)
278
"""

from fractions import Fraction
from math import floor

from . import _whole

# Chi square for one degree of freedom at 95 %, share of the population, error.
CHI_SQUARE = Fraction("3.841")
SHARE = Fraction("0.5")
ERROR = Fraction("0.05")


def sample_size(population: int) -> int:
    """Return the number of respondents for a population of users of a service.

    :param population: people served in the period, at least 0
    :return: people to ask, rounded to nearest, at most the population
    :raises ValueError: not a whole number, or negative

    >>> [sample_size(people) for people in (10, 100, 10000)]
    [10, 80, 370]

    Source: PermenPANRB 14/2017, table of Krejcie and Morgan, article not seen (C2)
    """
    people = _whole(population, "population")
    spread = CHI_SQUARE * SHARE * (1 - SHARE)
    exact = spread * people / (ERROR**2 * (people - 1) + spread)
    return min(floor(exact + Fraction(1, 2)), people)
