# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Which form a plan is printed on: PermenPANRB 6/2022, Lampiran."""

import pytest

from kinerja_rules.form import LEADERS, OTHERS, is_leader, plan_form, plan_titles


@pytest.mark.parametrize("kind", [None, *LEADERS, *OTHERS])
def test_a_qualitative_plan_is_told_as_sentences_whoever_writes_it(kind):
    assert plan_form("qualitative", kind) == "qualitative"
    assert plan_titles("qualitative", kind)[1].endswith("KUALITATIF")


@pytest.mark.parametrize("kind", LEADERS)
def test_senior_officials_have_the_form_with_perspectives(kind):
    assert plan_form("quantitative", kind) == "leader"
    assert "PIMPINAN TINGGI" in plan_titles("quantitative", kind)[2]


@pytest.mark.parametrize("kind", [None, *OTHERS])
def test_others_have_the_form_with_aspects(kind):
    assert plan_form("quantitative", kind) == "staff"
    assert "PEJABAT FUNGSIONAL" in plan_titles("quantitative", kind)[2]


@pytest.mark.parametrize("kind", OTHERS)
def test_a_perspective_makes_the_head_of_an_independent_unit(kind):
    assert plan_form("quantitative", kind, has_perspective=True) == "leader"
    assert "UNIT KERJA MANDIRI" in plan_titles("qualitative", kind, True)[2]


@pytest.mark.parametrize("approach", ["", None, "both", "Quantitative"])
def test_an_unknown_approach_is_refused(approach):
    with pytest.raises(ValueError, match="approach"):
        plan_form(approach, "pelaksana")
    with pytest.raises(ValueError, match="approach"):
        plan_titles(approach, "pelaksana")


@pytest.mark.parametrize("kind", ["", "jpt", "JPT_MADYA", 3])
def test_an_unknown_position_is_refused(kind):
    with pytest.raises(ValueError, match="position"):
        is_leader(kind)
