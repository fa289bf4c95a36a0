# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

DUTIES = [
    ("main", "Own Post"),
    ("plt", "Acting, Post Vacant (Plt)"),
    ("plh", "Acting, Official Absent (Plh)"),
]


class AsnSkp(models.Model):
    """An acting duty may have a plan of its own beside the main one."""

    _inherit = "asn.skp"

    duty = fields.Selection(
        DUTIES,
        required=True,
        default="main",
        readonly=True,
        copy=False,
        help="Whether the plan is of the own post or of an acting duty.",
    )

    def _get_overlap_key(self):
        return (*super()._get_overlap_key(), self.duty)
