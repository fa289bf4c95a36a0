# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Index of public satisfaction: PermenPANRB 14/2017."""

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citizen_rules import ELEMENTS, FORM_FIELDS
from citizen_rules.satisfaction import Satisfaction, grade, index

D = Decimal
BANDS = [
    # converted, grade: table of PermenPANRB 14/2017
    ("25.00", "D"),
    ("64.99", "D"),
    ("65.00", "C"),
    ("76.60", "C"),
    ("76.61", "B"),
    ("88.30", "B"),
    ("88.31", "A"),
    ("100.00", "A"),
    ("100", "A"),
]
ROUNDED_FIRST = [
    # sum of the scores of 5000 people for one element, converted, grade
    (12999, "65.00", "C"),
    (12998, "64.99", "D"),
    (15321, "76.61", "B"),
    (15320, "76.60", "C"),
    (17661, "88.31", "A"),
    (17660, "88.30", "B"),
]
complete_answers = st.fixed_dictionaries(
    dict.fromkeys(ELEMENTS, st.integers(1, 4)),
)
partial_answers = st.dictionaries(st.sampled_from(ELEMENTS), st.integers(1, 4))


def people_with_sum(total, people=5000):
    """Return that many answers to one element, whose scores have this sum."""
    low, more = divmod(total, people)
    return [{"time": low + 1}] * more + [{"time": low}] * (people - more)


def test_elements_are_u1_to_u9():
    assert list(FORM_FIELDS) == [f"u{number}" for number in range(1, 10)]
    assert FORM_FIELDS["u8"] == "complaints"
    assert FORM_FIELDS["u9"] == "facilities"
    assert len(set(ELEMENTS)) == 9


@pytest.mark.parametrize(
    ("score", "converted", "mark"), [(1, 25, "D"), (2, 50, "D"), (3, 75, "C")]
)
def test_same_score_everywhere(score, converted, mark):
    result = index([dict.fromkeys(ELEMENTS, score)] * 3)
    assert result == Satisfaction(
        dict.fromkeys(ELEMENTS, D(score)), D(score), D(converted), mark, 3, True
    )


def test_one_element_of_the_published_example():
    result = index([{"conduct": 3}, {"conduct": 3}, {"conduct": 4}, {"conduct": 4}])
    assert result == Satisfaction({"conduct": D("3.5")}, D("3.5"), 87.5, "B", 4, False)


@pytest.mark.parametrize(("total", "converted", "mark"), ROUNDED_FIRST)
def test_index_is_rounded_before_the_band_is_looked_up(total, converted, mark):
    result = index(people_with_sum(total))
    assert str(result.converted) == converted
    assert result.grade == mark
    assert result.index == D(total) / 5000


def test_weights_are_exact_ninths():
    answer = dict.fromkeys(ELEMENTS, 4)
    assert index([answer]).converted == 100
    answer["cost"] = 1
    result = index([answer])
    assert result.index == D(33) / 9
    assert str(result.converted) == "91.67"


def test_elements_weigh_the_same_whatever_number_answered_them():
    result = index([{"time": 4}, {"time": 4}, {"time": 4}, {"cost": 1}])
    assert result.elements == {"time": D(4), "cost": D(1)}
    assert result.index == D("2.5")
    assert result.n == 4


def test_element_that_nobody_answered_shares_its_weight():
    answer = dict.fromkeys(ELEMENTS, 3)
    del answer["complaints"]
    result = index([answer])
    assert (result.converted, result.complete) == (D(75), False)
    assert "complaints" not in result.elements


def test_elements_may_be_completed_by_different_people():
    answers = [{code: 4} for code in ELEMENTS]
    assert index(answers).complete is True
    assert index(answers[1:]).complete is False


def test_swapped_order_of_keys_changes_nothing():
    scores = dict(zip(ELEMENTS, (1, 2, 3, 4, 1, 2, 3, 4, 1), strict=True))
    result = index([dict(reversed(scores.items()))])
    assert result.elements == {code: D(score) for code, score in scores.items()}
    assert tuple(result.elements) == ELEMENTS


@pytest.mark.parametrize("answers", [[], [{}], [{}, {"time": None}], iter(())])
def test_nobody_answered(answers):
    assert index(answers) == Satisfaction(None, None, None, None, 0, None)


def test_people_without_any_score_are_not_counted():
    assert index([{}, {"time": None}, {"time": 2, "cost": None}]).n == 1


@pytest.mark.parametrize("score", [0, 5, -1, 2.0, float("nan"), D(3), True, "3", False])
def test_score_is_whole_from_1_to_4(score):
    with pytest.raises(ValueError, match="score of time must be"):
        index([{"time": 3}, {"time": score}])


@pytest.mark.parametrize("code", ["u1", "", "Time", "speed", 1, None])
def test_unknown_element_is_refused(code):
    for score in (3, None):
        with pytest.raises(ValueError, match="unknown element"):
            index([{code: score}])


@pytest.mark.parametrize(("converted", "mark"), BANDS)
def test_grade_of_band(converted, mark):
    assert grade(D(converted)) == mark


@pytest.mark.parametrize(
    "wrong",
    ["24.99", "100.01", "76.605", "-50", "NaN", "sNaN", "Infinity", "64.9999"],
)
def test_number_outside_the_bands_has_no_grade(wrong):
    with pytest.raises(ValueError, match="converted index"):
        grade(D(wrong))


@pytest.mark.parametrize("wrong", [75, 75.0, None, "75", True])
def test_only_a_decimal_has_a_grade(wrong):
    with pytest.raises(ValueError, match="converted index must be"):
        grade(wrong)


def test_result_does_not_depend_on_the_context_of_the_caller():
    with localcontext() as context:
        context.prec = 3
        context.rounding = "ROUND_DOWN"
        result = index(people_with_sum(15321))
    assert (result.index, result.converted) == (D("3.0642"), D("76.61"))


@given(st.lists(complete_answers, min_size=1, max_size=30))
def test_complete_answers_agree_with_the_plain_mean(answers):
    result = index(answers)
    total = sum(sum(answer.values()) for answer in answers)
    assert abs(result.index - D(total) / (9 * len(answers))) < D("1E-26")
    assert 25 <= result.converted <= 100
    assert result.complete is True
    assert result.n == len(answers)


@given(st.lists(partial_answers, max_size=30))
def test_any_answers_give_a_grade_that_fits(answers):
    result = index(answers)
    assert result.n == sum(map(bool, answers))
    if result.n:
        assert result.converted == result.converted.quantize(D("0.01"))
        assert abs(result.converted - 25 * result.index) <= D("0.005")
        assert result.grade == grade(result.converted)


@given(st.permutations([{"time": 1}, {"time": 4, "cost": 2}, {"cost": 3}, {}]))
def test_order_of_answers_does_not_matter(answers):
    assert index(answers).index == D("2.5")
