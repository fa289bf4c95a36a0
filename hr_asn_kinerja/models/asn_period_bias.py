# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..kinerja_rules import bias


class AsnPeriod(models.Model):
    """When the superior of an assessor is asked to look twice."""

    _inherit = "asn.period"

    bias_hints = fields.Boolean(
        string="Hints on Rating Habits",
        default=True,
        help="Ask the superior of an assessor to look twice: all the same, far from "
        "the other assessors, led by the last weeks. The assessor never sees it.",
    )
    bias_people = fields.Integer(
        string="Least People",
        default=bias.LEAST,
        help="With fewer people nothing is said about an assessor.",
    )
    bias_difference = fields.Float(
        string="Difference of Means",
        default=float(bias.DIFFERENCE),
        digits=(4, 2),
        help="From which difference on an assessor is far from the others; ratings "
        "count 3, 2 and 1.",
    )
    bias_share = fields.Float(
        string="Share of the Last Weeks",
        default=float(bias.SHARE),
        digits=(4, 2),
        help="From which share of the last four weeks on the notes on daily work lead "
        "the rating; 0.6 is 60 percent.",
    )

    _bias_people_enough = models.Constraint(
        "CHECK(bias_people >= 2 AND bias_people <= 1000)",
        "Hints on rating habits need at least two people.",
    )
    _bias_difference_positive = models.Constraint(
        "CHECK(bias_difference > 0 AND bias_difference <= 2)",
        "The difference of means is more than 0 and at most 2.",
    )
    _bias_share_in_one = models.Constraint(
        "CHECK(bias_share > 0 AND bias_share <= 1)",
        "The share of the last weeks is more than 0 and at most 1.",
    )
