# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class AsnRank(models.Model):
    """A rank of the civil service: golongan and, for PNS, the name of the pangkat."""

    _name = "asn.rank"
    _description = "ASN Rank"
    _order = "kind, sequence"
    _rec_names_search = ["code", "name"]

    code = fields.Char(required=True, help="Golongan as printed, such as III/a or IX.")
    name = fields.Char(
        string="Rank Name", help="Pangkat, such as Penata Muda. PPPK have none."
    )
    kind = fields.Selection([("pns", "PNS"), ("pppk", "PPPK")], required=True)
    sequence = fields.Integer(
        required=True, help="Order from the lowest to the highest."
    )
    active = fields.Boolean(default=True)

    _code_unique = models.UniqueIndex("(kind, code)", "This rank already exists.")

    @api.depends("code", "name")
    def _compute_display_name(self):
        for rank in self:
            rank.display_name = (
                f"{rank.name} ({rank.code})" if rank.name else rank.code or ""
            )
