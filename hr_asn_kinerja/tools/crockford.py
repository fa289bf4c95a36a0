# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Codes that people can read aloud and type: Crockford's base 32.

>>> normalise("oI1l0000"), is_code("7ZQ2M8K4T1BX9C3D", 16)
('01110000', True)
"""

import re
import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
PATTERN = f"[{ALPHABET}]"
# O, I and L are read as the digits they look like.
MISREAD = str.maketrans("OIL", "011")


def random_code(length):
    """Return `length` random characters of 5 bits each.

    >>> len(random_code(16))
    16
    """
    return "".join(secrets.choice(ALPHABET) for _character in range(length))


def normalise(text):
    """Return the code as it is stored: upper case, misread letters mapped.

    >>> normalise("q1lo")
    'Q110'
    """
    # Some foreign letters become I when upper-cased; such a text is no code at all.
    return text.upper().translate(MISREAD) if text.isascii() else ""


def is_code(text, length):
    r"""Return whether the text is a normalised code of this length.

    >>> is_code("0123456789ABCDEU", 16), is_code("0\x00", 2)
    (False, False)
    """
    return bool(re.fullmatch(f"{PATTERN}{{{length}}}", text, re.ASCII))


def encode(number, length):
    """Return the lowest `length` x 5 bits of a number as a code.

    >>> encode(33, 3)
    '011'
    """
    return "".join(
        ALPHABET[number >> (5 * place) & 31] for place in reversed(range(length))
    )
