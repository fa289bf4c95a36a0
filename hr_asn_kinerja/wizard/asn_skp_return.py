# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnSkpReturn(models.TransientModel):
    """Asks the reason for which a plan or an evaluation goes back to the employee."""

    _name = "asn.skp.return"
    _description = "Return to the Employee"
    _inherit = "asn.shown.mixin"
    _shown_fields = ("evaluation_id", "skp_id")

    skp_id = fields.Many2one("asn.skp", string="SKP")
    evaluation_id = fields.Many2one("asn.evaluation")
    note = fields.Text(
        string="What Should Change?",
        required=True,
        help="The employee reads this. Write what should change and why.",
    )

    def action_return(self):
        """Return the document; its own checks decide whether that is allowed."""
        self.ensure_one()
        document = self.evaluation_id or self.skp_id
        document.action_return(self.note)
        return {"type": "ir.actions.act_window_close"}
