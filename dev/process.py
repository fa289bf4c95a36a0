# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Starting programs, watching them, ending only those that are ours."""

from __future__ import annotations

import ctypes
import json
import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

from .paths import LOG, own, write
from .say import NO_SPACE, Stop

PR_SET_PDEATHSIG = 1
#: The last line of a Python traceback.
RAISED = re.compile(r"^[\w.]*(Error|Exception|Violation|Warning)\b.*: ")
#: How apt, pip and npm say that there is no network.
UNREACHABLE = re.compile(
    r"Temporary failure|NewConnectionError|ConnectTimeout|Could not resolve|"
    r"Failed to resolve|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|Unable to connect|"
    r"Could not connect|Network is unreachable"
)
#: With fewer bytes a program could not even write why it failed.
FULL = 1_000_000
#: Settings of the caller that would redirect Odoo, PostgreSQL or Python.
UNWANTED = ("PG", "ODOO_", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "COVERAGE_")


def clean_env(**extra: str) -> dict[str, str]:
    """Give the environment without what would lead our programs elsewhere."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(UNWANTED)}
    return {**kept, "PYTHONUNBUFFERED": "1", "PYTHONDONTWRITEBYTECODE": "", **extra}


def die_with_parent() -> None:
    """Ask the kernel to end this child when ./kinerja is killed."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def run(argv: list[Any], log: str, what: str, **options: Any) -> Path:
    """Run a program with its output in a log file; stop when it fails."""
    file = own(LOG) / f"{log}.log"
    code = call(argv, file, **options)
    if code:
        raise Stop(f"{what} failed: {last_words(file)} (see {file})")
    return file


def call(argv: list[Any], file: Path, **options: Any) -> int:
    """Run a program with its output in a file and give its exit code."""
    with file.open("wb") as output:
        return subprocess.call(
            [str(arg) for arg in argv],
            stdin=options.pop("stdin", subprocess.DEVNULL),
            stdout=output,
            stderr=subprocess.STDOUT,
            env=options.pop("env", None) or clean_env(),
            preexec_fn=die_with_parent,
            **options,
        )


def pipe(source: list[Any], target: list[Any], log: str, what: str) -> None:
    """Let one program read another's output; both end when ./kinerja is killed."""
    file = own(LOG) / f"{log}.log"
    with file.open("wb") as output:
        options = {"stderr": output, "preexec_fn": die_with_parent, "env": clean_env()}
        giver = subprocess.Popen(
            [str(one) for one in source],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            **options,
        )
        taker = [str(one) for one in target]
        code = subprocess.call(taker, stdin=giver.stdout, stdout=output, **options)
        if giver.stdout:
            giver.stdout.close()
        code = giver.wait() or code
    if code:
        raise Stop(f"{what} failed: {last_words(file)} (see {file})")


def last_words(log: Path) -> str:
    """Find the line of a log that says most about why a program failed."""
    text = log.read_text(encoding="utf-8", errors="replace")
    full = shutil.disk_usage(log.parent).free < FULL
    if full or "No space left on device" in text or "Errno 28" in text:
        raise Stop(NO_SPACE.format(log.parent))
    lines = [one.strip() for one in text.splitlines() if one.strip()]
    if UNREACHABLE.search(text):
        return "the package archive could not be reached, is there a network?"
    raised = [one for one in lines if RAISED.match(one)]
    telling = [one for one in lines if "ERROR" in one or one.startswith("E:")]
    if telling and telling[-1].startswith("ERROR:"):
        return telling[-1][:300]
    chosen = raised[-1:] or telling[:1] or lines[-1:] or ["it said nothing"]
    return chosen[0][:300]


def start_time(pid: int) -> str | None:
    """Read when a process started: with its number that names it for good."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return None
    fields = stat.rsplit(")", 1)[1].split()
    return None if fields[0] == "Z" else fields[19]


class Daemon:
    """A program that outlives the command, remembered in a file."""

    def __init__(self, file: Path) -> None:
        """Remember the file; the program need not exist."""
        self.file = file

    @property
    def info(self) -> dict[str, Any]:
        """What was noted about the running program; empty if it is gone."""
        try:
            noted = json.loads(self.file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        started = start_time(noted["pid"])
        return noted if started and started == noted["started"] else {}

    def start(
        self, argv: list[Any], log: Path, mortal: bool, **notes: Any
    ) -> subprocess.Popen[bytes]:
        """Start the program in a session of its own and note who it is.

        A mortal one is ended by the kernel when ./kinerja itself is killed.
        """
        with log.open("wb") as output:
            process = subprocess.Popen(
                [str(arg) for arg in argv],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=clean_env(),
                start_new_session=True,
                preexec_fn=die_with_parent if mortal else None,
                cwd="/",
            )
        notes.update(pid=process.pid, started=start_time(process.pid))
        write(self.file, json.dumps(notes))
        return process

    def stop(self, patience: float = 20) -> bool:
        """End the program, gently first; tell whether there was one."""
        pid = self.info.get("pid")
        for sign in (signal.SIGTERM, signal.SIGKILL) if pid else ():
            try:
                os.killpg(pid, sign)
            except ProcessLookupError:
                break
            end = time.monotonic() + patience
            while self.info and time.monotonic() < end:
                reap(pid)
                time.sleep(0.05)
            if not self.info:
                break
        self.file.unlink(missing_ok=True)
        return bool(pid)


def reap(pid: int) -> None:
    """Take the exit code of an ended child, which else stays as a zombie."""
    try:
        os.waitpid(pid, os.WNOHANG)
    except ChildProcessError:
        return


def use_jobs(number: int) -> None:
    """Say how many processes may work at once in what this command starts."""
    os.environ["KINERJA_JOBS"] = str(number)


def jobs() -> int:
    """Return how many processes may work at once; two by default."""
    return int(os.environ.get("KINERJA_JOBS", "2"))
