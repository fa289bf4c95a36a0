# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Close the year of a large agency: its annual evaluations made, then delivered.

Run by `odoo shell`, which gives it the name env. Plans and the evaluations of the
quarters are copied by SQL. The bare insertion of the same rows takes turns with what
is measured; the delivery of everybody is measured once a round.
"""

import json
import os
import sys
import time
from pathlib import Path

from psycopg2.extras import execute_values

from odoo import Command

sys.path.insert(0, os.environ["KINERJA_ROOT"])
from dev.inside.copies import multiply  # noqa: E402
from dev.inside.last_year import (  # noqa: E402
    INDICATORS,
    RESULTS,
    make_last_plans,
    make_people,
)

PEOPLE = int(os.environ["KINERJA_PEOPLE"])
ROUNDS, PAGE = 3, 1000
TABLES = ("asn_evaluation", "asn_assessment", "asn_indicator_realisation")
MANAGER = "hr_asn_kinerja.group_asn_kinerja_manager"


def make_login(env, login, *groups):
    """Return the environment of a new user of the agency."""
    names = ["base.group_user", *groups]
    links = [Command.link(env.ref(name).id) for name in names]
    values = {"name": login, "login": login, "group_ids": links}
    user = env["res.users"].create(values)
    return env(user=user, context={"allowed_company_ids": env.company.ids})


def make_quarter(env, interval, plans):
    """Make the evaluation of one plan, with figures, and copy it for everybody."""
    evaluation = env["asn.evaluation"]._open_for(interval, plans[0])
    evaluation.state = "submitted"
    evaluation.realisation_ids.write({"value": 3, "note": "Register"})
    base = multiply(
        env, "asn_evaluation", evaluation, len(plans) - 1, skp_id=f"{plans[0].id} + n"
    )
    step = RESULTS * INDICATORS
    lines = env["asn.skp.indicator"].search(
        [("skp_id", "=", plans[0].id)], order="result_id, id"
    )
    first = {line.id: place for place, line in enumerate(lines)}
    if len(first) != step:
        raise RuntimeError(f"{len(first)} indicators are not what was expected")
    for line in evaluation.realisation_ids:
        multiply(
            env,
            "asn_indicator_realisation",
            line,
            len(plans) - 1,
            evaluation_id=f"{base} + n",
            indicator_id="(SELECT t2.indicator_id FROM bench_twin t2 WHERE"
            f" t2.place = {first[line.indicator_id.id]} AND t2.skp_id ="
            f" {plans[0].id} + n)",
        )


def make_twins(env, plans):
    """Number the indicators of each plan alike."""
    env.cr.execute(
        "CREATE TABLE bench_twin AS SELECT id AS indicator_id, skp_id,"
        " row_number() OVER (PARTITION BY skp_id ORDER BY result_id, id) - 1 AS place"
        " FROM asn_skp_indicator"
    )
    env.cr.execute("CREATE INDEX ON bench_twin (skp_id, place)")


def autocommit(env, query):
    """Run a statement that wants to be alone."""
    env.cr.commit()
    env.cr._cnx.autocommit = True
    env.cr.execute(query)
    env.cr._cnx.autocommit = False


def timed(env, call):
    """Return the seconds of a call with its commit, and what it gave."""
    env.invalidate_all()
    start = time.perf_counter()
    found = call()
    env.cr.commit()
    return time.perf_counter() - start, found


def run_to_end(env, action):
    """Handle the lines as the worker does: batch by batch, each committed."""
    job = env["asn.job"].sudo().browse(action["res_id"])
    while job.state != "done":
        job._run_batch()
        job.env.cr.commit()
        job.env.invalidate_all()
    if job.failed:
        raise RuntimeError(job.failed_line_ids[0].reason)


def read_rows(env, interval):
    """Return {table: (columns, rows)} of all that hangs on the interval."""
    found = {}
    for table in TABLES:
        env.cr.execute(
            f"SELECT * FROM {table} WHERE interval_id = %s ORDER BY id",  # noqa: S608
            [interval.id],
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


def remove(env, interval):
    """Remove the evaluations, so that the next round finds what the first one found."""
    for table in reversed(TABLES):
        env.cr.execute(
            f"DELETE FROM {table} WHERE interval_id = %s",  # noqa: S608
            [interval.id],
        )
    autocommit(env, "VACUUM ANALYZE")


def rate_everybody(env, interval):
    """Put all worksheets where the assessor has confirmed them."""
    env.cr.execute(
        "UPDATE asn_evaluation SET state = 'rated' WHERE interval_id = %s",
        [interval.id],
    )
    env.cr.execute(
        "UPDATE asn_assessment SET state = 'rated', result_rating = 'meets',"
        " behaviour_rating = 'meets', result_reason = 'Reason' WHERE interval_id = %s",
        [interval.id],
    )
    env.invalidate_all()


def generate(env, interval):
    """Measure the annual evaluations of everybody beside the same rows inserted."""
    costs = {"generate": [], "execute_values": []}
    mine = interval.with_env(env)
    for number in range(ROUNDS):
        seconds, _none = timed(
            env, lambda: run_to_end(env, mine.action_open_evaluations())
        )
        costs["generate"].append(seconds)
        rows = read_rows(env, interval)
        costs["rows"] = sum(len(values) for _names, values in rows.values())
        if costs["rows"] != PEOPLE * (2 + RESULTS * INDICATORS):
            raise RuntimeError(f"{costs['rows']} rows are not what was expected")
        remove(env, interval)
        seconds, _none = timed(env, lambda one=rows: insert_bare(env, one))
        costs["execute_values"].append(seconds)
        if number < ROUNDS - 1:
            remove(env, interval)
    return costs


def deliver(env, interval):
    """Measure how long it takes to freeze the evaluations of everybody."""
    rate_everybody(env, interval)
    evaluations = env["asn.evaluation"].search([("interval_id", "=", interval.id)])
    if len(evaluations) != PEOPLE:
        raise RuntimeError(f"{len(evaluations)} evaluations are not what was expected")
    seconds, _none = timed(env, lambda: run_to_end(env, evaluations.action_deliver()))
    return [seconds]


def main(env):
    """Fill the database, measure, write the figures."""
    year = env["asn.period"]._today().year
    people = make_people(env, PEOPLE, year)
    make_last_plans(env, people, PEOPLE, year - 1)
    plans = env["asn.skp"].search([], order="id")
    period = plans.period_id
    make_twins(env, plans)
    assessor = make_login(env, "assessor")
    leader = env["hr.employee"].create({"name": "Leader", "user_id": assessor.uid})
    env.cr.execute(
        "UPDATE asn_skp SET assessor_id = %s, assessor_user_id = %s",
        [leader.id, assessor.uid],
    )
    env.invalidate_all()
    intervals = period.interval_ids.sorted("sequence")
    for interval in intervals[:-1]:
        make_quarter(env, interval, plans)
    env["asn.unit.performance"].create(
        [
            {
                "department_id": unit.id,
                "interval_id": intervals[-1].id,
                "rating": "good",
                "state": "approved",
            }
            for unit in env["hr.department"].search([])
        ]
    )
    autocommit(env, "VACUUM ANALYZE")
    costs = generate(make_login(env, "manager", MANAGER), intervals[-1])
    costs["deliver"] = deliver(assessor, intervals[-1])
    Path(os.environ["KINERJA_OUTPUT"]).write_text(json.dumps(costs), encoding="utf-8")


main(env)  # noqa: F821
