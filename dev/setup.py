# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Having everything there that a command needs, in the right order."""

from __future__ import annotations

import contextlib

from . import debian, node_env, odoo_source, paths, postgres, python_env
from .odoo_run import Place
from .paths import HOME, own

#: Prints PDF; gone from Debian 13, where Odoo says so to whoever prints.
PRINTER = {"wkhtmltopdf fonts-liberation": "wkhtmltopdf"}
#: Without a font the browser would draw empty boxes.
CHROMIUM = {"chromium fonts-liberation": "chromium"}


def locked() -> contextlib.AbstractContextManager[None]:
    """Let only one ./kinerja of this checkout set things up at a time."""
    own(HOME)
    return paths.locked(HOME / "lock", "setting up")


def ready(cluster: postgres.Cluster, testing: bool = False) -> Place:
    """Have Odoo, its Python packages and a running PostgreSQL."""
    needed = {**python_env.missing(), **debian.postgres()}
    if testing:
        # the driver of the browser tests is linked against the second
        needed |= {**CHROMIUM, **debian.library("libatomic1", "libatomic.so.1")}
    debian.need(needed, "This command")
    debian.wish(PRINTER, "to print PDF")
    odoo = odoo_source.ensure()
    python_env.ensure(odoo.home, testing=testing)
    cluster.start()
    place = Place(odoo, cluster)
    place.configure()
    return place


def tools() -> None:
    """Have what the lint runs; it works without network from then on."""
    python_env.ensure(odoo_source.ensure().home, testing=True)
    node_env.ensure()
