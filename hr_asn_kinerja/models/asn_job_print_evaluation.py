# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import api, fields, models

from .asn_job_print import KEPT_DAYS

KIND = "evaluation_print"
REPORT = "hr_asn_kinerja.report_asn_evaluation"


class AsnJob(models.Model):
    """Evaluations of many people on paper, as plans are printed."""

    _inherit = "asn.job"

    def _get_batch_size(self):
        # drawing takes seconds: each part is kept at once and shown as progress
        return 1 if self.kind == KIND else super()._get_batch_size()

    @api.model
    def _apply_evaluation_print(self, lines):
        """Draw the evaluations of these lines with the rights of who started it."""
        report = self.env["ir.actions.report"]
        for line in lines:
            evaluations = self.env["asn.evaluation"].browse(
                line.payload["evaluation_ids"]
            )
            line._keep_part(report._render_qweb_pdf(REPORT, evaluations.ids)[0])

    def _tell_done(self):
        if self.kind == KIND:
            self._bind_parts()
        return super()._tell_done()

    @api.autovacuum
    def _gc_evaluation_prints(self):
        """Throw printed evaluations away; whoever needs them prints them again."""
        limit = fields.Datetime.now() - timedelta(days=KEPT_DAYS)
        old = self.search([("kind", "=", KIND), ("finished_at", "<", limit)])
        old.file = False
        old.line_ids._forget_parts()
