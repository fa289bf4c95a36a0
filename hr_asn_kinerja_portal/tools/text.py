# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Text typed by strangers: what of it is stored."""

import re
import unicodedata

MAX_LENGTH = 1000
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
