# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from decimal import Decimal

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..kinerja_rules.distribution import HEIGHTS
from .asn_evaluation import PREDICATES
from .asn_unit_performance import ORGANISATION_RATINGS

KEYS = tuple(key for key, _label in PREDICATES)
MOST = 1000


class AsnDistributionPattern(models.Model):
    """Pola distribusi: what is expected of the predicates, by the unit's rating.

    The regulation draws shapes and names no numbers, so they belong to the agency.
    Where it has written none, the sample heights of the rules hold.
    """

    _name = "asn.distribution.pattern"
    _description = "Distribution Pattern"
    _order = "company_id, rating, id"
    _rec_name = "rating"

    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        index=True,
        ondelete="cascade",
        default=lambda self: self.env.company,
    )
    rating = fields.Selection(
        ORGANISATION_RATINGS, string="Unit Performance", required=True
    )
    very_poor = fields.Integer(help="Weight against the others; no percentage.")
    poor = fields.Integer(help="Weight against the others; no percentage.")
    needs_improvement = fields.Integer(help="Weight against the others; no percentage.")
    good = fields.Integer(help="Weight against the others; no percentage.")
    very_good = fields.Integer(help="Weight against the others; no percentage.")

    _once = models.UniqueIndex(
        "(company_id, rating)",
        "There is already a pattern for this rating. Change that one.",
    )

    @api.constrains(*KEYS)
    def _check_weights(self):
        for pattern in self:
            weights = [pattern[key] for key in KEYS]
            if min(weights) < 0 or max(weights) > MOST or not any(weights):
                raise ValidationError(
                    self.env._(
                        "Each weight is a number from 0 to %(most)s, and at least one "
                        "of them is more than 0.",
                        most=MOST,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._fill(vals) for vals in vals_list])

    @api.model
    def _fill(self, vals):
        """Begin with the sample heights where no weight is given."""
        if any(key in vals for key in KEYS) or vals.get("rating") not in HEIGHTS:
            return vals
        return {**vals, **dict(zip(KEYS, HEIGHTS[vals["rating"]], strict=True))}

    @api.onchange("rating")
    def _onchange_rating(self):
        if self.rating and not any(self[key] for key in KEYS):
            self.update(self._fill({"rating": self.rating}))

    @api.model
    def _get_patterns(self, company):
        """Return {organisation rating: {predicate: weight}} as the rules ask for it."""
        # sudo: asn.distribution.pattern - the pattern of one agency, no person in it
        rows_sudo = self.sudo().search([("company_id", "=", company.id)])
        return {
            row.rating: {key: Decimal(row[key]) for key in KEYS} for row in rows_sudo
        }

    @api.model
    def action_open(self):
        """Show the five patterns of the agency; for a manager missing ones are made."""
        company = self.env.company
        if self.has_access("create"):
            there = self.search([("company_id", "=", company.id)]).mapped("rating")
            self.create(
                [
                    {"company_id": company.id, "rating": rating}
                    for rating, _label in ORGANISATION_RATINGS
                    if rating not in there
                ]
            )
        return self.env["ir.actions.act_window"]._for_xml_id(
            "hr_asn_kinerja.asn_distribution_pattern_action"
        )
