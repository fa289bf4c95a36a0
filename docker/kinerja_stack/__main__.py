# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The words that the container knows: docker compose run --rm odoo WORD."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable

from . import archive, database, restore, start
from .settings import Stop, needs, write_conf


def upgrade(*names: str) -> None:
    """Update add-ons whatever their version is; without names, ours."""
    write_conf()
    with database.alone():
        database.need_quiet()
        start.upgrade(list(names) or sorted(start.versions()))


WORDS: dict[str, Callable[..., object]] = {
    "serve": start.serve,
    "needs": needs,
    "healthy": start.healthy,
    "upgrade": upgrade,
    "backup": lambda: archive.backup(),
    "list": archive.listing,
    "drill": restore.drill,
    "restore": restore.restore,
    "forget": archive.forget,
    "keep": archive.keep,
    "export": archive.export,
    "import": archive.bring,
}


def chosen(words: list[str]) -> Callable[..., object]:
    """Find what a word stands for, and whether it fits what follows it."""
    run = WORDS.get(words[0]) if words else None
    if not run:
        raise Stop(f"The words are: {', '.join(WORDS)}.")
    try:
        inspect.signature(run).bind(*words[1:])
    except TypeError as error:
        raise Stop(f"{words[0]}: {error}.") from None
    return run


def main(words: list[str]) -> int:
    """Carry out one word; every failure is one sentence and not 0."""
    try:
        chosen(words)(*words[1:])
    except Stop as stop:
        print(f"kinerja: {stop}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
