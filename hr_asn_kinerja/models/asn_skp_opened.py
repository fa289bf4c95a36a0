# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class AsnSkp(models.Model):
    _inherit = "asn.skp"

    def _find_opened(self, interval):
        """Return those of these plans that have an evaluation of the interval."""
        # sudo: asn.evaluation - only whether there is one
        evaluations_sudo = self.env["asn.evaluation"].sudo()
        return evaluations_sudo.search(
            [("interval_id", "=", interval.id), ("skp_id", "in", self.ids)]
        ).skp_id
