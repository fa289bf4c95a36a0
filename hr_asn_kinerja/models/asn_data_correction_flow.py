# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

from .asn_login_mixin import MANAGER


class AsnDataCorrection(models.Model):
    """The steps of a request, and who is told of each."""

    _inherit = "asn.data.correction"

    def action_send(self):
        """Confirm to the employee that the request is on its way."""
        self.ensure_one()
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._(
                    "Sent. You see the answer under My Data, My Corrections."
                ),
                "next": {"type": "ir.actions.act_window_close"},
            },
        }

    def action_fix(self):
        """The data were mended in HR."""
        self._answer("fixed")

    def action_refuse(self):
        """The data are right as they are; the answer says why."""
        for correction in self:
            if not (correction.answer or "").strip():
                raise UserError(
                    self.env._("Write an answer first: the employee wants to know why.")
                )
        self._answer("refused")

    def _answer(self, state):
        self.check_access("write")
        if any(correction.state != "open" for correction in self):
            raise UserError(
                self.env._("This request is answered already. Reload the page.")
            )
        # sudo: asn.data.correction - the state only changes through the actions
        corrections_sudo = self.sudo()
        corrections_sudo.write(
            {
                "state": state,
                "answered_by_id": self.env.uid,
                "answered_at": fields.Datetime.now(),
            }
        )
        corrections_sudo.activity_ids.unlink()
        corrections_sudo._plan_activities(
            self.env._("Your data correction is answered"),
            {line: line.employee_user_id for line in corrections_sudo},
        )

    def action_close(self):
        """The employee has read the answer; the request is at its end."""
        for correction in self:
            correction.check_access("read")
            if correction.employee_user_id != self.env.user:
                raise AccessError(
                    self.env._("Only the employee confirms to have read the answer.")
                )
            if correction.state == "open":
                raise UserError(self.env._("There is no answer yet to confirm."))
        # sudo: asn.data.correction - a column that only this action writes
        corrections_sudo = self.sudo().filtered(lambda line: not line.closed_at)
        corrections_sudo.closed_at = fields.Datetime.now()
        corrections_sudo.activity_ids.unlink()

    def action_open_employee(self):
        """Open the person: the record of HR for managers, else what they may see."""
        self.ensure_one()
        is_manager = self.env.user.has_group(MANAGER)
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.employee" if is_manager else "asn.person",
            "res_id": self.employee_id.id,
            "view_mode": "form",
        }

    def _tell_officers(self):
        """Plan an activity for the officers of the unit and the managers."""
        managers = self.env.ref(MANAGER).all_user_ids.filtered("active")
        officers = self._get_officers()
        self._plan_activities(
            self.env._("Correct the data of an employee"),
            {
                line: officers.get(line.department_id, managers.browse())
                | managers.filtered(
                    lambda user, line=line: line.company_id in user.company_ids
                )
                for line in self
            },
        )

    def _get_officers(self):
        """Return {unit: officers who serve it today}."""
        today = self.env["asn.period"]._today()
        scopes = self.env["asn.officer.scope"]
        scopes = scopes.search(
            Domain("department_id", "in", self.department_id.ids)
            & scopes._get_running_domain(today)
        )
        by_unit = scopes.grouped("department_id")
        return {unit: rows.user_id.filtered("active") for unit, rows in by_unit.items()}

    def _plan_activities(self, summary, users):
        """Make all activities at once, without mail: the bell is enough.

        They are due today, because the bell counts no later ones.
        """
        today = self.env["asn.period"]._today()
        kind = self.env.ref("mail.mail_activity_data_todo")
        model = self.env["ir.model"]._get(self._name)
        activities = self.env["mail.activity"].with_context(
            mail_activity_quick_update=True
        )
        activities.create(
            [
                {
                    "activity_type_id": kind.id,
                    "summary": summary,
                    "res_model_id": model.id,
                    "res_id": line.id,
                    "user_id": user.id,
                    "date_deadline": today,
                }
                for line, some in users.items()
                for user in some
            ]
        )
