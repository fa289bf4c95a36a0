# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The rules are plain Python: standard library only, no clock, no float, no Odoo."""

import ast
import sys

import pytest

from .packages import FILES, PACKAGES, module_name

# In the standard library, but a rule that needs one of these is not a rule.
IMPURE = {"os", "random", "secrets", "socket", "sqlite3", "subprocess", "time", "uuid"}
CLOCKS = {"now", "utcnow", "today", "time", "time_ns", "monotonic", "localtime"}
NAMES = [module_name(file) for file in FILES]


def impurities(source: str) -> list[str]:
    return [found for node in ast.walk(ast.parse(source)) for found in _impurity(node)]


def _impurity(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [f"import {a.name}" for a in node.names if not _is_pure(a.name)]
    if isinstance(node, ast.ImportFrom):
        return _bad_import_from(node)
    if isinstance(node, ast.Attribute) and node.attr in CLOCKS:
        return [f"clock {node.attr}"]
    if isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
        return [f"float {node.value}"]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        forbidden = {"float", "open", "eval", "exec", "__import__"}
        return [f"call {node.func.id}"] if node.func.id in forbidden else []
    return []


def _bad_import_from(node: ast.ImportFrom) -> list[str]:
    if node.level == 0:
        return [] if _is_pure(node.module) else [f"import {node.module}"]
    return [] if node.level == 1 else ["import from outside the package"]


def _is_pure(module: str) -> bool:
    top = module.partition(".")[0]
    return top in sys.stdlib_module_names and top not in IMPURE


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_module_is_pure(file):
    assert impurities(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "import odoo",
        "from odoo.tools import float_round",
        "import citizen_rules.sla",
        "from kinerja_rules import nip",
        "from ..models import asn_skp",
        "import time",
        "import random",
        "import babel",
        "today = date.today()",
        "now = datetime.datetime.now()",
        "stamp = datetime.utcnow",
        "share = 0.7",
        "share = float(text)",
        "def f(x=1e3): pass",
        "open('a')",
    ],
)
def test_impurity_is_noticed(source):
    assert len(impurities(source)) == 1


@pytest.mark.parametrize(
    "source",
    ["from . import _known", "from datetime import date", "isinstance(x, float)"],
)
def test_purity_is_not_disturbed(source):
    assert impurities(source) == []


def test_packages_have_no_folder_that_escapes_the_tests():
    for package in PACKAGES:
        nested = {path.parent for path in package.rglob("*.py")}
        assert nested == {package}
