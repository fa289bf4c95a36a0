# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What closing a year costs: annual evaluations of everybody, made and delivered.

Each person has five results of three indicators with figures of four quarters. The
reference is the same rows, as they then stand in the tables, inserted with psycopg2's
execute_values. Both take turns.
"""

from __future__ import annotations

import statistics
from typing import Any

from . import bench_copy
from .odoo_run import Place
from .say import line

BASE = "kinerja_bench_closing"
PEOPLE = 5000
#: Seconds in which so many people have to have their evaluation.
DELIVERY = 180


def measure(place: Place) -> None:
    """Build a large agency, close its year, and print the table."""
    what = f"annual evaluations of {PEOPLE} people"
    table(bench_copy.measure(place, BASE, "closing", PEOPLE, what))


def table(costs: dict[str, Any]) -> None:
    """Print ratios of medians; the seconds only say how exact they are."""
    reference = statistics.median(costs["execute_values"])
    line()
    title = f"{PEOPLE} annual evaluations, {costs['rows']} rows"
    line(f"{title:<48}{'ratio':>8}{'s':>9}")
    for key, name in {
        "execute_values": "execute_values of the same rows",
        "generate": "generated in the background (at most 8 times)",
        "deliver": f"delivered and frozen (at most {DELIVERY} s)",
    }.items():
        median = statistics.median(costs[key])
        line(f"{name:<48}{median / reference:>8.2f}{median:>9.2f}")
    line()
