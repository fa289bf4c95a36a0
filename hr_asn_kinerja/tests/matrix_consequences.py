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
        "asn.legacy.score": get_legacy_score(case),
        "asn.pay.table": case.env["asn.pay.table"].create(
            {
                "name": "Perbup",
                "company_id": case.agency.id,
                "date_from": "2026-01-01",
                "date_to": "2026-12-31",
            }
        ),
    }


def get_legacy_score(case):
    """Return the score of a year; another closed one waits for hostile creates."""
    periods = [
        case._make_period(
            case.agency, name=year, date_from=f"{year}-01-01", date_to=f"{year}-12-31"
        )
        for year in ("2020", "2021")
    ]
    for period in periods:
        period.action_close()
        period.has_legacy_scores = True
    return case.env["asn.legacy.score"].create(
        {
            "employee_id": case.people["own"].id,
            "period_id": periods[0].id,
            "result_value": 100,
            "behaviour_value": 100,
            "document": "SKP 2020",
        }
    )


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
