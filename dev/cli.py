# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The command line: which words exist, and how a failure is told."""

from __future__ import annotations

import argparse
import errno
import os
import shlex
from collections.abc import Sequence

from . import bench, bench_import, demo, lint, setup, suite, translate, verify
from .paths import HOME
from .postgres import DEMO, TEST
from .process import clean_env, use_jobs
from .say import NO_SPACE, Stop, complain, line
from .server import running

QUICK = "for odoo: update the last test database instead of a fresh one"
JOBS_HELP = "processes at once, for pylint and the server of e2e (2)"


def main(words: list[str]) -> int:
    """Carry out one command; every failure is one sentence and not 0."""
    options = parser().parse_args(words)
    try:
        return options.run(options) or 0
    except Stop as stop:
        complain(str(stop))
    except KeyboardInterrupt:
        complain("interrupted; the same command again goes on from here.")
        return 130
    except BrokenPipeError:
        # The reader of our output has gone, for example `| head`: say no more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except OSError as error:
        complain(explain(error))
    return 1


def explain(error: OSError) -> str:
    """Say in words what the system refused."""
    where = error.filename or HOME
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return NO_SPACE.format(where)
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"{where} may not be used by this user: see whose it is with ls -l."
    if error.errno == errno.EROFS:
        return f"{where} is on a read-only file system."
    return f"the system refused {where}: {error.strerror or error}."


def count(text: str) -> int:
    """Return a number of processes, at least one."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def parser() -> argparse.ArgumentParser:
    """Describe the words that the command knows."""
    top = argparse.ArgumentParser(prog="kinerja", description="Kinerja ASN for Odoo 19")
    commands = top.add_subparsers(metavar="COMMAND", required=True)

    def add(name, run, text):
        one = commands.add_parser(name, help=text, description=text)
        one.set_defaults(run=run)
        return one

    one = add("demo", run_demo, "get what is missing, serve the demo agency")
    one.add_argument("--port", type=int, default=demo.PORT)
    one.add_argument("--db", default=demo.BASE)
    one = add("test", run_test, "run the tests: all, or some of its parts")
    one.add_argument("parts", nargs="*", metavar="PART", help=", ".join(suite.PARTS))
    one.add_argument("--tags", help="for odoo: Odoo's --test-tags")
    one.add_argument("--quick", action="store_true", help=QUICK)
    one.add_argument("--pytest", default="", metavar="WORDS", help="more for pytest")
    one.add_argument("--jobs", type=count, default=2, metavar="N", help=JOBS_HELP)
    one = add("lint", run_lint, "read the code with every tool")
    one.add_argument("--fix", action="store_true", help="put the layout right")
    one.add_argument("--jobs", type=count, default=2, metavar="N", help=JOBS_HELP)
    add("i18n", run_i18n, "export our terms, merge new ones into the translations")
    one = add("bench", run_bench, "measure what the product costs, beside references")
    one.add_argument("parts", nargs="*", metavar="PART", help=", ".join(bench.PARTS))
    one.add_argument("--people", type=count, default=bench_import.PEOPLE, metavar="N")
    one = add("shell", run_shell, "open Odoo's shell on the demo database")
    one.add_argument("--db", default=demo.BASE)
    one = add("verify", run_verify, "verify the chains of frozen documents")
    one.add_argument("--db", default=demo.BASE)
    one = add("reset", run_reset, "stop and remove the demo database")
    one.add_argument("--db", default=demo.BASE)
    add("stop", run_stop, "end the servers that were started here")
    return top


def run_demo(options: argparse.Namespace) -> None:
    """Serve the demo agency."""
    demo.demo(options.port, options.db)


def check_parts(parts: list[str], known: Sequence[str]) -> None:
    """Stop at a part that does not exist."""
    unknown = set(parts) - set(known)
    if unknown:
        names = ", ".join(known)
        raise Stop(f"There is no part {min(unknown)}: the parts are {names}.")


def run_test(options: argparse.Namespace) -> int:
    """Run the parts asked for, or all."""
    check_parts(options.parts, suite.PARTS)
    use_jobs(options.jobs)
    parts = options.parts or list(suite.PARTS)
    words = shlex.split(options.pytest)
    return suite.Suite(parts, options.tags, options.quick, words).run()


def run_lint(options: argparse.Namespace) -> int:
    """Read the code with every tool."""
    use_jobs(options.jobs)
    with setup.locked():
        setup.tools()
    failed = lint.lint(options.fix)
    line(f"{len(lint.CHECKS) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


def run_i18n(_options: argparse.Namespace) -> None:
    """Bring the files of terms up to date."""
    translate.translate()


def run_bench(options: argparse.Namespace) -> None:
    """Print the tables of ratios of the parts asked for, or of all."""
    check_parts(options.parts, bench.PARTS)
    bench.bench(options.parts or list(bench.PARTS), options.people)


def run_shell(options: argparse.Namespace) -> None:
    """Become Odoo's shell, so that it has the terminal to itself."""
    with setup.locked():
        place = setup.ready(DEMO)
    command = place.command("shell", "-d", options.db, "--no-http")
    os.execve(command[0], [str(one) for one in command], clean_env())


def run_verify(options: argparse.Namespace) -> int:
    """Name the first record of each chain that does not hold."""
    return verify.verify(options.db)


def run_reset(options: argparse.Namespace) -> None:
    """Remove the demo database."""
    demo.reset(options.db)


def run_stop(_options: argparse.Namespace) -> None:
    """End what this checkout started."""
    ended = [f"the server {one.name}" for one in running() if one.stop()]
    ended += [f"PostgreSQL ({one.name})" for one in (DEMO, TEST) if one.stop()]
    line("Ended: " + (", ".join(ended) or "nothing, nothing was running") + ".")
