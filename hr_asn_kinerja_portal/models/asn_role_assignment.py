# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

HANDLER_GROUP = "hr_asn_kinerja_portal.group_asn_kinerja_complaint_handler"


class AsnRoleAssignment(models.Model):
    """Adds who handles the complaints of citizens to the roles of the agency."""

    _inherit = "asn.role.assignment"

    role = fields.Selection(
        selection_add=[("complaint_handler", "Complaint Handler")],
        ondelete={"complaint_handler": "cascade"},
    )

    @api.model
    def _get_role_groups(self):
        return {**super()._get_role_groups(), "complaint_handler": HANDLER_GROUP}

    @api.model
    def _get_role_powers(self):
        return {
            **super()._get_role_powers(),
            "complaint_handler": self.env._(
                "Reads the complaints of the agency with the identity of those who "
                "gave it, and answers them. Shows no plan and no evaluation."
            ),
        }
