# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class AsnUnitPerformance(models.Model):
    """The rating of a unit stays as it is when its interval is locked."""

    _inherit = "asn.unit.performance"

    @api.model_create_multi
    def create(self, vals_list):
        ratings = super().create(vals_list)
        ratings.interval_id._check_unlocked()
        return ratings

    def write(self, vals):
        self.interval_id._check_unlocked()
        result = super().write(vals)
        if "interval_id" in vals:
            self.interval_id._check_unlocked()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_locked(self):
        self.interval_id._check_unlocked()
