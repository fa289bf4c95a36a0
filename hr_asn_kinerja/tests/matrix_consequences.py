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
    return {"asn.followup": followup, "asn.followup.step": followup.step_ids}
