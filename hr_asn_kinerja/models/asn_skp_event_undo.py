# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import AccessError, UserError


class AsnSkpEvent(models.Model):
    """Taking a change back, as long as nobody has built on it."""

    _inherit = "asn.skp.event"

    @api.depends("undone_on", "next_skp_id.state", "receiver_skp_id.state")
    @api.depends_context("uid")
    def _compute_can_undo(self):
        # sudo: asn.skp - whether anything was written, nothing of what
        for event in self:
            event.can_undo = (
                event._is_decided_by_me() and not event.sudo()._get_obstacle()
            )

    def action_undo(self):
        """Bring the plans back to how they were; the row stays and says so."""
        self.ensure_one()
        self.check_access("read")
        if not self._is_decided_by_me():
            raise AccessError(
                self.env._("Only the officer of the unit or the agency manager undoes.")
            )
        # sudo: asn.skp, asn.evaluation - the right was checked, the rest is the flow
        self.sudo().skp_id.lock_for_update(allow_referencing=True)
        obstacle = self.sudo()._get_obstacle()
        if obstacle:
            raise UserError(obstacle)
        self._undo_receiver()
        plan = self.sudo().next_skp_id - self.sudo().receiver_skp_id
        if plan:
            plan._withdraw(self.letter_number)
        if self.is_closing:
            self._undo_closing()
        self.sudo().write(
            {
                "undone_on": self.sudo().skp_id.period_id._today(),
                "undone_by_id": self.env.uid,
            }
        )

    def _undo_receiver(self):
        # sudo: asn.skp - the plan may be out of the officer's sight
        plan = self.sudo().receiver_skp_id
        if not plan:
            return
        if self.is_receiver_new:
            plan._withdraw(self.letter_number)
            return
        self.sudo().result_ids.unlink()
        if self.is_receiver_revised:
            plan._restore()

    def _undo_closing(self):
        plan = self.skp_id
        plan._begin("reopen")
        if self.is_evaluation_new:
            self.sudo().evaluation_id.unlink()
        plan._finish(
            "reopen", {"date_to": self.date_to_before}, note=self.letter_number
        )

    def _is_decided_by_me(self):
        """Officers of the unit and agency managers, but nobody on their own matter."""
        self.ensure_one()
        # sudo: asn.skp - the roles towards the plan, also where it cannot be read
        roles = self.sudo().skp_id.sudo(False)._get_roles()[self.sudo().skp_id.id]
        return "employee" not in roles and bool(roles & {"officer", "manager"})

    def _get_obstacle(self):
        """Return why it can no longer be undone, or False."""
        self.ensure_one()
        if self.undone_on:
            return self.env._("This has already been undone.")
        if self.skp_id.period_id.state != "open":
            return self.env._(
                "The period is closed, so nothing in it changes any more."
            )
        next_plan = self.next_skp_id
        if next_plan and (next_plan.state != "draft" or self._is_built_on(next_plan)):
            return self.env._(
                "Something has already been written into the next plan, so this stays."
            )
        if self.receiver_skp_id and self._is_received():
            return self.env._(
                "%(name)s has already worked on the results that passed, so this "
                "stays.",
                name=self.receiver_skp_id.employee_name,
            )
        if self.is_evaluation_new and self.evaluation_id._is_written():
            return self.env._(
                "The closing evaluation has already been filled in, so this stays."
            )
        return False

    def _is_built_on(self, plan):
        """Return whether a plan holds lines that did not come with this event."""
        return any(
            line.create_uid != self.user_id or line.write_uid != self.user_id
            for name in plan._get_plan_parts()
            for line in plan[name]
        )

    def _is_received(self):
        """Return whether anybody has touched what passed to the other plan."""
        plan = self.receiver_skp_id
        if plan.state != "draft":
            return True
        lines = self.result_ids
        touched = [*lines, *lines.indicator_ids]
        if len(lines) != len(lines.exists()) or any(
            line.write_uid != self.user_id for line in touched
        ):
            return True
        if self.is_receiver_new:
            return bool(plan.result_ids - lines)
        return self.is_receiver_revised and plan._differs_from_version(lines)
