# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Text typed by strangers: what is stored, and what may leave in a spreadsheet."""

import re
import unicodedata

MAX_LENGTH = 1000
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
LINE_ENDS = re.compile(r"\r\n?|\u2028|\u2029")


def clean(text, max_length=MAX_LENGTH):
    r"""Return the text without control characters, trimmed and cut.

    Line ends become \n, a tab becomes a space; emoji and right-to-left text stay.

    >>> clean(" a\x00\tb\r\nc\x1b ")
    'a b\nc'
    >>> len(clean("x" * 5000))
    1000
    """
    text = LINE_ENDS.sub("\n", text).replace("\t", " ")
    kept = (
        character
        for character in text
        if character == "\n" or unicodedata.category(character) not in ("Cc", "Cs")
    )
    return "".join(kept).strip()[:max_length].strip()


def guard(text):
    """Return the text so that no spreadsheet takes it for a formula.

    >>> guard("=1+1"), guard("  @SUM(A1)"), guard("fine")
    ("'=1+1", "'  @SUM(A1)", 'fine')
    """
    rest = text.lstrip(" \n\u00a0\u3000")
    return f"'{text}" if rest.startswith(FORMULA_STARTS) else text
