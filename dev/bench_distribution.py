# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the distribution of predicates costs in a very large agency.

The reference is the plainest count of the same evaluations, in the same run.
"""

from __future__ import annotations

from typing import Any

from . import bench_copy
from .odoo_run import Place
from .say import line

BASE = "kinerja_bench_distribution"
PEOPLE = 100_000
#: What it may take on the server.
MOST = 300


def measure(place: Place) -> None:
    """Build a very large agency, open its picture, and print the table."""
    what = f"distribution of {PEOPLE} evaluations"
    table(bench_copy.measure(place, BASE, "distribution_cost", PEOPLE, what))


def table(costs: list[dict[str, Any]]) -> None:
    """Print queries and the ratio to the plain count."""
    line()
    title = f"distribution of {PEOPLE}, at most {MOST} ms"
    line(f"{title:<40}{'queries':>8}{'ratio':>8}{'ms':>9}")
    for one in costs:
        ratio = one["ms"] / costs[0]["ms"]
        line(f"{one['name']:<40}{one['queries']:>8}{ratio:>8.1f}{one['ms']:>9.2f}")
    line()
