# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How the command speaks: steps with their seconds, failures in one sentence."""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from collections.abc import Callable, Iterator


class Stop(Exception):
    """A failure that the user can act on, told in one sentence."""


NO_SPACE = "No space is left on the disk that holds {}: free some and try again."


#: What a lane has said so far; a thread without one speaks at once.
_kept = threading.local()


class Lane(threading.Thread):
    """Work beside other work, which says what it has to say when it is done."""

    def __init__(self, work: Callable[[], None]) -> None:
        """Begin the work."""
        super().__init__(daemon=True)
        self.work = work
        self.said: list[str] = []
        self.error: BaseException | None = None
        self.start()

    def run(self) -> None:
        """Do the work, keeping what it says."""
        _kept.said = self.said
        try:
            self.work()
        except BaseException as error:
            self.error = error

    def finish(self) -> None:
        """Wait for the end, print what was said and raise what was raised."""
        self.join()
        _write("".join(self.said))
        if self.error:
            raise self.error


def _write(text: str) -> None:
    said = getattr(_kept, "said", None)
    if said is None:
        print(text, end="", flush=True)
    else:
        said.append(text)


def line(text: str = "") -> None:
    """Print at once, so that a log shows how far a killed run had come."""
    _write(f"{text}\n")


@contextlib.contextmanager
def step(name: str) -> Iterator[None]:
    """Print the name of a step before it and its seconds after it."""
    _write(f"  {name} ... ")
    start = time.monotonic()
    try:
        yield
    except BaseException:
        line(f"failed after {time.monotonic() - start:.1f} s")
        raise
    line(f"{time.monotonic() - start:.1f} s")


def complain(text: str) -> None:
    """Tell a failure on standard error, after what was printed before it."""
    if hasattr(_kept, "said"):
        line(f"kinerja: {text}")
        return
    sys.stdout.flush()
    print(f"kinerja: {text}", file=sys.stderr, flush=True)
