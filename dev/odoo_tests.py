# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The add-ons' own tests inside Odoo, with their tours in Chromium."""

from __future__ import annotations

import json
from pathlib import Path

from . import coverage, databases, odoo_log
from .odoo_run import MAIN, Place
from .paths import HOME, LOG, addons, own
from .process import call
from .say import line, step
from .server import free_port

BASE = "kinerja_test_odoo"


def run(place: Place, tags: str | None, quick: bool) -> tuple[bool, str]:
    """Install ours into a fresh copy with tests on, then update them once more.

    With `quick` the last copy is kept and updated: seconds instead of a minute.
    """
    modules = ",".join(addons())
    if not modules:
        return False, "there is no add-on to test"
    tags = tags or ",".join(f"/{name}" for name in addons())
    again = quick and databases.exists(place, BASE)
    if not again:
        with step("copy of the database"):
            databases.copy(place, databases.template(place), BASE)
    words = ["-i", modules, *(["-u", modules] if again else []), "--test-tags", tags]
    bad = []
    with step(f"tests in Odoo ({tags})"):
        log = odoo(place, "test-odoo", words)
    ran, failed = odoo_log.results(log)
    bad += judge(log, "install and test")
    bad += [] if ran else [f"no test was executed (see {log})"]
    if not quick:
        with step("update of the installed add-ons"):
            log = odoo(place, "test-odoo-update", ["-u", modules])
        bad += judge(log, "update")
        bad += untranslated(place)
    for one in bad:
        line(f"    {one}")
    return not bad and not failed, f"{ran} tests, {failed} failed, {len(bad)} log lines"


def odoo(place: Place, name: str, words: list[str]) -> Path:
    """Run Odoo on the test database, watched by coverage; note how it ended."""
    log = own(LOG) / f"{name}.log"
    settings = ["-c", place.conf, "-d", BASE, "--stop-after-init"]
    settings += ["--http-port", free_port(), "--screenshots", HOME / "shots" / "odoo"]
    settings += ["--max-cron-threads", 0]
    code = call(coverage.command(MAIN, "server", *settings, *words), log, cwd="/")
    if code and not odoo_log.problems(log):
        with log.open("a", encoding="utf-8") as file:
            file.write(f"\n{odoo_log.stamp()} ERROR {BASE} kinerja: exit code {code}\n")
    return log


def judge(log: Path, what: str) -> list[str]:
    """Let no warning and no error of our own modules pass."""
    found = odoo_log.problems(log, warnings=True)
    more = [f"... and {len(found) - 20} more, see {log}"] if len(found) > 20 else []
    return [f"{what}: {one}" for one in found[:20]] + more


def untranslated(place: Place) -> list[str]:
    """List the terms of the installed add-ons without Indonesian words."""
    output = HOME / "terms.json"
    with step("terms without translation"):
        place.script("terms", BASE, modules=",".join(addons()), output=str(output))
    terms = json.loads(output.read_text(encoding="utf-8"))["missing"]
    return [f"not in Indonesian: {term[:100]!r}" for term in terms]
