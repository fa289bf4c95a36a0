# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.exceptions import UserError

from .asn_feedback import OPEN_HOURS


class AsnFeedback(models.Model):
    """Mending and withdrawing what was just given, while its interval is open."""

    _inherit = "asn.feedback"

    def _check_changeable(self):
        self._check_unlocked()
        if not all(self.mapped("can_change")):
            raise UserError(
                self.env._(
                    "Feedback can be mended or withdrawn by its giver for %(hours)s "
                    "hours. Give another one to add something.",
                    hours=OPEN_HOURS,
                )
            )

    def action_withdraw(self):
        """Take back what one has just given."""
        self.check_access("write")
        self._check_changeable()
        # sudo: asn.feedback, ir.attachment - the giver's own, within the first day
        feedbacks_sudo = self.sudo()
        feedbacks_sudo.evidence_ids.unlink()
        feedbacks_sudo.unlink()
        return {
            **self.env["ir.actions.act_window"]._for_xml_id(
                "hr_asn_kinerja.asn_feedback_action_given"
            ),
            "target": "main",
        }

    def _check_unlocked(self):
        """Refuse changes of what belongs to intervals that no longer change."""
        if not self:
            return
        days = self.mapped("date")
        intervals = self._get_intervals(self.company_id, min(days), max(days))
        intervals.filtered(
            lambda interval: any(
                interval.date_from <= day <= interval.date_to for day in days
            )
        )._check_unlocked()

    def _check_results(self):
        self.result_id.check_access("read")
        for feedback in self:
            if feedback.result_id:
                self._check_result(feedback.result_id, feedback.employee_id.id)
