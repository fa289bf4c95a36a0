# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..tools.bulk_rows import insert_rows


class AsnEvaluation(models.Model):
    """The core values on the worksheets of many evaluations at once."""

    _inherit = "asn.evaluation"

    def _make_parts(self):
        result = super()._make_parts()
        self._insert_values()
        return result

    def _insert_values(self):
        """Put all core values on the worksheets, with one statement."""
        lines = self.env["asn.assessment.behaviour"]
        values = self.env["asn.behaviour"].search([("code", "!=", False)])
        sheets = self.env["asn.assessment"].search([("evaluation_id", "in", self.ids)])
        copies = self._get_copies(lines)
        insert_rows(
            lines,
            [
                {
                    **copies[sheet.evaluation_id.id],
                    "assessment_id": sheet.id,
                    "behaviour_id": value.id,
                    "sequence": value.sequence,
                    "rating": False,
                    "reason": False,
                }
                for sheet in sheets
                for value in values
            ],
        )
