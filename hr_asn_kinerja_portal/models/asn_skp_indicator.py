# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnSkpIndicator(models.Model):
    _inherit = "asn.skp.indicator"

    source = fields.Selection(
        selection_add=[("satisfaction", "Citizen satisfaction index")],
        ondelete={"satisfaction": "set default"},
    )
