# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Credit from the predicate: PermenPANRB 1/2023 Pasal 36-37, PerBKN 3/2023."""

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_rules import GRADES, PREDICATES
from kinerja_rules.credit import coefficient, credit, credit_exact, rounded

COEFFICIENTS = [
    # PermenPANRB 1/2023 Lampiran A
    ("pemula", "3.75"),
    ("terampil", "5"),
    ("mahir", "12.5"),
    ("penyelia", "25"),
    ("ahli_pertama", "12.5"),
    ("ahli_muda", "25"),
    ("ahli_madya", "37.5"),
    ("ahli_utama", "50"),
]
SHARES = [
    # PermenPANRB 1/2023 Pasal 36-37: a year of ahli_utama, coefficient 50
    ("very_good", "75"),
    ("good", "50"),
    ("needs_improvement", "37.5"),
    ("poor", "25"),
    ("very_poor", "12.5"),
]
CASES = [
    # predicate, grade, months, credit
    ("good", "ahli_pertama", 12, "12.500"),
    ("very_good", "ahli_pertama", 12, "18.750"),
    ("very_good", "ahli_pertama", 1, "1.563"),
    ("good", "ahli_pertama", 3, "3.125"),
    ("good", "ahli_muda", 6, "12.500"),
    ("needs_improvement", "ahli_madya", 12, "28.125"),
    ("very_poor", "pemula", 1, "0.078"),
    ("good", "pemula", 1, "0.313"),
    ("poor", "pemula", 5, "0.781"),
    ("very_good", "terampil", 11, "6.875"),
]
grades = st.sampled_from(GRADES)
predicates = st.sampled_from(PREDICATES)


@pytest.mark.parametrize(("grade", "yearly"), COEFFICIENTS)
def test_coefficient(grade, yearly):
    assert coefficient(grade) == Decimal(yearly)


def test_every_grade_has_a_coefficient():
    assert {grade for grade, _ in COEFFICIENTS} == set(GRADES)


@pytest.mark.parametrize(("predicate", "yearly"), SHARES)
def test_share_of_predicate(predicate, yearly):
    assert credit(predicate, "ahli_utama", 12) == Decimal(yearly)


@pytest.mark.parametrize(("predicate", "grade", "months", "value"), CASES)
def test_credit_has_three_decimals(predicate, grade, months, value):
    result = credit(predicate, grade, months)
    assert isinstance(result, Decimal)
    assert str(result) == value


@given(predicates, grades)
def test_twelve_single_months_are_the_year(predicate, grade):
    months = sum(credit_exact(predicate, grade, 1) for _ in range(12))
    assert months == credit_exact(predicate, grade, 12)
    assert rounded(months) == credit(predicate, grade, 12)


@given(predicates, grades, st.integers(1, 11))
def test_two_parts_of_a_year_are_the_year(predicate, grade, months):
    first = credit_exact(predicate, grade, months)
    second = credit_exact(predicate, grade, 12 - months)
    assert first + second == credit_exact(predicate, grade, 12)


def test_adding_rounded_months_would_not_be_the_year():
    monthly = credit("very_good", "ahli_pertama", 1)
    assert 12 * monthly != credit("very_good", "ahli_pertama", 12)


@given(predicates, grades, st.integers(1, 12))
def test_rounding_is_at_most_half_a_thousandth(predicate, grade, months):
    exact = credit_exact(predicate, grade, months)
    difference = Fraction(credit(predicate, grade, months)) - exact
    assert Fraction(-1, 2000) < difference <= Fraction(1, 2000)


@pytest.mark.parametrize(
    ("exact", "value"),
    [
        (Fraction(0), "0.000"),
        (Fraction(5, 10000), "0.001"),
        (Fraction(25, 10000), "0.003"),
        (Fraction(49, 100000), "0.000"),
        (Fraction(1, 3), "0.333"),
    ],
)
def test_rounding_goes_half_up(exact, value):
    assert str(rounded(exact)) == value


def test_rounding_does_not_depend_on_the_context_of_the_caller():
    with localcontext() as context:
        context.prec = 3
        context.rounding = "ROUND_DOWN"
        assert str(credit("very_good", "ahli_pertama", 1)) == "1.563"


@pytest.mark.parametrize("wrong", [Fraction(-1, 2), 1, Decimal(1), 1.0, None])
def test_only_a_fraction_from_zero_is_rounded(wrong):
    with pytest.raises(ValueError, match="credit must be"):
        rounded(wrong)


@pytest.mark.parametrize("months", [0, 13, -1, 1.0, Decimal(1), True, None, "1"])
def test_months_are_whole_from_1_to_12(months):
    for function in (credit, credit_exact):
        with pytest.raises(ValueError, match="months must be"):
            function("good", "mahir", months)


@pytest.mark.parametrize("wrong", ["", "Mahir", "good", None, 1, []])
def test_unknown_grade_is_refused(wrong):
    with pytest.raises(ValueError, match="unknown grade"):
        coefficient(wrong)
    with pytest.raises(ValueError, match="unknown grade"):
        credit("good", wrong, 12)


@pytest.mark.parametrize("wrong", ["", "above", "cukup", "outstanding", None, 1, []])
def test_unknown_predicate_is_refused(wrong):
    with pytest.raises(ValueError, match="unknown predicate"):
        credit(wrong, "mahir", 12)
