# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.exceptions import UserError


class AsnPeriodInterval(models.Model):
    _inherit = "asn.period.interval"

    def _find_locked(self):
        """Return {interval: the sentence that says why nothing in it changes}."""
        locked = {}
        for interval in self:
            try:
                interval._check_unlocked()
            except UserError as error:
                locked[interval] = str(error)
        return locked
