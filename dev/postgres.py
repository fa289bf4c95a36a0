# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Private PostgreSQL servers on a Unix socket that only one account can open."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from pathlib import Path
from typing import Any

from . import debian
from .paths import CHECKOUT, HOME, is_root
from .process import clean_env
from .say import Stop, step

ROLE = "kinerja"
PORT = 5432
SOCKET_LIMIT = 100
SETTINGS = """\
listen_addresses = ''
unix_socket_directories = '{socket}'
unix_socket_permissions = 0700
max_connections = 100
shared_buffers = 256MB
effective_cache_size = 2GB
work_mem = 16MB
maintenance_work_mem = 128MB
max_wal_size = 1GB
random_page_cost = 1.1
jit = off
"""
#: A test database may be lost at a power cut; no other may.
FORGETFUL = "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n"


class Cluster:
    """One PostgreSQL server; `durable` ones keep what they acknowledged."""

    def __init__(self, name: str, durable: bool) -> None:
        """Work out the folders; nothing is started yet."""
        self.name, self.durable = name, durable
        if is_root():
            base = Path(f"/var/lib/postgresql/kinerja-{CHECKOUT}")
        else:
            base = HOME / "pg"
        self.base, self.folder = base, base / name
        self.data, self.socket = self.folder / "data", self.folder / "run"
        if len(str(self.socket)) + len(f"/.s.PGSQL.{PORT}") >= SOCKET_LIMIT:
            self.socket = Path(f"/tmp/kinerja-{os.geteuid()}-{CHECKOUT}-{name}")

    def start(self) -> None:
        """Have the server running, made first if it is not there."""
        programs = self.programs()
        if self.running(programs):
            return
        with step(f"PostgreSQL ({self.name})"):
            self.make_folders()
            if not self.data.exists():
                self.initdb(programs)
            self.configure()
            log = self.folder / "log"
            command = [programs / "pg_ctl", "-D", self.data, "-l", log, "-w", "start"]
            self.run(command, "Starting PostgreSQL")
            self.make_role()

    def stop(self) -> bool:
        """End the server; tell whether it was running."""
        found = debian.postgres_programs()
        if not found or not self.data.exists() or not self.running(found[0]):
            return False
        command = [found[0] / "pg_ctl", "-D", self.data, "-m", "fast", "-w", "stop"]
        self.run(command, "Stopping PostgreSQL")
        return True

    def programs(self) -> Path:
        """Find the programs that fit the data folder, else the newest."""
        debian.need(debian.postgres(), "The database")
        found = debian.postgres_programs()
        if not found:
            raise Stop("PostgreSQL is installed, but not under /usr/lib/postgresql.")
        try:
            version = (self.data / "PG_VERSION").read_text(encoding="utf-8").strip()
        except OSError:
            return found[0]
        fitting = [one for one in found if one.parent.name == version]
        if not fitting:
            raise Stop(
                f"{self.data} was made by PostgreSQL {version}, which is not installed "
                f"any more: install postgresql-{version} or remove that folder."
            )
        return fitting[0]

    def running(self, programs: Path) -> bool:
        """Ask PostgreSQL itself whether this data folder has a live server."""
        if not self.data.exists():
            return False
        command = [programs / "pg_ctl", "-D", self.data, "status"]
        return self.attempt(command).returncode == 0

    def make_folders(self) -> None:
        """Make folders that nobody else can enter, and trust no others."""
        account = self.account()
        for folder in (self.base, self.folder, self.socket):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if is_root() and folder.stat().st_uid == 0:
                os.chown(folder, account.pw_uid, account.pw_gid)
            found = folder.lstat()
            if found.st_uid != account.pw_uid or folder.is_symlink():
                raise Stop(f"{folder} belongs to somebody else: have it removed.")
            folder.chmod(0o700)

    def initdb(self, programs: Path) -> None:
        """Make the data folder under another name until it is complete."""
        partial = self.folder / "partial"
        shutil.rmtree(partial, ignore_errors=True)
        command = [programs / "initdb", "-D", partial, "-U", "postgres"]
        command += ["--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"]
        self.run(command, "Making a PostgreSQL data folder")
        partial.rename(self.data)

    def configure(self) -> None:
        """Write our settings each time, so that a new version's apply."""
        text = SETTINGS.format(socket=self.socket)
        text += "" if self.durable else FORGETFUL
        file = self.data / "postgresql.auto.conf"
        file.write_text(text, encoding="utf-8")

    def make_role(self) -> None:
        """Give Odoo a role that can make databases and is no superuser."""
        found = self.sql(
            f"SELECT 1 FROM pg_roles WHERE rolname = '{ROLE}'", role="postgres"
        )
        if not found:
            self.sql(f"CREATE ROLE {ROLE} LOGIN CREATEDB", role="postgres")

    def sql(self, query: str, base: str = "postgres", role: str = ROLE) -> list[str]:
        """Run one query and give its rows as lines."""
        command: list[Any] = ["psql", "-XAtq", "-v", "ON_ERROR_STOP=1"]
        command += ["-h", self.socket, "-p", str(PORT), "-U", role, "-d", base]
        done = self.attempt([*command, "-c", query], as_account=False)
        if done.returncode:
            raise Stop(f"PostgreSQL refused: {done.stderr.strip().splitlines()[0]}")
        return done.stdout.splitlines()

    def dsn(self, base: str) -> str:
        """Name one of its databases the way libpq wants it."""
        return f"host={self.socket} port={PORT} user={ROLE} dbname={base}"

    def run(self, command: list[Any], what: str) -> None:
        """Run one of PostgreSQL's programs and stop when it fails."""
        done = self.attempt(command)
        if done.returncode:
            said = (done.stderr or done.stdout or "it said nothing").strip()
            raise Stop(f"{what} failed: {said.splitlines()[-1]} (see {self.folder})")

    def attempt(
        self, command: list[Any], as_account: bool = True
    ) -> subprocess.CompletedProcess[str]:
        """Run a program, as the account postgres where root may not be it."""
        options: dict[str, Any] = {}
        if is_root() and as_account:
            account = self.account()
            options = {"user": account.pw_uid, "group": account.pw_gid}
            options["extra_groups"] = []
        return subprocess.run(
            [str(one) for one in command],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            env=clean_env(LC_ALL="C.UTF-8"),
            cwd="/",
            check=False,
            **options,
        )

    @staticmethod
    def account() -> pwd.struct_passwd:
        """Give the account that the server runs as."""
        return pwd.getpwnam("postgres") if is_root() else pwd.getpwuid(os.geteuid())


DEMO = Cluster("demo", durable=True)
TEST = Cluster("test", durable=False)
