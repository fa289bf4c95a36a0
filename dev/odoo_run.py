# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How Odoo is called: its settings file and its one-off runs."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .odoo_source import Odoo
from .paths import DEV, HOME, ROOT, addons, own, write
from .postgres import PORT, ROLE, Cluster
from .process import clean_env, run
from .python_env import PYTHON

MAIN = DEV / "odoo_main.py"
INSIDE = DEV / "inside"


@dataclass(frozen=True)
class Place:
    """An Odoo together with the PostgreSQL server that its databases are in."""

    odoo: Odoo
    cluster: Cluster
    extra: tuple[Path, ...] = ()

    @property
    def data(self) -> Path:
        """The folder of file stores and sessions of this cluster's databases."""
        return HOME / f"data-{self.cluster.name}"

    @property
    def conf(self) -> Path:
        """The settings file that each run of Odoo here is given."""
        variant = "-extra" if self.extra else ""
        return HOME / f"odoo-{self.cluster.name}{variant}.conf"

    def filestore(self, base: str) -> Path:
        """The folder of one database's attachments."""
        return self.data / "filestore" / base

    def configure(self) -> None:
        """Write the settings; with db_name in each call there is no dbfilter."""
        own(self.data)
        folders = [*self.odoo.addons, *([ROOT] if addons() else []), *self.extra]
        settings = {
            "addons_path": ",".join(map(str, folders)),
            "data_dir": self.data,
            "db_host": self.cluster.socket,
            "db_port": PORT,
            "db_user": ROLE,
            "http_interface": "127.0.0.1",
            "list_db": False,
            "log_handler": ":INFO,werkzeug:WARNING",
            "db_maxconn": 20,
            "db_maxconn_gevent": 8,
            "smtp_server": "localhost",
        }
        lines = [f"{key} = {value}" for key, value in settings.items() if value != ""]
        write(self.conf, "[options]\n" + "\n".join(lines) + "\n", mode=0o600)

    def command(self, *words: Any) -> list[Any]:
        """Give the command line of an Odoo sub-command."""
        return [PYTHON, MAIN, *words, "-c", self.conf]

    def run(self, log: str, what: str, *words: Any, **options: Any) -> Path:
        """Run Odoo once, its output in a log file."""
        return run(self.command(*words), log, what, cwd="/", **options)

    def run_plain(self, log: str, what: str, *words: Any) -> Path:
        """Run a sub-command that wants its settings among its own words."""
        return run([PYTHON, MAIN, *words], log, what, cwd="/")

    def install(self, log: str, what: str, base: str, *words: Any) -> Path:
        """Install or update add-ons in a database and end."""
        options = ["-d", base, "--stop-after-init", "--no-http", *words]
        return self.run(log, what, "server", *options)

    def script(self, name: str, base: str, **values: str) -> Path:
        """Run one of our scripts inside Odoo; its values travel as environment."""
        given = {f"KINERJA_{key.upper()}": value for key, value in values.items()}
        with (INSIDE / f"{name}.py").open("rb") as source:
            return self.run(
                f"{self.cluster.name}-{name}",
                f"The script {name}",
                *("shell", "-d", base, "--no-http", "--log-level", "warn"),
                stdin=source,
                env=clean_env(**given, HOME=os.environ.get("HOME", "/")),
            )
