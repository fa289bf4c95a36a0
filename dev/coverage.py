# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How much of our Python the tests walk through."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from .paths import HOME, ROOT, addons, own, write
from .process import call, clean_env
from .python_env import PYTHON

FOLDER = HOME / "coverage"
SETTINGS = FOLDER / "settings"


def begin() -> None:
    """Forget the last run and write the settings of this one."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    own(FOLDER)
    sources = "\n    ".join(str(ROOT / name) for name in addons())
    write(
        SETTINGS,
        f"[run]\nsource =\n    {sources}\nparallel = true\nsigterm = true\n"
        f"data_file = {FOLDER}/data\ndisable_warnings = no-data-collected\n"
        "omit =\n    */tests/*\n    */__manifest__.py\n",
    )


def command(*words: Any) -> list[Any]:
    """Give the command line of a Python program that is watched."""
    if not addons():
        return [PYTHON, *words]
    return [PYTHON, "-m", "coverage", "run", f"--rcfile={SETTINGS}", *words]


def figures() -> list[str]:
    """Tell the covered share of each package and of all of them."""
    tool = [PYTHON, "-m", "coverage"]
    options = [f"--rcfile={SETTINGS}"]
    log = FOLDER / "log"
    if not list(FOLDER.glob("data.*")):
        return ["Coverage: nothing was measured."]
    call([*tool, "combine", "-q", *options], log, cwd=ROOT)
    call([*tool, "html", "-q", *options, "-d", FOLDER / "html"], log, cwd=ROOT)
    done = subprocess.run(
        [str(one) for one in (*tool, "json", "-q", "-o", "-", *options)],
        capture_output=True,
        env=clean_env(),
        cwd=ROOT,
        check=False,
    )
    if done.returncode:
        return ["Coverage: no line of ours was run."]
    return table(json.loads(done.stdout)["files"])


def table(files: dict[str, Any]) -> list[str]:
    """Sum the files up by package: an add-on, or a folder in it."""
    packages: dict[str, list[int]] = {}
    for name, entry in files.items():
        path = Path(name)
        parts = (path.relative_to(ROOT) if path.is_absolute() else path).parts
        total = entry["summary"]
        for key in ("total", "/".join(parts[:2] if len(parts) > 2 else parts[:1])):
            sums = packages.setdefault(key, [0, 0])
            sums[0] += total["covered_lines"]
            sums[1] += total["num_statements"]
    last = packages.pop("total", [0, 0])
    lines = ["Coverage of our Python, tests excluded:"]
    for name, (covered, statements) in [*sorted(packages.items()), ("total", last)]:
        share = 100 * covered / statements if statements else 100
        lines.append(f"  {name:<44} {share:5.1f} %   {covered} of {statements} lines")
    return lines
