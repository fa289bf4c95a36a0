# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Every public rule shows an example that runs and names the source it comes from."""

import doctest
import importlib
import inspect
import re
from types import ModuleType

import pytest

from .packages import FILES, module_name

LICENSE = "# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl)."
SOURCE = re.compile(r"^ *Source: \S.*\S \((C1|C2|M)\)$", re.MULTILINE)
NAMES = [module_name(file) for file in FILES]
EXPECTED_MODULES = {
    "kinerja_rules": "predicate nip indicator distribution credit objection legacy "
    "workflow drafting",
    "citizen_rules": "satisfaction sampling shrinkage trust release sla",
}


def public_members(module: ModuleType) -> list:
    return [
        member
        for name, member in vars(module).items()
        if not name.startswith("_")
        and (inspect.isfunction(member) or inspect.isclass(member))
        and member.__module__ == module.__name__
    ]


def faults(function) -> list[str]:
    text = inspect.getdoc(function) or ""
    found = []
    if not doctest.DocTestParser().get_examples(text):
        found.append("no doctest")
    if not SOURCE.search(text):
        found.append("no Source line")
    if re.search(r"Source:", SOURCE.sub("", text)):
        found.append("a Source line without its mark")
    return found


def test_every_planned_module_exists():
    for package, modules in EXPECTED_MODULES.items():
        assert {f"{package}.{name}" for name in modules.split()} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_doctests_of_module_pass(name):
    module = importlib.import_module(name)
    failed, attempted = doctest.testmod(module)
    assert failed == 0
    assert attempted > 0 or not public_members(module)


@pytest.mark.parametrize("name", NAMES)
def test_public_functions_have_example_and_source(name):
    module = importlib.import_module(name)
    functions = filter(inspect.isfunction, public_members(module))
    assert {f.__name__: faults(f) for f in functions if faults(f)} == {}


@pytest.mark.parametrize("name", NAMES)
def test_module_and_its_classes_say_what_they_are(name):
    module = importlib.import_module(name)
    assert module.__doc__
    for member in filter(inspect.isclass, public_members(module)):
        # A NamedTuple without docstring gets one that starts with its own call.
        assert not (member.__doc__ or "").startswith((f"{member.__name__}(", " "))
        assert member.__doc__


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_file_has_license_and_stays_small(file):
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[0] == LICENSE
    assert len(lines) <= 250
    assert max(map(len, lines)) <= 88


def test_missing_example_and_source_are_noticed():
    def bare():
        """Return nothing."""

    def without_mark():
        """Return nothing.

        >>> None

        Source: PP 30/2019, Pasal 59
        """

    def good():
        """Return nothing.

        >>> None

        Source: PP 30/2019, Pasal 59 (C1)
        """

    assert faults(bare) == ["no doctest", "no Source line"]
    assert faults(without_mark) == ["no Source line", "a Source line without its mark"]
    assert faults(good) == []
