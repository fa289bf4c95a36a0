# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""One stack for all tests of the deployment, or the reason why there is none."""

import re
import signal

import pytest

from .stack import Absent, Stack

PREPARE = """
unit = env["hr.department"].create({"name": "Loket"})
service = env["asn.service"].create({"name": "KTP", "department_id": unit.id})
counter = env["asn.counter"].create(
    {"name": "Loket 1", "department_id": unit.id, "service_id": service.id}
)
env["ir.attachment"].create({"name": "bukti.bin", "raw": bytes(range(256)) * 4096})
env.cr.commit()
print("TOKEN", counter.token)
"""
FIGURES = pytest.StashKey()


def interrupt(_signal, _frame):
    raise KeyboardInterrupt


@pytest.fixture(scope="session")
def stack(tmp_path_factory, request):
    """Build and start everything from nothing; remove it by name at the end."""
    try:
        stack = Stack(tmp_path_factory.mktemp("stack"))
    except Absent as absent:
        request.config.stash[FIGURES] = {"not tried": str(absent)}
        pytest.skip(f"{absent}: the containers of production were not tried")
    # Whoever ends the tests early wants no containers left behind either.
    signal.signal(signal.SIGTERM, interrupt)
    request.config.stash[FIGURES] = stack.figures
    stack.remove()
    try:
        with stack.timed("building the image"):
            stack("build", "odoo", limit=900)
        with stack.timed("first start, until all is healthy"):
            stack("up", "-d")
            stack.wait()
        yield stack
    finally:
        stack.remove()


def pytest_terminal_summary(terminalreporter, config):
    """Tell the figures that were measured on the way."""
    for name, value in config.stash.get(FIGURES, {}).items():
        terminalreporter.write_line(f"  {name}: {value}")


@pytest.fixture(scope="session")
def token(stack):
    """Make a counter and an attachment; give what the counter's poster says."""
    return re.search(r"TOKEN (\w{16})", stack.script(PREPARE))[1]


@pytest.fixture(scope="session")
def backup(stack, token):
    """Make a backup while the system runs."""
    with stack.timed("backup"):
        told = stack.word("backup")
    return re.search(r"Backup (\d{8}-\d{6}):", told)[1]
