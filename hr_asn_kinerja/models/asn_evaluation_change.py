# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.fields import Domain


class AsnEvaluation(models.Model):
    """How evaluations follow a plan that is revised or closed during the year."""

    _inherit = "asn.evaluation"

    def action_return(self, note=None):
        """What was agreed while it was with the assessor is asked for now."""
        result = super().action_return(note)
        if self.interval_id.date_to >= self.interval_id.period_id._today():
            # sudo: asn.indicator.realisation - lines are only made by the flow
            self.sudo()._sync_realisations()
        return result

    @api.model
    def _get_held_domain(self, interval):
        """A closed plan is evaluated for its own time.

        The year as a whole is judged on the last plan of the year alone.
        """
        closed = Domain("state", "=", "closed")
        if interval.kind == "annual":
            # sudo: asn.skp - which plans are followed by another one
            later_sudo = self.env["asn.skp"].sudo()
            later_sudo = later_sudo.search(
                [
                    ("period_id", "=", interval.period_id.id),
                    ("previous_id.period_id", "=", interval.period_id.id),
                    ("state", "!=", "cancelled"),
                ]
            )
            closed &= Domain("id", "not in", later_sudo.previous_id.ids)
        return super()._get_held_domain(interval) | closed

    def _sync_realisations(self):
        """Ask for indicators that are new, and no longer for what was taken out."""
        asked = self.realisation_ids
        gone = asked.filtered(
            lambda line: not (
                line.indicator_id.active and line.indicator_id.result_id.active
            )
        )
        gone.filtered(lambda line: not line._is_written()).unlink()
        realisations = asked.create(
            [
                {
                    "evaluation_id": evaluation.id,
                    "indicator_id": indicator.id,
                    "interval_id": evaluation.interval_id.id,
                }
                for evaluation in self
                for indicator in evaluation.skp_id.result_ids.indicator_ids
                - evaluation.realisation_ids.indicator_id
            ]
        )
        realisations._propose()

    def _is_written(self):
        """Return whether anybody has done anything in this evaluation."""
        self.ensure_one()
        return bool(
            self.state != "draft"
            or self.employee_note
            or self.decision_ids
            or any(line._is_written() for line in self.realisation_ids)
        )
