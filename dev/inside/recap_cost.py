# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Export the ratings of a large agency and time it beside bare xlsxwriter.

Run by `odoo shell`, which gives it the name env. One person is made by Odoo and copied
by SQL. The few are exported first, so that the peak of memory can be compared.
"""

import json
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

import xlsxwriter

from odoo import Command

sys.path.insert(0, os.environ["KINERJA_ROOT"])
from dev.inside.copies import multiply  # noqa: E402

MANY = int(os.environ["KINERJA_PEOPLE"])
FEW, ROUNDS = MANY // 10, 3
MODULE = "hr_asn_kinerja"
ROW = (
    "Person 0000001",
    "000000000000000001",
    "Analis Kebijakan Ahli Muda",
    "SESUAI EKSPEKTASI",
    "SESUAI EKSPEKTASI",
    "BAIK",
)
DELIVERED = {
    "state": "delivered",
    "result_rating": "meets",
    "behaviour_rating": "meets",
    "predicate": "good",
    "position_name": ROW[2],
}


def make_manager(env):
    """Make the login of an agency manager."""
    names = ("base.group_user", f"{MODULE}.group_asn_kinerja_manager")
    links = [Command.link(env.ref(name).id) for name in names]
    return env["res.users"].create(
        {"name": "Manager", "login": "bench_manager", "group_ids": links}
    )


def make_evaluations(env):
    """Make an agency in which few have a quarter delivered and many the year.

    :return: {number of people: interval}
    """
    person = env["hr.employee"].create({"name": "Person"})
    period = env["asn.period"].create(
        {"name": "2031", "date_from": "2031-01-01", "date_to": "2031-12-31"}
    )
    period.action_open()
    skp = env["asn.skp"].create({"employee_id": person.id, "period_id": period.id})
    skp.state = "agreed"
    people = multiply(env, "hr_employee", person, MANY, user_id="NULL")
    plans = multiply(env, "asn_skp", skp, MANY, employee_id=f"{people} + n")
    quarter = period.interval_ids.filtered(lambda line: line.kind == "quarter")[-1:]
    annual = period.interval_ids.filtered(lambda line: line.kind == "annual")
    sizes = {FEW: quarter, MANY: annual}
    for count, interval in sizes.items():
        evaluation = env["asn.evaluation"]._open_for(interval, skp)
        evaluation.write(DELIVERED)
        multiply(
            env,
            "asn_evaluation",
            evaluation,
            count,
            skp_id=f"{plans} + n",
            employee_id=f"{people} + n",
            employee_name="'Person ' || lpad(((n * 7919) % 1000003)::text, 7, '0')",
            employee_nip="lpad(n::text, 18, '0')",
        )
    env.cr.execute("ANALYZE asn_evaluation")
    # the log of readings is written by a cursor of its own
    env.cr.commit()
    return sizes


def export(env, manager, interval):
    """Export the ratings of an interval as the manager does; return the seconds."""
    exports = env["asn.recap.export"].with_user(manager)
    start = time.perf_counter()
    exports.create({"interval_id": interval.id}).action_export()
    env.flush_all()
    return time.perf_counter() - start


def write_bare(count):
    """Write as many rows with xlsxwriter alone; return the seconds."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        path = str(Path(folder) / "bare.xlsx")
        with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
            sheet = book.add_worksheet()
            for number in range(count):
                sheet.write_number(number, 0, number)
                for place, value in enumerate(ROW, start=1):
                    sheet.write_string(number, place, value)
        return time.perf_counter() - start


def peak():
    """Return the most memory that the process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


manager, costs = make_manager(env), []  # noqa: F821
for size, span in make_evaluations(env).items():  # noqa: F821
    env.invalidate_all()  # noqa: F821
    spent = min(export(env, manager, span) for _round in range(ROUNDS))  # noqa: F821
    costs.append({"rows": size, "seconds": spent, "peak": peak()})
for cost in costs:
    cost["bare"] = min(write_bare(cost["rows"]) for _round in range(ROUNDS))
Path(os.environ["KINERJA_OUTPUT"]).write_text(json.dumps(costs), encoding="utf-8")
