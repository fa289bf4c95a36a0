# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Verifying the chains of frozen documents in a database."""

from __future__ import annotations

import json

from . import databases, setup
from .paths import HOME
from .postgres import DEMO
from .say import Stop, line


def verify(base: str) -> int:
    """Say whether all chains hold; each fault is a line that names the record."""
    with setup.locked():
        place = setup.ready(DEMO)
    if not databases.whole(place, base):
        raise Stop(f"There is no database {base}: ./kinerja demo makes one.")
    output = HOME / "verify.json"
    place.script("verify", base, output=str(output))
    found = json.loads(output.read_text(encoding="utf-8"))
    for sentence in found["faults"]:
        line(f"  {sentence}")
    faults = len(found["faults"])
    line(f"{found['people']} chains verified, {faults} with a fault")
    return 1 if faults else 0
