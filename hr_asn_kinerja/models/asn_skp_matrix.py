# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class AsnSkp(models.Model):
    """The matrix in which the results of a plan are given to people."""

    _inherit = "asn.skp"

    matrix_member_ids = fields.One2many(
        "asn.matrix.member", "skp_id", string="People Added to the Matrix"
    )
    can_open_matrix = fields.Boolean(compute="_compute_can_open_matrix")

    @api.depends("state", "employee_user_id")
    @api.depends_context("uid")
    def _compute_can_open_matrix(self):
        matrix = self.env["asn.role.matrix"]
        mine = self.filtered_domain(matrix._get_plans_domain())
        for skp in self:
            skp.can_open_matrix = skp in mine

    def action_open_matrix(self):
        """Show the role-result matrix of this plan."""
        self.ensure_one()
        return {
            **self.env["ir.actions.client"]._for_xml_id(
                "hr_asn_kinerja.asn_role_matrix_action"
            ),
            "context": {"active_id": self.id, "active_model": self._name},
        }
