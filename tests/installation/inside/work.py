# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Work with our add-ons for a day, as those who try them out do.

Run by `odoo shell`, which gives it the name env. Nothing of HR is touched.
"""

from odoo import Command

RESULT = {
    "name": "Letters are answered",
    "indicator_ids": [
        Command.create({"name": "Answered", "target_min": 10, "unit": "letters"})
    ],
}


def plan(env, period, employee):
    skp = env["asn.skp"].create(
        {
            "employee_id": employee.id,
            "period_id": period.id,
            "result_ids": [Command.create(RESULT)],
        }
    )
    skp.with_user(skp.employee_user_id).action_submit()
    skp.with_user(skp.assessor_user_id).action_agree()
    skp.message_post(body="A note", attachments=[("evidence.txt", b"text")])
    return skp


def main(env):
    period = env["asn.period"].create(
        {"name": "Trial", "date_from": "2026-01-01", "date_to": "2026-12-31"}
    )
    period.action_open()
    leader = env["hr.employee"].search([("user_id.login", "=", "plain")])
    employee = env["hr.employee"].search([("user_id.login", "=", "personnel")])
    plan(env, period, employee)
    period.interval_ids.filtered(
        lambda interval: interval.kind == "annual"
    ).action_open_evaluations()
    head = env["res.users"].search([("login", "=", "head")])
    env["asn.delegation"].create(
        {
            "official_id": leader.id,
            "deputy_user_id": head.id,
            "mandate_number": "800/1",
            "date_from": "2026-01-01",
        }
    )
    env["asn.officer.scope"].create(
        {"user_id": head.id, "department_id": leader.department_id.id}
    )
    env.ref("hr_asn_kinerja.group_asn_kinerja_manager").user_ids += head
    unit = leader.department_id
    service = env["asn.service"].create({"name": "Cards", "department_id": unit.id})
    env["asn.counter"].create(
        {"name": "1", "department_id": unit.id, "service_id": service.id}
    )
    for model in ("asn.skp", "asn.counter"):
        env["ir.filters"].create({"name": "Mine", "model_id": model, "domain": "[]"})
        env["ir.exports"].create({"name": "Mine", "resource": model})
    env.cr.commit()


main(env)  # noqa: F821
