# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the access rules cost when an agency has many documents.

Each role opens the list of plans and of evaluations: the first page and the count
that the screen shows. The reference is the same without rules.
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

BASE = "kinerja_bench_rules"
PEOPLE = 100_000
NO_RULES = "no rules"


def measure(place: Place) -> None:
    """Build a large agency, measure each role in it, and print the table."""
    try:
        with step("copy of the database"):
            databases.copy(place, databases.template(place), BASE)
        with step("our add-ons without demo data"):
            databases.install(place, BASE, list(addons()), demo=False)
        with step(f"lists of each role among {4 * PEOPLE} documents"):
            costs = run(place)
    finally:
        databases.drop(place, BASE)
    table(costs)


def run(place: Place) -> list[dict[str, Any]]:
    """Fill the database and measure, inside Odoo."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "costs.json"
        words = {"root": str(ROOT), "people": str(PEOPLE), "output": str(output)}
        place.script("rule_cost", BASE, **words)
        return json.loads(output.read_text(encoding="utf-8"))


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
