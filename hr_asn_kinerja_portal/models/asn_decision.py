# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class AsnDecision(models.Model):
    """Printed plans name the page at which anybody can check them."""

    _inherit = "asn.decision"

    def _get_check_url(self):
        self.ensure_one()
        return f"{self.get_base_url()}/v/{self.number}"
