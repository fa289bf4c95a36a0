# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Bringing a backup back, for a drill or in earnest; nothing is ever overwritten."""

from __future__ import annotations

import tarfile
import time
from typing import Any

from . import archive, database, fingerprint
from .settings import BACKUPS, BASE, Stop, filestore

DRILL, RESTORED = f"{BASE}_drill", f"{BASE}_restored"
SHOWN = 20


def rebuild(name: str, base: str) -> tuple[dict[str, Any], list[str]]:
    """Build a database from a backup; give its manifest and what is not equal."""
    manifest = archive.check(name)
    database.drop(base)
    database.create(base, manifest["collate"], manifest["ctype"])
    words = ["--no-owner", "--exit-on-error", "--jobs", "2", "-d", base]
    database.run("pg_restore", *words, BACKUPS / name / archive.DUMP)
    with tarfile.open(BACKUPS / name / archive.FILES) as tar:
        filestore(base).mkdir(parents=True)
        tar.extractall(filestore(base), filter="data")
    with database.session(base) as cursor:
        found = {
            "tables": fingerprint.tables(cursor),
            "sequences": fingerprint.sequences(cursor),
            "schema": fingerprint.schema(base),
        }
        unequal = fingerprint.differences(manifest, found)
        cursor.execute(archive.STORED)
        stored = {one for (one,) in cursor.fetchall()}
    return manifest, unequal + compare_files(name, base, stored, manifest["missing"])


def compare_files(
    name: str, base: str, stored: set[str], missing: list[str]
) -> list[str]:
    """Name each attachment that is absent or other than it was."""
    told = []
    text = (BACKUPS / name / archive.LIST).read_text(encoding="utf-8")
    expected = {
        file: sha for sha, file in (line.split("  ", 1) for line in text.splitlines())
    }
    for file, sha in expected.items():
        path = filestore(base) / file
        if not path.is_file() or archive.digest(path) != sha:
            told.append(f"file {file} is absent or other than it was")
    for file in sorted(stored - expected.keys() - set(missing)):
        told.append(f"file {file} belongs to an attachment and is not in the backup")
    return told


def drill(name: str = "") -> None:
    """Prove that a backup can be restored, beside the running system."""
    name = name or (archive.names() or [""])[-1]
    start = time.monotonic()
    with database.alone(database.DRILLED):
        try:
            manifest, unequal = rebuild(name, DRILL)
        finally:
            database.drop(DRILL)
    tell(unequal)
    if unequal:
        raise Stop(f"DRILL FAILED: the backup {name} has {len(unequal)} differences.")
    print(
        f"DRILL PASSED: {name} restored in {time.monotonic() - start:.0f} s and equal: "
        f"{len(manifest['tables'])} tables, "
        f"{fingerprint.rows(manifest['tables'])} rows, "
        f"{manifest['stored'] - len(manifest['missing'])} files, all definitions."
    )


def restore(name: str) -> None:
    """Put a backup in the place of the served database, which is set aside."""
    with database.alone(), database.alone(database.SAVED):
        database.need_quiet()
        _manifest, unequal = rebuild(name, RESTORED)
        tell(unequal)
        if unequal:
            raise Stop(f"Nothing was exchanged: the restored {name} is not equal.")
        aside = exchange()
    print(f"RESTORED: {name} is in place and equal to the backup.")
    if aside:
        print(f"The database before it is kept as {aside} until you forget it.")


def exchange() -> str:
    """Let the rebuilt database be served; give the name of the one before, if any.

    Whatever PostgreSQL refuses, the one before is served as it was.
    """
    # The rebuilding took its time: somebody may have started Odoo meanwhile.
    database.need_quiet()
    aside = f"{BASE}_before_{archive.stamp().replace('-', '_')}"
    found = BASE in database.names()
    if found:
        database.rename(BASE, aside)
    else:
        # What a restore left that was killed right here.
        database.rename_files(BASE, aside)
    try:
        database.rename(RESTORED, BASE)
    except Stop:
        if found:
            database.rename(aside, BASE)
        raise
    return aside if found else ""


def tell(unequal: list[str]) -> None:
    """Print the first of the differences."""
    for one in unequal[:SHOWN]:
        print(f"  {one}")
