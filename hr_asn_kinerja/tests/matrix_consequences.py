# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The records of the matrix that follow from a final evaluation."""

from odoo import Command


def get_consequence_records(case, evaluation):
    """Return a record of each kind, all about `own`."""
    followup = case.env["asn.followup"].create(
        {
            "evaluation_id": evaluation.id,
            "kind": "guidance",
            "predicate": "needs_improvement",
            "date_from": "2026-04-10",
            "plan_until": "2026-04-24",
            "due_on": "2026-07-10",
            "step_ids": [Command.create({"name": "Step", "date": "2026-05-01"})],
        }
    )
    return {
        "asn.followup": followup,
        "asn.followup.step": followup.step_ids,
        **get_credit_records(case),
    }


def get_credit_records(case):
    account = case.env["asn.credit.account"].create(
        {
            "employee_id": case.people["own"].id,
            "company_id": case.agency.id,
            "grade": "ahli_pertama",
        }
    )
    line = case.env["asn.credit"].create(
        {
            "account_id": account.id,
            "employee_id": account.employee_id.id,
            "grade": account.grade,
            "kind": "opening",
            "date_to": "2026-01-01",
            "exact": "50",
            "amount": 50,
            "reason": "PAK 800/1",
        }
    )
    return {"asn.credit.account": account, "asn.credit": line}
