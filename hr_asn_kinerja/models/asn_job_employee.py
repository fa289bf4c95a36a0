# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class AsnJob(models.Model):
    _inherit = "asn.job"

    @api.model
    def _apply_employee_import(self, lines):
        """Make or change the people of these lines, then link their superiors."""
        sync = self.env["asn.employee.sync"]
        rows = lines.mapped("payload")
        people = [row for row in rows if "people" not in row]
        links = [row for row in rows if "people" in row]
        if people:
            sync._apply_people(people)
        if links:
            sync._apply_superiors(links)
