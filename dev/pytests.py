# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The tests that pytest runs: rules, containers, the product in a browser."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from . import coverage, databases, demo
from .odoo_run import Place
from .paths import HOME, ROOT, addons, own
from .process import clean_env, die_with_parent, jobs
from .python_env import PYTHON
from .say import line, step
from .server import Server, free_port

RULES = ROOT / "tests" / "rules"
BROWSER = ROOT / "tests" / "browser"
DEPLOYMENT = ROOT / "tests" / "deployment"
INSTALLATION = ROOT / "tests" / "installation"
KILLED = ROOT / "tests" / "killed"
SHOTS = HOME / "shots"
NOT_TRIED = re.compile(r"^  (not tried: .+)$")
CLOSING = re.compile(r"\b(\d+) (passed|failed|errors?|skipped)\b")


def rules(words: list[str]) -> tuple[bool, str]:
    """Test the law as plain Python, without Odoo."""
    if not RULES.is_dir():
        return False, "there is no folder tests/rules"
    return pytest([RULES, *words], clean_env(), watched=True)


def stack(words: list[str]) -> tuple[bool, str]:
    """Test the containers of production; where there is no Docker, say so."""
    if not DEPLOYMENT.is_dir():
        return False, "there is no folder tests/deployment"
    return pytest([DEPLOYMENT, *words], clean_env())


def pytest(
    words: list[Any], env: dict[str, str], watched: bool = False
) -> tuple[bool, str]:
    """Run pytest with its output shown as it comes; give its closing counts.

    A reason why something was not tried, which the tests themselves tell, is given too.
    """
    options = ["-o", f"cache_dir={HOME / 'pytest'}", "-q", "--color=no"]
    start = coverage.command("-m", "pytest") if watched else [PYTHON, "-m", "pytest"]
    last, reasons = "", set[str]()
    with subprocess.Popen(
        [str(one) for one in (*start, *options, *words)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        cwd=ROOT,
        env=env,
        preexec_fn=die_with_parent,
    ) as process:
        for text in process.stdout or ():
            line(text.rstrip("\n"))
            last = text.strip() or last
            reasons |= set(NOT_TRIED.findall(text.rstrip("\n")))
    counts = dict((kind, int(number)) for number, kind in CLOSING.findall(last))
    good = process.returncode == 0 and bool(counts.get("passed"))
    told = [f"{n} {kind}" for kind, n in counts.items()] or ["no test ran"]
    return good, ", ".join(told) + "".join(f"; {one}" for one in sorted(reasons))


@contextlib.contextmanager
def served(place: Place, base: str, website: bool) -> Iterator[dict[str, str]]:
    """Serve a fresh demo agency, as production would, for the time of the tests."""
    with step("copy of the database"):
        databases.copy(place, databases.template(place, website), base)
    with step("our add-ons with the demo agency"):
        databases.install(place, base, addons(), demo=True)
    demo.set_passwords(place, base)
    server = Server(f"test-{base}", mortal=True)
    port = free_port()
    ports = ("--gevent-port", free_port())
    try:
        with step("server"):
            server.start(place, base, port, *ports, "--workers", jobs())
        yield clean_env(
            KINERJA_URL=f"http://127.0.0.1:{port}",
            KINERJA_DB=base,
            KINERJA_DSN=place.cluster.dsn(base),
            KINERJA_PASSWORD=demo.password(),
            KINERJA_CHROMIUM=shutil.which("chromium") or "",
            KINERJA_SHOTS=str(own(SHOTS)),
            KINERJA_LOG=str(server.log),
            KINERJA_SERVER_PID=str(server.daemon.info.get("pid", "")),
            KINERJA_WITH_WEBSITE="1" if website else "",
        )
    finally:
        server.stop()


def contract_files() -> list[Path]:
    """List the tests of the citizen contract, which websites must not change."""
    return sorted(BROWSER.glob("test_contract*.py"))


def website(place: Place, words: list[str]) -> tuple[bool, str]:
    """Test the citizen contract with Odoo's website installed beside it."""
    with served(place, "kinerja_test_website", website=True) as env:
        return pytest([*contract_files(), *words], env)


def browser(place: Place, words: list[str]) -> tuple[bool, str]:
    """Test the product from outside, in Chromium."""
    if not BROWSER.is_dir():
        return False, "there is no folder tests/browser"
    with served(place, "kinerja_test_e2e", website=False) as env:
        return pytest([BROWSER, *words], env)


def installation(place: Place, words: list[str]) -> tuple[bool, str]:
    """Install our add-ons on a database of HR and uninstall them again."""
    base = "kinerja_test_installation"
    with step("copy of the database"):
        databases.copy(place, databases.template(place), base)
    shell = ("shell", "-d", base, "--no-http", "--log-level", "error")
    command = [str(word) for word in place.command(*shell)]
    env = clean_env(
        KINERJA_ODOO=json.dumps(command),
        KINERJA_DSN=place.cluster.dsn(base),
        KINERJA_MODULES=",".join(addons()),
    )
    return pytest([INSTALLATION, *words], env)


def killed(place: Place, words: list[str]) -> tuple[bool, str]:
    """Kill a server while it closes a year, and see that it goes on."""
    base = "kinerja_test_killed"
    with step("copy of the database"):
        databases.copy(place, databases.template(place), base)
    with step("our add-ons without demo data"):
        databases.install(place, base, list(addons()), demo=False)
    shell = ("shell", "-d", base, "--no-http", "--log-level", "error")
    serve = ("server", "-d", base, "--http-port", free_port(), "--max-cron-threads", 1)
    env = clean_env(
        KINERJA_ODOO=json.dumps([str(word) for word in place.command(*shell)]),
        KINERJA_SERVER=json.dumps([str(word) for word in place.command(*serve)]),
        KINERJA_DSN=place.cluster.dsn(base),
    )
    return pytest([KILLED, *words], env)
