# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
from datetime import timedelta

from odoo import api, fields, models
from odoo.tools.pdf import merge_pdf

KIND = "skp_print"
REPORT = "hr_asn_kinerja.report_asn_skp"
KEPT_DAYS = 7


class AsnJob(models.Model):
    """Plans of many people on paper: each line draws a part, the end binds them.

    The file holds what whoever started it could read on that day, so it is theirs alone
    beside the manager and the auditor, and goes after a week.
    """

    _inherit = "asn.job"

    file = fields.Binary(
        string="Document",
        attachment=True,
        readonly=True,
        copy=False,
        help="Kept for seven days.",
    )
    file_name = fields.Char(readonly=True)

    def _get_batch_size(self):
        # drawing takes seconds: each part is kept at once and shown as progress
        return 1 if self.kind == KIND else super()._get_batch_size()

    @api.model
    def _apply_skp_print(self, lines):
        """Draw the plans of these lines with the rights of who started the job."""
        report = self.env["ir.actions.report"]
        for line in lines:
            plans = self.env["asn.skp"].browse(line.payload["skp_ids"])
            line._keep_part(report._render_qweb_pdf(REPORT, plans.ids)[0])

    def _tell_done(self):
        if self.kind == KIND:
            self._bind_parts()
        return super()._tell_done()

    def _bind_parts(self):
        """Make one file of the parts that were drawn, in their order."""
        parts = self.line_ids.sorted("sequence")._get_parts()
        self.file = base64.b64encode(merge_pdf(parts)) if parts else False
        if not self.failed:
            self.line_ids._forget_parts()

    @api.autovacuum
    def _gc_prints(self):
        """Throw printed plans away; whoever needs them prints them again."""
        limit = fields.Datetime.now() - timedelta(days=KEPT_DAYS)
        old = self.search([("kind", "=", KIND), ("finished_at", "<", limit)])
        old.file = False
        old.line_ids._forget_parts()
