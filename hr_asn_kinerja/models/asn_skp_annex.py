# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

ANNEX_KINDS = [
    ("resources", "Resource Support"),
    ("accountability", "Accountability Scheme"),
    ("consequences", "Consequences"),
]


class AsnSkpAnnex(models.Model):
    """A line of the annex: what is given, how it is reported, what follows."""

    _name = "asn.skp.annex"
    _description = "Annex of a Plan"
    _inherit = "asn.skp.part.mixin"
    _order = "skp_id, kind desc, sequence, id"
    _open_fields = frozenset({"sequence", "kind", "name"})
    _open_fields_on_create = frozenset({"skp_id"})

    skp_id = fields.Many2one(
        "asn.skp", string="SKP", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="skp_id.company_id", store=True, index=True, string="Agency"
    )
    kind = fields.Selection(ANNEX_KINDS, required=True, default="resources")
    sequence = fields.Integer(default=10)
    name = fields.Text(string="Text", required=True)
