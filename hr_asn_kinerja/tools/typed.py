# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What people type: characters that no database keeps are taken out."""

import re
from typing import Any

#: PostgreSQL refuses the first, UTF-8 has no form for halves of a pair.
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(value: Any) -> Any:
    r"""Return a value, or a list of values, without what cannot be stored.

    >>> storable("Si\x00ti"), storable(["a\ud800", 1]), storable(False)
    ('Siti', ['a', 1], False)
    """
    if isinstance(value, str):
        return UNSTORABLE.sub("", value)
    if isinstance(value, list | tuple):
        return type(value)(map(storable, value))
    return value


def as_id(value: Any) -> int:
    """Return a number that a record may have; 0, which none has, for anything else.

    >>> as_id(7), as_id("7"), as_id("x"), as_id(True), as_id([7]), as_id(10**30)
    (7, 7, 0, 0, 0, 0)
    """
    # the keys of an object are texts for a browser
    if isinstance(value, str) and re.fullmatch("[0-9]{1,10}", value):
        value = int(value)
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value if is_number and 0 < value < 2**31 else 0


def storable_values(vals: dict) -> dict:
    """Return the values of a record with the texts as they can be stored.

    What is inside commands of lines is cleaned when the lines are written.
    """
    return {
        name: storable(value) if isinstance(value, str) else value
        for name, value in vals.items()
    }
