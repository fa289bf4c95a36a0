# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Backups: what one consists of, how it is made, checked, carried away and back."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import tarfile
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from . import database, fingerprint
from .settings import BACKUPS, BASE, Stop, all_add_ons, filestore

DUMP, FILES, LIST, MANIFEST = (
    "database.dump",
    "filestore.tar",
    "filestore.sha256",
    "manifest.json",
)
CHUNK = 1 << 20
STORED = "SELECT DISTINCT store_fname FROM ir_attachment WHERE store_fname IS NOT NULL"


def stamp() -> str:
    """Name this moment so that names sort by time."""
    return datetime.now(timezone.utc).strftime("%Y%m%d-%H%M%S")


def digest(file: Path) -> str:
    """Give the SHA-256 of a file."""
    total = hashlib.sha256()
    with file.open("rb") as data:
        while chunk := data.read(CHUNK):
            total.update(chunk)
    return total.hexdigest()


def backup(reason: str = "", **notes: Any) -> str:
    """Make one backup while Odoo runs; it gets its name only when it is complete."""
    name = stamp() + (f"-{reason}" if reason else "")
    with database.alone(database.SAVED):
        manifest = build(name, {"reason": reason, **notes})
    size = sum(one.stat().st_size for one in (BACKUPS / name).iterdir())
    print(
        f"Backup {name}: {len(manifest['tables'])} tables, "
        f"{fingerprint.rows(manifest['tables'])} rows, "
        f"{manifest['stored']} files, {size / 1e6:.1f} MB."
    )
    return name


def build(name: str, notes: dict[str, Any]) -> dict[str, Any]:
    """Write a backup into a folder; what a broken-off one left is removed."""
    for old in BACKUPS.glob("partial-*"):
        shutil.rmtree(old)
    partial = BACKUPS / f"partial-{name}"
    partial.mkdir(mode=0o700)
    connection = database.connect(BASE)
    connection.set_session(isolation_level="REPEATABLE READ")
    try:
        with connection.cursor() as cursor:
            manifest = write(partial, cursor)
    finally:
        connection.close()
    manifest |= {"format": 1, "created": stamp(), **notes}
    manifest["add_ons"] = all_add_ons()
    manifest["files"] = {one: digest(partial / one) for one in (DUMP, FILES, LIST)}
    text = json.dumps(manifest, indent=1, sort_keys=True)
    (partial / MANIFEST).write_text(text + "\n", encoding="utf-8")
    partial.rename(BACKUPS / name)
    return manifest


def write(folder: Path, cursor: Any) -> dict[str, Any]:
    """Write rows, files and figures as they are at one moment.

    The lock lets people work on and keeps Odoo from deleting files in the meantime; it
    does not fix the moment yet, the first query does.
    """
    cursor.execute("LOCK TABLE ir_attachment IN ROW EXCLUSIVE MODE")
    cursor.execute("SELECT pg_export_snapshot()")
    moment = f"--snapshot={cursor.fetchone()[0]}"
    manifest: dict[str, Any] = {"sequences": fingerprint.sequences(cursor)}
    database.run("pg_dump", "-Fc", "--no-owner", moment, "-f", folder / DUMP, BASE)
    manifest["schema"] = fingerprint.schema(BASE, moment)
    manifest["tables"] = fingerprint.tables(cursor)
    cursor.execute(
        "SELECT datcollate, datctype, current_setting('server_version')"
        " FROM pg_database WHERE datname = current_database()"
    )
    keys = ("collate", "ctype", "postgresql")
    manifest |= dict(zip(keys, cursor.fetchone(), strict=True))
    cursor.execute(STORED)
    stored = {name for (name,) in cursor.fetchall()}
    missing = stored - pack(filestore(BASE), folder)
    manifest |= {"stored": len(stored), "missing": sorted(missing)}
    if missing:
        print(f"WARNING: {len(missing)} attachments have no file in the live system.")
    return manifest


def pack(source: Path, folder: Path) -> set[str]:
    """Write the attachments into one file, with the digest of each beside it."""
    found, lines = set(), []
    with tarfile.open(folder / FILES, "w") as tar:
        for file in sorted(source.glob("*/*")):
            name = str(file.relative_to(source))
            if file.is_file() and not name.startswith("checklist/"):
                tar.add(file, name)
                lines.append(f"{digest(file)}  {name}\n")
                found.add(name)
    (folder / LIST).write_text("".join(lines), encoding="utf-8")
    return found


def names() -> list[str]:
    """List the complete backups, the oldest first."""
    return sorted(file.parent.name for file in BACKUPS.glob("[0-9]*/" + MANIFEST))


def latest(reason: str) -> dict[str, Any]:
    """Give the manifest of the newest backup made for a reason, or nothing."""
    found = [name for name in names() if name.endswith(f"-{reason}")]
    return read(found[-1]) if found else {}


def read(name: str) -> dict[str, Any]:
    """Give the manifest of a backup."""
    if name not in names():
        raise Stop(f"There is no backup {name}: see the names with the command list.")
    return json.loads((BACKUPS / name / MANIFEST).read_text(encoding="utf-8"))


def check(name: str) -> dict[str, Any]:
    """Give the manifest of a backup whose files are as they were written."""
    manifest = read(name)
    for file, expected in manifest["files"].items():
        if digest(BACKUPS / name / file) != expected:
            raise Stop(f"The file {file} of the backup {name} is damaged.")
    return manifest


def listing() -> None:
    """Print the backups and the databases that are kept beside the served one."""
    for name in names():
        manifest = read(name)
        size = sum(one.stat().st_size for one in (BACKUPS / name).iterdir())
        rows = fingerprint.rows(manifest["tables"])
        print(f"backup    {name:<40} {rows:>12} rows {size / 1e6:>10.1f} MB")
    for base in database.names():
        if base != BASE:
            print(f"database  {base}")


def forget(name: str) -> None:
    """Remove a backup, or a database that a restore has set aside."""
    if name in names():
        shutil.rmtree(BACKUPS / name)
    elif name.startswith(f"{BASE}_") and name in database.names():
        database.drop(name)
    else:
        raise Stop(f"There is nothing named {name} to forget: see the command list.")
    print(f"Removed {name}.")


def keep(number: str) -> None:
    """Remove all backups but the newest ones."""
    if not number.isdecimal() or not int(number):
        raise Stop("Say how many backups to keep, for example: keep 14")
    for name in names()[: -int(number)]:
        forget(name)


def export(name: str) -> None:
    """Write a backup to standard output, to be kept on another machine."""
    check(name)
    with tarfile.open(fileobj=sys.stdout.buffer, mode="w|") as tar:
        tar.add(BACKUPS / name, name)


def bring() -> None:
    """Take a backup that was carried away from standard input."""
    folder = BACKUPS / f"brought-{stamp()}"
    try:
        with tarfile.open(fileobj=sys.stdin.buffer, mode="r|") as tar:
            tar.extractall(folder, filter="data")
    except (tarfile.TarError, OSError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise Stop(f"What came in is no whole backup: {error}.") from None
    found = list(folder.glob("[0-9]*/" + MANIFEST))
    if len(found) != 1 or found[0].parent.name in names():
        shutil.rmtree(folder)
        raise Stop("This is not one backup, or it is here already.")
    name = found[0].parent.name
    found[0].parent.rename(BACKUPS / name)
    folder.rmdir()
    check(name)
    print(f"Took the backup {name}.")
