# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Mean of few answers, pulled towards the mean of the service (house rule)."""

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citizen_rules.shrinkage import shrunk_mean

D = Decimal
CASES = [
    # scores, prior mean, k, result
    ([], D("3.4"), 20, D("3.4")),
    ([4], D("3.4"), 20, D("72") / 21),
    ([4] * 20, D(3), 20, D("3.5")),
    ([1] + [4] * 9, D("3.4"), 20, D("3.5")),
    ([4, 2], D(1), 0, D(3)),
    ([D("3.5"), D("2.5")], D(3), D("2.5"), D(3)),
    ([4, 4], 3, 2, D("3.5")),
]
scores_of_officer = st.lists(st.integers(1, 4), min_size=1, max_size=100)
means = st.decimals(1, 4, places=3)


@pytest.mark.parametrize(("scores", "prior_mean", "k", "expected"), CASES)
def test_shrunk_mean(scores, prior_mean, k, expected):
    result = shrunk_mean(scores, prior_mean, k)
    assert isinstance(result, Decimal)
    assert result == expected


def test_default_weight_of_the_prior_mean_is_20_answers():
    assert shrunk_mean([4] * 20, D(2)) == 3


@pytest.mark.parametrize(("n", "moved"), [(5, "0.10"), (10, "0.08"), (30, "0.05")])
def test_one_bad_answer_moves_little(n, moved):
    kept = shrunk_mean([D("3.5")] * n, D("3.5"))
    hurt = shrunk_mean([D("3.5")] * (n - 1) + [1], D("3.5"))
    assert round(kept - hurt, 2) == D(moved)


@given(scores_of_officer, means, st.integers(0, 60))
def test_result_lies_between_mean_and_prior(scores, prior_mean, k):
    result = shrunk_mean(scores, prior_mean, k)
    mean = D(sum(scores)) / len(scores)
    low, high = sorted((mean, prior_mean))
    assert low - D("1E-20") <= result <= high + D("1E-20")


@given(scores_of_officer, means, st.integers(1, 60))
def test_more_weight_brings_it_nearer_to_the_prior(scores, prior_mean, k):
    near = abs(shrunk_mean(scores, prior_mean, k + 1) - prior_mean)
    assert near <= abs(shrunk_mean(scores, prior_mean, k) - prior_mean) + D("1E-20")


def test_result_does_not_depend_on_the_context_of_the_caller():
    with localcontext() as context:
        context.prec = 3
        result = shrunk_mean([4, 3, 3], D("3.4567"))
    assert result == D("79.134") / 23


@pytest.mark.parametrize(
    "wrong", [D("NaN"), D("Infinity"), 3.5, float("nan"), True, None, "3"]
)
def test_wrong_number_is_refused(wrong):
    with pytest.raises(ValueError, match="score must be"):
        shrunk_mean([3, wrong], D(3))
    with pytest.raises(ValueError, match="prior_mean must be"):
        shrunk_mean([3], wrong)
    with pytest.raises(ValueError, match="k must be"):
        shrunk_mean([3], D(3), wrong)


def test_negative_weight_is_refused():
    with pytest.raises(ValueError, match="k must not be negative"):
        shrunk_mean([3], D(3), -1)


def test_nothing_at_all_has_no_mean():
    with pytest.raises(ValueError, match="k must be above 0"):
        shrunk_mean([], D(3), 0)
