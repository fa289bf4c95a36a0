# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a unit of measure says about the figures in it."""

import re

LEVELS = re.compile(
    r"%|\b(persen|persentase|percent|nilai|skor|score|indeks|index|level|tingkat"
    r"|rasio|ratio|predikat)\b",
    re.I,
)


def is_level(unit: str | None) -> bool:
    """Return whether figures of this unit say how something stands, not how much.

    >>> is_level("persen"), is_level("%"), is_level("dokumen"), is_level(None)
    (True, True, False, False)
    """
    return bool(unit and LEVELS.search(unit))
