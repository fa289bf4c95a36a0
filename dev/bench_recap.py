# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the export of ratings costs in an agency of many people.

The reference is xlsxwriter alone with as many rows, also in constant memory.
"""

from __future__ import annotations

from typing import Any

from . import bench_copy
from .odoo_run import Place
from .say import line

BASE = "kinerja_bench_recap"
PEOPLE = 100_000
MOST = 1.5


def measure(place: Place) -> None:
    """Build a large agency, export its ratings, and print the table."""
    what = f"recap of {PEOPLE} people"
    table(bench_copy.measure(place, BASE, "recap_cost", PEOPLE, what))


def table(costs: list[dict[str, Any]]) -> None:
    """Print the ratio to bare xlsxwriter, and the peak of memory."""
    line()
    line(f"{'recap as XLSX':<24}{'ratio':>8}{'s':>9}{'bare s':>9}{'peak MB':>9}")
    for one in costs:
        ratio = one["seconds"] / one["bare"]
        words = f"{one['rows']:>8} rows{'':<11}{ratio:>8.2f}{one['seconds']:>9.2f}"
        line(f"{words}{one['bare']:>9.2f}{one['peak']:>9.1f}")
    line(f"At most {MOST} for many rows, and about the same memory as for few.")
    line()
