# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What planning costs when a whole agency plans at once.

The launch of a period carries last year's plans over: five results of three indicators
for each person. The reference is the same rows, as they then stand in the tables,
inserted with psycopg2's execute_values. Both take turns.
"""

from __future__ import annotations

import json
import statistics
import tempfile
from pathlib import Path
from typing import Any

from . import databases
from .odoo_run import Place
from .paths import ROOT, addons
from .say import line, step

BASE = "kinerja_bench_plans"


def measure(place: Place, people: int) -> None:
    """Build an agency with last year's plans, measure in it, and print the table."""
    try:
        with step("copy of the database"):
            databases.copy(place, databases.template(place), BASE)
        with step("our add-ons without demo data"):
            databases.install(place, BASE, list(addons()), demo=False)
        with step(f"plans of {people} employees, carried over"):
            costs = run(place, people)
    finally:
        databases.drop(place, BASE)
    table(people, costs)


def run(place: Place, people: int) -> dict[str, Any]:
    """Fill the database and measure, inside Odoo."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "costs.json"
        values = {"people": str(people), "root": str(ROOT), "output": str(output)}
        place.script("plans", BASE, **values)
        return json.loads(output.read_text(encoding="utf-8"))


def table(people: int, costs: dict[str, Any]) -> None:
    """Print ratios of medians; the seconds only say how exact they are."""
    reference = statistics.median(costs["execute_values"])
    line()
    title = f"{people} plans, {costs['rows']} rows"
    line(f"{title:<40}{'ratio':>8}{'s':>9}")
    for key, name in {
        "execute_values": "execute_values of the same rows",
        "check": "launch: who gets a plan",
        "launch": "launch: the plans (at most 8 times)",
        "undo": "launch: taken back",
    }.items():
        median = statistics.median(costs[key])
        line(f"{name:<40}{median / reference:>8.2f}{median:>9.2f}")
    line()
