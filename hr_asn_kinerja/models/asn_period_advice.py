# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnPeriod(models.Model):
    """How far the figures advise the assessor; no regulation asks for it."""

    _inherit = "asn.period"

    advise_result = fields.Boolean(
        string="Suggest a Result Rating",
        help="Show the assessor what the figures suggest. It is advice only; a rating "
        "two steps away from it asks for a reason.",
    )
    advise_above_from = fields.Float(
        string="Above Expectation From (%)", default=100, digits=(5, 2)
    )
    advise_meets_from = fields.Float(
        string="Meets Expectation From (%)", default=90, digits=(5, 2)
    )
    rate_each_value = fields.Boolean(
        string="Each Core Value Is Rated",
        help="The seven BerAKHLAK values are all rated before the ratings are "
        "confirmed. Otherwise the assessor rates those that say something.",
    )

    _advice_in_order = models.Constraint(
        "CHECK(advise_meets_from >= 0 AND advise_meets_from <= advise_above_from "
        "AND advise_above_from <= 200)",
        "The thresholds lie between 0 and 200, and “above” begins at or over “meets”.",
    )
