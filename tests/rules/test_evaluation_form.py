# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Head and foot of the printed evaluation: PermenPANRB 6/2022, Lampiran."""

import pytest

from kinerja_rules.evaluation_form import (
    evaluation_titles,
    period_words,
    signature_numbers,
)


def read(kind, month):
    return [text for text, struck in period_words(kind, month) if not struck]


@pytest.mark.parametrize(
    ("month", "quarter"), [(1, "I"), (3, "I"), (4, "II"), (9, "III"), (12, "IV")]
)
def test_the_quarter_that_applies_is_left(month, quarter):
    assert read("quarter", month) == ["TRIWULAN", quarter]
    assert len(period_words("quarter", month)) == 6


def test_the_year_leaves_its_end_alone():
    assert read("annual", 1) == ["AKHIR"]


def test_each_month_has_its_name():
    assert read("month", 1) == ["BULAN JANUARI"]
    assert read("month", 12) == ["BULAN DESEMBER"]


@pytest.mark.parametrize(
    ("kind", "month"), [("week", 1), ("month", 0), ("month", 13), ("quarter", True)]
)
def test_other_periods_are_refused(kind, month):
    with pytest.raises(ValueError, match="kind of interval|month"):
        period_words(kind, month)


def test_titles_name_approach_and_subject():
    assert "PIMPINAN TINGGI" in evaluation_titles("quantitative", "jpt_madya")[2]
    with pytest.raises(ValueError, match="approach"):
        evaluation_titles("both", None)
    with pytest.raises(ValueError, match="is_feedback"):
        evaluation_titles("quantitative", None, is_feedback=1)


def test_an_objection_moves_the_signatures():
    assert signature_numbers(True) == (10, 11)
    with pytest.raises(ValueError, match="has_objection"):
        signature_numbers(None)
