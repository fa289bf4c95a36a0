# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class AsnJob(models.Model):
    _inherit = "asn.job"

    @api.model
    def _apply_login_create(self, lines):
        """Make the logins of the people of these lines."""
        people = self.env["hr.employee"].browse(
            [line.payload["employee_id"] for line in lines]
        )
        people.exists()._create_logins()
