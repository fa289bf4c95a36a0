# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An achievement as one explained line: percent, what is counted, and its course."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_rules.explanation import CAP, DIRECTIONS, bars, explain

D = Decimal
CASES = [
    # target_min, target_max, actual, polarity, before -> percent, capped, before, way
    (D(100), None, D(90), "higher", D(84), ("90.0", False, "84.0", "up")),
    (D(100), None, D(84), "higher", D(90), ("84.0", False, "90.0", "down")),
    (D(100), None, D(90), "higher", None, ("90.0", False, None, None)),
    (D(100), None, None, "higher", D(84), (None, False, "84.0", None)),
    # what is shown alike is called alike
    (D(100), None, D("90.01"), "higher", D(90), ("90.0", False, "90.0", "same")),
    # more than the cap counts as the cap, and the line says so
    (D(100), None, D(130), "higher", D(125), ("120.0", True, "120.0", "same")),
    (D(100), None, D(120), "higher", None, ("120.0", False, None, None)),
    # a falling figure is a rising achievement where lower is better
    (None, D(10), D(9), "lower", D(12), ("110.0", False, "80.0", "up")),
    (D(40), D(60), D(50), "range", D(30), ("100.0", False, "75.0", "up")),
    (D(3), None, D(2), "higher", None, ("66.7", False, None, None)),
    (D(0), None, D(0), "higher", None, ("100.0", False, None, None)),
]
amounts = st.decimals(0, 10**9, places=4)


@pytest.mark.parametrize(
    ("target_min", "target_max", "actual", "polarity", "before", "expected"), CASES
)
def test_the_parts_of_the_line(
    target_min, target_max, actual, polarity, before, expected
):
    found = explain(target_min, target_max, actual, polarity, before)
    percent, is_capped, earlier, direction = expected
    assert found.percent == (D(percent) if percent else None)
    assert found.is_capped is is_capped
    assert found.before == (D(earlier) if earlier else None)
    assert found.direction == direction
    assert found.actual == actual


@given(amounts, amounts, amounts)
def test_the_direction_never_contradicts_what_is_shown(target, actual, before):
    found = explain(target, None, actual, "higher", before)
    assert found.direction in DIRECTIONS
    assert (found.direction == "up") == (found.percent > found.before)
    assert D(0) <= found.percent <= CAP


@pytest.mark.parametrize("wrong", [D("NaN"), D("Infinity"), 1.5, True, "90"])
def test_what_is_no_number_is_refused(wrong):
    with pytest.raises(ValueError, match="actual must be"):
        explain(D(100), None, wrong, "higher")
    with pytest.raises(ValueError, match="value must be"):
        bars([wrong])


def test_bars_begin_at_zero_and_keep_the_last_ones():
    assert bars([]) == ()
    assert bars([0, 0]) == (D(0), D(0))
    assert bars([D(-5), D(10)]) == (D(0), D(100))
    assert bars([None, None]) == (None, None)
    assert bars(range(1, 12), most=2) == (D("90.9"), D(100))
    assert len(bars(range(20))) == 8
    with pytest.raises(ValueError, match="most must be"):
        bars([1], most=0)


@given(st.lists(st.none() | amounts, max_size=12))
def test_no_bar_is_higher_than_the_chart(values):
    assert all(one is None or 0 <= one <= 100 for one in bars(values))
