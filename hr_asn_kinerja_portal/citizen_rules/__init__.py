# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The rules of citizen feedback as plain Python: no database, no clock.

This file holds the nine elements of the satisfaction survey (SKM, PermenPANRB 14/2017)
and the checks every rule makes on its arguments.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation

# Always use the key: sources disagree on the order of the last two.
FORM_FIELDS: Mapping[str, str] = {
    "u1": "requirements",
    "u2": "procedure",
    "u3": "time",
    "u4": "cost",
    "u5": "product",
    "u6": "competence",
    "u7": "conduct",
    "u8": "complaints",
    "u9": "facilities",
}
ELEMENTS = tuple(FORM_FIELDS.values())

# Own context: a result must not depend on settings of the calling thread.
_CONTEXT = Context(prec=28, rounding=ROUND_HALF_UP, traps=[InvalidOperation])


def _known(key: str, keys: Iterable[str], what: str) -> str:
    if not isinstance(key, str) or key not in keys:
        raise ValueError(f"unknown {what}: {key!r}")
    return key


def _flag(value: bool, what: str) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{what} must be True or False, not {value!r}")
    return value


def _whole(value: int, what: str, least: int = 0, most: int | None = None) -> int:
    # bool is an int in Python, but True is not a score of 1.
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"{what} must be a whole number, not {value!r}")
    if value < least or (most is not None and value > most):
        limits = f"from {least}" if most is None else f"from {least} to {most}"
        raise ValueError(f"{what} must be {limits}, not {value}")
    return value


def _number(value: Decimal | int, what: str) -> Decimal:
    # A float is refused: it has already lost the digits that decide a border case.
    if isinstance(value, bool) or not isinstance(value, Decimal | int):
        raise ValueError(f"{what} must be a Decimal or an int, not {value!r}")
    number = Decimal(value)
    if not number.is_finite():
        raise ValueError(f"{what} must be finite, not {value!r}")
    return number


def _day(value: date, what: str) -> date:
    # A datetime is a date in Python, but its day depends on a time zone.
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError(f"{what} must be a date, not {value!r}")
    return value
