# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Databases: a template of Odoo's own modules once, then copies in seconds."""

from __future__ import annotations

import os
import shutil

from .odoo_log import problems
from .odoo_run import INSIDE, Place
from .paths import digest, digest_of
from .say import Stop, step

DEPENDENCIES = ("hr", "hr_skills", "hr_gamification", "mail", "portal")
WEBSITE = ("website",)


def template(place: Place, website: bool = False) -> str:
    """Give the name of a database with Odoo's modules in Indonesian, no demo.

    It is built under another name and renamed when it is complete, so a database
    of this name is always a whole one. The name is a key of all that went into it.
    """
    modules = DEPENDENCIES + (WEBSITE if website else ())
    script = digest_of([INSIDE / "locale.py"])
    key = digest(place.odoo.version, *modules, script)[:10]
    name = f"template_{'web_' if website else ''}{key}"
    if not whole(place, name):
        drop(place, name)
        build(place, name, modules)
    return name


def build(place: Place, name: str, modules: tuple[str, ...]) -> None:
    """Make the template."""
    partial = f"{name}_partial"
    log = f"{place.cluster.name}-template"
    drop(place, partial)
    with step(f"database of Odoo ({place.cluster.name})"):
        words = ["init", "--language", "id_ID", "--country", "ID", partial]
        place.run_plain(log, "Making a database", "db", "-c", place.conf, *words)
        place.install(log, "Installing Odoo's HR", partial, "-i", ",".join(modules))
        place.script("locale", partial)
    rename(place, partial, name)


def copy(place: Place, source: str, target: str) -> None:
    """Make a database like another; files are linked, Odoo never changes one."""
    drop(place, target)
    files, copies = place.filestore(source), place.filestore(target)
    if files.is_dir():
        shutil.copytree(files, copies, copy_function=os.link)
    place.cluster.sql(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')
    place.cluster.sql(
        "UPDATE ir_config_parameter SET value = gen_random_uuid()"
        " WHERE key IN ('database.secret', 'database.uuid')",
        target,
    )


def drop(place: Place, name: str) -> bool:
    """Remove a database, whoever is connected, and its files."""
    found = exists(place, name)
    disconnect(place, name)
    place.cluster.sql(f'DROP DATABASE IF EXISTS "{name}"')
    shutil.rmtree(place.filestore(name), ignore_errors=True)
    return found


def disconnect(place: Place, name: str) -> None:
    """End the sessions in a database.

    PostgreSQL's own cleaning is not ours to end, neither so nor by force: it gives
    way by itself to what comes next.
    """
    place.cluster.sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        f" WHERE datname = '{name}' AND usename = current_user"
    )


def rename(place: Place, old: str, new: str) -> None:
    """Give a finished database its name; the database itself comes last."""
    shutil.rmtree(place.filestore(new), ignore_errors=True)
    if place.filestore(old).is_dir():
        place.filestore(old).rename(place.filestore(new))
    disconnect(place, old)
    place.cluster.sql(f'ALTER DATABASE "{old}" RENAME TO "{new}"')


def exists(place: Place, name: str) -> bool:
    """Tell whether a database of this name is there."""
    query = f"SELECT 1 FROM pg_database WHERE datname = '{name}'"
    return bool(place.cluster.sql(query))


def whole(place: Place, name: str) -> bool:
    """Tell whether a database is there together with its files.

    The server's data may outlive the checkout's folder, where the files are.
    """
    return exists(place, name) and place.filestore(name).is_dir()


def install(place: Place, base: str, modules: list[str], demo: bool) -> None:
    """Install our add-ons into a copy, or update them where they are already.

    Odoo gives an add-on its demo data only if all it depends on have theirs. The
    agency shall be ours alone, so for the time of the install they claim to.
    """
    if not modules:
        return
    claim = "UPDATE ir_module_module SET demo = {} WHERE state = 'installed'"
    names = ",".join(f"'{name}'" for name in modules)
    others = f" AND name NOT IN ({names})"
    if demo:
        place.cluster.sql(claim.format("true") + others, base)
    words = ["-i", ",".join(modules), "-u", ",".join(modules)]
    words += ["--with-demo"] if demo else []
    log = place.install(f"{place.cluster.name}-install", "Installing", base, *words)
    place.cluster.sql(claim.format("false") + others, base)
    found = problems(log)
    if found:
        raise Stop(f"Installing our add-ons logged: {found[0]} (see {log})")
