# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Fill an agency with evaluations and time the picture of their distribution.

Run by `odoo shell`, which gives it the name env. One person, plan, evaluation and
worksheet are made by Odoo and copied by SQL, over units in three levels.
"""

import json
import os
import sys
from pathlib import Path

from odoo import Command

sys.path.insert(0, os.environ["KINERJA_ROOT"])
from dev.inside.copies import multiply, timed  # noqa: E402

PEOPLE = int(os.environ["KINERJA_PEOPLE"])
TOPS, BELOW = 40, 10
MODULE = "hr_asn_kinerja"


def make_login(env, login, *groups):
    """Make a user of the agency with some of our groups."""
    names = ["base.group_user", *(f"{MODULE}.group_asn_kinerja_{g}" for g in groups)]
    links = [Command.link(env.ref(name).id) for name in names]
    return env["res.users"].create({"name": login, "login": login, "group_ids": links})


def make_units(env):
    """Make the tree and return the units at its end."""
    office = env["hr.department"].create({"name": "Office"})
    tops = env["hr.department"].create(
        [{"name": f"Unit {n}", "parent_id": office.id} for n in range(TOPS)]
    )
    return office, env["hr.department"].create(
        [
            {"name": f"{top.name}.{n}", "parent_id": top.id}
            for top in tops
            for n in range(BELOW)
        ]
    )


def make_first(env, period, unit):
    """Make the evaluation that all others are copies of."""
    person = env["hr.employee"].create({"name": "Person", "department_id": unit.id})
    values = {"employee_id": person.id, "period_id": period.id}
    result = {"name": "A result", "indicator_ids": [Command.create({"name": "One"})]}
    values["result_ids"] = [Command.create(result)]
    skp = env["asn.skp"].create(values)
    skp.state = "agreed"
    interval = period.interval_ids.sorted("sequence")[0]
    interval.action_open_evaluations()
    return skp.evaluation_ids


def make_evaluations(env):
    """Copy it for each person: a third is delivered, the rest is on worksheets."""
    period = env["asn.period"].create(
        {"name": "Large", "date_from": "2026-01-01", "date_to": "2026-12-31"}
    )
    period.action_open()
    office, units = make_units(env)
    first = make_first(env, period, units[0])
    rate_office(env, office, first.interval_id)
    sheet = env["asn.assessment"].search([("evaluation_id", "=", first.id)])
    plans = multiply(env, "asn_skp", first.skp_id, PEOPLE)
    ids = "ARRAY[" + ", ".join(map(str, units.ids)) + "]"
    rating = "(ARRAY['above', 'meets', 'meets', 'below'])[1 + (n {}) % 4]"
    delivered = "CASE WHEN n % 3 = 0 THEN 'delivered' ELSE 'rated' END"
    base = multiply(
        env,
        "asn_evaluation",
        first,
        PEOPLE,
        skp_id=f"{plans} + n",
        state=delivered,
        predicate="CASE WHEN n % 3 = 0 THEN 'good' END",
        department_id=f"({ids})[1 + n % {len(units)}]",
    )
    multiply(
        env,
        "asn_assessment",
        sheet,
        PEOPLE,
        evaluation_id=f"{base} + n",
        state=delivered,
        result_rating=rating.format("/ 7"),
        behaviour_rating=rating.format("/ 3"),
    )
    env.invalidate_all()
    return first.interval_id, units


def rate_office(env, office, interval):
    """Rate the agency, so that the picture has a pattern beside it."""
    place = {"department_id": office.id, "interval_id": interval.id}
    ratings = env["asn.unit.performance"]
    # only a rating that is approved counts
    ratings.create({**place, "rating": "good", "state": "approved"})


def measure(env, call):
    """Count the queries of a call, and give its median in milliseconds."""
    call()
    env.invalidate_all()
    before = env.cr.sql_log_count
    call()
    queries = env.cr.sql_log_count - before
    ms, _answer = timed(env, call)
    return {"queries": queries, "ms": ms}


def main(env):
    """Fill the database, let PostgreSQL look at it, measure, write the figures."""
    interval, units = make_evaluations(env)
    manager = make_login(env, "manager", "manager")
    auditor = make_login(env, "auditor", "auditor")
    env.cr.commit()
    env.cr._cnx.autocommit = True
    env.cr.execute("ANALYZE")
    wide = env(user=manager.id)["asn.distribution"]
    whole = env(user=auditor.id)["asn.distribution"]

    def plain():
        env.cr.execute(
            "SELECT state, count(*) FROM asn_evaluation"
            " WHERE interval_id = %s GROUP BY state",
            [interval.id],
        )
        return env.cr.fetchall()

    unit = units[0].parent_id
    calls = {
        "count by state, one table": plain,
        "the whole agency": lambda: wide.get_picture(interval.id),
        "the same, the auditor": lambda: whole.get_picture(interval.id),
        "a unit with those below it": lambda: wide.get_picture(interval.id, unit.id),
        "hints on rating habits, the auditor": lambda: whole.get_hints(interval.id),
    }
    costs = [{"name": name, **measure(env, call)} for name, call in calls.items()]
    Path(os.environ["KINERJA_OUTPUT"]).write_text(json.dumps(costs), encoding="utf-8")


main(env)  # noqa: F821
