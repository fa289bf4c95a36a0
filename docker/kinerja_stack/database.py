# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""PostgreSQL as the account of Odoo sees it; no superuser is needed."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from typing import Any

import psycopg2
from psycopg2 import sql

from .settings import BASE, HOST, USER, Stop, filestore, need

#: Numbers of the locks: for the served database, a drill beside it, a backup.
SERVED, DRILLED, SAVED = 7051, 7052, 7053
PATIENCE = 60


def environment() -> dict[str, str]:
    """Tell PostgreSQL's own programs where to go, without words on a command line."""
    return {
        **os.environ,
        "PGHOST": HOST,
        "PGUSER": USER,
        "PGPASSWORD": need("KINERJA_DB_PASSWORD"),
    }


def connect(base: str = "postgres") -> Any:
    """Open a connection, waiting for a server that is still starting."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return psycopg2.connect(
                host=HOST, user=USER, password=need("KINERJA_DB_PASSWORD"), dbname=base
            )
        except psycopg2.OperationalError as error:
            told = str(error).strip()
            refused = "authentication failed" in told or "does not exist" in told
            if refused or time.monotonic() > end:
                raise Stop(f"PostgreSQL refused: {told}") from None
            time.sleep(1)


@contextlib.contextmanager
def session(base: str = "postgres") -> Iterator[Any]:
    """Give a cursor whose statements each stand alone."""
    connection = connect(base)
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            yield cursor
    except psycopg2.Error as error:
        told = str(error).strip().splitlines() or ["it said nothing"]
        raise Stop(f"PostgreSQL refused: {told[0]}") from None
    finally:
        connection.close()


@contextlib.contextmanager
def alone(lock: int = SERVED) -> Iterator[None]:
    """Let one container at a time make, upgrade or exchange databases."""
    with session() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [lock])
        if not cursor.fetchone()[0]:
            raise Stop("Another container is at work on the database: wait for it.")
        yield


def names() -> list[str]:
    """List the databases that belong to the account of Odoo."""
    with session() as cursor:
        cursor.execute(
            "SELECT datname FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba"
            " WHERE r.rolname = %s ORDER BY datname",
            [USER],
        )
        return [name for (name,) in cursor.fetchall()]


def need_quiet() -> None:
    """Stop when somebody is connected to the served database.

    PostgreSQL's own cleaning is nobody: it has no account, and gives way by itself.
    """
    with session() as cursor:
        cursor.execute(
            "SELECT 1 FROM pg_stat_activity WHERE datname = %s AND usename IS NOT NULL",
            [BASE],
        )
        if cursor.fetchone():
            raise Stop("Odoo is still running: docker compose stop odoo")


def create(base: str, collate: str, ctype: str) -> None:
    """Make an empty database with the sort order of the one it is to equal."""
    with session() as cursor:
        cursor.execute(
            sql.SQL(
                "CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'"
                " LC_COLLATE %s LC_CTYPE %s"
            ).format(sql.Identifier(base)),
            [collate, ctype],
        )


def drop(base: str) -> None:
    """Remove a database and its files.

    Not by force: that fails while PostgreSQL itself cleans up in it, which a plain
    removal ends.
    """
    with session() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = %s AND usename = %s",
            [base, USER],
        )
        cursor.execute(
            sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(base))
        )
    shutil.rmtree(filestore(base), ignore_errors=True)


def rename(old: str, new: str) -> None:
    """Give a database and its files another name, or leave both as they are.

    The name that is served goes first and comes last, so that a database of this name
    has its files even if we are killed in between.
    """
    first, second = rename_database, rename_files
    if old != BASE:
        first, second = second, first
    first(old, new)
    try:
        second(old, new)
    except Stop:
        first(new, old)
        raise


def rename_database(old: str, new: str) -> None:
    """Give a database another name; PostgreSQL refuses while somebody is connected."""
    with session() as cursor:
        cursor.execute(
            sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
                sql.Identifier(old), sql.Identifier(new)
            )
        )


def rename_files(old: str, new: str) -> None:
    """Give the files of a database, where there are any, another name."""
    try:
        if filestore(old).is_dir():
            filestore(old).rename(filestore(new))
    except OSError as error:
        raise Stop(f"The files of {old} cannot be moved: {error}.") from None


def run(*words: Any) -> str:
    """Run one of PostgreSQL's programs and give what it prints."""
    done = subprocess.run(
        [str(word) for word in words],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        told = done.stderr.strip().splitlines() or ["it said nothing"]
        raise Stop(f"{words[0]} failed: {told[0]}")
    return done.stdout
