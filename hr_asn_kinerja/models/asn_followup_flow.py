# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import AccessError, UserError


class AsnFollowup(models.Model):
    """How follow-ups begin, run and end."""

    _inherit = "asn.followup"

    @api.model
    def _make_for(self, evaluations_sudo):
        """Begin the follow-ups of evaluations that have just become final.

        :param evaluations_sudo: elevated, all of them final
        """
        # sudo: asn.followup - nobody makes one, the flow does
        followups_sudo = self.sudo()
        known = followups_sudo.search([("evaluation_id", "in", evaluations_sudo.ids)])
        todo = (evaluations_sudo - known.evaluation_id).filtered(
            lambda line: line.predicate and line._get_followup_kind()
        )
        years = self._get_years(todo)
        clocks = self._get_clocks(todo)
        return followups_sudo.create(
            [
                evaluation._prepare_followup_values(
                    clocks.get(evaluation.employee_id.id),
                    years.get(evaluation.employee_id.id, ()),
                )
                for evaluation in todo
            ]
        )

    @api.model
    def _get_years(self, evaluations_sudo):
        """Return {employee id: final annual evaluations, the newest first}."""
        found = evaluations_sudo.search(
            [
                ("employee_id", "in", evaluations_sudo.employee_id.ids),
                ("interval_id.kind", "=", "annual"),
                ("state", "=", "final"),
                ("predicate", "!=", False),
            ],
            order="interval_date_from desc, id desc",
        )
        years = {}
        for line in found:
            years.setdefault(line.employee_id.id, []).append(line)
        return years

    @api.model
    def _get_clocks(self, evaluations_sudo):
        """Return {employee id: the last time to improve that is not closed}."""
        # sudo: asn.followup - of these people only
        running = self.sudo().search(
            [
                ("employee_id", "in", evaluations_sudo.employee_id.ids),
                ("kind", "=", "improvement"),
                ("state", "!=", "closed"),
            ],
            order="due_on",
        )
        return {line.employee_id.id: line for line in running}

    def _begin(self):
        """Lock the follow-up and make sure that the user is its assessor."""
        self.ensure_one()
        self.check_access("read")
        # sudo: asn.followup - the lock needs no right
        self.sudo().lock_for_update(allow_referencing=True)
        self.invalidate_recordset(["state"])
        if not self._filter_mine():
            raise AccessError(
                self.env._("Only the assessor takes this step of the follow-up.")
            )

    def action_start(self):
        """Let the plan begin: from now on its dates are watched."""
        self._begin()
        if self.state != "draft":
            raise UserError(self.env._("This follow-up has begun already."))
        if self.kind != "suggestion" and not (self.goal or "").strip():
            raise UserError(
                self.env._("Write first what is to be different at the end: the goal.")
            )
        if not self.step_ids:
            raise UserError(self.env._("Add at least one step with its date first."))
        # sudo: asn.followup - the state only moves through the actions
        self.sudo().state = "running"
        self._sync_todos()
        self._tell_employee()

    def action_close(self):
        """End it with what was reached."""
        self._begin()
        self._check_open()
        if not self.outcome or not (self.conclusion or "").strip():
            raise UserError(
                self.env._(
                    "Choose the outcome and write a conclusion first, so that the "
                    "employee and your superior understand what was reached."
                )
            )
        # sudo: asn.followup - the state only moves through the actions
        self.sudo().write(
            {"state": "closed", "closed_on": self.env["asn.period"]._today()}
        )
        self._sync_todos()

    def _tell_employee(self):
        # sudo: asn.evaluation - the assessor need not follow it to tell the employee
        evaluation_sudo = self.evaluation_id.sudo()
        user = evaluation_sudo.employee_user_id
        if user:
            evaluation_sudo.message_notify(
                partner_ids=user.partner_id.ids,
                subject=self.display_name,
                body=self.env._(
                    "Your assessor has written a follow-up plan with dates. Read it "
                    "under My Performance, Follow-up."
                ),
            )
