# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The 18 digits of a NIP, for PNS and PPPK."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_rules.nip import MESSAGES, Nip, NipError, format_nip, parse_nip

VALID = [
    (
        "200012312024121001",
        Nip("pns", date(2000, 12, 31), (2024, 12), "male", "001"),
    ),
    (
        "200012312024211001",
        Nip("pppk", date(2000, 12, 31), (2024, None), "male", "001"),
    ),
    (
        "198501152010012999",
        Nip("pns", date(1985, 1, 15), (2010, 1), "female", "999"),
    ),
    (
        "199202292022292010",
        Nip("pppk", date(1992, 2, 29), (2022, None), "female", "010"),
    ),
]
INVALID = [
    # what was typed, code of the error
    ("", "empty"),
    ("  . ", "empty"),
    (None, "empty"),
    (False, "empty"),
    (200012312024121001, "characters"),
    ("20001231202412100A", "characters"),
    ("20001231-202412-1-001", "characters"),
    ("200012312024121001\n", "characters"),
    ("20001231\u00a0202412 1 001", "characters"),
    ("\u0662" * 18, "characters"),
    ("\uff12" * 18, "characters"),
    ("20001231202412100\u00b2", "characters"),
    ("+20001231202412100", "characters"),
    ("20001231202412100", "length"),
    ("2000123120241210011", "length"),
    ("200013312024121001", "birth_date"),
    ("200000012024121001", "birth_date"),
    ("200102292024121001", "birth_date"),
    ("190002292024121001", "birth_date"),
    ("000001012024121001", "birth_date"),
    ("200012312024001001", "appointment"),
    ("200012312024131001", "appointment"),
    ("200012312024191001", "appointment"),
    ("200012312024201001", "appointment"),
    ("200012312024301001", "appointment"),
    ("200012312024991001", "appointment"),
    ("200012312024120001", "sex"),
    ("200012312024123001", "sex"),
    ("200012312024129001", "sex"),
    ("200012312024121000", "serial"),
]
AGES = [
    # birth, appointment digits, accepted: at least 18 at appointment
    ("20061201", "202412", True),
    ("20061231", "202412", True),
    ("20070101", "202412", False),
    ("20061231", "202411", False),
    ("20061201", "202411", False),
    ("20061130", "202411", True),
    ("20060101", "202421", True),
    ("20061231", "202421", True),
    ("20070101", "202421", False),
    ("20061231", "202321", False),
    ("20001231", "000012", False),
]


@pytest.mark.parametrize(("text", "expected"), VALID)
def test_valid_number(text, expected):
    assert parse_nip(text) == expected


@pytest.mark.parametrize(("text", "code"), INVALID)
def test_wrong_number_is_refused_with_its_code(text, code):
    with pytest.raises(NipError) as caught:
        parse_nip(text)
    assert caught.value.code == code
    assert str(caught.value) == MESSAGES[code]


@pytest.mark.parametrize(("born", "appointed", "accepted"), AGES)
def test_age_at_appointment(born, appointed, accepted):
    if accepted:
        assert parse_nip(f"{born}{appointed}1001").birth_date.year == int(born[:4])
    else:
        with pytest.raises(NipError) as caught:
            parse_nip(f"{born}{appointed}1001")
        assert caught.value.code == "age"


def test_every_code_is_tested():
    assert {code for _, code in INVALID} | {"age"} == set(MESSAGES)


def test_error_is_a_value_error_and_keeps_the_number_secret():
    with pytest.raises(ValueError, match="birth") as caught:
        parse_nip("200013312024121001")
    assert "2000133" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "200012312024121001",
        "20001231 202412 1 001",
        "2000.1231.2024.1210.01",
        " 200012312024121001.",
    ],
)
def test_spaces_and_dots_are_ignored(text):
    assert parse_nip(text) == parse_nip("200012312024121001")
    assert format_nip(text) == "20001231 202412 1 001"


def test_display_form_of_a_number_with_a_wrong_date():
    assert format_nip("999999999999999999") == "99999999 999999 9 999"


@pytest.mark.parametrize(
    ("text", "code"), [("", "empty"), ("12a", "characters"), ("123", "length")]
)
def test_display_form_needs_18_digits(text, code):
    with pytest.raises(NipError) as caught:
        format_nip(text)
    assert caught.value.code == code


@given(
    born=st.dates(date(1950, 1, 1), date(2000, 12, 31)),
    year=st.integers(2019, 2099),
    code=st.sampled_from([*range(1, 13), *range(21, 30)]),
    sex=st.sampled_from("12"),
    serial=st.integers(1, 999),
)
def test_every_number_that_is_built_by_the_rule_is_read_back(
    born, year, code, sex, serial
):
    text = f"{born:%Y%m%d}{year}{code:02}{sex}{serial:03}"
    nip = parse_nip(format_nip(text))
    assert nip.birth_date == born
    assert nip.appointed == (year, code if code <= 12 else None)
    assert nip.kind == ("pns" if code <= 12 else "pppk")
    assert nip.sex == {"1": "male", "2": "female"}[sex]
    assert nip.serial == f"{serial:03}"


@given(st.text())
def test_any_text_is_read_or_refused_with_a_code(text):
    try:
        nip = parse_nip(text)
    except NipError as error:
        outcome = error.code
    else:
        outcome = nip.kind
    assert outcome in {"pns", "pppk", *MESSAGES}
