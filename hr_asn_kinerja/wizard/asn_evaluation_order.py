# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnEvaluationOrder(models.TransientModel):
    """Asks the letter by which the manager appoints an official or reopens."""

    _name = "asn.evaluation.order"
    _description = "Appoint or Reopen by a Letter"
    _inherit = "asn.shown.mixin"
    _shown_fields = ("evaluation_id", "user_id")

    evaluation_id = fields.Many2one("asn.evaluation", required=True)
    verb = fields.Selection(
        [("appoint", "Appoint an Official"), ("reopen", "Reopen")],
        required=True,
        default="appoint",
    )
    user_id = fields.Many2one(
        "res.users",
        string="Official",
        domain="[('share', '=', False), ('id', '!=', uid)]",
        help="Somebody who had no part in the rating.",
    )
    number = fields.Char(
        string="Number of the Letter", required=True, help="For example 800/12/2026."
    )
    note = fields.Text(string="Why", help="The employee reads this.")

    def action_order(self):
        """Take the step; the evaluation decides whether that is allowed."""
        self.ensure_one()
        if self.verb == "appoint":
            self.evaluation_id.action_appoint(self.user_id.id, self.number)
            return {"type": "ir.actions.act_window_close"}
        self.evaluation_id.action_reopen(self.note, self.number)
        # what is reopened is not read by the manager until it is delivered again
        action = self.env["ir.actions.act_window"]
        return action._for_xml_id("hr_asn_kinerja.asn_evaluation_action")
