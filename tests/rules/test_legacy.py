# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Numeric appraisal of the past: PP 30/2019 Pasal 41."""

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_rules import PREDICATES
from kinerja_rules.legacy import predicate, score

D = Decimal
SCORES = [
    # results, behaviours, peers used, score: Pasal 41(2)-(4)
    (D(100), D(80), False, D(94)),
    (D(100), D(80), True, D(92)),
    (D(80), D(100), False, D(86)),
    (D(80), D(100), True, D(88)),
    (D(0), D(0), False, D(0)),
    (D(120), D(120), True, D(120)),
    (D("88.88"), D("91.11"), False, D("89.549")),
    (100, 80, False, D(94)),
    # an achievement above the target counts to 120 at most
    (D("120.01"), D(100), False, D(114)),
    (D(300), D(100), True, D(112)),
]
BANDS = [
    # score, innovation, predicate: Pasal 41(5), below 70 from memory
    (D(120), True, "very_good"),
    (D(110), True, "very_good"),
    (D("109.99"), True, "good"),
    (D(120), False, "good"),
    (D(110), False, "good"),
    (D(90), True, "good"),
    (D(90), False, "good"),
    (D("89.99"), True, "needs_improvement"),
    (D(70), False, "needs_improvement"),
    (D("69.99"), False, "poor"),
    (D(50), False, "poor"),
    (D("49.99"), False, "very_poor"),
    (D(0), False, "very_poor"),
    (0, True, "very_poor"),
]
NOT_POINTS = [D(-1), D("-0.01"), D("NaN"), D("Infinity"), 90.0, True, None, "90"]
points = st.decimals(0, 120, places=2)


@pytest.mark.parametrize(("results", "behaviours", "peers_used", "value"), SCORES)
def test_score(results, behaviours, peers_used, value):
    result = score(results, behaviours, peers_used)
    assert isinstance(result, Decimal)
    assert result == value


@pytest.mark.parametrize(("value", "innovation", "key"), BANDS)
def test_predicate(value, innovation, key):
    assert predicate(value, innovation) == key


def test_score_does_not_depend_on_the_context_of_the_caller():
    with localcontext() as context:
        context.prec = 3
        assert score(D("88.88"), D("91.11"), False) == D("89.549")


@given(points, points, st.booleans())
def test_score_lies_between_its_parts(results, behaviours, peers_used):
    value = score(results, behaviours, peers_used)
    assert min(results, behaviours) <= value <= max(results, behaviours)


@given(points, points, st.booleans())
def test_higher_score_is_never_worse(one, other, innovation):
    lower, higher = sorted((one, other))
    ranks = [
        PREDICATES.index(predicate(value, innovation)) for value in (higher, lower)
    ]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize("wrong", NOT_POINTS)
def test_wrong_points_are_refused(wrong):
    with pytest.raises(ValueError, match="results"):
        score(wrong, D(100), False)
    with pytest.raises(ValueError, match="behaviours"):
        score(D(100), wrong, False)
    with pytest.raises(ValueError, match="score"):
        predicate(wrong, False)


@pytest.mark.parametrize("above", [D("120.01"), 121])
def test_only_results_may_exceed_120(above):
    with pytest.raises(ValueError, match="behaviours is out of range"):
        score(D(100), above, False)
    with pytest.raises(ValueError, match="score is out of range"):
        predicate(above, True)


@pytest.mark.parametrize("wrong", [None, 0, 1, "yes"])
def test_flags_are_said_clearly(wrong):
    with pytest.raises(ValueError, match="peers_used must be"):
        score(D(100), D(100), wrong)
    with pytest.raises(ValueError, match="innovation must be"):
        predicate(D(115), wrong)
