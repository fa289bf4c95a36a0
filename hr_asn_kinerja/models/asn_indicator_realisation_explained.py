# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import json
from decimal import Decimal

from odoo import api, fields, models

from ..kinerja_rules import explanation as rule
from .asn_skp_indicator import format_figure

POINTS = 8


class AsnIndicatorRealisation(models.Model):
    """The achievement as one explained line, and its course over the intervals.

    Both hold only what the reader may read: intervals whose realisation is hidden from
    them are left out.
    """

    _inherit = "asn.indicator.realisation"

    explanation = fields.Text(
        compute="_compute_explanation",
        help="What the achievement was counted from. It is advice only.",
    )
    trend = fields.Char(
        compute="_compute_explanation",
        help="The realisations of the last intervals of this kind.",
    )

    @api.depends(
        "value",
        "is_reported",
        "note",
        "show_achievement",
        "indicator_id.approach",
        "indicator_id.polarity",
        "indicator_id.target_min",
        "indicator_id.target_max",
        "indicator_id.unit",
    )
    @api.depends_context("uid", "lang")
    def _compute_explanation(self):
        courses = self._get_courses()
        for line in self:
            earlier = courses.get(line._get_course_key(), line.browse()).filtered(
                lambda other, line=line: (
                    other.interval_id.date_from < line.interval_id.date_from
                )
            )
            line.explanation = line._explain(earlier[-1:])
            line.trend = line._draw(earlier)

    def _get_courses(self):
        """Return {(indicator, kind of interval): reported lines, oldest first}.

        One search for all, with the rights of the reader.
        """
        reported = self.search(
            [
                ("indicator_id", "in", self.indicator_id._origin.ids),
                ("is_reported", "=", True),
            ]
        )
        return reported.sorted(lambda line: line.interval_id.date_from).grouped(
            lambda line: line._get_course_key()
        )

    def _get_course_key(self):
        return self.indicator_id._origin.id, self.interval_id.kind

    def _get_figure(self):
        """Return the realisation as it was typed; None while nothing is known."""
        # a float column holds no more than 4 decimals, its text is exact
        return Decimal(str(self.value)) if self.is_reported else None

    def _explain(self, before):
        """Return the sentence; a qualitative indicator has words alone."""
        indicator = self.indicator_id
        if not self.is_reported and not self.note:
            return self.env._("Not reported yet")
        if indicator._is_qualitative():
            return self.env._(
                "Judged by its words and its evidence; no percentage is counted."
            )
        if not self.is_reported:
            return self.env._("No figure; the note says why.")
        lower, upper = indicator._get_targets()
        parts = rule.explain(
            lower, upper, self._get_figure(), indicator.polarity, before._get_before()
        )
        return "; ".join(
            filter(
                None,
                (
                    self._explain_figure(parts),
                    self._explain_polarity(),
                    self._explain_cap(parts),
                    self._explain_course(parts, before),
                ),
            )
        )

    def _get_before(self):
        return self._get_figure() if self else None

    def _explain_figure(self, parts):
        names = {
            "actual": format_figure(self.env, parts.actual),
            "target": self.indicator_id.target_label,
        }
        said = {
            "higher": self.env._("%(actual)s of %(target)s", **names),
            "lower": self.env._("%(actual)s, at most %(target)s", **names),
            "range": self.env._("%(actual)s, expected %(target)s", **names),
        }[self.indicator_id.polarity]
        if not self.show_achievement:
            return said
        return f"{said} = {self._format_percent(parts.percent)}"

    def _explain_polarity(self):
        return {
            "higher": self.env._("higher is better"),
            "lower": self.env._("lower is better"),
            "range": self.env._("within the range is best"),
        }[self.indicator_id.polarity]

    def _explain_cap(self, parts):
        if not parts.is_capped or not self.show_achievement:
            return None
        return self.env._(
            "not more than %(cap)s is counted", cap=self._format_percent(rule.CAP)
        )

    def _explain_course(self, parts, before):
        if not parts.direction or not self.show_achievement:
            return None
        names = {
            "interval": before.interval_id.display_name,
            "percent": self._format_percent(parts.before),
        }
        return {
            "up": self.env._("%(interval)s %(percent)s, up", **names),
            "same": self.env._("%(interval)s %(percent)s, unchanged", **names),
            "down": self.env._("%(interval)s %(percent)s, down", **names),
        }[parts.direction]

    @api.model
    def _format_percent(self, percent):
        return f"{format_figure(self.env, percent)}%"

    def _draw(self, earlier):
        """Return the bars as JSON for the small chart; False for fewer than two."""
        lines = [*earlier[1 - POINTS :], *(self if self.is_reported else ())]
        if len(lines) < 2 or self.indicator_id._is_qualitative():
            return False
        figures = [line._get_figure() for line in lines]
        heights = rule.bars(figures, POINTS)
        return json.dumps(
            [
                {
                    "label": line.interval_id.display_name,
                    "value": format_figure(self.env, figure),
                    "height": float(height),
                    "isNow": line == self,
                }
                for line, figure, height in zip(lines, figures, heights, strict=True)
            ]
        )
