# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from .asn_annex_text import ANNEX_KINDS


class AsnSkpAnnex(models.Model):
    """Lampiran: one line of support, of reporting or of what follows."""

    _name = "asn.skp.annex"
    _description = "Annex of a Plan"
    _inherit = "asn.skp.term.mixin"
    _order = "skp_id, kind, sequence, id"
    _open_fields = frozenset({"kind", "sequence", "name"})
    _open_fields_on_create = frozenset({"skp_id"})

    skp_id = fields.Many2one(
        "asn.skp", string="SKP", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="skp_id.company_id", store=True, index=True, string="Agency"
    )
    kind = fields.Selection(
        ANNEX_KINDS, string="Annex", required=True, default="resources"
    )
    sequence = fields.Integer(default=10)
    name = fields.Text(string="Text", required=True)
