# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An agency whose year is closed: everybody has an agreed plan, the work is queued.

Run by `odoo shell`, which gives it the name env.
"""

import os
import sys

from odoo import Command

sys.path.insert(0, os.environ["KINERJA_ROOT"])
from dev.inside.last_year import make_last_plans, make_people  # noqa: E402

PEOPLE = int(os.environ["KINERJA_PEOPLE"])
MANAGER = "hr_asn_kinerja.group_asn_kinerja_manager"


def main(env):
    """Queue the annual evaluations of everybody, as the agency manager does."""
    year = env["asn.period"]._today().year
    people = make_people(env, PEOPLE, year)
    make_last_plans(env, people, PEOPLE, year - 1)
    links = [Command.link(env.ref(name).id) for name in ("base.group_user", MANAGER)]
    user = env["res.users"].create(
        {"name": "Manager", "login": "manager", "group_ids": links}
    )
    annual = env["asn.period.interval"].search([("kind", "=", "annual")])
    annual.with_user(user).action_open_evaluations()
    env.cr.commit()


main(env)  # noqa: F821
