# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Performance quadrant of PermenPANRB 6/2022."""

from itertools import product

import pytest

from kinerja_rules import PREDICATES, RATINGS
from kinerja_rules.predicate import MATRIX, predicate

QUADRANT = [
    # result, behaviour, predicate: PermenPANRB 6/2022
    ("above", "above", "very_good"),
    ("above", "meets", "good"),
    ("above", "below", "poor"),
    ("meets", "above", "good"),
    ("meets", "meets", "good"),
    ("meets", "below", "poor"),
    ("below", "above", "needs_improvement"),
    ("below", "meets", "needs_improvement"),
    ("below", "below", "very_poor"),
]


@pytest.mark.parametrize(("result", "behaviour", "expected"), QUADRANT)
def test_cell_of_quadrant(result, behaviour, expected):
    assert predicate(result, behaviour) == expected


def test_quadrant_has_a_cell_for_each_pair():
    assert set(MATRIX) == set(product(RATINGS, RATINGS))
    assert set(MATRIX.values()) == set(PREDICATES)


@pytest.mark.parametrize("behaviour", RATINGS)
def test_better_result_never_gives_worse_predicate(behaviour):
    ranks = [PREDICATES.index(predicate(result, behaviour)) for result in RATINGS]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize("result", RATINGS)
def test_better_behaviour_never_gives_worse_predicate(result):
    ranks = [PREDICATES.index(predicate(result, behaviour)) for behaviour in RATINGS]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize("wrong", ["", "Above", "good", None, 3, True, [], ("above",)])
def test_unknown_rating_is_refused(wrong):
    with pytest.raises(ValueError, match="unknown rating of the work result"):
        predicate(wrong, "meets")
    with pytest.raises(ValueError, match="unknown rating of the behaviour"):
        predicate("meets", wrong)
