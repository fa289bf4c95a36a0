# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnIndicatorTemplateVote(models.Model):
    """That somebody finds a result useful; others see only how many do."""

    _name = "asn.indicator.template.vote"
    _description = "Useful Vote"
    _rec_name = "template_id"

    template_id = fields.Many2one(
        "asn.indicator.template", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="template_id.company_id", store=True, index=True, string="Agency"
    )
    user_id = fields.Many2one(
        "res.users", string="User", required=True, index=True, ondelete="cascade"
    )

    _once = models.UniqueIndex(
        "(template_id, user_id)", "You have already voted for this."
    )
