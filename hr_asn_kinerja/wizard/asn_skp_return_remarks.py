# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class AsnSkpReturn(models.TransientModel):
    """Begins the reason with what the assessor has said line by line."""

    _inherit = "asn.skp.return"  # pylint: disable=consider-merging-classes-inherited

    @api.model
    def default_get(self, fields_list):
        values = super().default_get(fields_list)
        if "note" in fields_list and values.get("skp_id") and not values.get("note"):
            skp = self.env["asn.skp"].browse(values["skp_id"])
            values["note"] = skp._collect_remarks() or False
        return values
