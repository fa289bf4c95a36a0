# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Percentages of the pay supplement by predicate, from the agency's own table."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from kinerja_rules import PREDICATES
from kinerja_rules.pay import deciding, percent

# Kepsekjen Kemnaker 82/2025, as an example
TABLE = dict(zip(PREDICATES, (100, 100, 85, 60, 60), strict=True))
QUARTERS = [date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30)]


@pytest.mark.parametrize(("predicate", "expected"), [*TABLE.items(), (None, None)])
def test_percent(predicate, expected):
    assert percent(TABLE, predicate) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 2, 28), None),
        (date(2026, 3, 31), date(2026, 3, 31)),
        (date(2026, 5, 31), date(2026, 3, 31)),
        (date(2026, 12, 31), date(2026, 9, 30)),
    ],
)
def test_the_last_interval_that_has_ended_decides(day, expected):
    assert deciding(QUARTERS, day) == expected
    assert deciding(reversed(QUARTERS), day) == expected


def test_months_decide_on_themselves():
    ends = [date(2026, 1, 31), date(2026, 2, 28)]
    assert deciding(ends, date(2026, 2, 28)) == date(2026, 2, 28)
    assert deciding([], date(2026, 2, 28)) is None


@pytest.mark.parametrize(
    "call",
    [
        lambda: percent(TABLE, "best"),
        lambda: percent({}, "good"),
        lambda: percent({"good": 100.0}, "good"),
        lambda: percent({"good": -1}, "good"),
        lambda: percent({"good": Decimal("200.01")}, "good"),
        lambda: percent({"good": Decimal("NaN")}, "good"),
        lambda: deciding([datetime(2026, 1, 1)], date(2026, 1, 1)),
        lambda: deciding([], "2026-01-01"),
    ],
)
def test_bad_input_is_refused(call):
    with pytest.raises(ValueError, match="."):
        call()
