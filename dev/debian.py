# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The machine's Debian: its packages and where it gets them from."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .paths import LOG, is_root, own
from .process import call, clean_env, run
from .say import Stop, line, step

SOURCES = Path("/etc/apt")


@dataclass(frozen=True)
class Archive:
    """One archive that the machine trusts, with the options of its own line."""

    uri: str
    options: str

    def line(self, suite: str) -> str:
        """Name another suite of the same archive, checked by the same key."""
        return f"deb {self.options}{self.uri} {suite} main\n"


def os_release() -> dict[str, str]:
    """Read what system this is."""
    file = Path("/etc/os-release")
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    pairs = (line.split("=", 1) for line in text.splitlines() if "=" in line)
    return {key: value.strip('"') for key, value in pairs}


def archive() -> Archive | None:
    """Find the archive that this very Debian is installed from, if it is one."""
    system = os_release()
    if system.get("ID") != "debian" or not shutil.which("apt-get"):
        return None
    wanted = {system.get("VERSION_CODENAME", ""), "stable", "testing", "sid"} - {""}
    for uri, suites, components, options in sources():
        if wanted & set(suites) and "main" in components:
            return Archive(uri, options)
    return None


def sources() -> Iterator[tuple[str, list[str], list[str], str]]:
    """Read all of the machine's apt sources, in both of apt's formats."""
    files = [SOURCES / "sources.list", *sorted(SOURCES.glob("sources.list.d/*"))]
    for file in (one for one in files if one.is_file()):
        text = file.read_text(encoding="utf-8", errors="replace")
        if file.suffix == ".sources":
            yield from deb822(text)
        elif file.suffix == ".list":
            yield from one_line(text)


def deb822(text: str) -> Iterator[tuple[str, list[str], list[str], str]]:
    """Read paragraphs of fields."""
    text = re.sub(r"^#.*\n?", "", text, flags=re.M)
    for paragraph in re.split(r"\n\s*\n", text):
        pairs = re.findall(r"^([\w-]+):\s*((?:.*)(?:\n[ \t].*)*)", paragraph, re.M)
        fields = {key.lower(): value.strip() for key, value in pairs}
        if "deb" not in fields.get("types", "").split():
            continue
        if fields.get("enabled", "yes") == "no":
            continue
        key = fields.get("signed-by", "")
        options = f"[signed-by={key}] " if key.startswith("/") else ""
        suites, components = fields.get("suites", ""), fields.get("components", "")
        for uri in fields.get("uris", "").split():
            yield uri, suites.split(), components.split(), options


def one_line(text: str) -> Iterator[tuple[str, list[str], list[str], str]]:
    """Read lines such as `deb [signed-by=...] URI SUITE COMPONENT...`."""
    pattern = r"^deb\s+(\[[^\]]*\]\s+)?(\S+)\s+(\S+)\s+([^#\n]*)"
    for options, uri, suite, components in re.findall(pattern, text, re.M):
        yield uri, [suite], components.split(), options


def library(package: str, name: str) -> dict[str, None]:
    """Name the package of a shared library that cannot be loaded here."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return {package: None}
    return {}


def missing(needed: dict[str, str | None]) -> list[str]:
    """Name the packages whose program is not on PATH (None: not known)."""
    return [
        package
        for package, program in needed.items()
        if program is None or not shutil.which(program)
    ]


def need(needed: dict[str, str | None], purpose: str) -> None:
    """Have Debian packages: install them as root, else say the line to run."""
    packages = missing(needed)
    if not packages:
        return
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        raise Stop(f"{purpose} needs {names}, and this machine has no apt-get.")
    if not is_root():
        raise Stop(
            f"{purpose} needs Debian packages that are missing; run once: "
            f"sudo apt-get install --no-install-recommends {names}"
        )
    env = clean_env(DEBIAN_FRONTEND="noninteractive")
    install = ["apt-get", "install", "-y", "--no-install-recommends", *names.split()]
    with step(f"Debian packages {names}"):
        run(["apt-get", "update"], "apt", "Reading Debian's package lists", env=env)
        run(install, "apt", f"Installing {names}", env=env)


def wish(wanted: dict[str, str | None], purpose: str) -> None:
    """Have Debian packages that one can do without, where the system offers them."""
    packages = missing(wanted)
    names = " ".join(packages).split()
    if not names or not is_root() or not shutil.which("apt-cache"):
        return
    known = subprocess.run(
        ["apt-cache", "show", *names], capture_output=True, check=False
    )
    if known.returncode:
        return
    env = clean_env(DEBIAN_FRONTEND="noninteractive")
    install = ["apt-get", "install", "-y", "--no-install-recommends", *names]
    with step(f"Debian packages {' '.join(names)} ({purpose})"):
        if call(install, own(LOG) / "apt-wish.log", env=env):
            line("  not installed; the rest works without")


def postgres() -> dict[str, str | None]:
    """Name the package of PostgreSQL where no server of it is installed."""
    return {} if postgres_programs() else {"postgresql": None}


def postgres_programs() -> list[Path]:
    """Find PostgreSQL's servers, which Debian keeps off PATH; newest first."""
    found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    folders = [file.parent for file in found if os.access(file, os.X_OK)]
    return sorted(folders, key=lambda one: -int(one.parent.name))
