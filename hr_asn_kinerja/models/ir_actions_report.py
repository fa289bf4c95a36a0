# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models

PAPER = "hr_asn_kinerja.paperformat_asn_form"


class IrActionsReport(models.Model):
    """Official forms go to the printer as they are.

    They are whole pages with their own style: no asset, no header and no script is
    fetched, so that each build of wkhtmltopdf draws the same, at once.
    """

    _inherit = "ir.actions.report"

    def _is_official_form(self):
        paper = self.env.ref(PAPER, raise_if_not_found=False)
        return bool(paper) and self.paperformat_id == paper

    def _prepare_html(self, html, report_model=False):
        if not self._is_official_form():
            return super()._prepare_html(html, report_model=report_model)
        text = html.decode() if isinstance(html, bytes) else str(html)
        return [text], [None], None, None, {}

    @api.model
    def _build_wkhtmltopdf_args(self, paperformat_id, landscape, *args, **kwargs):
        command = super()._build_wkhtmltopdf_args(
            paperformat_id, landscape, *args, **kwargs
        )
        if paperformat_id and paperformat_id == self.env.ref(
            PAPER, raise_if_not_found=False
        ):
            # nothing has to be waited for, and nothing may run
            command[command.index("--javascript-delay") + 1] = "0"
            command += ["--disable-javascript"]
        return command
