# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Fill an agency with plans that serve each other and time what its tree costs.

Run by `odoo shell`, which gives it the name env. One person, one plan with one result
and one indicator are made by Odoo and copied by SQL, each team below its leader.
"""

import json
import os
import sys
from pathlib import Path

from odoo import Command

sys.path.insert(0, os.environ["KINERJA_ROOT"])
from dev.inside.copies import multiply, timed  # noqa: E402

PEOPLE = int(os.environ["KINERJA_PEOPLE"])
TEAM, RESULTS, INDICATORS = 20, 5, 3
COLUMNS, ROWS = 15, 40
MODULE = "hr_asn_kinerja"


def make_login(env, login, *groups):
    """Make a user of the agency with some of our groups."""
    names = ["base.group_user", *(f"{MODULE}.group_asn_kinerja_{g}" for g in groups)]
    links = [Command.link(env.ref(name).id) for name in names]
    return env["res.users"].create({"name": login, "login": login, "group_ids": links})


def make_first(env, period):
    """Make the plan that all others are copies of; its results have no place here."""
    person = env["hr.employee"].create({"name": "Person"})
    line = {"name": "Letters answered", "target_min": 100, "unit": "letters"}
    result = {"name": "A result", "indicator_ids": [Command.create(line)]}
    values = {
        "employee_id": person.id,
        "period_id": period.id,
        "result_ids": [Command.create(result)],
    }
    skp = env["asn.skp"].create(values)
    skp.state = "agreed"
    return skp


def make_plans(env, skp, user):
    """Copy the plan for each person, each below the leader's; return their base."""
    people = multiply(env, "hr_employee", skp.employee_id, PEOPLE)
    env.cr.execute("SELECT max(id) FROM asn_skp")
    base = env.cr.fetchone()[0]
    return multiply(
        env,
        "asn_skp",
        skp,
        PEOPLE,
        employee_id=f"{people} + n",
        employee_name="'Person ' || lpad(n::text, 5, '0')",
        employee_user_id=f"CASE WHEN n = {PEOPLE} THEN {user.id} END",
        leader_skp_id=f"{base} + {leader_of('n')}",
    )


def leader_of(place):
    """Give the number of the leader, as SQL; the first has none."""
    return f"NULLIF(({place} + {TEAM} - 2) / {TEAM}, 0)"


def make_tree(env):
    """Make a plan for each person; result k of a plan serves result k of the leader's.

    :return: the period, and the login of the last employee
    """
    period = env["asn.period"].create(
        {"name": "Tree", "date_from": "2026-01-01", "date_to": "2026-12-31"}
    )
    period.action_open()
    user = make_login(env, "employee")
    skp = make_first(env, period)
    plans = make_plans(env, skp, user)
    place = f"(n - 1) / {RESULTS} + 1"
    base = skp.result_ids.id
    served = f"({leader_of(place)} - 1) * {RESULTS} + (n - 1) % {RESULTS} + 1"
    results = multiply(
        env,
        "asn_skp_result",
        skp.result_ids,
        PEOPLE * RESULTS,
        skp_id=f"{plans} + {place}",
        parent_id=f"{base} + {served}",
    )
    multiply(
        env,
        "asn_skp_indicator",
        skp.result_ids.indicator_ids,
        PEOPLE * RESULTS * INDICATORS,
        result_id=f"{results} + (n - 1) / {INDICATORS} + 1",
        skp_id=f"{plans} + (n - 1) / {RESULTS * INDICATORS} + 1",
    )
    make_matrix(env, skp, plans)
    env.invalidate_all()
    skp.state = "cancelled"
    return period, user


def make_matrix(env, skp, plans):
    """Give the last employee 15 results and 40 people who serve them."""
    last = env["asn.skp"].browse(plans + PEOPLE)
    team = f"id BETWEEN {plans + PEOPLE - ROWS} AND {plans + PEOPLE - 1}"
    env.cr.execute(
        f"UPDATE asn_skp SET leader_skp_id = %s, assessor_id = %s WHERE {team}",  # noqa: S608
        [last.id, last.employee_id.id],
    )
    more = COLUMNS - RESULTS
    multiply(env, "asn_skp_result", skp.result_ids, more, skp_id=f"{last.id}")
    env.cr.execute(
        "UPDATE asn_skp_result SET parent_id = (%s)[1 + id %% %s]"
        f" WHERE skp_id IN (SELECT id FROM asn_skp WHERE {team})",  # noqa: S608
        [last.result_ids.ids, COLUMNS],
    )


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
    period, user = make_tree(env)
    manager = make_login(env, "manager", "manager")
    env.cr.commit()
    env.cr._cnx.autocommit = True
    env.cr.execute("ANALYZE")
    tree = env(user=manager.id)["asn.cascade"]
    start = tree.get_start(period.id)
    shown = len(start["nodes"])
    columns = ["name", "kind", "skp_id", "parent_id"]
    plain = env(user=manager.id)["asn.skp.result"]
    own = env(user=user.id)["asn.cascade"]
    gaps = env(user=manager.id)["asn.cascade.finding"]
    matrix = env(user=user.id)["asn.role.matrix"]
    size = len(matrix.get_matrix()["rows"]), len(matrix.get_matrix()["columns"])
    calls = {
        f"list of {shown} results": lambda: plain.search_read([], columns, limit=shown),
        f"first two levels ({shown} nodes)": lambda: tree.get_start(period.id),
        "the same, an employee": lambda: own.get_start(period.id),
        "search": lambda: tree.find_nodes("Person 04321", period.id),
        "gaps, first page": lambda: gaps.search([], limit=80).read(["kind", "subject"]),
        f"matrix of {size[0]} x {size[1]}": matrix.get_matrix,
    }
    costs = [{"name": name, **measure(env, call)} for name, call in calls.items()]
    Path(os.environ["KINERJA_OUTPUT"]).write_text(json.dumps(costs), encoding="utf-8")


main(env)  # noqa: F821
