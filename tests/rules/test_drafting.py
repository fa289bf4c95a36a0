# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Drafting faults: list of the audit unit of the Ministry of Religious Affairs."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_rules.drafting import (
    ACTIVITIES,
    ANNEXES,
    FIGURE_BOUND,
    PERCENT_BOUND,
    Fault,
    Indicator,
    Plan,
    Result,
    indicator_codes,
    is_activity,
    plan_faults,
    result_faults,
)

GOOD_INDICATOR = Indicator(Decimal(12), None, "dokumen")
GOOD_RESULT = Result("Tersusunnya laporan kinerja", "main", (GOOD_INDICATOR,))
GOOD_PLAN = Plan(
    "quantitative",
    date(2026, 1, 1),
    date(2026, 12, 31),
    date(2026, 1, 1),
    date(2026, 12, 31),
    "assessor",
    "assessor",
    frozenset(ANNEXES),
    (GOOD_RESULT,),
)
ACTIVE = ("Melaksanakan rapat", "  menyusun laporan", "- Membuat peta", "1) Mengikuti")
RESULTS = (
    "Terlaksananya rapat",
    "Meningkatnya kepuasan masyarakat",
    "Media informasi yang diperbarui",
    "Laporan yang disusun dengan melaksanakan reviu",
    "Membuatkan",
    "123",
    "",
)
#: target_min, target_max, unit, polarity, codes
FIGURES = [
    (12, None, "dokumen", "higher", ()),
    (12, None, "  ", "higher", ("no_unit",)),
    (0, None, "dokumen", "higher", ("no_target",)),
    (None, 12, "dokumen", "higher", ("no_target",)),
    (None, 0, "hari", "lower", ()),
    (None, None, "hari", "lower", ()),
    (0, 5, "hari", "range", ()),
    (0, 0, "hari", "range", ("no_target",)),
    (PERCENT_BOUND, None, "persen", "higher", ()),
    (PERCENT_BOUND + 1, None, "persen", "higher", ("absurd_percentage",)),
    (PERCENT_BOUND + 1, None, "% per triwulan", "higher", ("absurd_percentage",)),
    (PERCENT_BOUND + 1, None, "100%", "higher", ("absurd_percentage",)),
    (PERCENT_BOUND + 1, None, "Persen", "higher", ("absurd_percentage",)),
    (None, PERCENT_BOUND + 1, "persen", "lower", ("absurd_percentage",)),
    (1, PERCENT_BOUND + 1, "persen", "range", ("absurd_percentage",)),
    # a figure that the polarity does not use is not looked at
    (1, PERCENT_BOUND + 1, "persen", "higher", ()),
    (PERCENT_BOUND + 1, None, "dokumen", "higher", ()),
    (FIGURE_BOUND, None, "dokumen", "higher", ()),
    (FIGURE_BOUND + 1, None, "dokumen", "higher", ("absurd_figure",)),
    (FIGURE_BOUND + 1, None, "", "higher", ("no_unit", "absurd_figure")),
    (FIGURE_BOUND + 1, None, "Rp.", "higher", ()),
    (FIGURE_BOUND + 1, None, "rupiah", "higher", ()),
]


def codes(plan: Plan) -> list[str]:
    return [fault.code for fault in plan_faults(plan)]


@pytest.mark.parametrize("text", ACTIVE)
def test_activities(text):
    assert is_activity(text)


@pytest.mark.parametrize("text", RESULTS)
def test_results(text):
    assert not is_activity(text)


def test_an_agency_may_add_words():
    assert not is_activity("Monitoring loket")
    assert is_activity("Monitoring loket", ACTIVITIES | {"monitoring"})


@pytest.mark.parametrize(("low", "high", "unit", "polarity", "expected"), FIGURES)
def test_figures(low, high, unit, polarity, expected):
    figures = [None if one is None else Decimal(one) for one in (low, high)]
    indicator = Indicator(*figures, unit, polarity)
    assert indicator_codes(indicator, "quantitative") == expected


@pytest.mark.parametrize(
    ("words", "expected"), [("Tuntas pada Mei", ()), (" \n ", ("no_words",))]
)
def test_words(words, expected):
    assert indicator_codes(Indicator(words=words), "qualitative") == expected


def test_a_good_plan_has_no_fault():
    assert plan_faults(GOOD_PLAN) == ()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"assessor": None}, ["no_assessor"]),
        ({"assessor": None, "superior_in_hr": None}, ["no_assessor"]),
        ({"superior_in_hr": "another"}, ["other_assessor"]),
        ({"superior_in_hr": None}, ["other_assessor"]),
        ({"date_from": date(2025, 12, 31)}, ["wrong_period"]),
        ({"date_to": date(2027, 1, 1)}, ["wrong_period"]),
        ({"date_from": date(2026, 12, 31)}, []),
        (
            {"date_from": date(2026, 8, 1), "date_to": date(2026, 7, 1)},
            ["wrong_period"],
        ),
        ({"results": ()}, ["no_main_result"]),
        ({"results": (GOOD_RESULT._replace(kind="additional"),)}, ["no_main_result"]),
        ({"annexes": frozenset(ANNEXES[1:])}, ["no_resources"]),
        ({"annexes": frozenset()}, [f"no_{kind}" for kind in ANNEXES]),
        ({"needs_perspective": True}, ["no_perspective"]),
        ({"has_leader_plan": True}, ["not_linked"]),
    ],
)
def test_faults_of_the_plan(change, expected):
    assert codes(GOOD_PLAN._replace(**change)) == expected


def test_an_additional_result_need_not_be_linked():
    additional = GOOD_RESULT._replace(kind="additional")
    linked = GOOD_RESULT._replace(is_linked=True)
    plan = GOOD_PLAN._replace(has_leader_plan=True, results=(linked, additional))
    assert codes(plan) == []


def test_a_fault_says_where_it_is():
    bad = Result("Membuat peta", indicators=(GOOD_INDICATOR, Indicator(Decimal(1))))
    assert plan_faults(GOOD_PLAN._replace(results=(GOOD_RESULT, bad))) == (
        Fault("activity", 1),
        Fault("no_unit", 1, 1),
    )


def test_a_result_alone_is_checked_without_position():
    assert result_faults(Result("Membuat peta"), "quantitative") == (
        Fault("activity"),
        Fault("no_indicator"),
    )


@pytest.mark.parametrize(
    "call",
    [
        lambda: indicator_codes(GOOD_INDICATOR, "both"),
        lambda: indicator_codes(GOOD_INDICATOR._replace(polarity="up"), "quantitative"),
        lambda: result_faults(GOOD_RESULT._replace(kind="third"), "quantitative"),
        lambda: plan_faults(GOOD_PLAN._replace(approach="other", results=())),
        lambda: plan_faults(GOOD_PLAN._replace(annexes=frozenset({"other"}))),
    ],
)
def test_unknown_keys_are_refused(call):
    with pytest.raises(ValueError, match="unknown"):
        call()


@given(st.text(), st.text(), st.decimals(0, 10**12, allow_nan=False))
def test_whatever_people_type_gets_an_answer(name, unit, figure):
    result = Result(name, "main", (Indicator(figure, figure, unit),))
    for fault in plan_faults(GOOD_PLAN._replace(results=(result,))):
        assert fault.result == 0
