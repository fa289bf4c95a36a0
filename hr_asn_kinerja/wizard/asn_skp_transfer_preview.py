# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.tools import format_date

from ..kinerja_rules import change


class AsnSkpTransfer(models.TransientModel):
    """What would happen, as sentences; and what stands in the way."""

    _inherit = "asn.skp.transfer"

    def _get_plan(self):
        """Return the plan that the event is about, elevated; perhaps none."""
        # sudo: asn.skp - found also where it is out of sight, then the user is told so
        plans_sudo = self.env["asn.skp"].sudo()
        chosen = self.skp_id._origin or self.skp_id
        if chosen:
            return plans_sudo.browse(chosen.id)
        employee, day = self._get_employee_sudo(), self._get_old_day()
        if not employee or not day:
            return plans_sudo
        return plans_sudo._find_running(employee, day)

    def _get_old_day(self):
        """Return the day on which the plan of now still holds."""
        return self.date and (
            change.last_day(self.date) if self.is_closing else self.date
        )

    def _get_new_period(self):
        """Return the open period that holds the date."""
        if not self.date:
            return self.env["asn.period"]
        return self.env["asn.period"].search(
            [
                ("company_id", "=", self.company_id.id),
                ("state", "=", "open"),
                ("date_from", "<=", self.date),
                ("date_to", ">=", self.date),
            ],
            limit=1,
        )

    def _get_receiver(self):
        """Return the successor's plan that runs then, elevated; perhaps none."""
        plans_sudo = self.env["asn.skp"].sudo()
        if not self.successor_id or not self.date:
            return plans_sudo
        return plans_sudo._find_running(self.successor_id, self.date)

    def _is_version_missing(self):
        """Return whether HR still has the old post on the day of a mutation."""
        employee, plan = self._get_employee_sudo(), self._get_plan()
        if not (employee and plan and self.date):
            return False
        if self.kind not in ("mutation", "promotion"):
            return False
        return self._get_post(employee) == (
            plan.department_id,
            plan.position_name or False,
            plan.position_kind or False,
        )

    def _get_post(self, employee):
        """Return unit, position and kind of the version of HR on the date."""
        version = employee._get_version(self.date)
        return (
            version.department_id,
            version.job_title or version.job_id.name or False,
            version.position_kind or False,
        )

    def _get_problems(self):
        """Return the sentences that say what has to be done first."""
        self.ensure_one()
        employee, plan = self._get_employee_sudo(), self._get_plan()
        if not employee:
            return [self.env._("Choose the employee.")]
        if employee.user_id == self.env.user:
            return [self.env._("Somebody else has to do this for your own plan.")]
        if not self.date:
            return [self.env._("Choose the day from which it is in effect.")]
        problems = self._get_plan_problems(plan)
        problems += self._get_form_problems(employee)
        if self.needs_version:
            problems.append(
                self.env._(
                    "The personnel records still have the old post on that day. Enter "
                    "the new post there first (a new version from %(day)s), then come "
                    "back.",
                    day=format_date(self.env, self.date),
                )
            )
        return problems

    def _get_form_problems(self, employee):
        """Return what is missing or wrong in the fields."""
        problems = []
        if not (self.letter_number or "").strip():
            problems.append(self.env._("Enter the number of the decree or letter."))
        if self._is_new_plan() and not self.assessor_id:
            problems.append(self.env._("Choose the new assessor."))
        if self._is_new_plan() and self.assessor_id.id == employee.id:
            problems.append(self.env._("Nobody can be their own assessor."))
        if self._is_new_plan() and not self._get_new_period():
            problems.append(
                self.env._("No open period holds that day, so no plan can be made.")
            )
        if (self.assessor_id | self.successor_id).filtered(lambda one: not one.active):
            problems.append(
                self.env._("This person is not in service in this agency any more.")
            )
        if self.is_acting and not (self.acting_text or "").strip():
            problems.append(self.env._("Write the result of the acting duty."))
        if self.is_closing and self.successor_id.id == employee.id:
            problems.append(self.env._("The successor has to be somebody else."))
        return problems

    def _get_plan_problems(self, plan):
        """Return why this plan cannot be changed now."""
        if not plan:
            is_needed = self.kind not in ("mutation", "promotion")
            sentence = self.env._("There is no running plan on that day.")
            return [sentence] if is_needed or not self.makes_plan else []
        # asked without sudo: an officer of another unit must not go on
        if not plan.sudo(False).has_access("read"):
            return [
                self.env._(
                    "The running plan belongs to another unit. Its officer or the "
                    "agency manager does this."
                )
            ]
        problems = []
        day = self._get_old_day()
        if not plan.date_from <= day <= plan.date_to:
            problems.append(
                self.env._(
                    "The plan runs from %(begin)s to %(end)s. Choose a day within it.",
                    begin=format_date(self.env, plan.date_from),
                    end=format_date(self.env, plan.date_to),
                )
            )
        if self.is_closing and plan.state != "agreed" and not plan.is_in_revision:
            problems.append(
                self.env._(
                    "The plan is in state “%(state)s”. Only an agreed plan is closed "
                    "and evaluated: let the assessor agree to it or cancel it first.",
                    state=plan._get_label("state"),
                )
            )
        if self.is_closing:
            later = plan._get_later_evaluations(day)
            written = later.filtered(lambda line: line._is_written())
            problems += [plan._explain_written(written)] if written else []
        return problems

    def _is_new_plan(self):
        """Return whether the employee gets another plan."""
        if self.is_acting:
            return self.acting_way == "second"
        return self.makes_plan
