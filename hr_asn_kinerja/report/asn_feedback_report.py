# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class ReportAsnFeedback(models.AbstractModel):
    """The form F7: the same table with what people said, without any rating."""

    _name = "report.hr_asn_kinerja.report_asn_feedback"
    _inherit = "report.hr_asn_kinerja.report_asn_evaluation"
    _description = "Printed Feedback Sheet"
    _is_feedback = True

    @api.model
    def _get_worksheets(self, evaluations):
        """No rating is on this sheet, so no worksheet is asked for."""
        return {}
