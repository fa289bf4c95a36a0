# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the intervals of a year propose for its annual evaluation."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from kinerja_rules import closing

D = Decimal


@pytest.mark.parametrize(
    ("aspect", "unit", "expected"),
    [
        ("quantity", "dokumen", True),
        ("quantity", "Laporan", True),
        ("quantity", "", True),
        ("quantity", None, True),
        ("quantity", "persen", False),
        ("quantity", "Persen (%)", False),
        ("quantity", "%", False),
        ("quantity", "Nilai SAKIP", False),
        # a word that only contains one of the measures is another word
        ("quantity", "penilaian", True),
        ("quality", "dokumen", False),
        ("time", "hari", False),
        ("cost", "rupiah", False),
    ],
)
def test_only_counted_things_add_up(aspect, unit, expected):
    assert closing.adds_up(aspect, unit) is expected


def test_counted_things_are_summed_exactly():
    figures = [D("0.1"), D("0.2"), 3]
    found = closing.annual_figure(figures, "quantity", "dokumen")
    assert found == ("sum", D("3.3"))


def test_a_share_keeps_its_last_figure():
    figures = [D(70), D(90), D(80)]
    assert closing.annual_figure(figures, "quantity", "persen") == ("last", D(80))


def test_zero_is_a_figure():
    assert closing.annual_figure([D(0)], "quantity", "dokumen") == ("sum", D(0))


@pytest.mark.parametrize("figures", [[], [D("NaN")], [D("Infinity")], [1.5], [True]])
def test_bad_figures_are_refused(figures):
    with pytest.raises(ValueError, match="figure"):
        closing.annual_figure(figures, "quantity", "dokumen")


def test_an_unknown_aspect_is_refused():
    with pytest.raises(ValueError, match="aspect"):
        closing.adds_up("beauty", "dokumen")


def test_the_last_day_counts():
    assert closing.fill_due(date(2026, 3, 31), 10) == date(2026, 4, 10)
    assert closing.fill_due(date(2026, 3, 31), 0) == date(2026, 3, 31)


@pytest.mark.parametrize(
    ("end", "days"),
    [(datetime(2026, 3, 31), 1), ("2026-03-31", 1), (date(2026, 3, 31), -1)],
)
def test_bad_days_are_refused(end, days):
    with pytest.raises(ValueError, match=r"end|days"):
        closing.fill_due(end, days)
