# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnSkpRevise(models.TransientModel):
    """Asks for the reason of a revision, or for the last day of a plan."""

    _name = "asn.skp.revise"
    _description = "Revise or Close a Plan"
    _inherit = "asn.shown.mixin"
    _shown_fields = ("skp_id",)

    skp_id = fields.Many2one("asn.skp", string="SKP", required=True, readonly=True)
    note = fields.Text(
        string="Reason for the Revision",
        help="The employee reads it: what has changed, and what to write anew.",
    )
    date = fields.Date(
        string="Last Day",
        help="The plan is evaluated until this day; nothing is opened after it.",
    )

    def action_revise(self):
        """Reopen the plan; its own checks decide whether that is allowed."""
        self.ensure_one()
        self.skp_id.action_revise(self.note)
        return {"type": "ir.actions.act_window_close"}

    def action_close(self):
        """Close the plan; its own checks decide whether that is allowed."""
        self.ensure_one()
        self.skp_id.action_close(self.date)
        return {"type": "ir.actions.act_window_close"}
