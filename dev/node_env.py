# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The formatters and linters that are written in JavaScript."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from .paths import DEV, HOME, digest, fresh, remove
from .process import clean_env, run
from .python_env import VENV
from .say import step

NODE = HOME / "node"
LISTS = ("package.json", "package-lock.json")
#: Settings are copied beside the tools, where Node finds their plug-ins.
SETTINGS = ("prettier.config.cjs", "eslint.config.mjs")


def ensure() -> None:
    """Have the pinned tools; node and npm themselves come in a Python wheel."""
    key = digest(*[(DEV / name).read_bytes() for name in LISTS])
    done = NODE / "complete"
    if not done.exists() or done.read_text(encoding="utf-8") != key:
        with step("formatters and linters of XML and JavaScript"):
            partial = fresh("node")
            for name in LISTS:
                shutil.copy(DEV / name, partial)
            install(partial)
            (partial / "complete").write_text(key, encoding="utf-8")
            remove(NODE)
            partial.rename(NODE)
    for name in SETTINGS:
        shutil.copy(DEV / name, NODE)


def install(folder: Path) -> None:
    """Install exactly what the lock file names, running none of its scripts."""
    command = [VENV / "bin" / "npm", "ci", "--ignore-scripts", "--no-audit"]
    run([*command, "--no-fund"], "npm", "Installing tools", cwd=folder, env=env())


def tool(package: str, file: str) -> list[Any]:
    """Give the command line of one of the tools."""
    return [VENV / "bin" / "node", NODE / "node_modules" / package / file]


def env() -> dict[str, str]:
    """Let npm find the node that came with it."""
    return clean_env(PATH=f"{VENV / 'bin'}:{os.environ.get('PATH', os.defpath)}")
