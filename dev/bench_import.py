# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the import of an employee workbook costs, beside bare ORM creation.

Both make the same fictional people with the same values in batches of the same size,
each in an agency of its own, and take turns. The import reads and checks the file
twice besides, makes the units and links the superiors.
"""

from __future__ import annotations

import json

from .odoo_run import Place
from .paths import HOME, ROOT
from .say import line, step

#: Creating an employee takes the ORM some 12 ms; this many show the ratio.
PEOPLE = 1000
NAMES = {
    "bare": "bare ORM creation",
    "import": "import of a workbook",
    "again": "the same workbook again",
}


def measure(place: Place, base: str, people: int) -> None:
    """Run both in a database that has our add-ons, and print the ratios."""
    output = HOME / "bench-import.json"
    with step(f"import of {people} employees beside bare ORM creation"):
        place.script(
            "employees", base, root=str(ROOT), count=str(people), output=str(output)
        )
    table(people, json.loads(output.read_text(encoding="utf-8")))
    output.unlink()


def table(people: int, costs: dict[str, list[float]]) -> None:
    """Print ratios first; the seconds only say how exact they are."""
    wall, cpu = costs["bare"]
    line()
    line(f"{f'{people} employees':<30}{'CPU ratio':>10}{'time ratio':>12}{'s':>9}")
    for key, name in NAMES.items():
        ratios = f"{costs[key][1] / cpu:>10.2f}{costs[key][0] / wall:>12.2f}"
        line(f"{name:<30}{ratios}{costs[key][0]:>9.2f}")
    line()
