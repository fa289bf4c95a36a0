# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from decimal import Decimal

from odoo import api, fields, models

from ..kinerja_rules import advice
from .asn_evaluation import RATINGS


class AsnAssessment(models.Model):
    """What the figures suggest: advice with its explanation, never set by itself."""

    # pylint: disable-next=consider-merging-classes-inherited
    _inherit = "asn.assessment"

    achievement_summary = fields.Char(
        string="Achievement",
        compute="_compute_achievement_summary",
        help="Mean achievement of the indicators with a figure, and how many have one.",
    )
    suggested_result = fields.Selection(
        RATINGS,
        string="Suggested",
        compute="_compute_advice",
        help="Advice from the figures by the thresholds of the period. You decide.",
    )
    result_advice = fields.Char(string="Advice", compute="_compute_advice")
    behaviour_advice = fields.Char(
        string="Advice on Behaviour", compute="_compute_behaviour_advice"
    )

    def _get_achievements(self):
        """Return the achievement of each indicator, None where there is no figure."""
        return [
            Decimal(str(line.achievement)) if line.is_reported else None
            for line in self.realisation_ids
            if line.show_achievement
        ]

    def _get_suggestion(self):
        """Return the suggestion for one worksheet; without rating where it is off."""
        period = self.interval_id.period_id
        found = advice.suggested_result(
            self._get_achievements(),
            Decimal(str(period.advise_above_from)),
            Decimal(str(period.advise_meets_from)),
        )
        return found if period.advise_result else found._replace(rating=None)

    @api.depends(
        "evaluation_id.realisation_ids.value",
        "evaluation_id.realisation_ids.is_reported",
    )
    @api.depends_context("lang")
    def _compute_achievement_summary(self):
        for sheet in self:
            found = sheet._get_suggestion()
            sheet.achievement_summary = (
                self.env._(
                    "%(mean)s%% (%(counted)s of %(total)s)",
                    mean=self._format_percent(found.mean),
                    counted=found.counted,
                    total=found.total,
                )
                if found.counted
                else False
            )

    @api.depends(
        "evaluation_id.realisation_ids.value",
        "evaluation_id.realisation_ids.is_reported",
    )
    @api.depends_context("lang")
    def _compute_advice(self):
        labels = dict(self._fields["result_rating"]._description_selection(self.env))
        for sheet in self:
            found = sheet._get_suggestion()
            period = sheet.interval_id.period_id
            sheet.suggested_result = found.rating
            sheet.result_advice = found.rating and self.env._(
                "The figures suggest “%(rating)s”: the mean achievement of %(counted)s "
                "of %(total)s indicators is %(mean)s%%; from %(above)s%% on it is "
                "above, from %(meets)s%% on it meets the expectation. This is advice: "
                "you decide.",
                rating=labels[found.rating],
                counted=found.counted,
                total=found.total,
                mean=self._format_percent(found.mean),
                above=self._format_percent(period.advise_above_from),
                meets=self._format_percent(period.advise_meets_from),
            )

    @api.model
    def _format_percent(self, value):
        text = f"{float(value):.1f}".removesuffix(".0")
        separator = self.env["res.lang"]._get_data(code=self.env.lang).decimal_point
        return text.replace(".", separator or ".")

    @api.depends("behaviour_ids.rating")
    @api.depends_context("lang")
    def _compute_behaviour_advice(self):
        labels = dict(self._fields["result_rating"]._description_selection(self.env))
        for sheet in self:
            rated = [line.rating for line in sheet.behaviour_ids if line.rating]
            middle = advice.suggested_behaviour(rated)
            sheet.behaviour_advice = middle and self.env._(
                "%(above)s values above, %(meets)s as expected, %(below)s below: the "
                "middle is “%(rating)s”. This is advice: you decide.",
                above=rated.count("above"),
                meets=rated.count("meets"),
                below=rated.count("below"),
                rating=labels[middle],
            )
