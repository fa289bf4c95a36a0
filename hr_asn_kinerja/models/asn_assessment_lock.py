# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnAssessment(models.Model):
    """The worksheet tells its assessor when the interval is locked."""

    _inherit = "asn.assessment"

    is_locked = fields.Boolean(
        string="Interval Locked", related="evaluation_id.is_locked"
    )
