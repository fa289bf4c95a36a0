# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..kinerja_rules import followup


class AsnPeriod(models.Model):
    """The agency's settings for what follows from predicates."""

    _inherit = "asn.period"

    improvement_months = fields.Integer(
        string="Months to Improve",
        default=followup.IMPROVEMENT_MONTHS,
        required=True,
        help="After poor and very poor. PP 30/2019 says six months.",
    )
    guidance_months = fields.Integer(
        default=followup.GUIDANCE_MONTHS,
        required=True,
        help="How long guidance lasts after needs improvement. No regulation says so; "
        "the assessor may choose another end.",
    )
    talent_after = fields.Integer(
        string="Very Good Years for the Talent Pool",
        default=followup.TALENT_AFTER,
        required=True,
        help="So many years in a row with very good suggest the talent pool.",
    )
    credit_basis = fields.Selection(
        [("annual", "Annual Evaluation"), ("interval", "Each Interval")],
        string="Credit From",
        default="annual",
        required=True,
        help="Which final predicates are converted into angka kredit. Never both, or "
        "the year would count twice.",
    )
    has_legacy_scores = fields.Boolean(
        string="Numeric Scores",
        help="Only for closed years of before: keep the scores by which PP 30/2019 "
        "appraised then. PermenPANRB 6/2022 abolished the method.",
    )

    _months_in_range = models.Constraint(
        "CHECK(improvement_months BETWEEN 1 AND 24 "
        "AND guidance_months BETWEEN 1 AND 24 AND talent_after BETWEEN 1 AND 10)",
        "Months lie between 1 and 24, years between 1 and 10.",
    )
