# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Import fictional employees beside the bare ORM creation of the same people.

Run by `odoo shell`, which gives it the name env. Each half has an agency of its own
and the rights of its manager; both write batches of the same size and commit them.
"""

import base64
import json
import os
import sys
import time
from pathlib import Path

from odoo import Command

from odoo.addons.hr_asn_kinerja.models.asn_job import BATCH

sys.path.insert(0, os.environ["KINERJA_ROOT"])
from dev import fictional  # noqa: E402

WARM_UP = 20


class Clock:
    """Adds up the seconds of a kind of work, on the wall and of this process's CPU."""

    def __init__(self):
        """Begin with nothing."""
        self.spent = [0, 0]

    def __enter__(self):
        """Start to count."""
        self.start = time.perf_counter(), time.process_time()

    def __exit__(self, *_error):
        """Stop to count."""
        end = time.perf_counter(), time.process_time()
        steps = zip(self.spent, end, self.start, strict=True)
        self.spent = [sum_ + later - earlier for sum_, later, earlier in steps]


def agency(env, name):
    """Make an agency with a manager, and return its environment."""
    company = env["res.company"].create({"name": name})
    groups = env.ref("hr_asn_kinerja.group_asn_kinerja_manager")
    user = env["res.users"].create(
        {
            "name": name,
            "login": name,
            "company_id": company.id,
            "company_ids": [Command.set(company.ids)],
            "group_ids": [Command.set(groups.ids)],
        }
    )
    env.cr.commit()
    return env(user=user, context={"allowed_company_ids": company.ids})


def open_import(env, path):
    """Upload the workbook as the screen does."""
    file = base64.b64encode(path.read_bytes())
    return env["asn.employee.import"].create({"file": file, "filename": path.name})


def bare(env, path):
    """Create the same people with the same values, and nothing else, batch by batch."""
    rows, _problems = open_import(env, path)._read()
    sync = env["asn.employee.sync"]
    units = env["hr.department"]._make_paths([row.get("unit", []) for row in rows])
    known = sync._load([], units)
    values = [sync._prepare_new_values(row, known) for row in rows]
    people = env["hr.employee"].with_context(tracking_disable=True)
    for begin in range(0, len(values), BATCH):
        yield
        people.create(values[begin : begin + BATCH])


def imported(env, path):
    """Check, import, apply, batch by batch."""
    yield
    one = open_import(env, path)
    one.action_check()
    env.cr.commit()
    job = env["asn.job"].sudo().browse(one.action_import()["res_id"])
    while job.state != "done":
        yield
        job._run_batch()
    if job.failed:
        raise RuntimeError(job.failed_line_ids[0].reason)


def race(env, name, path):
    """Let both take turns, so that a busy machine slows both; return their clocks."""
    clocks = {"bare": Clock(), "import": Clock()}
    runners = {
        "bare": bare(agency(env, f"{name}-bare"), path),
        "import": imported(agency(env, f"{name}-import"), path),
    }
    for runner in runners.values():
        next(runner)
    while runners:
        for key in list(runners):
            env.invalidate_all()
            with clocks[key]:
                if next(runners[key], runners) is runners:
                    runners.pop(key)
                env.cr.commit()
    return {key: clock.spent for key, clock in clocks.items()}


def main(env):
    """Warm up both, measure both, then the same workbook once more."""
    count = int(os.environ["KINERJA_COUNT"])
    path = Path(os.environ["KINERJA_OUTPUT"]).with_suffix(".xlsx")
    fictional.write(path, WARM_UP)
    race(env, "warm", path)
    fictional.write(path, count)
    result = race(env, "bench", path)
    manager = env["res.users"].search([("login", "=", "bench-import")])
    mine = env(
        user=manager.id, context={"allowed_company_ids": manager.company_ids.ids}
    )
    again = Clock()
    with again:
        one = open_import(mine, path)
        one.action_check()
        mine.cr.commit()
    if one.unchanged_count != count:
        raise RuntimeError("an unchanged workbook would change something")
    result["again"] = again.spent
    path.unlink()
    Path(os.environ["KINERJA_OUTPUT"]).write_text(json.dumps(result), encoding="utf-8")


main(env)  # noqa: F821
