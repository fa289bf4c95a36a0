# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnSkpIndicator(models.Model):
    """The remarks on an indicator."""

    _name = "asn.skp.indicator"
    _inherit = ["asn.skp.indicator", "asn.skp.remark.mixin"]
    _remark_column = "indicator_id"

    remark_ids = fields.One2many("asn.skp.remark", "indicator_id")

    def _get_remark_defaults(self):
        defaults = super()._get_remark_defaults()
        return {**defaults, "default_result_id": self.result_id.id}
