# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError


class AsnPeriod(models.Model):
    """Closing a year locks all of it; reopening is a decision with a letter."""

    _inherit = "asn.period"
    # scores of the old method are kept for years that are over
    _open_when_closed = frozenset({"has_legacy_scores"})

    lock_ids = fields.One2many("asn.interval.lock", "period_id", string="Locks")
    open_count = fields.Integer(
        string="Not Delivered",
        compute="_compute_open_count",
        help="Evaluations of the year that have not been delivered yet.",
    )

    @api.depends("interval_ids.open_count")
    def _compute_open_count(self):
        for period in self:
            period.open_count = sum(period.interval_ids.mapped("open_count"))

    def write(self, vals):
        opened = vals.keys() <= self._open_when_closed
        if not self.env.su and not opened and "closed" in self.mapped("state"):
            raise UserError(
                self.env._(
                    "The year is closed, so its dates and settings stay as they are. "
                    "Reopening it is a decision with a letter."
                )
            )
        return super().write(vals)

    def action_close(self):
        """End the year, and keep who did it and what was still open."""
        # sudo: asn.period - rows only, so that steps under way are waited for
        self.sudo().lock_for_update(allow_referencing=True)
        self.sudo().invalidate_recordset(["state"])
        result = super().action_close()
        self.env["asn.interval.lock"]._log("close", self)
        return result

    def action_reopen(self, reason=None, number=None):
        """Open closed years again by a decision: why, and by which letter."""
        for period in self:
            if period.state != "closed":
                raise UserError(self.env._("Only a closed year can be reopened."))
        self.check_access("write")
        self.env["asn.interval.lock"]._log("reopen", self, None, reason, number)
        self._set_state("open")
