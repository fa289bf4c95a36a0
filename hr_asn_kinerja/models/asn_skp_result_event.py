# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnSkpResult(models.Model):
    """Results that a change during the year brought into a plan."""

    _inherit = "asn.skp.result"

    event_id = fields.Many2one(
        "asn.skp.event",
        string="Came With",
        index="btree_not_null",
        readonly=True,
        copy=False,
        ondelete="set null",
        help="The mutation, retirement or acting duty that brought this result.",
    )
