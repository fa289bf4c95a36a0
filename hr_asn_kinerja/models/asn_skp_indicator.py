# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from decimal import Decimal

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools.misc import formatLang

from ..kinerja_rules import indicator as rule

ASPECTS = [
    ("quantity", "Quantity"),
    ("quality", "Quality"),
    ("time", "Time"),
    ("cost", "Cost"),
]
POLARITIES = [
    ("higher", "Higher is better"),
    ("lower", "Lower is better"),
    ("range", "Within the range"),
]


def format_figure(env, figure):
    """Return a Decimal as people write it, with as many decimals as it has."""
    decimals = max(0, -figure.normalize().as_tuple().exponent)
    return formatLang(env, float(figure), digits=decimals)


class AsnSkpIndicator(models.Model):
    """Indikator Kinerja Individu: how a result is measured, and the target."""

    _name = "asn.skp.indicator"
    _description = "Performance Indicator (IKI)"
    _inherit = "asn.skp.line.mixin"
    _order = "result_id, sequence, id"
    _open_fields = frozenset(
        {
            "sequence",
            "name",
            "aspect",
            "polarity",
            "target_min",
            "target_max",
            "unit",
            "target_text",
            "source",
            "leader_indicator_id",
            "share",
        }
    )
    _open_fields_on_create = frozenset({"result_id"})

    result_id = fields.Many2one(
        "asn.skp.result", required=True, index=True, ondelete="cascade"
    )
    skp_id = fields.Many2one(
        "asn.skp", string="SKP", related="result_id.skp_id", store=True, index=True
    )
    company_id = fields.Many2one(
        related="skp_id.company_id", store=True, index=True, string="Agency"
    )
    approach = fields.Selection(related="skp_id.approach", related_sudo=False)
    sequence = fields.Integer(default=10)
    name = fields.Text(string="Indicator", required=True)
    aspect = fields.Selection(ASPECTS, required=True, default="quantity")
    polarity = fields.Selection(POLARITIES, required=True, default="higher")
    target_min = fields.Float(string="Minimum", digits=(16, 4))
    target_max = fields.Float(string="Maximum", digits=(16, 4))
    unit = fields.Char(
        string="Unit of Measure",
        help="Unit of measure, such as documents, percent or days.",
    )
    target_text = fields.Text(
        string="Target in Words", help="The target as a sentence (qualitative plans)."
    )
    target_label = fields.Char(string="Target", compute="_compute_target_label")
    source = fields.Selection(
        [("manual", "Typed by the employee")],
        required=True,
        default="manual",
        help="Where the realisation comes from. A source only proposes a value; the "
        "employee confirms it.",
    )

    leader_indicator_id = fields.Many2one(
        "asn.skp.indicator",
        string="Leader's Indicator",
        index="btree_not_null",
        copy=False,
        ondelete="set null",
        help="The indicator of the leader's result to whose target this one adds.",
    )
    share = fields.Float(
        string="Share (%)",
        digits=(5, 2),
        copy=False,
        help="Part of the leader's target that this indicator carries, in percent.",
    )

    _share_is_percentage = models.Constraint(
        "CHECK(share >= 0 AND share <= 100)",
        "A share of the leader's target lies between 0 and 100 percent.",
    )
    _targets_positive = models.Constraint(
        "CHECK(target_min >= 0 AND target_max >= 0)", "A target cannot be negative."
    )

    @api.constrains("polarity", "target_min", "target_max")
    def _check_range(self):
        """A figure of 0 is not given, except where the polarity needs both."""
        for line in self:
            both = line.polarity == "range" or line.target_max
            if both and line.target_min > line.target_max:
                raise ValidationError(
                    self.env._(
                        "The minimum of “%(name)s” is above its maximum. Swap the "
                        "two, or empty the one that you do not need.",
                        name=line.name,
                    )
                )

    @api.depends(
        "approach", "polarity", "target_min", "target_max", "unit", "target_text"
    )
    @api.depends_context("lang")
    def _compute_target_label(self):
        """Words in a qualitative plan, figures in a quantitative one.

        What the other approach keeps stands in where the own one is empty.
        """
        for line in self:
            is_in_words = line._is_qualitative() or not (
                line.target_min or line.target_max or line.unit
            )
            if is_in_words and line.target_text:
                line.target_label = line.target_text
                continue
            lower, upper = line._get_targets()
            figures = [
                format_figure(self.env, figure)
                for figure in (lower, upper)
                if figure is not None
            ]
            label = " - ".join(dict.fromkeys(figures))
            line.target_label = f"{label} {line.unit or ''}".strip()

    def _get_targets(self):
        """Return (minimum, maximum) as Decimal; None where the polarity needs none."""
        self.ensure_one()
        lower = Decimal(str(self.target_min)) if self.polarity != "lower" else None
        upper = Decimal(str(self.target_max)) if self.polarity != "higher" else None
        return lower, upper

    def _is_qualitative(self):
        # sudo: asn.skp - teams read the indicators of a leader but not the plan
        return self.sudo().approach == "qualitative"

    def _get_achievement(self, actual):
        """Return the achievement in percent; None when nothing can be counted."""
        if self._is_qualitative():
            return None
        lower, upper = self._get_targets()
        return rule.achievement(lower, upper, actual, self.polarity)

    def _get_skp(self):
        return self.result_id.skp_id
