# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnSkpBehaviour(models.Model):
    """Ekspektasi khusus: what the leader expects beyond the value's own indicators."""

    _name = "asn.skp.behaviour"
    _description = "Expected Behaviour"
    _inherit = "asn.skp.part.mixin"
    _order = "skp_id, behaviour_sequence, id"
    _rec_name = "behaviour_id"
    _open_fields = frozenset({"expectation"})

    skp_id = fields.Many2one(
        "asn.skp", string="SKP", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="skp_id.company_id", store=True, index=True, string="Agency"
    )
    behaviour_id = fields.Many2one(
        "asn.behaviour",
        string="Core Value",
        required=True,
        index=True,
        readonly=True,
        ondelete="restrict",
    )
    behaviour_sequence = fields.Integer(related="behaviour_id.sequence", store=True)
    indicator_text = fields.Text(related="behaviour_id.indicator_text")
    expectation = fields.Text(
        string="Special Expectation of the Leader",
        help="What the leader expects of this person beyond the three indicators. The "
        "employee may propose it, the assessor decides until the plan is agreed.",
    )

    _once = models.UniqueIndex(
        "(skp_id, behaviour_id)", "This core value already stands in the plan."
    )
