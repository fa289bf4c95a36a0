# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Runs a measuring script inside Odoo, on a copy of the database that is dropped."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from . import databases
from .odoo_run import Place
from .paths import ROOT, addons
from .say import step


def measure(
    place: Place, base: str, script: str, people: int, what: str
) -> list[dict[str, Any]]:
    """Install our add-ons, run the script, and return the costs it wrote."""
    try:
        with step("copy of the database"):
            databases.copy(place, databases.template(place), base)
        with step("our add-ons without demo data"):
            databases.install(place, base, list(addons()), demo=False)
        with step(what), tempfile.TemporaryDirectory() as folder:
            output = Path(folder) / "costs.json"
            words = {"root": str(ROOT), "people": str(people), "output": str(output)}
            place.script(script, base, **words)
            return json.loads(output.read_text(encoding="utf-8"))
    finally:
        databases.drop(place, base)
