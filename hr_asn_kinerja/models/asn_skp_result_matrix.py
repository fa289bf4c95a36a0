# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class AsnSkpResult(models.Model):
    """What the role-result matrix knows of a result."""

    _inherit = "asn.skp.result"

    parent_indicator_id = fields.Many2one(
        "asn.skp.indicator",
        string="Leader's Indicator",
        compute="_compute_parent_indicator_id",
        store=True,
        readonly=False,
        copy=False,
        index="btree_not_null",
        ondelete="set null",
        help="The indicator of the leader's result for which it was given.",
    )
    given_by = fields.Char(
        compute="_compute_given_by",
        help="Who wrote this result into the plan; empty where the employee did.",
    )

    @api.depends("parent_id")
    def _compute_parent_indicator_id(self):
        """Forget the indicator when the result serves another result."""
        # sudo: asn.skp.indicator - the leader's indicator is compared, not shown
        for result in self.sudo():
            indicator = result.parent_indicator_id
            if indicator.result_id != result.parent_id:
                indicator = indicator.browse()
            result.parent_indicator_id = indicator

    @api.depends("origin", "assigned_by", "skp_id.assessor_name")
    def _compute_given_by(self):
        for result in self:
            result.given_by = (
                result.origin == "assessor"
                and (result.assigned_by or result.skp_id.assessor_name)
            ) or False

    def _get_servable_skps(self):
        """Also serve whoever named this person in a matrix, and a leader's other plan.

        A leader who was moved within the year has two plans; both lead the team.
        """
        skp, served = self.skp_id, self.parent_id.skp_id
        is_member = skp.employee_id in served.matrix_member_ids.employee_id
        is_leader = (
            skp.assessor_id == served.employee_id
            and skp.period_id == served.period_id
            and skp.date_from <= served.date_to
            and skp.date_to >= served.date_from
        )
        more = served if served and (is_member or is_leader) else served.browse()
        return super()._get_servable_skps() | more
