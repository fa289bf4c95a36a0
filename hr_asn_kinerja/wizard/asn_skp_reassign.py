# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class AsnSkpReassign(models.TransientModel):
    """Asks for the right assessor of one or several plans."""

    _name = "asn.skp.reassign"
    _description = "Correct the Assessor"
    _inherit = "asn.shown.mixin"
    _shown_fields = ("skp_ids", "assessor_id")

    skp_ids = fields.Many2many(
        "asn.skp",
        string="Plans",
        required=True,
        default=lambda self: self._default_skp_ids(),
    )
    assessor_id = fields.Many2one(
        "hr.employee.public",
        string="Right Assessor",
        required=True,
        help="The official; whoever acts for them (Plt, Plh) decides in their place.",
    )
    reason = fields.Text(
        required=True, help="Kept with the decision, for the auditor and the people."
    )
    also_in_hr = fields.Boolean(
        string="Also Correct the Superior in HR",
        default=True,
        help="Then the next plan has the right assessor, too.",
    )

    @api.model
    def _default_skp_ids(self):
        if self.env.context.get("active_model") == "asn.skp":
            return self.env.context.get("active_ids")
        return False

    def action_reassign(self):
        """Correct it; the plans' own checks decide whether that is allowed."""
        self.ensure_one()
        self.skp_ids.action_correct_assessor(
            self.assessor_id.id, self.reason, self.also_in_hr
        )
        return {"type": "ir.actions.act_window_close"}
