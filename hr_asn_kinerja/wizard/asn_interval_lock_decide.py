# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..models.asn_interval_lock import LOCK_ACTS


class AsnIntervalLockDecide(models.TransientModel):
    """Asks why an interval is locked or unlocked, or a year reopened."""

    _name = "asn.interval.lock.decide"
    _description = "Lock or Unlock"
    _inherit = "asn.shown.mixin"
    _shown_fields = ("period_id", "interval_id")

    act = fields.Selection(LOCK_ACTS, required=True, default="lock")
    period_id = fields.Many2one("asn.period")
    interval_id = fields.Many2one("asn.period.interval")
    open_count = fields.Integer(
        string="Not Delivered", compute="_compute_open_count", compute_sudo=False
    )
    reason = fields.Text(help="Kept in the log for ever, with your name.")
    letter_number = fields.Char(help="Number of the letter that decided it.")

    @api.depends("interval_id", "period_id")
    def _compute_open_count(self):
        for dialog in self:
            place = dialog.interval_id or dialog.period_id
            dialog.open_count = place.open_count if place else 0

    def action_decide(self):
        """Carry it out; the checks of the records decide whether that is allowed."""
        self.ensure_one()
        steps = {
            "lock": self.interval_id.action_lock,
            "unlock": self.interval_id.action_unlock,
            "reopen": self.period_id.action_reopen,
        }
        if self.act in steps:
            steps[self.act](self.reason, self.letter_number)
        return {"type": "ir.actions.client", "tag": "soft_reload"}
