# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnSkpRemarkAnswer(models.TransientModel):
    """Asks the employee for the answer to a remark."""

    _name = "asn.skp.remark.answer"
    _description = "Answer to a Remark"
    _inherit = "asn.shown.mixin"
    _shown_fields = ("remark_id",)

    remark_id = fields.Many2one("asn.skp.remark", required=True, ondelete="cascade")
    line_text = fields.Text(related="remark_id.line_text", related_sudo=False)
    text = fields.Text(related="remark_id.text", related_sudo=False)
    answer = fields.Text(
        string="Your Answer", required=True, help="The assessor reads this."
    )

    def action_answer(self):
        """Answer; the remark's own checks decide whether that is allowed."""
        self.ensure_one()
        self.remark_id.action_answer(self.answer)
        return {"type": "ir.actions.act_window_close"}
