# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnBehaviourIndicator(models.Model):
    """What a core value looks like at work; three for each value on the form."""

    _name = "asn.behaviour.indicator"
    _description = "Indicator of a Core Value"
    _order = "behaviour_id, sequence, id"

    behaviour_id = fields.Many2one(
        "asn.behaviour", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer(default=10)
    name = fields.Char(required=True)
