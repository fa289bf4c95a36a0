# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class AsnAssessment(models.Model):
    _inherit = "asn.assessment"

    def action_deliver(self):
        """Deliver the evaluations of the chosen worksheets."""
        if len(self) < 2:
            return super().action_deliver()
        return self.evaluation_id.action_deliver()
