# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The predicate of an employee: the performance quadrant of PermenPANRB 6/2022.

Two judgements of the assessor, on work result and on behaviour, name one cell of the
quadrant. There is no formula and no weight; the regulation abolished them.

>>> predicate("above", "meets")
'good'
"""

from collections.abc import Mapping

from . import RATINGS, _known

MATRIX: Mapping[tuple[str, str], str] = {
    # (work result, behaviour): predicate
    ("above", "below"): "poor",
    ("above", "meets"): "good",
    ("above", "above"): "very_good",
    ("meets", "below"): "poor",
    ("meets", "meets"): "good",
    ("meets", "above"): "good",
    ("below", "below"): "very_poor",
    ("below", "meets"): "needs_improvement",
    ("below", "above"): "needs_improvement",
}


def predicate(result: str, behaviour: str) -> str:
    """Return the predicate for a rating of the work result and one of the behaviour.

    :param result: key of RATINGS, rating hasil kerja
    :param behaviour: key of RATINGS, rating perilaku kerja
    :return: key of PREDICATES
    :raises ValueError: an unknown rating

    >>> predicate("above", "above")
    'very_good'
    >>> predicate("above", "below")
    'poor'

    Source: PermenPANRB 6/2022, performance quadrant, article not seen (C2)
    """
    _known(result, RATINGS, "rating of the work result")
    _known(behaviour, RATINGS, "rating of the behaviour")
    return MATRIX[result, behaviour]
