# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Fill an agency with many documents and time what each role's list costs.

Run by `odoo shell`, which gives it the name env. The people and their documents are
made by SQL: one of each is made by Odoo and copied with other links.
"""

import json
import os
import sys
from pathlib import Path

sys.path.insert(0, os.environ["KINERJA_ROOT"])
from dev.inside.copies import multiply, timed  # noqa: E402

PEOPLE = int(os.environ["KINERJA_PEOPLE"])
YEARS = (2023, 2024, 2025, 2026)
TEAM, UNITS = 20, 500
PAGE, COUNTED = 80, 10_001
MODULE = "hr_asn_kinerja"
#: number of the person whose login plays the role
OWN, ASSESSOR, SUPERIOR, OFFICER, MANAGER, AUDITOR, ACTING = 7, 20, 400, 31, 32, 33, 34
GROUPS = {OFFICER: "officer", MANAGER: "manager", AUDITOR: "auditor", ACTING: "acting"}


def make_units(env):
    """Make units beside one another; return where their ids begin, and one."""
    unit = env["hr.department"].create({"name": "Unit"})
    env.cr.execute("SELECT max(id) FROM hr_department")
    path = f"({env.cr.fetchone()[0]} + n) || '/'"
    return multiply(env, "hr_department", unit, UNITS, parent_path=path), unit


def make_logins(env):
    """Make a login for each person; return where their ids begin."""
    user = env["res.users"].create({"name": "Person", "login": "person"})
    partners = multiply(env, "res_partner", user.partner_id, PEOPLE)
    columns = {"login": "'p' || n", "partner_id": f"{partners} + n"}
    base = multiply(env, "res_users", user, PEOPLE, **columns)
    env.cr.execute(
        "INSERT INTO res_groups_users_rel (uid, gid) SELECT %s + n, gid"
        " FROM res_groups_users_rel, generate_series(1, %s) n WHERE uid = %s",
        [base, PEOPLE, user.id],
    )
    env.cr.execute(
        "INSERT INTO res_company_users_rel (user_id, cid) SELECT %s + n, %s"
        " FROM generate_series(1, %s) n",
        [base, env.company.id, PEOPLE],
    )
    return base


def make_people(env):
    """Make units, logins and employees; return where their ids begin."""
    unit_base, unit = make_units(env)
    user_base = make_logins(env)
    person = env["hr.employee"].create({"name": "Person", "department_id": unit.id})
    people_base = multiply(
        env,
        "hr_employee",
        person,
        PEOPLE,
        name="'Person ' || lpad(((n * 7919) % 1000003)::text, 7, '0')",
        user_id=f"{user_base} + n",
    )
    version_base = multiply(
        env,
        "hr_version",
        person.version_id,
        PEOPLE,
        employee_id=f"{people_base} + n",
    )
    env.cr.execute(
        "UPDATE hr_employee SET current_version_id = id + %s WHERE id > %s",
        [version_base - people_base, people_base],
    )
    return unit_base, user_base, people_base


def make_documents(env, bases):
    """Make a plan and an annual evaluation for each person and year."""
    units, users, people = bases
    for year in YEARS:
        period = env["asn.period"].create(
            {
                "name": str(year),
                "date_from": f"{year}-01-01",
                "date_to": f"{year}-12-31",
            }
        )
        period.action_open()
        first = env["hr.employee"].browse(people + 1)
        skp = env["asn.skp"].create(
            {
                "employee_id": first.id,
                "assessor_id": people + TEAM,
                "period_id": period.id,
                "date_from": period.date_from,
                "date_to": period.date_to,
            }
        )
        skp.state = "agreed"
        interval = period.interval_ids.filtered(lambda line: line.kind == "annual")
        evaluation = env["asn.evaluation"]._open_for(interval, skp)
        evaluation.state = "delivered"
        officials = people_of(units, users, people)
        base = multiply(env, "asn_skp", skp, PEOPLE, **officials)
        multiply(
            env,
            "asn_evaluation",
            evaluation,
            PEOPLE,
            skp_id=f"{base} + n",
            **officials,
        )


def people_of(units, users, people):
    """Give who a document is about and who its officials are, as SQL in n."""
    # everybody has an assessor in a team of TEAM, and each of these a superior
    head = f"((n - 1) / {TEAM} + 1) * {TEAM}"
    chief = f"LEAST(((n - 1) / {TEAM**2} + 1) * {TEAM**2}, {PEOPLE})"
    heads = f"n % {TEAM} = 0 OR n = {PEOPLE}"
    chiefs = f"n % {TEAM**2} = 0 OR n = {PEOPLE}"
    assessor = f"CASE WHEN {chiefs} THEN 1 WHEN {heads} THEN {chief} ELSE {head} END"
    superior = f"CASE WHEN {heads} THEN 2 ELSE {chief} END"
    return {
        "employee_id": f"{people} + n",
        "employee_user_id": f"{users} + n",
        "employee_name": "'Person ' || lpad(((n * 7919) % 1000003)::text, 7, '0')",
        "employee_nip": "lpad(n::text, 18, '0')",
        "assessor_id": f"{people} + {assessor}",
        "assessor_user_id": f"{users} + {assessor}",
        "superior_id": f"{people} + {superior}",
        "superior_user_id": f"{users} + {superior}",
        "department_id": f"{units} + 1 + n % {UNITS}",
    }


def make_roles(env, bases):
    """Give some people a role and return one user for each."""
    units, users, people = bases
    for number, name in GROUPS.items():
        group = env.ref(f"{MODULE}.group_asn_kinerja_{name}")
        env["res.users"].browse(users + number).group_ids += group
    env["asn.officer.scope"].create(
        [
            {
                "user_id": users + OFFICER,
                "department_id": units + number,
                "date_from": "2020-01-01",
            }
            for number in range(1, 11)
        ]
    )
    env["asn.delegation"].create(
        {
            "official_id": people + ASSESSOR,
            "deputy_user_id": users + ACTING,
            "kind": "plh",
            "mandate_number": "1",
            "date_from": "2020-01-01",
        }
    )
    numbers = {"employee": OWN, "assessor": ASSESSOR, "superior": SUPERIOR}
    numbers |= {name: number for number, name in GROUPS.items()}
    return {role: users + number for role, number in numbers.items()}


def measure(env, model):
    """Time the first page of a list and its capped count; milliseconds, median."""

    def search():
        return len(env[model].search([], limit=PAGE))

    def count():
        return env[model].search_count([], limit=COUNTED)

    search_ms, rows = timed(env, search)
    count_ms, seen = timed(env, count)
    return {"search": search_ms, "count": count_ms, "rows": rows, "seen": seen}


def main(env):
    """Fill the database, let PostgreSQL look at it, measure, write the figures."""
    bases = make_people(env)
    make_documents(env, bases)
    roles = make_roles(env, bases)
    env.cr.commit()
    env.cr._cnx.autocommit = True
    env.cr.execute("ANALYZE")
    found = []
    for model in ("asn.skp", "asn.evaluation"):
        reference = measure(env(su=True), model)
        found.append({"model": model, "role": "no rules", **reference})
        for role, user_id in roles.items():
            cost = measure(env(user=user_id), model)
            found.append({"model": model, "role": role, **cost})
    Path(os.environ["KINERJA_OUTPUT"]).write_text(json.dumps(found), encoding="utf-8")


main(env)  # noqa: F821
