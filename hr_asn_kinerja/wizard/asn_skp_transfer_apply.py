# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.exceptions import AccessError

from ..models.asn_workflow_mixin import MANAGER_GROUP


class AsnSkpTransfer(models.TransientModel):
    """Doing what the preview says, in one transaction."""

    _inherit = "asn.skp.transfer"

    def _lock(self):
        """Lock the plan and make sure that the user carries out letters here."""
        plan = self._get_plan().sudo(False)
        if not plan:
            # the person was found under the user's own rules
            if not self.person_id and not self.env.user.has_group(MANAGER_GROUP):
                raise AccessError(self.env._("Choose somebody of your own units."))
            return
        plan.check_access("read")
        roles = plan._get_roles()[plan.id]
        if "employee" in roles or not roles & {"officer", "manager"}:
            raise AccessError(
                self.env._(
                    "Only the officer of the unit or the agency manager carries out "
                    "a change during the year, and nobody for themselves."
                )
            )
        # sudo: asn.skp - the lock needs no right
        plan.sudo().lock_for_update(allow_referencing=True)

    def _apply(self):
        """Close, make the new plan, pass the results; return the row that is kept."""
        plan = self._get_plan().sudo(False)
        values = {"summary": "\n".join(text for _icon, text in self._get_lines())}
        passed, receiver = [], plan.browse()
        if plan and self.is_closing:
            # sudo: asn.skp - the results are copied as they were agreed
            passed = plan.sudo()._prepare_passed_values() if self.successor_id else []
            receiver = self._get_receiver().sudo(False)
            values.update(self._close(plan))
        if self._is_new_plan():
            new_plan = self._make_plan(
                self._get_employee_sudo(), self.assessor_id, plan
            )
            values["next_skp_id"] = new_plan.id
        if self.is_acting:
            receiver = new_plan if self._is_new_plan() else plan
            passed = [self._prepare_acting(receiver)]
        if passed:
            values.update(self._get_ready(receiver, plan))
        event = self._record(plan, values)
        self._add_results(event, passed)
        return event

    def _close(self, plan):
        """End the plan and open its last evaluation; return what to keep of it."""
        day, before = self._get_old_day(), plan.sudo().date_to
        if plan.is_in_revision:
            plan._restore()
        plan._begin("transfer")
        plan._close_at(day, "transfer", note=self._get_note())
        evaluation, is_new = plan._open_closing_evaluation(day)
        return {
            "is_closing": True,
            "date_to_before": before,
            "evaluation_id": evaluation.id,
            "is_evaluation_new": is_new,
        }

    def _make_plan(self, employee, assessor, plan=None):
        """Return a new draft from the date on."""
        # sudo: asn.skp - plans of others are made by the flow; the right was checked
        plans_sudo = self.env["asn.skp"].sudo()
        is_own = plan and plan.sudo().employee_id.id == employee.id
        return plans_sudo.create(
            {
                "employee_id": employee.id,
                "period_id": self._get_new_period().id,
                "date_from": self.date,
                **({"assessor_id": assessor.id} if assessor else {}),
                "previous_id": plan.id if is_own else False,
                "duty": self.kind if self.is_acting else "main",
                **({"approach": plan.sudo().approach} if plan else {}),
            }
        ).sudo(False)

    def _prepare_acting(self, receiver):
        return receiver.sudo()._prepare_acting_values(
            self.acting_text.strip(), self.letter_number.strip()
        )

    def _get_ready(self, receiver, plan):
        """Make or open the plan that receives results; return what to keep of it."""
        if self.is_acting and self._is_new_plan():
            return {"receiver_skp_id": receiver.id, "is_receiver_new": True}
        if not receiver:
            receiver = self._make_plan(
                self.successor_id, self.env["hr.employee.public"], plan
            )
            return {"receiver_skp_id": receiver.id, "is_receiver_new": True}
        # sudo: asn.skp - the lock needs no right, and the plan may be of another unit
        receiver.sudo().lock_for_update(allow_referencing=True)
        return {
            "receiver_skp_id": receiver.id,
            "is_receiver_revised": receiver.sudo()._make_writable(self._get_note()),
        }

    def _record(self, plan, values):
        """Keep what happened."""
        employee = self._get_employee_sudo()
        # sudo: asn.skp.event - nobody may write here, only the flow adds
        return (
            self.env["asn.skp.event"]
            .sudo()
            .create(
                {
                    "skp_id": plan.id or values["next_skp_id"],
                    "employee_name": employee.name,
                    "kind": self.kind,
                    "date": self.date,
                    "letter_number": self.letter_number.strip(),
                    "user_id": self.env.uid,
                    **values,
                }
            )
            .sudo(False)
        )

    def _add_results(self, event, passed):
        # sudo: asn.skp.result - the flow writes into the draft of somebody else
        results_sudo = self.env["asn.skp.result"].sudo()
        results_sudo.create(
            [
                {
                    **values,
                    "skp_id": event.sudo().receiver_skp_id.id,
                    "event_id": event.id,
                }
                for values in passed
            ]
        )

    def _get_note(self):
        """Return the reason as it stands in the decisions."""
        labels = dict(self._fields["kind"]._description_selection(self.env))
        return f"{labels[self.kind]}, {self.letter_number.strip()}"
