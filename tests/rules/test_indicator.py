# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Achievement of an indicator: house formula with the cap of PP 30/2019."""

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_rules.indicator import POLARITIES, achievement

D = Decimal
CASES = [
    # min, max, actual, polarity, percent
    (D(40), None, D(40), "higher", D(100)),
    (D(40), None, D(30), "higher", D(75)),
    (D(40), None, D(47), "higher", D("117.5")),
    (D(40), None, D(48), "higher", D(120)),
    (D(40), None, D(49), "higher", D(120)),
    (D(40), None, D(0), "higher", D(0)),
    (D(40), None, D(-5), "higher", D(0)),
    (D(40), D(80), D(60), "higher", D(120)),
    (40, None, 30, "higher", D(75)),
    (None, D(10), D(10), "lower", D(100)),
    (None, D(10), D(8), "lower", D(120)),
    (None, D(10), D("8.5"), "lower", D(115)),
    (None, D(10), D(5), "lower", D(120)),
    (None, D(10), D(12), "lower", D(80)),
    (None, D(10), D(20), "lower", D(0)),
    (None, D(10), D(21), "lower", D(0)),
    (D(5), D(10), D(11), "lower", D(90)),
    (D(90), D(100), D(90), "range", D(100)),
    (D(90), D(100), D(95), "range", D(100)),
    (D(90), D(100), D(100), "range", D(100)),
    (D(90), D(100), D(45), "range", D(50)),
    (D(90), D(100), D(110), "range", D(90)),
    (D(90), D(100), D(250), "range", D(0)),
    (D(50), D(50), D(50), "range", D(100)),
    # a reference of 0
    (D(0), None, D(0), "higher", D(100)),
    (D(0), None, D(7), "higher", D(100)),
    (D(0), None, D(-1), "higher", D(0)),
    (None, D(0), D(0), "lower", D(100)),
    (None, D(0), D(-1), "lower", D(100)),
    (None, D(0), D("0.01"), "lower", D(0)),
    (D(0), D(10), D(-1), "range", D(0)),
    (D(0), D(0), D(0), "range", D(100)),
    (D(0), D(0), D(1), "range", D(0)),
]
REFUSED = [
    # min, max, actual, polarity, cap, part of the message
    (None, D(10), D(5), "higher", D(120), "target_min is missing"),
    (D(10), None, D(5), "lower", D(120), "target_max is missing"),
    (None, D(10), D(5), "range", D(120), "target_min is missing"),
    (D(10), None, D(5), "range", D(120), "target_max is missing"),
    (None, None, None, "higher", D(120), "target_min is missing"),
    (D(11), D(10), D(5), "range", D(120), "above target_max"),
    (D(11), D(10), D(5), "higher", D(120), "above target_max"),
    (D(11), D(10), None, "lower", D(120), "above target_max"),
    (D(-1), None, D(5), "higher", D(120), "target_min must not be negative"),
    (None, D(-1), D(5), "lower", D(120), "target_max must not be negative"),
    (D(10), None, D(5), "higher", D(-1), "cap must not be negative"),
    (D(10), None, D(5), "higher", None, "cap is missing"),
    (D(10), None, D(5), "upper", D(120), "unknown polarity"),
    (D(10), None, D(5), None, D(120), "unknown polarity"),
    (D("NaN"), None, D(5), "higher", D(120), "target_min must be finite"),
    (None, D("Infinity"), D(5), "lower", D(120), "target_max must be finite"),
    (D(10), None, D("sNaN"), "higher", D(120), "actual must be finite"),
    (D(10), None, D("-Infinity"), "higher", D(120), "actual must be finite"),
    (D(10), None, D(5), "higher", D("Infinity"), "cap must be finite"),
    (D(10), None, 5.0, "higher", D(120), "actual must be a Decimal or an int"),
    (D(10), None, float("nan"), "higher", D(120), "actual must be a Decimal"),
    (D(10), None, True, "higher", D(120), "actual must be a Decimal or an int"),
    (D(10), None, "5", "higher", D(120), "actual must be a Decimal or an int"),
]
amounts = st.decimals(0, 10**12, places=2)


@pytest.mark.parametrize(("low", "high", "actual", "polarity", "percent"), CASES)
def test_achievement(low, high, actual, polarity, percent):
    result = achievement(low, high, actual, polarity)
    assert isinstance(result, Decimal)
    assert result == percent


@pytest.mark.parametrize(
    ("low", "high", "actual", "polarity", "cap", "message"), REFUSED
)
def test_wrong_argument_is_refused(low, high, actual, polarity, cap, message):
    with pytest.raises(ValueError, match=message):
        achievement(low, high, actual, polarity, cap)


@pytest.mark.parametrize("polarity", POLARITIES)
def test_nothing_reported_is_not_zero(polarity):
    assert achievement(D(1), D(2), None, polarity) is None


@pytest.mark.parametrize(
    ("cap", "percent"), [(D(100), D(100)), (150, D(150)), (D(200), D(175)), (0, D(0))]
)
def test_cap_is_a_setting(cap, percent):
    assert achievement(D(40), None, D(70), "higher", cap) == percent


def test_percent_is_not_rounded():
    assert achievement(D(3), None, D(1), "higher") == D(100) / D(3)


def test_result_does_not_depend_on_the_context_of_the_caller():
    with localcontext() as context:
        context.prec = 3
        assert achievement(D(7), None, D(3), "higher") > D("42.857142857142857142")


def test_absurd_numbers_stay_inside_the_limits():
    assert achievement(D("1E-999999"), None, D("1E+999999"), "higher") == 120
    assert achievement(None, D("1E-999999"), D("1E+999999"), "lower") == 0


@given(amounts, amounts, amounts, st.sampled_from(POLARITIES))
def test_percent_stays_between_zero_and_cap(one, other, actual, polarity):
    low, high = sorted((one, other))
    assert 0 <= achievement(low, high, actual, polarity) <= 120


@given(amounts, amounts, amounts)
def test_more_is_never_worse_and_never_better_the_other_way(target, one, other):
    less, more = sorted((one, other))
    assert achievement(target, None, less, "higher") <= achievement(
        target, None, more, "higher"
    )
    assert achievement(None, target, less, "lower") >= achievement(
        None, target, more, "lower"
    )
