# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.exceptions import AccessError, UserError

from .asn_feedback import OPEN_HOURS


class AsnFeedback(models.Model):
    """Mending and withdrawing what was just given, while its interval is open."""

    _inherit = "asn.feedback"

    def _check_access(self, operation):
        """After a day the giver writes no more; so neither the files of evidence."""
        result = super()._check_access(operation)
        if operation != "write" or self.env.su:
            return result
        closed = self if self._is_locked() else self._filter_closed()
        if not closed:
            return result
        forbidden = closed | (result[0] if result else self.browse())
        return forbidden, lambda: AccessError(self._get_closed_sentence())

    def _filter_closed(self):
        # sudo: asn.feedback - only who gave it and when is looked at
        return self.sudo().filtered(lambda line: not line.can_change).sudo(False)

    def _is_locked(self):
        try:
            self._check_unlocked()
        except UserError:
            return True
        return False

    def _get_closed_sentence(self):
        return self.env._(
            "Feedback can be mended or withdrawn by its giver for %(hours)s hours. "
            "Give another one to add something.",
            hours=OPEN_HOURS,
        )

    def _check_changeable(self):
        """Make sure that the user may still change it, and say why not."""
        self.check_access("read")
        self._check_unlocked()
        if not all(self.mapped("can_change")):
            raise UserError(self._get_closed_sentence())
        self.check_access("write")

    def action_withdraw(self):
        """Take back what one has just given."""
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
        # sudo: asn.feedback - only the days and the agency are looked at
        lines_sudo = self.sudo().filtered("date")
        if not lines_sudo:
            return
        days = lines_sudo.mapped("date")
        companies = lines_sudo.company_id.sudo(False)
        found = self._get_intervals(companies, min(days), max(days))
        # sudo: asn.period.interval - which of them the days lie in
        intervals = found.sudo().filtered(
            lambda interval: any(
                interval.date_from <= day <= interval.date_to for day in days
            )
        )
        intervals.sudo(False)._check_unlocked()

    def _check_results(self):
        self.result_id.check_access("read")
        for feedback in self:
            if feedback.result_id:
                self._check_result(feedback.result_id, feedback.employee_id.id)
