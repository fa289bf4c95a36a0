# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class AsnBehaviour(models.Model):
    """One of the seven core values BerAKHLAK; the same for every agency.

    Source: SE MenPANRB 20/2021 and PermenPANRB 6/2022 (C2)
    """

    _name = "asn.behaviour"
    _description = "Core Value (BerAKHLAK)"
    _order = "sequence, id"

    code = fields.Char(required=True, readonly=True)
    name = fields.Char(required=True)
    meaning = fields.Char(help="What the value asks for, in short.")
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    indicator_ids = fields.One2many(
        "asn.behaviour.indicator", "behaviour_id", string="Behaviour Indicators"
    )
    indicator_text = fields.Text(
        string="Indicators of the Value", compute="_compute_indicator_text"
    )

    _code_once = models.UniqueIndex("(code)", "This core value already exists.")

    @api.depends("indicator_ids.name")
    def _compute_indicator_text(self):
        for behaviour in self:
            behaviour.indicator_text = "\n".join(
                f"• {name}" for name in behaviour.indicator_ids.mapped("name")
            )
