# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models

from .asn_evaluation import DELIVERED_STATES


class AsnJob(models.Model):
    _inherit = "asn.job"

    @api.model
    def _apply_evaluation_deliver(self, lines):
        """Deliver what was not delivered in the meantime, as who started the job."""
        ids = [line.payload["evaluation_id"] for line in lines]
        evaluations = self.env["asn.evaluation"].browse(ids)
        for evaluation in evaluations.with_context(mail_notify_force_send=False):
            if evaluation.state not in DELIVERED_STATES:
                evaluation.action_deliver()
