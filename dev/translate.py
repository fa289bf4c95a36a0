# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Exporting our terms and merging new ones into the Indonesian files."""

from __future__ import annotations

from . import databases, setup
from .odoo_run import Place
from .paths import DEV, HOME, ROOT, addons, own
from .postgres import TEST
from .process import run
from .python_env import PYTHON
from .say import Stop, line, step

BASE = "kinerja_test_i18n"


def translate() -> None:
    """Write each add-on's .pot anew and add its new terms to id.po."""
    if not addons():
        raise Stop("There is no add-on to translate.")
    with setup.locked():
        place = setup.ready(TEST, testing=True)
        template = databases.template(place)
    with step("our add-ons in a fresh database"):
        databases.copy(place, template, BASE)
        databases.install(place, BASE, addons(), demo=False)
    pots = own(HOME / "pots")
    with step("terms"):
        names, output = ",".join(addons()), str(HOME / "terms.json")
        place.script("terms", BASE, modules=names, output=output, pots=str(pots))
    databases.drop(place, BASE)
    merge(place)


def merge(place: Place) -> None:
    """Keep what was translated; take what Odoo itself already says."""
    folders = place.odoo.addons + [place.odoo.home / "odoo" / "addons"]
    for name in addons():
        target = ROOT / name / "i18n"
        own(target)
        words = [HOME / "pots" / f"{name}.pot", target, *folders]
        log = run([PYTHON, DEV / "po_merge.py", *words], "i18n", "Merging terms")
        line(f"  {name}: {log.read_text(encoding='utf-8').strip()}")
