# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class AsnJob(models.Model):
    _inherit = "asn.job"

    @api.model
    def _apply_evaluation_open(self, lines):
        """Open the evaluations of these plans in their intervals."""
        for interval_id, group in lines.grouped(
            lambda line: line.payload["interval_id"]
        ).items():
            interval = self.env["asn.period.interval"].browse(interval_id)
            interval._check_period_open()
            plans = self.env["asn.skp"].browse(line.payload["skp_id"] for line in group)
            evaluations = self.env["asn.evaluation"]
            # some may have been opened, or ended, since the job was queued
            evaluations._open_for(interval, evaluations._find_unopened(interval, plans))
