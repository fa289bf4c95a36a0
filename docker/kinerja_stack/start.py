# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""From an empty volume, or from the release before, to a server that answers."""

from __future__ import annotations

import os
import re
import secrets
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

from . import archive, database
from .restore import DRILL
from .settings import (
    BASE,
    CONF,
    Stop,
    add_ons,
    address,
    all_add_ons,
    filestore,
    password,
    write_conf,
)

PARTIAL = f"{BASE}_first_start"
REASON = "before-upgrade"
HEALTH = "http://127.0.0.1:8069/web/health?db_server_status=1"
QUIET = ("--workers", "0", "--max-cron-threads", "0", "--no-http", "--stop-after-init")
Versions = dict[str, tuple[str, str]]


def serve() -> None:
    """Have a database that fits this release, then become Odoo."""
    write_conf()
    address()
    with database.alone():
        if BASE in database.names():
            upgrade()
        else:
            first_start()
        set_parameters()
    os.execvpe("odoo", ["odoo", "server", "-c", str(CONF)], environment())


def environment(**extra: str) -> dict[str, str]:
    """Give Odoo an environment without secrets; it has a settings file."""
    kept = {k: v for k, v in os.environ.items() if not k.endswith("PASSWORD")}
    return {**kept, **extra}


def odoo(what: str, *words: Any, **options: Any) -> None:
    """Run Odoo once, its log in the log of the container."""
    done = subprocess.run(
        ["odoo", *(str(word) for word in words)],
        env=options.pop("env", None) or environment(),
        check=False,
        **options,
    )
    if done.returncode:
        raise Stop(f"{what} failed: the lines above say why.")


def first_start() -> None:
    """Make the database under another name, so that a broken-off start leaves none."""
    beside = set(database.names()) - {PARTIAL, DRILL}
    if beside:
        raise Stop(
            f"There is no database {BASE}, but {', '.join(sorted(beside))}: a restore "
            "was broken off. Restore a backup again."
        )
    admin = password("KINERJA_ADMIN_PASSWORD")
    database.drop(PARTIAL)
    print("First start: making the database; this takes some minutes.")
    words = ["--language", "id_ID", "--country", "ID", "--username", "admin"]
    # A command line can be seen by others: the real password is set by the script.
    words += ["--password", secrets.token_urlsafe(32)]
    odoo("Making the database", "db", "-c", CONF, "init", *words, PARTIAL)
    names = ",".join(add_ons())
    odoo("Installing", "server", "-c", CONF, "-d", PARTIAL, "-i", names, *QUIET)
    script = Path(__file__).with_name("inside") / "first_start.py"
    with script.open("rb") as source:
        odoo(
            "Setting up",
            *("shell", "-c", CONF, "-d", PARTIAL, "--no-http", "--log-level", "warn"),
            stdin=source,
            env=environment(KINERJA_ADMIN_PASSWORD=admin),
        )
    if filestore(BASE).is_dir():
        # Files of a database that is lost: whoever finds it again will want them.
        filestore(BASE).rename(filestore(f"{BASE}_old_{archive.stamp()}"))
    database.rename(PARTIAL, BASE)
    print("First start: the database is ready.")


def upgrade(names: list[str] | None = None) -> None:
    """Update our add-ons whose version is another one, after a backup.

    :param names: update these whatever their version is
    """
    installed = versions()
    changed = names or outdated(installed)
    if changed:
        backup_once(installed)
        print(f"Upgrade: {', '.join(changed)}")
        words = ["-d", BASE, "-u", ",".join(changed), *QUIET]
        new = [name for name in add_ons() if name not in installed]
        words += ["-i", ",".join(new)] if new else []
        odoo("The upgrade", "server", "-c", CONF, *words)
        print("Upgrade: done.")


def versions() -> Versions:
    """Give {add-on: (version, state)} of ours in the database."""
    ours = sorted(all_add_ons())
    with database.session(BASE) as cursor:
        cursor.execute(
            "SELECT name, coalesce(latest_version, ''), state FROM ir_module_module"
            " WHERE name = ANY(%s) AND state NOT IN ('uninstalled', 'uninstallable')",
            [ours],
        )
        return {name: (version, state) for name, version, state in cursor.fetchall()}


def outdated(installed: Versions) -> list[str]:
    """Name the add-ons to install or update; refuse what a newer release has made."""
    image, found = all_add_ons(), []
    for name, (version, state) in sorted(installed.items()):
        if numbers(version) > numbers(image[name]):
            raise Stop(
                f"The database has {name} {version}, this image only {image[name]}: "
                "start the newer image, or restore the backup made before the upgrade."
            )
        if version != image[name] or state != "installed":
            found.append(name)
    return found + [name for name in add_ons() if name not in installed]


def numbers(version: str) -> list[int]:
    """Make versions comparable."""
    return [int(one) for one in re.findall(r"\d+", version)]


def backup_once(installed: Versions) -> None:
    """Back up before an upgrade, but not again when it is tried again."""
    before = {name: version for name, (version, _state) in sorted(installed.items())}
    last = archive.latest(REASON)
    if last.get("add_ons") != all_add_ons() or last.get("before") != before:
        archive.backup(REASON, before=before)


def set_parameters() -> None:
    """Write the address of this system where links and reports take it from."""
    values = {
        "web.base.url": address(),
        "web.base.url.freeze": "True",
        # Reports are drawn in this container, which need not reach that address.
        "report.url": "http://127.0.0.1:8069",
    }
    with database.session(BASE) as cursor:
        cursor.executemany(
            "INSERT INTO ir_config_parameter (key, value) VALUES (%s, %s)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            list(values.items()),
        )


def healthy() -> None:
    """Ask Odoo, and PostgreSQL through it."""
    try:
        with urllib.request.urlopen(HEALTH, timeout=8) as answer:
            sys.exit(answer.status != 200)
    except OSError as error:
        raise Stop(f"Odoo does not answer: {error}") from None
