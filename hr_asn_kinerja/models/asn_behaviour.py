# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnBehaviour(models.Model):
    """A core value of all civil servants (BerAKHLAK); the nation's text, not ours."""

    _name = "asn.behaviour"
    _description = "Core Value (BerAKHLAK)"
    _order = "sequence, id"

    code = fields.Char(required=True, readonly=True)
    name = fields.Char(string="Value", required=True, readonly=True)
    meaning = fields.Char(readonly=True)
    sequence = fields.Integer(default=10, readonly=True)
    source = fields.Char(
        string="Regulation", readonly=True, help="Where the text comes from."
    )
    active = fields.Boolean(default=True, readonly=True)
    indicator_ids = fields.One2many(
        "asn.behaviour.indicator",
        "behaviour_id",
        string="Behaviour Indicators",
        readonly=True,
    )

    _code_unique = models.UniqueIndex("(code)", "This code is already used.")
