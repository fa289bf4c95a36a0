# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnPeriod(models.Model):
    """How long people have for what they achieved in an interval."""

    _inherit = "asn.period"

    fill_days = fields.Integer(
        string="Days to Hand In",
        default=10,
        required=True,
        help="So many days after the end of an interval its realisations are handed "
        "in and rated; later ones are listed as late in the fill rate.",
    )

    _fill_days_possible = models.Constraint(
        "CHECK(fill_days BETWEEN 0 AND 366)",
        "The days to hand in lie between 0 and 366.",
    )
