# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the tree of the cascade costs in an agency of many people.

The reference is a plain list of as many results, read in the same run.
"""

from __future__ import annotations

from typing import Any

from . import bench_copy
from .odoo_run import Place
from .say import line

BASE = "kinerja_bench_cascade"
PEOPLE = 5000


def measure(place: Place) -> None:
    """Build a large agency, open its tree, and print the table."""
    what = f"tree of {PEOPLE} people"
    table(bench_copy.measure(place, BASE, "cascade_cost", PEOPLE, what))


def table(costs: list[dict[str, Any]]) -> None:
    """Print queries and the ratio to the plain list."""
    line()
    line(f"{f'tree of {PEOPLE} people':<36}{'queries':>8}{'ratio':>8}{'ms':>9}")
    for one in costs:
        ratio = one["ms"] / costs[0]["ms"]
        line(f"{one['name']:<36}{one['queries']:>8}{ratio:>8.1f}{one['ms']:>9.2f}")
    line()
