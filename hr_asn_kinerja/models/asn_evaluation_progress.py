# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from decimal import Decimal

from markupsafe import Markup

from odoo import fields, models
from odoo.fields import Domain
from odoo.tools import format_date

from .asn_skp_indicator import format_figure

SHOWN = 5


class AsnEvaluation(models.Model):
    """Daily progress beside the rating."""

    _inherit = "asn.evaluation"

    progress_count = fields.Integer(
        string="Entries of Progress", compute="_compute_progress_count"
    )

    def _get_progress_domain(self):
        self.ensure_one()
        interval = self.interval_id
        return (
            Domain("skp_id", "=", self.skp_id.id)
            & Domain("date", ">=", interval.date_from)
            & Domain("date", "<=", interval.date_to)
        )

    def _compute_progress_count(self):
        """Count by day, so that all evaluations of a list cost one query."""
        by_skp = {}
        for skp, day, count in self.env["asn.progress"]._read_group(
            [("skp_id", "in", self.skp_id.ids)], ["skp_id", "date:day"], ["__count"]
        ):
            by_skp.setdefault(skp, []).append((day, count))
        for evaluation in self:
            interval = evaluation.interval_id
            evaluation.progress_count = sum(
                count
                for day, count in by_skp.get(evaluation.skp_id, ())
                if interval.date_from <= day <= interval.date_to
            )

    def action_open_progress(self):
        """Open the daily progress of the interval."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "hr_asn_kinerja.asn_progress_action_of"
        )
        domain = list(self._get_progress_domain())
        return {**action, "domain": domain, "context": {"create": False}}

    def _get_evidence_sections(self):
        sections = super()._get_evidence_sections()
        body = self._get_progress_section()
        if body:
            sections.append((20, self.env._("Daily Progress"), body))
        return sections

    def _get_progress_section(self):
        """Return entries and days per result and the last entries; None when empty."""
        progress, domain = self.env["asn.progress"], self._get_progress_domain()
        groups = progress._read_group(
            domain, ["result_id"], ["__count", "date:count_distinct"]
        )
        if not groups:
            return None
        [(entries, days)] = progress._read_group(
            domain, [], ["__count", "date:count_distinct"]
        )
        summary = self.env._(
            "%(entries)s entries on %(days)s days", entries=entries, days=days
        )
        rows = Markup().join(
            Markup("<li>%s: %s</li>")
            % (
                result.display_name,
                self.env._(
                    "%(entries)s entries on %(days)s days", entries=own, days=on
                ),
            )
            for result, own, on in groups
        )
        latest = Markup().join(
            map(self._get_progress_row, progress.search(domain, limit=SHOWN))
        )
        return Markup("<p>%s</p><ul>%s</ul><p>%s</p><ul>%s</ul>") % (
            summary,
            rows,
            self.env._("The last entries:"),
            latest,
        )

    def _get_progress_row(self, entry):
        quantity = format_figure(self.env, Decimal(str(entry.quantity)))
        return Markup(
            '<li><a href="/odoo/m-asn.progress/%s">%s: %s</a> (%s %s)</li>'
        ) % (
            entry.id,
            format_date(self.env, entry.date),
            entry.display_name,
            quantity,
            entry.unit or "",
        )
