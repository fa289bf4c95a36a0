# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the environment says, and the settings file made of it."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import secrets
import string
from pathlib import Path

HOME = Path("/opt/kinerja")
DATA = Path("/var/lib/odoo")
BACKUPS = Path("/backups")
CONF = Path("/tmp/kinerja.conf")
#: The only database that is served.
BASE = "kinerja"
HOST, USER = "db", "odoo"
LENGTH = 12
#: Words that passwords are guessed from.
COMMON = re.compile("admin|pass|sandi|rahasia|odoo|kinerja|postgres|ganti|123456")
ADDRESS = re.compile(r"https?://[^/\s]+")


class Stop(Exception):
    """A failure that the operator can act on, told in one sentence."""


def need(name: str) -> str:
    """Give a value that has no default."""
    value = os.environ.get(name, "")
    if not value:
        raise Stop(f"{name} is missing in the file .env.")
    return value


def password(name: str) -> str:
    """Give a password that is worth the name."""
    value = need(name)
    if len(value) < LENGTH or COMMON.search(value.lower()):
        raise Stop(
            f"{name} is too easy to guess: put the output of `openssl rand -hex 24` "
            "into the file .env."
        )
    return value


def address() -> str:
    """Give the address that people type, without anything behind the host."""
    value = need("KINERJA_URL").rstrip("/")
    if not ADDRESS.fullmatch(value):
        raise Stop("KINERJA_URL must look like https://kinerja.example.go.id")
    return value


def number(name: str, default: int) -> int:
    """Give a number that has a default."""
    value = os.environ.get(name) or str(default)
    if not value.isdecimal():
        raise Stop(f"{name} must be a number, not {value!r}.")
    return int(value)


def needs() -> None:
    """Stop the building of an image that lacks a Python package of our add-ons."""
    wanted = {
        package
        for manifest in manifests().values()
        for package in manifest.get("external_dependencies", {}).get("python", [])
    }
    absent = sorted(one for one in wanted if not importlib.util.find_spec(one))
    if absent:
        raise Stop(f"The base image has no Python package {', '.join(absent)}.")


def write_conf() -> None:
    """Write the settings of Odoo where only this container can read them."""
    template = string.Template((HOME / "docker/odoo.conf").read_text(encoding="utf-8"))
    text = template.substitute(
        addons_path=HOME,
        base=BASE,
        db_password=password("KINERJA_DB_PASSWORD"),
        # Nobody knows it: what it opens is switched off.
        master_password=secrets.token_urlsafe(32),
        workers=number("KINERJA_WORKERS", 4),
        smtp_host=os.environ.get("KINERJA_SMTP_HOST") or "localhost",
        smtp_port=number("KINERJA_SMTP_PORT", 25),
    )
    CONF.unlink(missing_ok=True)
    CONF.touch(mode=0o600)
    CONF.write_text(text, encoding="utf-8")


def filestore(base: str) -> Path:
    """The folder of a database's attachments."""
    return DATA / "filestore" / base


def manifests() -> dict[str, dict]:
    """Read the manifests of the add-ons that this image brings."""
    files = sorted(HOME.glob("hr_asn_kinerja*/__manifest__.py"))
    return {
        file.parent.name: ast.literal_eval(file.read_text(encoding="utf-8"))
        for file in files
    }


def add_ons(bridges: bool = False) -> dict[str, str]:
    """Give {add-on: version} of what every agency has.

    :param bridges: of what Odoo itself adds where it fits instead
    """
    return {
        name: manifest["version"]
        for name, manifest in manifests().items()
        if bool(manifest.get("auto_install")) == bridges
    }


def all_add_ons() -> dict[str, str]:
    """Give {add-on: version} of all that this image brings."""
    return add_ons() | add_ons(bridges=True)
