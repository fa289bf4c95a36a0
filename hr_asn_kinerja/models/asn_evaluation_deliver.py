# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import AccessError, UserError, ValidationError

from .asn_job import BATCH

KIND = "evaluation_deliver"


class AsnEvaluation(models.Model):
    """Delivery of many evaluations: each is frozen or refused for itself."""

    _inherit = "asn.evaluation"

    def action_deliver(self):
        """Deliver one evaluation, or many: those that cannot be are told by name."""
        if len(self) < 2:
            return super().action_deliver()
        self.check_access("read")
        if len(self) > BATCH:
            return self._deliver_in_background()
        return self._tell_refused(self._deliver_each())

    def _deliver_in_background(self):
        """Queue the evaluations and show the job with its progress."""
        payloads = [
            (line.employee_name or "", {"evaluation_id": line.id}) for line in self
        ]
        jobs = self.env["asn.job"].with_company(self.company_id[:1])
        return jobs._start(
            KIND, self.env._("Deliver evaluations"), payloads
        )._get_action()

    def _deliver_each(self):
        """Deliver each in a savepoint; return [(name, why not)] of the others."""
        refused = []
        for evaluation in self.with_context(mail_notify_force_send=False):
            try:
                with self.env.cr.savepoint():
                    evaluation.action_deliver()
            except (AccessError, UserError, ValidationError) as error:
                refused.append((evaluation.employee_name or "", str(error)))
        return refused

    @api.model
    def _tell_refused(self, refused):
        """Return the message after a delivery of many."""
        message = self.env._("All evaluations have been delivered.")
        if refused:
            message = "\n".join(f"{name}: {reason}" for name, reason in refused)
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "warning" if refused else "success",
                "title": self.env._("Delivery"),
                "message": message,
                "sticky": bool(refused),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }
