# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.exceptions import UserError

from ..kinerja_rules.workflow import SKP_WAITING


class AsnSkp(models.Model):
    """The steps of a plan, and who is asked to take the next one."""

    _inherit = "asn.skp"

    def _get_next_step(self, is_own):
        self.ensure_one()
        names = {
            "employee": self.employee_name or "",
            "assessor": self.assessor_name or self.env._("the assessor"),
        }
        if self.state == "draft" and is_own:
            return self.env._(
                "Write your results and how they are measured, then submit the plan to "
                "%(assessor)s for agreement.",
                **names,
            )
        if self.state == "draft":
            return self.env._("%(employee)s is writing this plan.", **names)
        if self.state in SKP_WAITING:
            if "agree" in self.allowed_actions.split(","):
                return self.env._(
                    "Read the plan, then agree to it or return it with a note."
                )
            return self.env._("Waiting for %(assessor)s to agree.", **names)
        return False

    def action_submit(self):
        """Hand the plan in to the assessor."""
        self._begin("submit")
        self._take_assessor_from_hr()
        self._check_complete()
        self._finish("submit", {"return_note": False})
        self._ask_next()

    def action_review(self):
        """Note that the performance officer has looked through the plan."""
        self._begin("review")
        self._finish("review")
        if self._is_review_required():
            self._ask_next()

    def action_return(self, note=None):
        """Give the plan back to the employee, with the reason."""
        self._begin("return")
        note = self._require_note(note)
        self._finish("return", {"return_note": note}, note=note)
        self._ask_next()

    def action_agree(self):
        """Agree: the plan holds, and its people are frozen as they are now."""
        self._begin("agree")
        today = self.period_id._today()
        self._refresh_people(self._get_version_date(self.period_id, self.date_from))
        self._finish("agree", {"agreed_on": today, "return_note": False})
        self._close_asks()
        self._notify(self.employee_user_id, self.env._("Your plan has been agreed."))

    def action_cancel(self):
        """Withdraw a plan that was never agreed."""
        self._begin("cancel")
        self._withdraw()

    def _withdraw(self, note=None):
        self._finish("cancel", note=note)
        self._close_asks()

    def _take_assessor_from_hr(self):
        """Follow a superior who was corrected in HR while this was a draft."""
        # sudo: hr.employee - the plan takes its people from HR whoever submits it
        employee_sudo = self.sudo().employee_id
        assessor = employee_sudo.parent_id
        superior = assessor.parent_id
        known = (self.sudo().assessor_id, self.sudo().superior_id)
        if (assessor, superior) == known:
            return
        values = self._get_people_values(
            employee_sudo,
            assessor,
            superior,
            self._get_version_date(self.period_id, self.date_from),
        )
        # sudo: asn.skp - people are columns that the user may not write
        self.sudo().write(values)
        if assessor != known[0]:
            self.sudo().message_unsubscribe(known[0].user_id.partner_id.ids)
            self.sudo()._forget_leader()
            self.sudo()._link_leader()

    def _check_complete(self):
        """Tell what is missing before the assessor has to."""
        if not self.assessor_id:
            raise UserError(
                self.env._(
                    "You have no assessor yet. Ask the personnel office to set your "
                    "superior, then submit again."
                )
            )
        if "main" not in self.result_ids.mapped("kind"):
            raise UserError(
                self.env._("Write at least one main result before you submit.")
            )
        bare = self.result_ids.filtered(lambda result: not result.indicator_ids)
        if bare:
            raise UserError(
                self.env._(
                    "Each result needs an indicator. Without one so far: %(names)s",
                    names=", ".join(bare.mapped("name")),
                )
            )

    def _notify(self, user, body):
        if user:
            # sudo: mail.thread - the sender need not be a follower
            self.sudo().message_notify(
                partner_ids=user.partner_id.ids, body=body, subject=self.display_name
            )
