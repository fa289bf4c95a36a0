# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnAssessment(models.Model):
    """The unit of a worksheet, by which the distribution is counted without a join."""

    _inherit = "asn.assessment"

    department_id = fields.Many2one(
        related="evaluation_id.department_id", store=True, string="Unit"
    )
