# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class AsnSkpBehaviour(models.Model):
    """Ekspektasi khusus: what the leader expects of one core value in this plan."""

    _name = "asn.skp.behaviour"
    _description = "Expected Behaviour"
    _inherit = "asn.skp.term.mixin"
    _order = "skp_id, sequence, id"
    _open_fields = frozenset({"expectation"})

    skp_id = fields.Many2one(
        "asn.skp", string="SKP", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="skp_id.company_id", store=True, index=True, string="Agency"
    )
    behaviour_id = fields.Many2one(
        "asn.behaviour",
        string="Value",
        required=True,
        readonly=True,
        ondelete="restrict",
    )
    sequence = fields.Integer(related="behaviour_id.sequence", store=True)
    expectation = fields.Text(
        string="Special Expectation",
        help="What exactly the leader expects. The employee may propose it while the "
        "plan is a draft; the assessor may change it until the plan is agreed.",
    )
    indicators = fields.Text(
        string="Behaviour Indicators", compute="_compute_indicators"
    )

    _once = models.UniqueIndex(
        "(skp_id, behaviour_id)", "This plan already has a line for the value."
    )

    @api.depends("behaviour_id.name")
    def _compute_display_name(self):
        for line in self:
            line.display_name = line.behaviour_id.name

    @api.depends("behaviour_id.indicator_ids.name")
    def _compute_indicators(self):
        for line in self:
            line.indicators = "\n".join(
                f"• {indicator.name}" for indicator in line.behaviour_id.indicator_ids
            )

    def _get_content_fields(self):
        """Let a version tell of which value an expectation is."""
        return ["behaviour_id", *super()._get_content_fields()]
