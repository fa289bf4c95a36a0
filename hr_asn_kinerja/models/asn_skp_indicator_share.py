# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class AsnSkpIndicator(models.Model):
    """An indicator in the list of shares opens the plan in which it is corrected."""

    _inherit = "asn.skp.indicator"

    def action_open_skp(self):
        """Open the plan of this indicator."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "res_model": "asn.skp",
            "res_id": self.skp_id.id,
            "view_mode": "form",
            "views": [(False, "form")],
        }
