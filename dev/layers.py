# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The arrows between the parts of the house run one way."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from .paths import ROOT, addons

CORE, PORTAL = "hr_asn_kinerja", "hr_asn_kinerja_portal"
RULES = {"kinerja_rules": CORE, "citizen_rules": PORTAL}
#: The core offers hooks; who fills them is none of its business.
UNSPOKEN = re.compile(r"hr_asn_kinerja_portal|citizen|\bcontrollers?\b", re.I)
READ_AS_TEXT = (".py", ".xml", ".js", ".csv")


def check(root: Path = ROOT) -> list[str]:
    """List every place where an arrow is turned round."""
    found = []
    for package, addon in RULES.items():
        found += [*pure(root, root / addon / package, package)]
    found += [*models_know_no_screens(root)]
    found += [*core_is_silent(root)]
    found += [*only_portal_speaks_http(root)]
    return found


def imports(file: Path) -> Iterator[tuple[int, int, str]]:
    """Give line, number of leading dots and full name of each import."""
    try:
        tree = ast.parse(file.read_text(encoding="utf-8"))
    except SyntaxError:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, 0, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            for alias in node.names:
                full = f"{base}.{alias.name}" if base else alias.name
                yield node.lineno, node.level, full


def pure(root: Path, folder: Path, package: str) -> Iterator[str]:
    """The law as plain Python imports the standard library and itself only."""
    for file in sorted(folder.rglob("*.py")):
        depth = len(file.relative_to(folder).parts)
        for line, dots, name in imports(file):
            inside = 0 < dots <= depth
            standard = not dots and name.split(".")[0] in sys.stdlib_module_names
            if not inside and not standard:
                where = f"{file.relative_to(root)}:{line}"
                yield f"{where}: {package} imports {'.' * dots}{name}"


def models_know_no_screens(root: Path) -> Iterator[str]:
    """Records do not depend on the wizards and reports that use them."""
    for file in sorted((root / CORE / "models").rglob("*.py")):
        for line, _dots, name in imports(file):
            if {"wizard", "wizards", "report", "reports"} & set(name.split(".")):
                yield f"{file.relative_to(root)}:{line}: models import {name}"


def core_is_silent(root: Path) -> Iterator[str]:
    """The core never mentions citizens, controllers or the portal module."""
    for file in sorted((root / CORE).rglob("*")):
        if file.suffix not in READ_AS_TEXT or not file.is_file():
            continue
        lines = file.read_text(encoding="utf-8").splitlines()
        for number, text in enumerate(lines, 1):
            found = UNSPOKEN.search(text)
            if found:
                where = f"{file.relative_to(root)}:{number}"
                yield f"{where}: the core mentions {found[0]!r}"


def only_portal_speaks_http(root: Path) -> Iterator[str]:
    """One module answers requests, so one module has to be watched."""
    for addon in addons(root):
        if addon == PORTAL:
            continue
        for file in sorted((root / addon).rglob("*.py")):
            if "tests" in file.relative_to(root).parts:
                continue
            for line, dots, name in imports(file):
                if not dots and f"{name}.".startswith("odoo.http."):
                    yield f"{file.relative_to(root)}:{line}: imports {name}"
