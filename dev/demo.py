# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The demo agency: made once, brought up to date, served."""

from __future__ import annotations

import json
import secrets
from pathlib import Path
from typing import Any

from . import databases, setup
from .odoo_run import Place
from .odoo_source import read_json
from .paths import HOME, ROOT, addons, digest, digest_of, write
from .postgres import DEMO
from .say import Stop, line, step
from .server import Server, port_is_free

BASE, PORT = "kinerja_demo", 8069
#: Who the demo logins are.
ROLES = {
    "pegawai": "employee",
    "penilai": "assessor",
    "pengelola": "performance officer",
    "bkpsdm": "agency manager",
    "auditor": "auditor (Inspektorat)",
    "admin": "administrator of Odoo",
}
WORDS = ("padi", "kopi", "teh", "lada", "pala", "jati", "bambu", "melati", "kenanga")
WORDS += ("sawah", "hutan", "sungai", "gunung", "danau", "pulau", "rusa", "elang")
SERVER = Server("demo")


def demo(port: int = PORT, base: str = BASE) -> None:
    """Have the demo agency served, and tell how to come in."""
    check_port(port, base)
    with setup.locked():
        place = setup.ready(DEMO)
        state_file = HOME / f"demo-{base}.json"
        state = state_of(place)
        if SERVER.serves(base, port) and read_json(state_file) == state:
            line("  already served, nothing changed")
        else:
            bring_up(place, base, port, state_file, state)
    farewell(port)


def check_port(port: int, base: str) -> None:
    """Look at the port first: nothing is worth doing if it is taken."""
    ours = SERVER.daemon.info.get("port") == port
    if not ours and not port_is_free(port):
        raise Stop(
            f"Port {port} is in use by another program: end that, or choose another, "
            f"for example ./kinerja demo --port {port + 1}"
        )


def state_of(place: Place) -> dict[str, Any]:
    """Describe what a demo database is made from."""
    files = (file for name in addons() for file in source_files(ROOT / name))
    key = digest(place.odoo.version, digest_of(files))
    return {"addons": addons(), "digest": key}


def source_files(folder: Path) -> list[Path]:
    """List the files of an add-on that Odoo reads."""
    found = folder.rglob("*")
    return [one for one in found if one.is_file() and "__pycache__" not in one.parts]


def bring_up(
    place: Place, base: str, port: int, state_file: Path, state: dict[str, Any]
) -> None:
    """Make or update the database where needed, then serve it."""
    SERVER.stop()
    if not databases.whole(place, base):
        databases.drop(place, base)
        create(place, base)
        write(state_file, json.dumps(state))
    elif read_json(state_file) != state:
        with step("update of our add-ons"):
            databases.install(place, base, state["addons"], demo=True)
        set_passwords(place, base)
        write(state_file, json.dumps(state))
    with step("server"):
        threads = ("--workers", 0, "--max-cron-threads", 1)
        SERVER.start(place, base, port, *threads)


def create(place: Place, base: str) -> None:
    """Make the database under another name until all of it is there."""
    template = databases.template(place)
    partial = f"{base}_partial"
    with step("copy of the database"):
        databases.copy(place, template, partial)
    with step("our add-ons with the demo agency"):
        databases.install(place, partial, addons(), demo=True)
    set_passwords(place, partial)
    databases.rename(place, partial, base)


def set_passwords(place: Place, base: str) -> None:
    """Give all demo people the same password, made once for this checkout."""
    file = HOME / "demo-password"
    if not file.exists():
        words = [secrets.choice(WORDS) for _ in range(2)]
        write(file, f"{'-'.join(words)}-{secrets.randbelow(900) + 100}\n", mode=0o600)
    with step("passwords of the demo logins"):
        place.script(
            "logins",
            base,
            logins=",".join(ROLES),
            password=password(),
            output=str(HOME / "demo-logins"),
        )


def password() -> str:
    """Read the password of the demo logins."""
    return (HOME / "demo-password").read_text(encoding="utf-8").strip()


def farewell(port: int) -> None:
    """Print the address and who can come in."""
    text = (HOME / "demo-logins").read_text(encoding="utf-8")
    names = dict(one.split("\t", 1) for one in text.splitlines())
    line()
    line(f"Kinerja ASN is at {SERVER.url(port)}")
    line(f"Password of every login below: {password()}")
    line()
    for login, role in ROLES.items():
        if login in names:
            line(f"  {login:<10} {role:<24} {names[login]}")
    line()
    line("End it with ./kinerja stop, remove it with ./kinerja reset.")


def reset(base: str = BASE) -> None:
    """Remove the demo database with its files; keep what took long to fetch."""
    with setup.locked():
        removed = ["the running server"] if SERVER.stop() else []
        if DEMO.data.exists():
            place = setup.ready(DEMO)
            removed += [
                f"the database {name}"
                for name in (base, f"{base}_partial")
                if databases.drop(place, name)
            ]
            DEMO.stop()
        for file in (HOME / f"demo-{base}.json", HOME / "demo-logins"):
            if file.exists():
                file.unlink()
                removed.append(str(file.relative_to(ROOT)))
    line("Removed: " + (", ".join(removed) or "nothing, there was no demo") + ".")
    line("Kept: Odoo, Python packages, database templates and the password.")
