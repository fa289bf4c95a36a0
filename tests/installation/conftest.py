# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The life of our add-ons on a database of HR that was there before them.

`./kinerja test e2e` makes the database and says in the environment where it is and
how Odoo's shell is called on it.
"""

import json
import os
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest

from . import fingerprint

INSIDE = Path(__file__).parent / "inside"
#: One Odoo with its modules starts in seconds; a frozen one should not last for hours.
PATIENCE = 300


@pytest.fixture(scope="session")
def odoo(tmp_path_factory):
    """Return a function that runs scripts inside Odoo and gives what they wrote."""
    command = os.environ.get("KINERJA_ODOO")
    if not command:
        pytest.fail("Start these tests with ./kinerja test e2e")
    output = tmp_path_factory.mktemp("odoo") / "told.json"

    def run(*scripts, do=""):
        text = "".join((INSIDE / f"{name}.py").read_text() for name in scripts)
        done = subprocess.run(
            json.loads(command),
            input=text.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=PATIENCE,
            check=False,
            env={**os.environ, "KINERJA_DO": do, "KINERJA_OUTPUT": str(output)},
        )
        said = done.stdout.decode(errors="replace")
        assert not done.returncode, said
        assert "Traceback" not in said, said
        return json.loads(output.read_text()) if do else None

    return run


@pytest.fixture(scope="session")
def life(odoo):
    """Install on a filled database, work, uninstall: what was there each time."""
    dsn = os.environ["KINERJA_DSN"]
    odoo("seed")
    before = fingerprint.take(dsn)
    screens = odoo("screens", do="install")
    installed = fingerprint.take(dsn, only=before.columns)
    afterwards = odoo("work", "screens", do="uninstall")
    return SimpleNamespace(
        before=before,
        installed=installed,
        after=fingerprint.take(dsn),
        screens_before=screens["before"],
        screens_installed=screens["after"],
        screens_used=afterwards["before"],
        screens_after=afterwards["after"],
    )
