# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class AsnJob(models.Model):
    _inherit = "asn.job"

    @api.model
    def _apply_recap_import(self, lines):
        """Take over what the national application says of these people."""
        self.env["asn.recap.result"]._replace(lines)
