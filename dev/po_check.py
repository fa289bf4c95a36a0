# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Every term in an add-on's .pot has its Indonesian words in id.po.

Run by the Python of the environment, which has polib.
"""

from __future__ import annotations

import sys
from pathlib import Path

import polib


def check(addon: Path) -> list[str]:
    """List what is missing in one add-on; one without terms needs no files."""
    pot, po = addon / "i18n" / f"{addon.name}.pot", addon / "i18n" / "id.po"
    if not pot.exists():
        return [f"{pot} is missing: make it with ./kinerja i18n"]
    if not po.exists():
        return [f"{po} is missing: make it with ./kinerja i18n"]
    entries = polib.pofile(str(po))
    known = {entry.msgid: entry for entry in entries if not entry.obsolete}
    found = []
    for term in polib.pofile(str(pot)):
        entry = known.get(term.msgid)
        if entry is None or not entry.msgstr:
            found.append(f"{po}: no Indonesian for {term.msgid[:70]!r}")
        elif entry.fuzzy:
            found.append(f"{po}: fuzzy: {term.msgid[:70]!r}")
    return found


if __name__ == "__main__":
    problems = [line for name in sys.argv[1:] for line in check(Path(name))]
    print("\n".join(problems))
    sys.exit(bool(problems))
