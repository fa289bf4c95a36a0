# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Where everything lives. Nothing generated is inside git's view."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import pwd
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from .say import NO_SPACE, Stop, line

ROOT = Path(__file__).resolve().parent.parent
DEV = ROOT / "dev"
HOME = ROOT / ".kinerja"
LOG = HOME / "log"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kinerja-asn"
#: A short name of this checkout, for what has to live outside of it.
CHECKOUT = hashlib.sha256(str(ROOT).encode()).hexdigest()[:10]


def is_root() -> bool:
    """Tell whether Debian packages can be installed without asking."""
    return os.geteuid() == 0


def own(folder: Path) -> Path:
    """Make a folder, and refuse one that belongs to somebody else.

    A mixture of root's and a user's files fails later, at some random place.
    """
    folder.mkdir(parents=True, exist_ok=True)
    owner = folder.stat().st_uid
    if owner != os.geteuid():
        raise Stop(
            f"{folder} belongs to the user {user_name(owner)}: run ./kinerja as that "
            "user, or have the folder removed."
        )
    return folder


def user_name(uid: int) -> str:
    """Give the name of an account, or its number where it has none."""
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def addons(root: Path = ROOT) -> list[str]:
    """Name our add-ons, in the order of the folders."""
    found = root.glob("hr_asn_kinerja*/__manifest__.py")
    return sorted(manifest.parent.name for manifest in found)


def digest(*parts: str | bytes) -> str:
    """Make one short key of many parts, none of which can flow into the next."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(b"%d:" % len(data) + data)
    return total.hexdigest()[:16]


def digest_of(files: Iterable[Path]) -> str:
    """Make one short key of the names and contents of files."""
    parts: list[str | bytes] = []
    for file in sorted(files):
        parts += [str(file), file.read_bytes()]
    return digest(*parts)


def write(file: Path, text: str, mode: int = 0o644) -> None:
    """Write a file so that a kill leaves either the old or the new one."""
    partial = file.with_name(f"{file.name}.{os.getpid()}")
    partial.touch(mode)
    partial.write_text(text, encoding="utf-8")
    partial.replace(file)


def fresh(prefix: str) -> Path:
    """Make a new folder to build in; what a killed run left is removed.

    Never the same folder again: programs that the killed run had started may still
    be writing into the old one for some seconds.
    """
    for old in HOME.glob(f"{prefix}-partial-*"):
        shutil.rmtree(old, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{prefix}-partial-", dir=HOME))
    folder.chmod(0o755)
    return folder


def remove(folder: Path, patience: float = 60) -> None:
    """Remove a folder, also when a killed run's programs still write into it."""
    end = time.monotonic() + patience
    while folder.exists() and time.monotonic() < end:
        shutil.rmtree(folder, ignore_errors=True)
        if folder.exists():
            time.sleep(0.2)
    if folder.exists():
        raise Stop(f"{folder} could not be removed: see whose it is with ls -l.")


def need_space(folder: Path, gigabytes: float) -> None:
    """Stop before a long download that cannot end well."""
    free = shutil.disk_usage(folder).free / 1e9
    if free < gigabytes:
        raise Stop(
            NO_SPACE.format(folder)
            + f" This needs about {gigabytes:.1f} GB, {free:.1f} GB is free."
        )


@contextlib.contextmanager
def locked(file: Path, what: str) -> Iterator[None]:
    """Let one process at a time do this; the system frees a killed one's lock."""
    with file.open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            line(f"  waiting for another ./kinerja to finish {what}")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
