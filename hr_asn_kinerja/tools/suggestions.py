# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The allowed name that looks most like what somebody typed."""

from difflib import get_close_matches

from .employee_columns import fold

#: What may be chosen: each option with all its names, the one to show first.
Options = tuple[tuple[str, ...], ...]
#: Different texts of one workbook that are compared. Each costs milliseconds, and a
#: shifted column has as many as the workbook has rows.
MAX_SEARCHES = 300


class Suggestions:
    """The suggestions for one workbook: each text is compared once, and not endless."""

    def __init__(self) -> None:
        self.found: dict[tuple[str, Options], str] = {}

    def get(self, text: str, options: Options) -> str:
        """Return the name to suggest, or nothing when enough was compared."""
        key = fold(text), options
        if key not in self.found:
            if len(self.found) >= MAX_SEARCHES:
                return ""
            self.found[key] = nearest(text, options)
        return self.found[key]


def nearest(text: str, options: Options) -> str:
    """Return the first name of the option that looks most like a text.

    >>> nearest("Mudah", (("Pemula",), ("Ahli Muda", "Muda")))
    'Ahli Muda'
    """
    titles = {fold(name): names[0] for names in options for name in names if name}
    found = get_close_matches(fold(text), titles, n=1, cutoff=0)
    return titles[found[0]] if found else ""
