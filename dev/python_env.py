# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The Python environment that Odoo runs in, remade whenever it is not whole."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

from . import debian
from .paths import DEV, HOME, digest, remove
from .process import run
from .say import step

VENV = HOME / "venv"
PYTHON = VENV / "bin" / "python"
RUNTIME = DEV / "requirements.txt"
TESTING = DEV / "requirements-test.txt"


def ensure(odoo: Path, testing: bool = False) -> None:
    """Have a complete environment; each stage ends with a stamp of its inputs."""
    key = digest(RUNTIME.read_bytes(), sys.version, str(odoo))
    if not stamped("runtime", key):
        make()
        name_odoo(odoo)
        install(RUNTIME, "Python packages of Odoo")
        stamp("runtime", key)
    test_key = digest(key, TESTING.read_bytes())
    if testing and not stamped("testing", test_key):
        install(TESTING, "Python packages of the tests")
        stamp("testing", test_key)


def missing() -> dict[str, str | None]:
    """Name the package that Debian keeps Python's own pip in, if it is not there."""
    if importlib.util.find_spec("ensurepip"):
        return {}
    return {f"python{sys.version_info[0]}.{sys.version_info[1]}-venv": None}


def make() -> None:
    """Start from an empty environment: a half-made one cannot be trusted."""
    debian.need(missing(), "Making a Python environment")
    with step("Python environment"):
        remove(VENV)
        run([sys.executable, "-m", "venv", VENV], "venv", "Making a Python environment")


def name_odoo(odoo: Path) -> None:
    """Let `import odoo` find the unpacked Odoo, also for pip's own eyes."""
    for packages in VENV.glob("lib/python3*/site-packages"):
        (packages / "kinerja_odoo.pth").write_text(f"{odoo}\n", encoding="utf-8")


def install(requirements: Path, what: str) -> None:
    """Install fully pinned packages; pip itself keeps a cache of them."""
    command = [PYTHON, "-m", "pip", "install", "--no-input", "--quiet"]
    command += ["--disable-pip-version-check", "-r", RUNTIME]
    command += ["-r", requirements] if requirements != RUNTIME else []
    with step(what):
        run(command, "pip", "Installing Python packages")


def stamped(stage: str, key: str) -> bool:
    """Tell whether a stage was finished from the same inputs."""
    file = VENV / f"kinerja-{stage}"
    return file.exists() and file.read_text(encoding="utf-8") == key


def stamp(stage: str, key: str) -> None:
    """Note that a stage is finished."""
    (VENV / f"kinerja-{stage}").write_text(key, encoding="utf-8")
