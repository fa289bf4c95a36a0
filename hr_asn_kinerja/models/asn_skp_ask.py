# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.fields import Domain

from ..kinerja_rules.workflow import SKP_WAITING


class AsnSkp(models.Model):
    """Who must act next on a plan: one to-do for each of them, until it is done."""

    _inherit = "asn.skp"

    def _ask_next(self):
        """Leave the to-dos that the state asks for, and no others."""
        # sudo: asn.skp - who the assessors are, also where the sender may not read
        assessors = self.sudo().assessor_id
        deputies = self.env["asn.delegation"]._get_deputies(assessors)
        officers = self._get_officers()
        todos = []
        # sudo: asn.skp - who the people are, also where the sender may not read
        for skp in self.sudo():
            summary = skp._get_ask_summary()
            if summary:
                users = skp._get_next_users(deputies, officers)
                todos.append((skp, users, summary))
        self._ask_each(todos)

    def _get_next_users(self, deputies, officers):
        """Return the users who may take the next step of one plan."""
        if self.state == "draft":
            return self.employee_user_id
        if self._waits_for_review():
            return officers.get(self.department_id, self.env["res.users"])
        return self.assessor_user_id | deputies.get(
            self.assessor_id, self.env["res.users"]
        )

    def _get_ask_summary(self):
        """Return what the next person has to do; False where nothing waits."""
        if self.state == "draft" and self.return_note:
            return self.env._("Your plan was returned: revise it")
        if self.state == "draft":
            return self.env._("Write and submit your plan")
        if self._waits_for_review():
            return self.env._("Review this plan")
        if self.state in SKP_WAITING:
            return self.env._("Agree to or return this plan")
        return False

    def _get_ask_deadline(self):
        """Return the last day of the window, and today once it is over."""
        today = self.period_id._today()
        return max(self.submit_until or today, today)

    def _get_officers(self):
        """Return {unit: users who serve it today}."""
        scopes = self.env["asn.officer.scope"]
        # sudo: asn.officer.scope - who serves the unit, to ask them
        scopes_sudo = scopes.sudo().search(
            scopes._get_running_domain(self.env["asn.period"]._today())
            & Domain("department_id", "in", self.department_id.ids)
        )
        return {
            unit: rows.user_id.sudo(False)
            for unit, rows in scopes_sudo.grouped("department_id").items()
        }

    def _waits_for_review(self):
        """Return whether the officer has to look at it before the assessor agrees."""
        return self.state == "submitted" and self._is_review_required()
