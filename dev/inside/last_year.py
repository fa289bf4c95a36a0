# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An agency whose people all have an agreed plan of the year before.

One person and one plan are made by Odoo and copied by SQL.
"""

from odoo import Command

from dev.inside.copies import multiply

UNITS, TEAM = 200, 20
RESULTS, INDICATORS = 5, 3
BESIDE = ("asn.skp.behaviour", "asn.skp.annex")


def make_people(env, count, year):
    """Make units and employees in teams; return the first and where the ids begin."""
    unit = env["hr.department"].create({"name": "Unit"})
    env.cr.execute("SELECT max(id) FROM hr_department")
    path = f"({env.cr.fetchone()[0]} + n) || '/'"
    units = multiply(env, "hr_department", unit, UNITS, parent_path=path)
    first = make_first(env, unit, year)
    people = multiply(
        env,
        "hr_employee",
        first,
        count,
        name="'Person ' || lpad(n::text, 7, '0')",
        nip="'19850101201003' || lpad(n::text, 4, '0')",
        parent_id=f"CASE WHEN n = 1 THEN {first.id}"
        f" ELSE (SELECT max(id) FROM hr_employee) + (n - 2) / {TEAM} + 1 END",
    )
    versions = multiply(
        env,
        "hr_version",
        first.version_id,
        count,
        employee_id=f"{people} + n",
        department_id=f"{units} + 1 + n % {UNITS}",
    )
    env.cr.execute(
        "UPDATE hr_employee SET current_version_id = id + %s WHERE id > %s",
        [versions - people, people],
    )
    env.invalidate_all()
    return people


def make_first(env, unit, year):
    """Make the employee who stands above everybody and of whom they are copies."""
    return env["hr.employee"].create(
        {
            "name": "Person",
            "department_id": unit.id,
            "date_version": f"{year - 1}-01-01",
            "asn_kind": "pns",
            "position_kind": "pelaksana",
            "job_title": "Officer",
            "asn_rank_id": env["asn.rank"].search([], limit=1).id,
        }
    )


def make_period(env, year):
    """Make and open the period of a year."""
    period = env["asn.period"].create(
        {"name": year, "date_from": f"{year}-01-01", "date_to": f"{year}-12-31"}
    )
    period.action_open()
    return period


def make_last_plan(env, employee_id, year):
    """Make an agreed plan with all its parts by Odoo."""
    indicators = [
        Command.create({"name": f"Indicator {place}", "target_min": 10, "unit": "x"})
        for place in range(INDICATORS)
    ]
    skp = env["asn.skp"].create(
        {
            "employee_id": employee_id,
            "period_id": make_period(env, year).id,
            "result_ids": [
                Command.create({"name": f"Result {n}", "indicator_ids": indicators})
                for n in range(RESULTS)
            ],
        }
    )
    skp.action_suggest_annexes()
    skp.state = "agreed"
    return skp


def make_last_plans(env, people, count, year):
    """Make an agreed plan for everybody; return its lines beside the results."""
    skp = make_last_plan(env, people + 1, year)
    plans = multiply(
        env,
        "asn_skp",
        skp,
        count - 1,
        employee_id=f"{people} + n + 1",
        employee_name="'Person ' || lpad((n + 1)::text, 7, '0')",
    )
    for result in skp.result_ids:
        new = multiply(env, "asn_skp_result", result, count - 1, skp_id=f"{plans} + n")
        for line in result.indicator_ids:
            multiply(
                env,
                "asn_skp_indicator",
                line,
                count - 1,
                skp_id=f"{plans} + n",
                result_id=f"{new} + n",
            )
    beside = [line for model in BESIDE for line in env[model].search([])]
    for line in beside:
        multiply(env, line._table, line, count - 1, skp_id=f"{plans} + n")
    return len(beside)
