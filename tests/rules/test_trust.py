# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Trust class of a citizen's answer (house rule against ballot stuffing)."""

from decimal import Decimal
from itertools import product

import pytest

from citizen_rules.trust import CLASSES, Facts, classify

HONEST = Facts(
    code_valid=False,
    kiosk_paired=False,
    internal_session=False,
    office_network=False,
    nonce_age_s=40,
    straight_line=False,
    burst=False,
    over_cap=False,
)
FLAGS = [name for name in Facts._fields if name != "nonce_age_s"]
TWO_HOURS = 7200
CLEAN = [
    # code, kiosk, session of staff, office network, class
    (False, False, False, False, "walkup"),
    (True, False, False, False, "verified"),
    (False, True, False, False, "kiosk"),
    (True, True, False, False, "verified"),
    (False, False, False, True, "internal"),
    (True, False, False, True, "verified"),
    (False, True, False, True, "kiosk"),
    (True, True, False, True, "verified"),
    (False, False, True, False, "internal"),
    (True, False, True, False, "internal"),
    (False, True, True, False, "internal"),
    (True, True, True, True, "internal"),
]
AGES = [
    # code, kiosk, age of the form in seconds, class
    (True, False, 0, "quarantined"),
    (True, False, 1, "quarantined"),
    (True, False, 1.999, "quarantined"),
    (True, False, Decimal("1.999"), "quarantined"),
    (True, False, -3, "quarantined"),
    (True, False, 2, "verified"),
    (True, False, 2.0, "verified"),
    (True, False, TWO_HOURS + 1, "verified"),
    (True, False, 24 * 60 * 60, "verified"),
    (False, True, 2, "kiosk"),
    (False, True, TWO_HOURS, "kiosk"),
    (False, True, TWO_HOURS + 1, "walkup"),
    (False, False, TWO_HOURS + 1, "walkup"),
]


@pytest.mark.parametrize(("code", "kiosk", "session", "office", "expected"), CLEAN)
def test_class_of_a_clean_answer(code, kiosk, session, office, expected):
    facts = HONEST._replace(
        code_valid=code,
        kiosk_paired=kiosk,
        internal_session=session,
        office_network=office,
    )
    assert classify(facts) == expected


@pytest.mark.parametrize(("code", "kiosk", "age", "expected"), AGES)
def test_age_of_the_form(code, kiosk, age, expected):
    facts = HONEST._replace(code_valid=code, kiosk_paired=kiosk, nonce_age_s=age)
    assert classify(facts) == expected


@pytest.mark.parametrize("suspicion", ["straight_line", "burst", "over_cap"])
def test_suspicion_comes_before_everything(suspicion):
    for code, session in product((False, True), repeat=2):
        facts = HONEST._replace(
            code_valid=code, internal_session=session, **{suspicion: True}
        )
        assert classify(facts) == "quarantined"


def test_every_combination_has_a_class_and_only_a_code_verifies():
    for values in product((False, True), repeat=len(FLAGS)):
        facts = HONEST._replace(**dict(zip(FLAGS, values, strict=True)))
        trust = classify(facts)
        assert trust in CLASSES
        if trust == "verified":
            assert facts.code_valid
            assert not facts.internal_session
        if facts.internal_session:
            assert trust in ("internal", "quarantined")


@pytest.mark.parametrize("name", FLAGS)
@pytest.mark.parametrize("wrong", [None, 0, 1, "no"])
def test_fact_is_true_or_false(name, wrong):
    with pytest.raises(ValueError, match=f"{name} must be True or False"):
        classify(HONEST._replace(**{name: wrong}))


@pytest.mark.parametrize(
    "age",
    [float("nan"), float("inf"), Decimal("NaN"), Decimal("-Infinity"), None, "9", True],
)
def test_age_is_a_finite_number(age):
    with pytest.raises(ValueError, match="nonce_age_s must be"):
        classify(HONEST._replace(nonce_age_s=age))


def test_no_fact_may_be_left_out():
    with pytest.raises(TypeError):
        Facts(code_valid=True)
