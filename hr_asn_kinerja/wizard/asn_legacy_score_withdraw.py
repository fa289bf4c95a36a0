# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnLegacyScoreWithdraw(models.TransientModel):
    """Asks why an old score is withdrawn."""

    _name = "asn.legacy.score.withdraw"
    _description = "Withdraw an Old Score"

    score_id = fields.Many2one("asn.legacy.score", required=True, ondelete="cascade")
    note = fields.Text(string="Reason", required=True)

    def action_withdraw(self):
        """Withdraw it with the rights of the user."""
        self.ensure_one()
        self.score_id.action_withdraw(self.note)
        return {"type": "ir.actions.act_window_close"}
