# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the product costs: the citizen pages, beside the least that any route costs.

Each figure is a ratio against a reference measured in the same run: seconds of
another machine mean nothing here. Bounded in count, on this machine only.
"""

from __future__ import annotations

import gzip
import http.client
import os
import re
import statistics
import time
import urllib.parse
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from . import (
    bench_cascade,
    bench_closing,
    bench_distribution,
    bench_import,
    bench_plans,
    bench_recap,
    bench_rules,
    databases,
    setup,
)
from .odoo_run import Place
from .paths import DEV, addons, locked
from .postgres import DEMO
from .say import Stop, line, step
from .server import Server, free_port

BASE, ADDON = "kinerja_bench", "kinerja_bench"
COUNT, WARM_UP = 300, 20
PARTS = (
    *("import", "pages", "plans", "rules", "cascade"),
    *("distribution", "recap", "closing"),
)
#: A form that comes back sooner than a person can read it is set apart.
READING_TIME = 2.5
NONCE = re.compile(rb"<input[^>]*\bname=[\"']nonce[\"'][^>]*>")
VALUE = re.compile(rb"\bvalue=[\"']([^\"']*)")
NO_COUNTER = (
    "There is no counter to measure: the table asn_counter of the demo agency is "
    "missing or empty, so only Odoo's bare routes were measured."
)


@dataclass
class Cost:
    """What one kind of request took."""

    name: str
    cpu: float
    wall: float


class Meter:
    """Sends requests one after another and reads the workers' CPU clocks."""

    def __init__(self, port: int, master: int) -> None:
        """Remember where the server is and which process is its first."""
        self.port, self.master = port, master

    def send(self, method: str, path: str, **fields: str) -> bytes:
        """Send one request, as a phone would, and want a 200."""
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Accept-Encoding": "gzip"}
        body = urllib.parse.urlencode(fields) if fields else None
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        link.request(method, path, body, headers)
        answer = link.getresponse()
        data = answer.read()
        link.close()
        if answer.status != 200:
            raise Stop(f"{method} {path} answered {answer.status} instead of 200.")
        packed = answer.headers.get("Content-Encoding") == "gzip"
        return gzip.decompress(data) if packed else data

    def cpu(self) -> float:
        """Sum the CPU seconds of the workers that answer requests."""
        ticks = 0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = stat.read_text(encoding="utf-8").rsplit(")", 1)[1].split()
                words = stat.with_name("cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if int(fields[1]) == self.master and b"gevent" not in words:
                ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def measure(self, name: str, calls: Iterable[Callable[[], bytes]]) -> Cost:
        """Make the calls and divide what they cost by their number."""
        walls, before = [], self.cpu()
        for call in calls:
            start = time.perf_counter()
            call()
            walls.append(time.perf_counter() - start)
        cpu = (self.cpu() - before) / len(walls)
        return Cost(name, 1000 * cpu, 1000 * statistics.median(walls))


def bench(parts: list[str], people: int) -> None:
    """Measure the parts asked for on durable storage."""
    server = Server("test-bench", mortal=True)
    with setup.locked():
        place = setup.ready(DEMO)
    place = Place(place.odoo, DEMO, extra=(DEV / "bench_addons",))
    place.configure()
    with locked(place.conf.with_suffix(".lock"), "measuring"):
        try:
            if {"import", "pages"} & set(parts):
                measure(place, server, parts, people)
            if "plans" in parts:
                bench_plans.measure(place, people)
            if "rules" in parts:
                bench_rules.measure(place)
            if "cascade" in parts:
                bench_cascade.measure(place)
            if "distribution" in parts:
                bench_distribution.measure(place)
            if "recap" in parts:
                bench_recap.measure(place)
            if "closing" in parts:
                bench_closing.measure(place)
        finally:
            server.stop()
            databases.drop(place, BASE)


def measure(place: Place, server: Server, parts: list[str], people: int) -> None:
    """Make a fresh demo agency; import people there, serve it and fetch its pages."""
    with step("copy of the database"):
        databases.copy(place, databases.template(place), BASE)
    with step("our add-ons with the demo agency"):
        databases.install(place, BASE, [*addons(), ADDON], demo=True)
    if "import" in parts:
        bench_import.measure(place, BASE, people)
    if "pages" in parts:
        measure_pages(place, server)


def measure_pages(place: Place, server: Server) -> None:
    """Measure the bare routes and, where there are counters, the citizen's."""
    port = free_port()
    words = ("--workers", 2, "--max-cron-threads", 0, "--gevent-port", free_port())
    with step("server"):
        server.start(place, BASE, port, *words)
    meter = Meter(port, server.daemon.info["pid"])
    with step(f"{COUNT} requests of each kind"):
        costs = bare(meter)
        tokens = counters(place)
        page = b""
        if tokens:
            more, page = citizen(meter, tokens)
            costs += more
    table(costs)
    if page:
        packed = len(gzip.compress(page))
        line(f"Citizen page: {packed} bytes gzipped, {len(page)} bytes plain.")
    else:
        line(NO_COUNTER)


def bare(meter: Meter) -> list[Cost]:
    """Measure what any route costs; the insert is the reference of the table."""

    def insert() -> bytes:
        return meter.send("POST", "/kinerja_bench/insert", name="a", score="3")

    def read() -> bytes:
        return meter.send("GET", "/kinerja_bench/read")

    for _ in range(WARM_UP):
        insert()
        read()
    return [
        meter.measure("bare route with one insert", [insert] * COUNT),
        meter.measure("bare route without", [read] * COUNT),
    ]


def counters(place: Place) -> list[str]:
    """Read the tokens of the counters, if the product has any yet."""
    there = "SELECT to_regclass('asn_counter') IS NOT NULL"
    if place.cluster.sql(there, BASE) != ["t"]:
        return []
    return place.cluster.sql("SELECT token FROM asn_counter WHERE active", BASE)


def citizen(meter: Meter, tokens: list[str]) -> tuple[list[Cost], bytes]:
    """Measure the citizen's page, then the answers to the pages that were sent."""
    chosen = [tokens[number % len(tokens)] for number in range(COUNT + WARM_UP)]
    pages: list[bytes] = []

    def get(token: str) -> bytes:
        pages.append(meter.send("GET", f"/q/{token}"))
        return pages[-1]

    def post(token: str, nonce: str) -> bytes:
        return meter.send("POST", f"/q/{token}/s", score="4", nonce=nonce)

    for token in chosen[:WARM_UP]:
        get(token)
    calls = [lambda token=token: get(token) for token in chosen[WARM_UP:]]
    costs = [meter.measure("citizen: the page (GET)", calls)]
    time.sleep(READING_TIME)
    answers = list(zip(chosen, map(nonce_of, pages), strict=True))
    for token, nonce in answers[:WARM_UP]:
        post(token, nonce)
    posts = [lambda one=one: post(*one) for one in answers[WARM_UP:]]
    costs.append(meter.measure("citizen: one score (POST)", posts))
    return costs, pages[-1]


def nonce_of(page: bytes) -> str:
    """Take the nonce out of a page's hidden field."""
    field = NONCE.search(page)
    value = VALUE.search(field[0]) if field else None
    if not value:
        raise Stop("The citizen page has no hidden field named nonce.")
    return value[1].decode()


def table(costs: list[Cost]) -> None:
    """Print ratios first; the milliseconds only say how exact they are."""
    reference = costs[0]
    line()
    line(f"{'request':<30}{'CPU ratio':>10}{'time ratio':>12}{'CPU ms':>9}{'ms':>8}")
    for one in costs:
        ratios = f"{one.cpu / reference.cpu:>10.2f}{one.wall / reference.wall:>12.2f}"
        line(f"{one.name:<30}{ratios}{one.cpu:>9.2f}{one.wall:>8.2f}")
    line()
