# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import json

from odoo import api, fields, models


class AsnSkpSubmission(models.Model):
    """What a plan said when it was handed in, so that the next one can stand beside it.

    Written by the flow and never changed. It is no proof of an agreement: what was
    agreed stands in the decisions.
    """

    _name = "asn.skp.submission"
    _description = "Submitted Content of a Plan"
    _order = "skp_id, number desc"
    _rec_name = "number"

    skp_id = fields.Many2one(
        "asn.skp", string="SKP", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="skp_id.company_id", store=True, index=True, string="Agency"
    )
    number = fields.Integer(string="Submission", required=True, readonly=True)
    submitted_at = fields.Datetime(string="Submitted On", readonly=True)
    content = fields.Text(required=True, readonly=True)

    _numbered_once = models.UniqueIndex(
        "(skp_id, number)", "This submission is already kept. Reload the page."
    )

    @api.model
    def _keep(self, skp):
        """Keep the content of a plan that is being handed in."""
        # sudo: asn.skp.submission - only the flow writes it, whoever submits
        self.sudo().create(
            {
                "skp_id": skp.id,
                "number": skp.submission_count + 1,
                "submitted_at": fields.Datetime.now(),
                "content": json.dumps(skp._get_lines(), ensure_ascii=False),
            }
        )

    def _get_lines(self):
        """Return {key of the line: its text}; nothing for no submission."""
        return json.loads(self.content) if self else {}
