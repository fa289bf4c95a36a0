# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Reading Odoo's log: what went wrong, and how many tests really ran."""

from __future__ import annotations

import os
import re
from datetime import datetime
from pathlib import Path

LINE = re.compile(
    r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+ \d+ "
    r"(?P<level>[A-Z]+) (?P<base>\S+) (?P<logger>\S+?): (?P<text>.*)$"
)
#: Odoo's own closing line of a test run.
RESULT = re.compile(r"(\d+) failed, (\d+) error\(s\) of (\d+) tests")
BAD = ("ERROR", "CRITICAL")


def problems(log: Path, warnings: bool = False) -> list[str]:
    """List the lines that tell of an error, and of a warning where those count."""
    levels = BAD + (("WARNING",) if warnings else ())
    found = []
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        match = LINE.match(line)
        if not match:
            continue
        failed_demo = "demo data failed to install" in match["text"]
        if match["level"] in levels or failed_demo:
            found.append(f"{match['level']} {match['logger']}: {match['text']}")
    return found


def results(log: Path) -> tuple[int, int]:
    """Read how many tests ran and how many of them did not pass."""
    text = log.read_text(encoding="utf-8", errors="replace")
    found = RESULT.findall(text)
    ran = sum(int(total) for _failed, _errors, total in found)
    bad = sum(int(failed) + int(errors) for failed, errors, _total in found)
    return ran, bad


def stamp() -> str:
    """Begin a line the way Odoo does."""
    return f"{datetime.now():%Y-%m-%d %H:%M:%S},000 {os.getpid()}"
