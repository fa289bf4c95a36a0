# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Merge freshly exported terms into an add-on's .pot and id.po.

Run by the Python of the environment, which has polib. A new term that Odoo's own
modules already say in Indonesian takes their words.
"""

from __future__ import annotations

import sys
from pathlib import Path

import polib

NOISE = ("POT-Creation-Date", "PO-Revision-Date", "Last-Translator", "Language-Team")
LENDERS = ("base", "hr", "mail", "hr_skills", "portal", "web", "gamification")


def merge(exported: Path, target: Path, folders: list[Path]) -> str:
    """Write both files and tell what changed."""
    pot = quiet(polib.pofile(str(exported), wrapwidth=78))
    file = target / "id.po"
    po = polib.pofile(str(file) if file.exists() else "", wrapwidth=78)
    known = {(entry.msgctxt, entry.msgid): entry for entry in po}
    borrowed = lent(folders)
    result = polib.POFile(wrapwidth=78)
    result.header, result.metadata = pot.header, {**pot.metadata, "Language": "id"}
    added = 0
    for term in pot:
        old = known.get((term.msgctxt, term.msgid))
        words = old.msgstr if old and old.msgstr else borrowed.get(term.msgid, "")
        added += old is None
        result.append(
            polib.POEntry(
                msgctxt=term.msgctxt,
                msgid=term.msgid,
                msgstr=words,
                comment=term.comment,
                occurrences=term.occurrences,
                flags=[flag for flag in term.flags if flag != "fuzzy"],
            )
        )
    pot.save(str(target / exported.name))
    result.save(str(file))
    gone = len({key[1] for key in known} - {term.msgid for term in pot})
    empty = sum(not entry.msgstr for entry in result)
    return f"{len(pot)} terms, {added} new, {gone} gone, {empty} without Indonesian"


def quiet(pot: polib.POFile) -> polib.POFile:
    """Leave out dates and names, which would change with every export."""
    for key in NOISE:
        pot.metadata.pop(key, None)
    return pot


def lent(folders: list[Path]) -> dict[str, str]:
    """Read what Odoo's own modules say in Indonesian; the first one wins."""
    words: dict[str, str] = {}
    for name in LENDERS:
        for folder in folders:
            file = folder / name / "i18n" / "id.po"
            if file.exists():
                for entry in polib.pofile(str(file)).translated_entries():
                    words.setdefault(entry.msgid, entry.msgstr)
    return words


if __name__ == "__main__":
    print(merge(Path(sys.argv[1]), Path(sys.argv[2]), list(map(Path, sys.argv[3:]))))
