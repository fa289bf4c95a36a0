# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""All tests in one run: each part runs even if an earlier one failed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from . import coverage, lint, odoo_tests, paths, pytests, setup
from .databases import template
from .odoo_run import Place
from .paths import HOME, own
from .postgres import TEST
from .say import Lane, Stop, complain, line, step
from .server import running

PARTS = ("lint", "rules", "odoo", "stack", "e2e")
Outcome = tuple[bool, str]


@dataclass
class Suite:
    """One run: what was asked for, and what came of each part."""

    parts: list[str]
    tags: str | None = None
    quick: bool = False
    words: list[str] = field(default_factory=list)
    results: list[tuple[str, bool, str, float]] = field(default_factory=list)

    def run(self) -> int:
        """Run the parts in order; pytest's own closing line comes last."""
        own(HOME)
        with paths.locked(HOME / "test.lock", "testing"):
            for server in running():
                if server.name.startswith("test-") and server.stop():
                    line(f"  ended the server {server.name} of a broken-off run")
            with setup.locked():
                place = self.prepare()
            coverage.begin()
            if self.parts == ["odoo"]:
                self.chosen(("odoo",), place)
            else:
                self.beside(place)
            self.report()
            if "e2e" in self.parts:
                browser = pytests.browser
                self.part("e2e", lambda where: browser(where, self.words), place)
        return 0 if all(good for _part, good, _text, _time in self.results) else 1

    def prepare(self) -> Place | None:
        """Get what the chosen parts need, before any of them starts."""
        if not {"odoo", "e2e"} & set(self.parts):
            setup.tools()
            return None
        place = setup.ready(TEST, testing=True)
        template(place)
        if "e2e" in self.parts and pytests.contract_files() and not self.quick:
            template(place, website=True)
        if "lint" in self.parts:
            setup.tools()
        return place

    def beside(self, place: Place | None) -> None:
        """Run the longest part, which needs one core, beside the short ones."""
        lane = Lane(lambda: self.chosen(("odoo",), place))
        self.chosen(("lint", "rules", "stack"), place)
        if "e2e" in self.parts:
            self.outside(place)
        lane.finish()

    def chosen(self, names: Sequence[str], place: Place | None) -> None:
        """Run those of the parts that were asked for."""
        for name in names:
            if name in self.parts:
                self.part(name, getattr(self, name), place)

    def part(
        self, name: str, run: Callable[[Place | None], Outcome], place: Place | None
    ) -> None:
        """Run one part and keep its outcome, whatever happens in it."""
        line(f"== {name}")
        start = time.monotonic()
        try:
            good, text = run(place)
        except Stop as stop:
            complain(str(stop))
            good, text = False, str(stop)
        self.results.append((name, good, text, time.monotonic() - start))

    def lint(self, _place: Place | None) -> Outcome:
        """Read the code."""
        failed = lint.lint()
        good = len(lint.CHECKS) - len(failed)
        return not failed, f"{good} checks passed, {len(failed)} failed"

    def rules(self, _place: Place | None) -> Outcome:
        """Test the law as plain Python."""
        return pytests.rules(self.words if self.parts == ["rules"] else [])

    def odoo(self, place: Place | None) -> Outcome:
        """Test inside Odoo."""
        assert place
        return odoo_tests.run(place, self.tags, self.quick)

    def stack(self, _place: Place | None) -> Outcome:
        """Test the containers of production, where there is a Docker engine."""
        return pytests.stack(self.words if self.parts == ["stack"] else [])

    def outside(self, place: Place | None) -> None:
        """Test from outside what needs no browser of its own."""
        words = self.words
        if pytests.contract_files() and not self.quick:
            self.part("contract", lambda where: pytests.website(where, words), place)
        self.part(
            "installation", lambda where: pytests.installation(where, words), place
        )
        self.part("killed", lambda where: pytests.killed(where, words), place)

    def report(self) -> None:
        """Print what came of the parts so far."""
        line("== results")
        for name, good, text, seconds in self.results:
            verdict = "ok" if good else "FAILED"
            line(f"  {name:<12} {verdict:<8} {text}   {seconds:.1f} s")
        if {"rules", "odoo"} & set(self.parts):
            with step("coverage"):
                figures = coverage.figures()
            for text in figures:
                line(text)
