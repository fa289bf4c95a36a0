# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Files and functions that a reader can hold in mind."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from .paths import ROOT, addons

PRODUCT_FILE, TEST_FILE, FUNCTION = 250, 400, 40
Function = ast.FunctionDef | ast.AsyncFunctionDef


def check(root: Path = ROOT) -> list[str]:
    """List the Python files and functions that are too long."""
    found = []
    names = ("dev", "docker", "tests", *addons(root))
    folders = [root / name for name in names]
    for folder in folders:
        for file in sorted(folder.rglob("*.py")):
            found += list(too_long(file, file.relative_to(root)))
    return found


def too_long(file: Path, name: Path) -> Iterator[str]:
    """Measure one file and its functions."""
    source = file.read_text(encoding="utf-8")
    length = len(source.splitlines())
    limit = TEST_FILE if "tests" in name.parts else PRODUCT_FILE
    if length > limit:
        yield f"{name}: {length} lines, at most {limit}"
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        yield f"{name}:{error.lineno}: {error.msg}"
        return
    for node in ast.walk(tree):
        if isinstance(node, Function):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION:
                where = f"{name}:{node.lineno}: {node.name}"
                yield f"{where} has {lines} lines, at most {FUNCTION}"
