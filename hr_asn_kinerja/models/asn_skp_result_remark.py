# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnSkpResult(models.Model):
    """The remarks on a result, those on its indicators included."""

    _name = "asn.skp.result"
    _inherit = ["asn.skp.result", "asn.skp.remark.mixin"]
    _remark_column = "result_id"

    remark_ids = fields.One2many("asn.skp.remark", "result_id")
