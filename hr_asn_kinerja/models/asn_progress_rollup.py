# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from decimal import Decimal

from odoo import api, models
from odoo.tools import SQL


class AsnIndicatorSource(models.AbstractModel):
    """Daily progress as the source of indicators that the employee types."""

    _inherit = "asn.indicator.source"

    @api.model
    def _propose_manual(self, indicators, interval):
        """Propose what the entries of the interval come to; one query for all.

        Entries in another unit than that of the indicator are not counted, and the
        explanation says so. A target in words has no figure to propose.
        """
        counted = indicators.filtered(lambda line: not line._is_qualitative())
        proposals = {}
        for row in self._read_progress(counted, interval):
            indicator = counted.browse(row["indicator_id"])
            if row["entries"]:
                proposals[indicator.id] = (
                    Decimal(str(row[indicator.roll_up])),
                    self._explain_progress(indicator, row),
                )
        return proposals

    @api.model
    def _read_progress(self, indicators, interval):
        """Return a dict an indicator: entries, days, sum, mean, last, others."""
        if not indicators:
            return []
        progress = self.env["asn.progress"]
        progress.flush_model()
        indicators.flush_model(["unit"])
        self.env.cr.execute(
            SQL(
                """
                SELECT p.indicator_id,
                       count(*) FILTER (WHERE u.fits) AS entries,
                       count(DISTINCT p.date) FILTER (WHERE u.fits) AS days,
                       count(*) FILTER (WHERE NOT u.fits) AS others,
                       sum(p.quantity) FILTER (WHERE u.fits) AS sum,
                       round(avg(p.quantity) FILTER (WHERE u.fits), 4) AS mean,
                       (array_agg(p.quantity ORDER BY p.date DESC,
                                  COALESCE(p.start_time, 0) DESC,
                                  p.id DESC) FILTER (WHERE u.fits))[1] AS last
                  FROM asn_progress p
                  JOIN asn_skp_indicator i ON i.id = p.indicator_id
            CROSS JOIN LATERAL (
                       SELECT COALESCE(NULLIF(lower(trim(p.unit)), ''),
                                       lower(trim(i.unit)), '')
                              = COALESCE(NULLIF(lower(trim(i.unit)), ''),
                                         lower(trim(p.unit)), '') AS fits) u
                 WHERE p.indicator_id IN %s AND p.date BETWEEN %s AND %s
              GROUP BY p.indicator_id
                """,
                indicators._ids,
                interval.date_from,
                interval.date_to,
            )
        )
        return self.env.cr.dictfetchall()

    @api.model
    def _explain_progress(self, indicator, row):
        """Return the sentence that stands beside the proposed value."""
        figures = {"entries": row["entries"], "days": row["days"]}
        sentences = {
            "sum": self.env._(
                "%(entries)s entries on %(days)s days, added up", **figures
            ),
            "mean": self.env._("%(entries)s entries on %(days)s days, mean", **figures),
            "last": self.env._(
                "%(entries)s entries on %(days)s days, the last one", **figures
            ),
        }
        sentence = sentences[indicator.roll_up]
        if row["others"]:
            sentence = self.env._(
                "%(sentence)s; %(count)s entries in another unit are not counted",
                sentence=sentence,
                count=row["others"],
            )
        return sentence
