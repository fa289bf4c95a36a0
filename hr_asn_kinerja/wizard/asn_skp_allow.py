# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnSkpAllow(models.TransientModel):
    """Asks until when and why a plan may be submitted after the last day."""

    _name = "asn.skp.allow"
    _description = "Allow a Late Submission"
    _inherit = "asn.shown.mixin"
    _shown_fields = ("skp_id",)

    skp_id = fields.Many2one("asn.skp", string="SKP", required=True, readonly=True)
    until = fields.Date(
        required=True,
        default=lambda self: fields.Date.add(self.env["asn.period"]._today(), days=7),
    )
    reason = fields.Text(required=True, help="Kept with the decision, for the auditor.")

    def action_allow(self):
        """Allow it; the plan's own checks decide whether that is possible."""
        self.ensure_one()
        self.skp_id.action_allow_late(self.until, self.reason)
        return {"type": "ir.actions.act_window_close"}
