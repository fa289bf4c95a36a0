# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Launch a period for a large agency beside the bare insertion of the same rows.

Run by `odoo shell`, which gives it the name env.
"""

import json
import os
import sys
import time
from pathlib import Path

from psycopg2.extras import execute_values

from odoo import Command

sys.path.insert(0, os.environ["KINERJA_ROOT"])
from dev.inside.last_year import (  # noqa: E402
    INDICATORS,
    RESULTS,
    make_last_plans,
    make_people,
    make_period,
)

PEOPLE = int(os.environ["KINERJA_PEOPLE"])
ROUNDS, PAGE = 3, 1000
TABLES = (
    "asn_skp",
    "asn_skp_result",
    "asn_skp_indicator",
    "asn_skp_behaviour",
    "asn_skp_annex",
)
MANAGER = "hr_asn_kinerja.group_asn_kinerja_manager"


def make_manager(env):
    """Return the environment of an agency manager."""
    user = env["res.users"].create(
        {
            "name": "Manager",
            "login": "manager",
            "group_ids": [Command.set(env.ref(MANAGER).ids)],
        }
    )
    return env(user=user, context={"allowed_company_ids": env.company.ids})


def timed(env, call):
    """Return the seconds of a call with its commit, and what it gave."""
    env.invalidate_all()
    start = time.perf_counter()
    found = call()
    env.cr.commit()
    return time.perf_counter() - start, found


def run_to_end(job):
    """Handle the lines as the worker does: batch by batch, each committed."""
    while job.state != "done":
        job._run_batch()
        job.env.cr.commit()
        job.env.invalidate_all()
    if job.failed:
        raise RuntimeError(job.failed_line_ids[0].reason)
    return job


def job_of(env, action):
    """Return the job that an action shows, elevated."""
    return env["asn.job"].sudo().browse(action["res_id"])


def read_rows(env, period):
    """Return {table: (columns, rows)} of all plans of the period."""
    found = {}
    for table in TABLES:
        column = "id" if table == "asn_skp" else "skp_id"
        env.cr.execute(
            f"SELECT * FROM {table} WHERE {column} IN"  # noqa: S608
            " (SELECT id FROM asn_skp WHERE period_id = %s) ORDER BY id",
            [period.id],
        )
        names = [one.name for one in env.cr.description]
        found[table] = (names, env.cr.fetchall())
    return found


def insert_bare(env, rows):
    """Insert the same rows and nothing else."""
    for table, (names, values) in rows.items():
        columns = ", ".join(f'"{name}"' for name in names)
        execute_values(
            env.cr._obj,
            f"INSERT INTO {table} ({columns}) VALUES %s",  # noqa: S608
            values,
            page_size=PAGE,
        )


def remove(env, period):
    """Remove the plans, so that the next round finds what the first one found."""
    env.cr.execute(
        "UPDATE asn_skp SET leader_skp_id = NULL WHERE period_id = %s", [period.id]
    )
    env.cr.execute("DELETE FROM asn_skp WHERE period_id = %s", [period.id])
    env.cr.commit()
    autocommit(env, "VACUUM ANALYZE")


def autocommit(env, query):
    """Run a statement that wants to be alone."""
    env.cr.commit()
    env.cr._cnx.autocommit = True
    env.cr.execute(query)
    env.cr._cnx.autocommit = False


def race(env, period, beside):
    """Take turns; return the seconds of each round."""
    expected = PEOPLE * (1 + RESULTS * (1 + INDICATORS) + beside)
    costs = {"check": [], "launch": [], "execute_values": [], "undo": []}
    launches = env["asn.plan.launch"]
    for number in range(ROUNDS):
        launch = launches.create({"period_id": period.id, "reach": "all"})
        costs["check"].append(timed(env, launch.action_check)[0])
        seconds, job = timed(
            env, lambda one=launch: run_to_end(job_of(env, one.action_start()))
        )
        costs["launch"].append(seconds)
        rows = read_rows(env, period)
        costs["rows"] = sum(len(values) for _names, values in rows.values())
        if costs["rows"] != expected:
            raise RuntimeError(f"{costs['rows']} rows are not what was expected")
        if number == ROUNDS - 1:
            mine = job.with_env(env)
            undo, _job = timed(
                env, lambda one=mine: run_to_end(job_of(env, one.action_undo()))
            )
            costs["undo"].append(undo)
        remove(env, period)
        seconds, _none = timed(env, lambda one=rows: insert_bare(env, one))
        costs["execute_values"].append(seconds)
        remove(env, period)
    return costs


def main(env):
    """Fill the database, measure, write the figures."""
    year = env["asn.period"]._today().year
    people = make_people(env, PEOPLE, year)
    beside = make_last_plans(env, people, PEOPLE, year - 1)
    period = make_period(env, year)
    manager = make_manager(env)
    autocommit(env, "ANALYZE")
    costs = race(manager, period, beside)
    Path(os.environ["KINERJA_OUTPUT"]).write_text(json.dumps(costs), encoding="utf-8")


main(env)  # noqa: F821
