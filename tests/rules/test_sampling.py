# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Sample size of Krejcie and Morgan, used with PermenPANRB 14/2017."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citizen_rules.sampling import sample_size

TABLE = [
    # population, sample: table of 1970
    (10, 10),
    (20, 19),
    (30, 28),
    (50, 44),
    (75, 63),
    (100, 80),
    (150, 108),
    (200, 132),
    (300, 169),
    (400, 196),
    (500, 217),
    (750, 254),
    (1000, 278),
    (1500, 306),
    (2000, 322),
    (3000, 341),
    (5000, 357),
    (10000, 370),
    (20000, 377),
    (50000, 381),
]


@pytest.mark.parametrize(("population", "sample"), TABLE)
def test_row_of_the_table(population, sample):
    assert sample_size(population) == sample


@pytest.mark.parametrize("population", range(4))
def test_few_people_are_all_asked(population):
    assert sample_size(population) == population


def test_sample_never_exceeds_384():
    assert sample_size(10**12) == 384


@given(st.integers(0, 10**9))
def test_sample_is_at_most_the_population_and_grows_with_it(population):
    sample = sample_size(population)
    assert 0 <= sample <= population
    assert sample <= sample_size(population + 1)


@pytest.mark.parametrize("wrong", [-1, 100.0, float("inf"), Decimal(100), True, None])
def test_population_is_a_whole_number_from_zero(wrong):
    with pytest.raises(ValueError, match="population must be"):
        sample_size(wrong)
