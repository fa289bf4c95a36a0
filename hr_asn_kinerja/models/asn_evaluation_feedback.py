# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

SEQUENCE = 30


class AsnEvaluation(models.Model):
    """The feedback of the interval stands beside the evaluation."""

    _inherit = "asn.evaluation"

    feedback_count = fields.Integer(
        string="Number of Feedbacks", compute="_compute_feedback_count"
    )

    @api.depends("employee_id", "interval_id")
    @api.depends_context("uid")
    def _compute_feedback_count(self):
        found = self.env["asn.feedback"]._get_for_evaluations(self)
        for evaluation in self:
            evaluation.feedback_count = len(found.get(evaluation.id, ()))

    def action_open_feedback(self):
        """Show the feedback of the interval about this person."""
        self.ensure_one()
        self.check_access("read")
        found = self.env["asn.feedback"]._get_for_evaluations(self)[self.id]
        return found._get_action(self.employee_id, found)

    def _get_evidence_sections(self):
        """Add what people said about the work in the interval."""
        sections = super()._get_evidence_sections()
        found = self.env["asn.feedback"]._get_for_evaluations(self)[self.id]
        if found:
            title = self.env._("Continuous Feedback")
            sections.append((SEQUENCE, title, found._render_lines()))
        return sections
