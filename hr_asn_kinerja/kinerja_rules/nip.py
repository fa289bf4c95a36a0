# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The employee number (NIP) of civil servants: 18 digits that tell who it belongs to.

BKN builds the number of a PNS from birth date, year and month of appointment, sex and
serial; for a PPPK the month is replaced by 2 and the number of the contract. No text
of a regulation was seen, the structure is taken from implementations that agree.

>>> parse_nip("200012312024211001").kind
'pppk'
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

ADULT_MONTHS = 18 * 12
SEXES: Mapping[str, str] = {"1": "male", "2": "female"}
MESSAGES: Mapping[str, str] = {
    "empty": "The NIP is empty.",
    "characters": "A NIP consists of the digits 0 to 9, spaces and dots only.",
    "length": "A NIP has exactly 18 digits.",
    "birth_date": "Digits 1 to 8 are not a date of birth (YYYYMMDD).",
    "appointment": "Digits 13 and 14 must be a month 01 to 12, or 21 to 29 for PPPK.",
    "age": "The person would be younger than 18 at appointment.",
    "sex": "Digit 15 must be 1 (male) or 2 (female).",
    "serial": "Digits 16 to 18 must be a serial number from 001 to 999.",
}


class NipError(ValueError):
    """A text that is no NIP; `code` is a key of MESSAGES and stays stable."""

    def __init__(self, code: str) -> None:
        # The sentence never repeats the number: it is personal data.
        super().__init__(MESSAGES[code])
        self.code = code


class Nip(NamedTuple):
    """What a valid NIP says; `appointed` is (year, month), month None for PPPK."""

    kind: str
    birth_date: date
    appointed: tuple[int, int | None]
    sex: str
    serial: str


def parse_nip(text: str) -> Nip:
    """Return what the number says about its holder.

    ASCII spaces and dots are ignored wherever they stand, nothing else is. The day of
    appointment is not in the number, nor is the month of a PPPK, so the age is refused
    only when the holder was younger than 18 on every day it can mean.

    :param text: the number as typed
    :return: Nip with kind 'pns' or 'pppk', sex 'male' or 'female', serial as text
    :raises NipError: with the code of the first thing that is wrong

    >>> parse_nip("20001231 202412 1 001")
    Nip(kind='pns', birth_date=datetime.date(2000, 12, 31), appointed=(2024, 12), \
sex='male', serial='001')
    >>> parse_nip("200012312024211001").appointed
    (2024, None)
    >>> parse_nip("200012312024121000")
    Traceback (most recent call last):
    ...
    kinerja_rules.nip.NipError: Digits 16 to 18 must be a serial number from 001 to 999.

    Source: BKN, structure of the NIP, regulation not seen (C2)
    """
    digits = _digits(text)
    birth_date = _birth_date(digits[:8])
    kind, appointed = _appointment(digits[8:12], digits[12:14])
    if digits[14] not in SEXES:
        raise NipError("sex")
    if digits[15:] == "000":
        raise NipError("serial")
    if _months_lived(birth_date, appointed) < ADULT_MONTHS:
        raise NipError("age")
    return Nip(kind, birth_date, appointed, SEXES[digits[14]], digits[15:])


def format_nip(digits: str) -> str:
    """Return the number in its display form `YYYYMMDD YYYYMM S NNN`.

    Only the characters and the length are checked, so that a number with a wrong date
    can still be shown to the person who has to correct it.

    :param digits: 18 digits; spaces and dots are ignored
    :raises NipError: with code empty, characters or length

    >>> format_nip("200012312024121001")
    '20001231 202412 1 001'

    Source: BKN, structure of the NIP, regulation not seen (C2)
    """
    compact = _digits(digits)
    return f"{compact[:8]} {compact[8:14]} {compact[14]} {compact[15:]}"


def _digits(text: str) -> str:
    if not text:
        raise NipError("empty")
    if not isinstance(text, str):
        raise NipError("characters")
    compact = text.replace(" ", "").replace(".", "")
    if not compact:
        raise NipError("empty")
    # isdigit alone would let Arabic and full-width digits pass.
    if not (compact.isascii() and compact.isdigit()):
        raise NipError("characters")
    if len(compact) != 18:
        raise NipError("length")
    return compact


def _birth_date(digits: str) -> date:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError as error:
        raise NipError("birth_date") from error


def _appointment(year: str, month: str) -> tuple[str, tuple[int, int | None]]:
    if 1 <= int(month) <= 12:
        return "pns", (int(year), int(month))
    if 21 <= int(month) <= 29:
        return "pppk", (int(year), None)
    raise NipError("appointment")


def _months_lived(birth_date: date, appointed: tuple[int, int | None]) -> int:
    year, month = appointed
    return (year - birth_date.year) * 12 + (month or 12) - birth_date.month
