# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Serving a database with Odoo, and knowing when it answers."""

from __future__ import annotations

import socket
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from .odoo_run import Place
from .paths import HOME, LOG, own
from .process import Daemon, last_words, start_time
from .say import Stop

PATIENCE = 120


class Server:
    """One Odoo in the background, bound to this machine only."""

    def __init__(self, name: str, mortal: bool = False) -> None:
        """Remember the name; a mortal server ends with the command."""
        self.name, self.mortal = name, mortal
        self.daemon = Daemon(HOME / f"server-{name}.json")
        self.log = LOG / f"server-{name}.log"

    def url(self, port: int) -> str:
        """Give the address that a person types."""
        return f"http://localhost:{port}"

    def start(self, place: Place, base: str, port: int, *words: Any) -> None:
        """Serve a database and wait until the login page answers."""
        self.stop()
        own(LOG)
        command = place.command(
            *("server", "-d", base, "--http-port", port, *words),
        )
        process = self.daemon.start(
            command, self.log, self.mortal, port=port, base=base
        )
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if answers(port):
                return
            if process.poll() is not None or not start_time(process.pid):
                raise Stop(f"Odoo ended: {last_words(self.log)} (see {self.log})")
            time.sleep(0.2)
        self.stop()
        raise Stop(f"Odoo did not answer within {PATIENCE} s (see {self.log})")

    def stop(self) -> bool:
        """End the server if it is ours and running."""
        return self.daemon.stop()

    def serves(self, base: str, port: int) -> bool:
        """Tell whether it runs here, with this database, and answers."""
        info = self.daemon.info
        return bool(
            info and (info["base"], info["port"]) == (base, port) and answers(port)
        )


def answers(port: int) -> bool:
    """Ask for the login page once."""
    address = f"http://127.0.0.1:{port}/web/login"
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(address, timeout=30) as answer:
            return answer.status == 200
    except (OSError, urllib.error.URLError):
        return False


def port_is_free(port: int) -> bool:
    """Try the port, as Odoo itself would."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
        except PermissionError:
            raise Stop(
                f"Port {port} is for root only: choose one with --port."
            ) from None
        except OSError:
            return False
    return True


def free_port() -> int:
    """Let the system choose a port that nobody uses."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def running(folder: Path = HOME) -> list[Server]:
    """List the servers that were noted here, living or not."""
    found = folder.glob("server-*.json")
    return [Server(one.stem.removeprefix("server-")) for one in found]
