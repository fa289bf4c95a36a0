# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Text that somebody typed and that leaves in a spreadsheet."""

FORMULA_STARTS = ("=", "{=", "+", "-", "@", "\t", "\r")


def guard(text: str) -> str:
    """Return the text so that no spreadsheet takes it for a formula.

    >>> guard("=1+1"), guard("  @SUM(A1)"), guard("fine")
    ("'=1+1", "'  @SUM(A1)", 'fine')
    """
    rest = text.lstrip(" \n\u00a0\u3000")
    return f"'{text}" if rest.startswith(FORMULA_STARTS) else text
