# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from decimal import Decimal

from odoo import api, models
from odoo.tools import SQL

from ..kinerja_rules import closing
from .asn_skp_indicator import format_figure


class AsnIndicatorSource(models.AbstractModel):
    """What the months or quarters of a year say about its annual evaluation.

    It is advice: the year is judged as a whole, and the employee confirms each figure.
    """

    _inherit = "asn.indicator.source"

    @api.model
    def _propose(self, indicators, interval):
        proposals = super()._propose(indicators, interval)
        if interval.kind != "annual" or not indicators:
            return proposals
        years = self._propose_from_intervals(indicators, interval)
        for indicator in indicators.filtered(lambda one: one.id in years):
            proposed = proposals.get(indicator.id, (None, ""))[0]
            if indicator.source == "manual" or proposed is None:
                proposals[indicator.id] = years[indicator.id]
        return proposals

    @api.model
    def _propose_from_intervals(self, indicators, interval):
        """Return {indicator id: (Decimal, explanation)} from what was handed in."""
        figures, shown = {}, {}
        for indicator_id, value in self._read_reported(indicators, interval):
            figures.setdefault(indicator_id, []).append(Decimal(str(value)))
        proposals = {}
        for indicator in indicators.filtered(lambda one: one.id in figures):
            found = figures[indicator.id]
            way, value = closing.annual_figure(found, indicator.aspect, indicator.unit)
            for figure in found:
                if figure not in shown:
                    shown[figure] = format_figure(self.env, figure)
            words = [shown[figure] for figure in found]
            proposals[indicator.id] = (value, self._explain_year(way, words))
        return proposals

    @api.model
    def _explain_year(self, way, figures):
        if way == "sum":
            return self.env._(
                "Sum of what was reported in %(count)s intervals: %(figures)s",
                count=len(figures),
                figures=" + ".join(figures),
            )
        return self.env._(
            "Last of what was reported in %(count)s intervals: %(figures)s",
            count=len(figures),
            figures="; ".join(figures),
        )

    @api.model
    def _read_reported(self, indicators, interval):
        """Return (indicator id, value) in the order of the intervals of the year."""
        self.env.flush_all()
        # the figures of the same plans for which the lines are made
        self.env.cr.execute(
            SQL(
                """
                SELECT r.indicator_id, r.value
                  FROM asn_indicator_realisation r
                  JOIN asn_period_interval i ON i.id = r.interval_id
                  JOIN asn_evaluation e ON e.id = r.evaluation_id
                 WHERE r.indicator_id IN %(indicators)s AND r.is_reported
                   AND i.period_id = %(period)s AND i.kind <> 'annual'
                   AND e.state <> 'draft'
              ORDER BY i.date_from, i.id
                """,
                indicators=tuple(indicators.ids),
                period=interval.period_id.id,
            )
        )
        return self.env.cr.fetchall()
