# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class AsnApprovalStep(models.Model):
    """A step that an agency puts between submission and agreement.

    Without any, the assessor may agree at once. Switched off, a step asks nothing.
    """

    _name = "asn.approval.step"
    _description = "Approval Step"
    _order = "company_id, document, sequence, id"

    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    document = fields.Selection(
        [("skp", "Plan (SKP)")],
        required=True,
        default="skp",
    )
    role = fields.Selection(
        [("officer", "Performance Officer")],
        string="Reviewed By",
        required=True,
        default="officer",
        help="Who has to review it before the assessor can agree.",
    )
    sequence = fields.Integer(string="Order", default=10)
    active = fields.Boolean(
        string="Required",
        default=True,
        help="Only what is required holds up the agreement.",
    )

    _once = models.UniqueIndex(
        "(company_id, document, role) WHERE active",
        "This step is already required. Look for it in the list.",
    )

    @api.depends("document", "role")
    @api.depends_context("lang")
    def _compute_display_name(self):
        for step in self:
            names = [
                dict(self._fields[name]._description_selection(self.env)).get(
                    step[name], ""
                )
                for name in ("document", "role")
            ]
            step.display_name = ": ".join(names)
