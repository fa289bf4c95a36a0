# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the access rules cost when an agency has many documents.

Each role opens the list of plans and of evaluations: the first page and the count
that the screen shows. The reference is the same without rules.
"""

from __future__ import annotations

from typing import Any

from . import bench_copy
from .odoo_run import Place
from .say import line

BASE = "kinerja_bench_rules"
PEOPLE = 100_000
NO_RULES = "no rules"


def measure(place: Place) -> None:
    """Build a large agency, measure each role in it, and print the table."""
    what = f"lists of each role among {4 * PEOPLE} documents"
    table(bench_copy.measure(place, BASE, "rule_cost", PEOPLE, what))


def table(costs: list[dict[str, Any]]) -> None:
    """Print what the first page costs, beside the same list without any rule."""
    line()
    line(f"{'list':<16}{'role':<10}{'sees':>7}{'ratio':>8}{'ms':>9}{'count ms':>10}")
    reference = 1.0
    for one in costs:
        if one["role"] == NO_RULES:
            reference = one["search"]
        words = f"{one['model']:<16}{one['role']:<10}{one['seen']:>7}"
        ratio, search = one["search"] / reference, one["search"]
        line(f"{words}{ratio:>8.1f}{search:>9.2f}{one['count']:>10.2f}")
    line("An acting official's list has no index to follow: a documented exception.")
    line()
