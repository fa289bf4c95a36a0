# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Odoo 19 itself: from Debian's archive, or from a folder in ODOO_HOME."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

from . import debian
from .paths import CACHE, HOME, digest_of, fresh, locked, need_space, own, write
from .process import pipe, run
from .say import Stop, step

ODOO = "odoo-19"
#: Odoo's package has symbolic links into these.
LINKED = (
    "libjs-jquery",
    "libjs-jquery-form",
    "libjs-underscore",
    "fonts-roboto-unhinted",
    "fonts-montserrat",
    "fonts-inconsolata",
    "fonts-ocr-b",
)
#: Odoo's screens use Font Awesome 4.7; this suite is the last that has it.
OLD_SUITE, OLD_FONT = "bookworm", "fonts-font-awesome"
#: Cut from Debian's package; without an empty one each page logs an error.
ABSENT = "mail/static/lib/selfie_segmentation/selfie_segmentation.js"
OTHERWISE = (
    "Set ODOO_HOME to a folder with the source of Odoo 19, or use docker compose."
)


@dataclass(frozen=True)
class Odoo:
    """A usable Odoo: the folder to import from, its add-ons, its version."""

    home: Path
    version: str

    @property
    def addons(self) -> list[Path]:
        """Folders of Odoo's own add-ons besides odoo/addons, which it knows."""
        beside = self.home / "addons"
        return [beside] if beside.is_dir() else []


def ensure() -> Odoo:
    """Give an Odoo 19, fetching and unpacking it when it is not there yet."""
    chosen = os.environ.get("ODOO_HOME")
    if chosen:
        return from_folder(Path(chosen).expanduser().resolve())
    state = HOME / "odoo.json"
    known = read_json(state)
    if not known or not Path(known["home"]).is_dir():
        files = fetch()
        known = unpack(files)
        write(state, json.dumps(known))
    return Odoo(Path(known["home"]), known["version"])


def from_folder(home: Path) -> Odoo:
    """Take the user's own source folder, if it is an Odoo 19."""
    release = home / "odoo" / "release.py"
    if not release.exists():
        raise Stop(f"ODOO_HOME is {home}, which has no file odoo/release.py.")
    text = release.read_text(encoding="utf-8")
    found = re.search(r"^version_info = \((\d+), *(\d+)", text, re.M)
    if not found or found[1] != "19":
        number = ".".join(found.groups()) if found else "unknown"
        raise Stop(f"ODOO_HOME is Odoo {number}; these add-ons are for Odoo 19.")
    if not (home / "addons").is_dir() and not (home / "odoo/addons/web").is_dir():
        raise Stop(f"ODOO_HOME is {home}, which has no folder of add-ons.")
    return Odoo(home, f"{found[1]}.{found[2]}-{digest_of([release])}")


def fetch() -> list[Path]:
    """Give the packages, from the cache that all checkouts of a user share."""
    own(CACHE)
    listing = CACHE / "packages.json"
    with locked(CACHE / "lock", "downloading"):
        names = (read_json(listing) or {}).get("files", {})
        if not names or not all(same_size(CACHE / k, v) for k, v in names.items()):
            need_space(CACHE, 0.5)
            files = download()
            names = {file.name: file.stat().st_size for file in files}
            write(listing, json.dumps({"files": names}))
    return [CACHE / name for name in names]


def download() -> list[Path]:
    """Fetch with apt, without touching the machine's own lists of packages."""
    archive = debian.archive()
    if not archive:
        raise Stop(f"Odoo 19 comes with apt from Debian, not found here. {OTHERWISE}")
    folder = own(CACHE / "partial")
    for old in folder.glob("*.deb"):
        old.unlink()
    own(CACHE / "apt" / "lists" / "partial")
    suites = archive.line("sid") + archive.line(OLD_SUITE)
    write(CACHE / "apt" / "sources.list", suites)
    with step("Debian's list of packages (sid)"):
        apt("update", what="Reading Debian's list of packages")
    with step("download of Odoo 19"):
        try:
            apt("download", ODOO, what=f"Downloading {ODOO}", cwd=folder)
        except Stop as stop:
            raise gone(stop) from None
        linked = [*LINKED, f"{OLD_FONT}/{OLD_SUITE}"]
        apt("download", *linked, what="Downloading what Odoo links to", cwd=folder)
    return [file.replace(CACHE / file.name) for file in sorted(folder.glob("*.deb"))]


def gone(stop: Stop) -> Stop:
    """Tell a package that left the archive from a network that failed."""
    if "Unable to locate" in str(stop) or "no installation candidate" in str(stop):
        return Stop(f"The package {ODOO} has gone from Debian's archive. {OTHERWISE}")
    return stop


def apt(*words: str, what: str, cwd: Path = CACHE) -> None:
    """Run apt-get with lists and settings of our own."""
    folder = CACHE / "apt"
    settings = {
        "Dir::Etc::SourceList": folder / "sources.list",
        "Dir::Etc::SourceParts": "/dev/null",
        "Dir::Etc::Preferences": "/dev/null",
        "Dir::Etc::PreferencesParts": "/dev/null",
        "Dir::State::Lists": folder / "lists",
        "Dir::Cache::pkgcache": "",
        "Dir::Cache::srcpkgcache": "",
        "APT::Sandbox::User": "root",
        "Acquire::Languages": "none",
        "Acquire::Retries": "3",
        "APT::Update::Error-Mode": "any",
    }
    options = [f"-o{key}={value}" for key, value in settings.items()]
    run(["apt-get", "-q", *options, *words], f"apt-{words[0]}", what, cwd=cwd)


def unpack(files: list[Path]) -> dict[str, str]:
    """Unpack into a folder that gets its name only when it is complete."""
    version = next(one.name.split("_")[1] for one in files if ODOO in one.name)
    target = HOME / f"odoo-{version}"
    packages = "usr/lib/python3/dist-packages"
    if not target.is_dir():
        need_space(HOME, 3)
        with step(f"unpacking Odoo {version}"):
            partial = fresh("odoo")
            for file in files:
                give = ["dpkg-deb", "--fsys-tarfile", file]
                take = ["tar", "-xpf", "-", "--no-same-owner", "-C", partial]
                pipe(give, take, "unpack", f"Unpacking {file.name}")
            absent = partial / packages / "odoo" / "addons" / ABSENT
            absent.parent.mkdir(parents=True, exist_ok=True)
            absent.touch()
            partial.chmod(0o755)
            partial.rename(target)
    return {"home": str(target / packages), "version": version}


def same_size(file: Path, size: int) -> bool:
    """Tell whether a cached file is still the whole one."""
    return file.is_file() and file.stat().st_size == size


def read_json(file: Path) -> dict | None:
    """Read a note of ours; an unreadable one counts as none."""
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
