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


#: What a cell holds; a longer text would leave it empty.
LONGEST = 32_767


def cell(text: str) -> str:
    """Return the text as a cell of a workbook takes it, the end cut off if need be.

    >>> cell("=1+1"), len(cell("a" * 40_000)), cell("a" * 40_000)[-1]
    ("'=1+1", 32767, '…')
    """
    guarded = guard(text)
    return guarded if len(guarded) <= LONGEST else f"{guarded[: LONGEST - 1]}…"
