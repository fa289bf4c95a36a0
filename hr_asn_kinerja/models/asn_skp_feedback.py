# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class AsnSkp(models.Model):
    """From a plan to the feedback about its work, and to giving some in two taps."""

    _inherit = "asn.skp"

    feedback_count = fields.Integer(
        string="Number of Feedbacks", compute="_compute_feedback_count"
    )
    can_give_feedback = fields.Boolean(compute="_compute_can_give_feedback")

    @api.depends_context("uid")
    def _compute_feedback_count(self):
        counts = dict(
            self.env["asn.feedback"]._read_group(
                [("skp_id", "in", self.ids)], ["skp_id"], ["__count"]
            )
        )
        for skp in self:
            skp.feedback_count = counts.get(skp._origin, 0)

    @api.depends("employee_user_id", "state")
    @api.depends_context("uid")
    def _compute_can_give_feedback(self):
        for skp in self:
            skp.can_give_feedback = (
                skp.employee_user_id != self.env.user and skp.state != "cancelled"
            )

    def action_open_feedback(self):
        """Show the feedback in the time of this plan."""
        self.ensure_one()
        self.check_access("read")
        feedbacks = self.env["asn.feedback"]
        found = feedbacks.search([("skp_id", "=", self.id)])
        return feedbacks._get_action(self.employee_id, found)

    def action_give_feedback(self):
        """Open the dialog about the employee of this plan."""
        self.ensure_one()
        self.check_access("read")
        return self.env["asn.feedback"]._get_give_action(self.employee_id)
