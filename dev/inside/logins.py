# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Give the demo people one password, and list those who exist.

Run by `odoo shell`, which gives it the name env.
"""

import os
from pathlib import Path


def main(env):
    """Set the password of the logins asked for and write down who was there."""
    names = os.environ["KINERJA_LOGINS"].split(",")
    users = env["res.users"].search([("login", "in", names)])
    users.password = os.environ["KINERJA_PASSWORD"]
    env.cr.commit()
    found = "\n".join(f"{user.login}\t{user.name}" for user in users)
    Path(os.environ["KINERJA_OUTPUT"]).write_text(found, encoding="utf-8")


main(env)  # noqa: F821
