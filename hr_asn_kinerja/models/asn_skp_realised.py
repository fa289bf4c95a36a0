# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class AsnSkp(models.Model):
    """What a revision may not touch: that which was realised under the old text."""

    _inherit = "asn.skp"

    def _set_aside(self):
        """Give what is already evaluated its own copy, which no revision changes.

        The plan goes on with its lines, so that the team's links stay; the copies
        are out of the plan and carry the realisations of evaluations that have been
        handed in, or whose time is over.
        """
        today = self.period_id._today()
        # sudo: asn.evaluation - nothing is shown; the texts must not change under them
        evaluations_sudo = self.sudo().evaluation_ids.filtered(
            lambda line: line.state != "draft" or line.interval_id.date_to < today
        )
        realisations_sudo = evaluations_sudo.realisation_ids.filtered(
            lambda line: line.indicator_id.result_id.active
        )
        results_sudo = realisations_sudo.indicator_id.result_id
        copies = results_sudo.copy()
        twins = {}
        for result, copied in zip(results_sudo, copies, strict=True):
            lines = result.indicator_ids.sorted("id")
            twins.update(zip(lines, copied.indicator_ids.sorted("id"), strict=True))
        copies._mark_agreed()
        for indicator, lines in realisations_sudo.grouped("indicator_id").items():
            if indicator in twins:
                lines.indicator_id = twins[indicator]
        copies._take_out()

    def _follow_version(self):
        """Let evaluations that are open ask for what is agreed now."""
        today = self.period_id._today()
        evaluations = self.evaluation_ids.filtered(
            lambda line: line.state == "draft" and line.interval_id.date_to >= today
        )
        evaluations._sync_realisations()
        self._open_missed()

    def _open_missed(self):
        """Open what was opened for everybody else while this was in revision."""
        evaluations = self.env["asn.evaluation"]
        intervals = self.period_id.interval_ids.filtered(
            lambda interval: (
                interval.evaluation_count
                and interval not in self.evaluation_ids.interval_id
                and self.filtered_domain(evaluations._get_open_domain(interval))
            )
        )
        made = evaluations.create(
            [self._prepare_evaluation_values(interval) for interval in intervals]
        )
        made._make_parts()
