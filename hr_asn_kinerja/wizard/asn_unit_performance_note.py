# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnUnitPerformanceNote(models.TransientModel):
    """Asks the reason for which the rating of a unit goes back or is taken up again."""

    _name = "asn.unit.performance.note"
    _description = "Return or Change a Unit Performance"
    _inherit = "asn.shown.mixin"
    _shown_fields = ("performance_id",)

    performance_id = fields.Many2one("asn.unit.performance", required=True)
    verb = fields.Selection(
        [("return", "Return"), ("revise", "Change")], required=True, default="return"
    )
    note = fields.Text(string="Reason", required=True)

    def action_apply(self):
        """Take the step; its own checks decide whether that is allowed."""
        self.ensure_one()
        if self.verb == "revise":
            self.performance_id.action_revise(self.note)
        else:
            self.performance_id.action_return(self.note)
        return {"type": "ir.actions.act_window_close"}
