# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How the command speaks: steps with their seconds, failures in one sentence."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterator


class Stop(Exception):
    """A failure that the user can act on, told in one sentence."""


NO_SPACE = "No space is left on the disk that holds {}: free some and try again."


def line(text: str = "") -> None:
    """Print at once, so that a log shows how far a killed run had come."""
    print(text, flush=True)


@contextlib.contextmanager
def step(name: str) -> Iterator[None]:
    """Print the name of a step before it and its seconds after it."""
    print(f"  {name} ... ", end="", flush=True)
    start = time.monotonic()
    try:
        yield
    except BaseException:
        line(f"failed after {time.monotonic() - start:.1f} s")
        raise
    line(f"{time.monotonic() - start:.1f} s")


def complain(text: str) -> None:
    """Tell a failure on standard error, after what was printed before it."""
    sys.stdout.flush()
    print(f"kinerja: {text}", file=sys.stderr, flush=True)
