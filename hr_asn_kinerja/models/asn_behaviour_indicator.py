# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnBehaviourIndicator(models.Model):
    """One of the three lines that tell what a core value looks like at work."""

    _name = "asn.behaviour.indicator"
    _description = "Behaviour Indicator"
    _order = "behaviour_id, sequence, id"

    behaviour_id = fields.Many2one(
        "asn.behaviour",
        string="Value",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    sequence = fields.Integer(default=10, readonly=True)
    name = fields.Char(string="Indicator", required=True, readonly=True)
