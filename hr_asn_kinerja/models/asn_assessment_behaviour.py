# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from .asn_evaluation import RATINGS


class AsnAssessmentBehaviour(models.Model):
    """What the assessor says of one core value on the private worksheet.

    As secret as the worksheet itself: its people are taken from the evaluation, and
    nothing outside depends on it. At delivery the rating is copied, the reason stays.
    """

    _name = "asn.assessment.behaviour"
    _description = "Rating of a Core Value"
    _inherit = "asn.guard.mixin"
    _order = "assessment_id, sequence, id"
    _open_fields = frozenset({"rating", "reason"})

    assessment_id = fields.Many2one(
        "asn.assessment", required=True, index=True, ondelete="cascade", readonly=True
    )
    evaluation_id = fields.Many2one(
        "asn.evaluation", required=True, index=True, ondelete="cascade", readonly=True
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
        string="Special Expectation", compute="_compute_expectation"
    )
    rating = fields.Selection(RATINGS)
    reason = fields.Text(
        help="What you have seen. Needed where it is above or below the expectation."
    )
    company_id = fields.Many2one(
        related="evaluation_id.company_id", store=True, index=True, string="Agency"
    )
    state = fields.Selection(
        related="evaluation_id.state", string="Evaluation State", store=True
    )
    employee_user_id = fields.Many2one(
        related="evaluation_id.employee_user_id", store=True, index=True
    )
    assessor_user_id = fields.Many2one(
        related="evaluation_id.assessor_user_id", store=True, index=True
    )
    superior_user_id = fields.Many2one(
        related="evaluation_id.superior_user_id", store=True, index=True
    )
    assessor_id = fields.Many2one(
        related="evaluation_id.assessor_id", store=True, index=True
    )
    superior_id = fields.Many2one(
        related="evaluation_id.superior_id", store=True, index=True
    )

    _once = models.UniqueIndex(
        "(assessment_id, behaviour_id)", "This value is already on the worksheet."
    )

    @api.depends("behaviour_id.name")
    def _compute_display_name(self):
        for line in self:
            line.display_name = line.behaviour_id.name

    @api.depends("evaluation_id", "behaviour_id")
    def _compute_expectation(self):
        # sudo: asn.skp.behaviour - who reads the worksheet reads the plan
        terms_sudo = self.evaluation_id.sudo().skp_id.behaviour_ids
        texts = {
            (term.skp_id, term.behaviour_id): term.expectation for term in terms_sudo
        }
        for line in self:
            # sudo: asn.evaluation - the plan of the worksheet
            plan_sudo = line.evaluation_id.sudo().skp_id
            line.expectation = texts.get((plan_sudo, line.behaviour_id), False)

    def write(self, vals):
        self.assessment_id._check_may_rate()
        return super().write(vals)
