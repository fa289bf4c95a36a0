# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A server that is killed while it closes a year: nothing double, nothing lost.

`./kinerja test e2e` makes the database and says in the environment how Odoo is called.
"""

import contextlib
import json
import os
import signal
import subprocess
import time
from pathlib import Path

import psycopg2
import pytest

INSIDE = Path(__file__).parent / "inside"
ROOT = Path(__file__).parents[2]
PEOPLE, BATCH, INDICATORS = 1500, 200, 15
KILLS, PATIENCE = 3, 240


@pytest.fixture(scope="module")
def year():
    """Queue the work in a fresh database."""
    if not os.environ.get("KINERJA_ODOO"):
        pytest.fail("Start these tests with ./kinerja test e2e")
    done = subprocess.run(
        json.loads(os.environ["KINERJA_ODOO"]),
        input=(INSIDE / "year.py").read_bytes(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=PATIENCE,
        check=False,
        env={**os.environ, "KINERJA_ROOT": str(ROOT), "KINERJA_PEOPLE": str(PEOPLE)},
    )
    said = done.stdout.decode(errors="replace")
    assert not done.returncode, said
    assert "Traceback" not in said, said


def ask(query):
    """Return the first row of a query, as others see the database now."""
    connection = psycopg2.connect(os.environ["KINERJA_DSN"])
    with contextlib.closing(connection), connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchone()


def made():
    return ask("SELECT count(*) FROM asn_evaluation")[0]


def state():
    return ask("SELECT state, done, failed FROM asn_job")


def wait(condition):
    """Wait until something is true, but not for ever."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, f"{state()}, {made()} evaluations"
        time.sleep(0.02)


@contextlib.contextmanager
def server(folder):
    """Run the real server with its worker for jobs; it is killed at the end."""
    with (folder / "server.log").open("ab") as log:
        process = subprocess.Popen(
            json.loads(os.environ["KINERJA_SERVER"]),
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@pytest.mark.usefixtures("year")
def test_a_killed_server_goes_on_where_it_was(tmp_path):
    for kill in range(1, KILLS + 1):
        before = made()
        with server(tmp_path):
            wait(lambda least=before: made() > least)
        kept = made()
        assert 0 < kept < PEOPLE, f"the server was killed too late: {kept}"
        # a batch is there as a whole, with the note that it is done, or not at all
        assert kept % BATCH == 0
        assert state() == ("running", kept, 0)
        assert kept >= kill * BATCH
    with server(tmp_path):
        wait(lambda: state()[0] == "done")
    assert state() == ("done", PEOPLE, 0)
    assert ask("SELECT count(DISTINCT skp_id), count(*) FROM asn_evaluation") == (
        PEOPLE,
        PEOPLE,
    )
    assert ask(
        "SELECT count(DISTINCT evaluation_id), count(*) FROM asn_assessment"
    ) == (
        PEOPLE,
        PEOPLE,
    )
    lines = PEOPLE * INDICATORS
    query = (
        "SELECT count(DISTINCT indicator_id), count(*) FROM asn_indicator_realisation"
    )
    assert ask(query) == (lines, lines)
