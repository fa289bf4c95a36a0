# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The stack of docker-compose.yml under a name of its own; every wait has an end."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import requests

ROOT = Path(__file__).resolve().parent.parent.parent
#: One stack for each checkout, so that the next run finds what a killed one left.
PROJECT = f"kinerja-test-{hashlib.sha256(str(ROOT).encode()).hexdigest()[:10]}"
RELEASE, NEXT = f"{PROJECT}-a", f"{PROJECT}-b"
PARTS = ("docker-compose.yml", "docker", "hr_asn_kinerja*")
ASK, PULL, START, WORK = 20, 300, 1200, 300


class Absent(Exception):
    """What this machine lacks to run the stack."""


def run(*words: Any, limit: float = WORK, **options: Any) -> str:
    """Run a program for a limited time and give all that it says."""
    check = options.pop("check", True)
    if "input" not in options:
        options.setdefault("stdin", subprocess.DEVNULL)
    done = subprocess.run(
        [str(word) for word in words],
        stdout=options.pop("stdout", subprocess.PIPE),
        stderr=options.pop("stderr", subprocess.STDOUT),
        encoding="utf-8",
        errors="replace",
        timeout=limit,
        check=False,
        **options,
    )
    if check and done.returncode:
        raise AssertionError(f"{' '.join(map(str, words))}:\n{done.stdout}")
    return done.stdout or ""


def succeeds(*words: str, limit: float = ASK) -> bool:
    """Tell whether a program is there and ends well in time."""
    try:
        run(*words, limit=limit)
    except (OSError, AssertionError, subprocess.TimeoutExpired):
        return False
    return True


def compose_command() -> list[str]:
    """Find the engine and the command that reads docker-compose.yml."""
    if not shutil.which("docker"):
        raise Absent("no Docker here")
    if not succeeds("docker", "info"):
        raise Absent("the Docker engine cannot be reached")
    for command in (["docker", "compose"], ["docker-compose"]):
        if succeeds(*command, "version"):
            return command
    raise Absent("Docker is here, docker compose is not")


def need_images() -> None:
    """Have the base images: here already, or pulled."""
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    text += (ROOT / "docker/Dockerfile").read_text(encoding="utf-8")
    for image in re.findall(r"(?:image:|^FROM) ([a-z]+:[0-9.]+)$", text, re.M):
        here = succeeds("docker", "image", "inspect", image)
        if not here and not succeeds("docker", "pull", image, limit=PULL):
            raise Absent(f"the image {image} is not here and cannot be pulled")


def free_port() -> int:
    """Find a port that nobody uses at this moment."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


class Stack:
    """A copy of the files of the stack, and its containers."""

    def __init__(self, folder: Path) -> None:
        """Copy what production copies, and fill in the file .env."""
        self.command = compose_command()
        need_images()
        self.folder = folder
        for pattern in PARTS:
            for source in ROOT.glob(pattern):
                copy = shutil.copytree if source.is_dir() else shutil.copy
                copy(source, folder / source.name)
        self.port, self.tls_port = free_port(), free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.admin = secrets.token_hex(12)
        self.figures: dict[str, str] = {}
        self.settings = {
            "KINERJA_DB_OWNER_PASSWORD": secrets.token_hex(24),
            "KINERJA_DB_PASSWORD": secrets.token_hex(24),
            "KINERJA_ADMIN_PASSWORD": self.admin,
            "KINERJA_URL": self.url,
            "KINERJA_HTTP": f"127.0.0.1:{self.port}",
            "KINERJA_HTTPS": f"127.0.0.1:{self.tls_port}",
            "KINERJA_WORKERS": "2",
        }
        self.set(KINERJA_RELEASE=RELEASE)

    def set(self, **settings: str) -> None:
        """Change settings in the file .env, which nobody else may read."""
        self.settings |= settings
        text = "".join(f"{key}={value}\n" for key, value in self.settings.items())
        file = self.folder / ".env"
        file.touch(mode=0o600)
        file.write_text(text, encoding="utf-8")

    def __call__(self, *words: Any, **options: Any) -> str:
        """Run docker compose as the operations guide does."""
        env = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("KINERJA_", "COMPOSE_"))
        }
        command = [*self.command, "-p", PROJECT, *words]
        return run(*command, cwd=self.folder, env=env, **options)

    def word(self, *words: str, **options: Any) -> str:
        """Say a word of the image in a container of its own."""
        return self("run", "--rm", "-T", "--no-deps", "odoo", *words, **options)

    def script(self, text: str) -> str:
        """Run Python inside Odoo, as an administrator would."""
        words = ("odoo", "shell", "-c", "/tmp/kinerja.conf", "-d", "kinerja")
        quiet = ("--no-http", "--log-level", "error")
        return self("exec", "-T", "odoo", *words, *quiet, input=text)

    def sql(self, query: str) -> str:
        """Ask PostgreSQL itself, as its owner."""
        words = ("psql", "-U", "postgres", "-d", "kinerja", "-tAc", query)
        return self("exec", "-T", "db", *words).strip()

    def container(self, service: str) -> str:
        """Give the container of a service, stopped or not."""
        return self("ps", "-a", "-q", service).strip()

    def inspect(self, service: str, what: str) -> str:
        """Read what the engine knows of a container."""
        return run("docker", "inspect", "-f", what, self.container(service)).strip()

    def logs(self, service: str) -> str:
        """Give all that a service has written."""
        return run("docker", "logs", self.container(service))

    def wait(self, limit: float = START) -> float:
        """Wait until every service is healthy; give the seconds."""
        start = time.monotonic()
        for service in ("db", "odoo", "nginx"):
            while self.inspect(service, "{{.State.Health.Status}}") != "healthy":
                restarts = int(self.inspect(service, "{{.RestartCount}}"))
                late = time.monotonic() - start > limit
                if restarts or late:
                    raise AssertionError(self.logs(service)[-3000:])
                time.sleep(1)
        return time.monotonic() - start

    def memory(self) -> str:
        """Give the memory that each service holds now."""
        names = {self.container(one): one for one in ("db", "odoo", "nginx")}
        shape = "{{.ID}} {{.MemUsage}}"
        lines = run("docker", "stats", "--no-stream", "--no-trunc", "--format", shape)
        found = [line.split() for line in lines.splitlines()]
        return ", ".join(
            f"{names[line[0]]} {line[1]}" for line in found if line[0] in names
        )

    @contextlib.contextmanager
    def timed(self, name: str) -> Iterator[None]:
        """Keep the seconds of something for the report."""
        start = time.monotonic()
        yield
        self.figures[name] = f"{time.monotonic() - start:.1f} s"

    def login(self, password: str) -> requests.Session:
        """Log in as a person does, with a form; the session tells whether it worked."""
        session = requests.Session()
        form = session.get(f"{self.url}/web/login", timeout=60).text
        token = re.search(r'name="csrf_token" value="([^"]+)"', form)[1]
        data = {"login": "admin", "password": password, "csrf_token": token}
        session.post(f"{self.url}/web/login", data=data, timeout=60)
        return session

    def inside(self, session: requests.Session) -> bool:
        """Tell whether a session is that of somebody logged in."""
        answer = session.get(f"{self.url}/odoo", timeout=60, allow_redirects=False)
        return answer.status_code == 200

    def remove(self) -> None:
        """Remove containers, networks, volumes and images of this name."""
        self("down", "-v", "--remove-orphans", limit=WORK, check=False)
        for release in (RELEASE, NEXT):
            run("docker", "rmi", f"kinerja-asn:{release}", check=False)
