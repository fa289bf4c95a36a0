# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the tree of the cascade costs in an agency of many people.

The reference is a plain list of as many results, read in the same run.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from . import databases
from .odoo_run import Place
from .paths import ROOT, addons
from .say import line, step

BASE = "kinerja_bench_cascade"
PEOPLE = 5000


def measure(place: Place) -> None:
    """Build a large agency, open its tree, and print the table."""
    try:
        with step("copy of the database"):
            databases.copy(place, databases.template(place), BASE)
        with step("our add-ons without demo data"):
            databases.install(place, BASE, list(addons()), demo=False)
        with step(f"tree of {PEOPLE} people"):
            costs = run(place)
    finally:
        databases.drop(place, BASE)
    table(costs)


def run(place: Place) -> list[dict[str, Any]]:
    """Fill the database and measure, inside Odoo."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "costs.json"
        words = {"root": str(ROOT), "people": str(PEOPLE), "output": str(output)}
        place.script("cascade_cost", BASE, **words)
        return json.loads(output.read_text(encoding="utf-8"))


def table(costs: list[dict[str, Any]]) -> None:
    """Print queries and the ratio to the plain list."""
    line()
    line(f"{f'tree of {PEOPLE} people':<36}{'queries':>8}{'ratio':>8}{'ms':>9}")
    for one in costs:
        ratio = one["ms"] / costs[0]["ms"]
        line(f"{one['name']:<36}{one['queries']:>8}{ratio:>8.1f}{one['ms']:>9.2f}")
    line()
