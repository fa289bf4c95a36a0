# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Verify the chains of all people and write down what was found.

Run by `odoo shell`, which gives it the name env.
"""

import json
import os
from pathlib import Path


def main(env):
    """Ask the model; nothing in the database is changed."""
    people, faults = env["asn.decision"]._verify()
    found = json.dumps({"people": people, "faults": faults})
    Path(os.environ["KINERJA_OUTPUT"]).write_text(found, encoding="utf-8")


main(env)  # noqa: F821
