# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.exceptions import AccessError, LockError, UserError, ValidationError

REFUSALS = (AccessError, LockError, UserError, ValidationError)


class AsnAssessment(models.Model):
    """The whole team on one sheet: steps for all that were chosen."""

    # pylint: disable-next=consider-merging-classes-inherited
    _inherit = "asn.assessment"

    def action_rate_many(self):
        """Confirm the ratings of all that were chosen; tell what was refused."""
        return self._take_many("action_rate")

    def action_deliver_many(self):
        """Deliver all that were chosen; tell what was refused."""
        return self._take_many("action_deliver")

    def _take_many(self, method):
        """Take a step for each worksheet in a savepoint of its own."""
        self.check_access("read")
        refused = []
        for sheet in self:
            try:
                with self.env.cr.savepoint():
                    getattr(sheet, method)()
            except REFUSALS as error:
                refused.append(f"{sheet.employee_name}: {error.args[0]}")
        return self._tell_result(len(self) - len(refused), refused)

    def _tell_result(self, done, refused):
        message = self.env._("Done for %(count)s.", count=done)
        if refused:
            refusals = "\n".join(refused)
            message = self.env._(
                "Done for %(count)s, refused for %(refused)s:\n%(reasons)s",
                count=done,
                refused=len(refused),
                reasons=refusals,
            )
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "warning" if refused else "success",
                "message": message,
                "sticky": bool(refused),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }
