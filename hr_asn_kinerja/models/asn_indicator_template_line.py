# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from decimal import Decimal

from odoo import api, fields, models

from .asn_skp_indicator import ASPECTS, POLARITIES, format_figure

COPIED = (
    "sequence",
    "name",
    "aspect",
    "polarity",
    "target_min",
    "target_max",
    "unit",
    "target_text",
)


class AsnIndicatorTemplateLine(models.Model):
    """An indicator of the library with the target that is usual for it."""

    _name = "asn.indicator.template.line"
    _description = "Indicator of the Library"
    _order = "template_id, sequence, id"

    template_id = fields.Many2one(
        "asn.indicator.template", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="template_id.company_id", store=True, index=True, string="Agency"
    )
    sequence = fields.Integer(default=10)
    name = fields.Text(string="Indicator", required=True)
    aspect = fields.Selection(ASPECTS, required=True, default="quantity")
    polarity = fields.Selection(POLARITIES, required=True, default="higher")
    target_min = fields.Float(string="Usual Minimum", digits=(16, 4))
    target_max = fields.Float(string="Usual Maximum", digits=(16, 4))
    unit = fields.Char(string="Unit of Measure")
    target_text = fields.Text(string="Target in Words")
    target_label = fields.Char(string="Usual Target", compute="_compute_target_label")

    _targets_in_order = models.Constraint(
        "CHECK(target_min >= 0 AND target_max >= 0 "
        "AND (polarity <> 'range' OR target_min <= target_max))",
        "A usual target is not negative, and its minimum is not above its maximum.",
    )

    @api.depends("polarity", "target_min", "target_max", "unit", "target_text")
    @api.depends_context("lang")
    def _compute_target_label(self):
        for line in self:
            figures = [
                format_figure(self.env, Decimal(str(line[name])))
                for name, unused in (("target_min", "lower"), ("target_max", "higher"))
                if line.polarity != unused
            ]
            label = " - ".join(dict.fromkeys(figures))
            line.target_label = line.target_text or f"{label} {line.unit or ''}".strip()

    @api.model
    def _prepare_line_values(self, indicator):
        """Return the values of a line made from a planned indicator."""
        return {name: indicator[name] for name in COPIED}

    def _prepare_indicator_values(self):
        """Return the values of a planned indicator made from this line."""
        self.ensure_one()
        return {name: self[name] for name in COPIED}
