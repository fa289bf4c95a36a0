# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Every tool that reads the code without running it; none stops the others."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from . import layers, node_env, sizes
from .paths import DEV, ROOT, addons
from .process import clean_env, die_with_parent, jobs
from .python_env import PYTHON, VENV
from .say import line

Check = Callable[[bool], list[str]]
RUFF = VENV / "bin" / "ruff"


def lint(fix: bool = False) -> list[str]:
    """Run all checks, print what each found, and name those that found any."""
    failed = []
    for name, check in CHECKS.items():
        start = time.monotonic()
        found = check(fix)
        verdict = "failed" if found else "ok"
        line(f"  {name:<24} {verdict:<8} {time.monotonic() - start:.1f} s")
        for one in found:
            line(f"    {one}")
        failed += [name] if found else []
    return failed


def tool(*words: Any, env: dict[str, str] | None = None) -> list[str]:
    """Run a tool at the top of the checkout; what it says counts if it fails."""
    done = subprocess.run(
        [str(word) for word in words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        cwd=ROOT,
        env=env or clean_env(),
        preexec_fn=die_with_parent,
        check=False,
    )
    lines = [one for one in done.stdout.splitlines() if one.strip()]
    return (lines or [f"exit code {done.returncode}"]) if done.returncode else []


def python_code() -> list[Path]:
    """List what holds Python of ours."""
    folders = [ROOT / name for name in ("dev", "docker", "tests", *addons())]
    return [one for one in folders if one.is_dir()] + [ROOT / "kinerja"]


def files(*patterns: str) -> list[Path]:
    """List files of our add-ons by pattern, in a fixed order."""
    return sorted(
        file
        for name in addons()
        for pattern in patterns
        for file in (ROOT / name).rglob(pattern)
        if "lib" not in file.relative_to(ROOT).parts
    )


def ruff_check(fix: bool) -> list[str]:
    """Look for mistakes, unsorted imports and tangled functions."""
    words = ["check", "--quiet", "--config", DEV / "ruff.toml"]
    words += ["--fix"] if fix else []
    return tool(RUFF, *words, "--output-format", "concise", *python_code())


def ruff_format(fix: bool) -> list[str]:
    """Look for another layout than ruff's."""
    words = ["format", "--quiet", "--config", DEV / "ruff.toml"]
    words += [] if fix else ["--diff"]
    return tool(RUFF, *words, *python_code())


def pylint_words() -> list[str]:
    """Give the configuration and the number of processes."""
    return [f"--rcfile={DEV / 'pylintrc'}", f"--jobs={jobs()}"]


def pylint(_fix: bool) -> list[str]:
    """Look for what the OCA forbids in Odoo code."""
    if not addons():
        return []
    return tool(PYTHON, "-m", "pylint", *pylint_words(), *addons())


def oca_module(_fix: bool) -> list[str]:
    """Look for mistakes in manifests, XML and CSV."""
    if not addons():
        return []
    words = ["--config", DEV / "oca_hooks.cfg", *addons()]
    return tool(VENV / "bin" / "oca-checks-odoo-module", *words)


def oca_po(_fix: bool) -> list[str]:
    """Look for mistakes in translations."""
    found = files("*.po", "*.pot")
    if not found:
        return []
    words = ["--config", DEV / "oca_hooks.cfg", *found]
    return tool(VENV / "bin" / "oca-checks-po", *words)


def translations(_fix: bool) -> list[str]:
    """Look for terms without Indonesian words."""
    if not addons():
        return []
    return tool(PYTHON, DEV / "po_check.py", *addons())


def prettier(fix: bool) -> list[str]:
    """Look for another layout of XML and JavaScript than prettier's."""
    found = files("*.xml", "*.js")
    if not found:
        return []
    command = node_env.tool("prettier", "bin/prettier.cjs")
    command += ["--config", node_env.NODE / "prettier.config.cjs"]
    command += ["--no-editorconfig", "--ignore-path", "/dev/null"]
    command += ["--log-level", "warn", "--write" if fix else "--check"]
    return tool(*command, *found, env=node_env.env())


def eslint(fix: bool) -> list[str]:
    """Look for mistakes in JavaScript."""
    found = files("*.js")
    if not found:
        return []
    command = node_env.tool("eslint", "bin/eslint.js")
    command += ["--config", node_env.NODE / "eslint.config.mjs"]
    command += ["--max-warnings", "0", *(["--fix"] if fix else [])]
    return tool(*command, *found, env=node_env.env())


CHECKS: dict[str, Check] = {
    "ruff check": ruff_check,
    "ruff format": ruff_format,
    "pylint-odoo": pylint,
    "OCA hooks, add-ons": oca_module,
    "OCA hooks, translations": oca_po,
    "prettier": prettier,
    "eslint": eslint,
    "sizes": lambda _fix: sizes.check(),
    "layers": lambda _fix: layers.check(),
    "translations complete": translations,
}
