# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.tools import format_date


class AsnSkpTransfer(models.TransientModel):
    """The sentences of the preview, in the order in which things happen."""

    _inherit = "asn.skp.transfer"

    def _get_lines(self):
        """Return (icon, sentence) of everything that will happen."""
        plan = self._get_plan()
        lines = self._get_closing_lines(plan) if plan and self.is_closing else []
        if self._is_new_plan():
            lines.append(self._get_new_plan_line())
        if self.is_acting and self.acting_way == "additional":
            lines += self._get_receiver_lines(plan, [self.acting_text.strip()])
        if plan and self.is_closing:
            lines += self._get_passing_lines(plan)
        return lines

    def _get_closing_lines(self, plan):
        day = self._get_old_day()
        lines = []
        if plan.is_in_revision:
            lines.append(
                (
                    "undo",
                    self.env._(
                        "The revision that is being written is given up; the agreed "
                        "version holds."
                    ),
                )
            )
        lines.append(
            (
                "stop",
                self.env._(
                    "The plan of %(name)s ends on %(day)s.",
                    name=plan.employee_name,
                    day=format_date(self.env, day),
                ),
            )
        )
        return lines + self._get_evaluation_lines(plan, day)

    def _get_evaluation_lines(self, plan, day):
        """Return which evaluation closes the plan, and which are withdrawn."""
        lines = []
        interval = plan._get_closing_interval(day)
        if interval:
            lines.append(
                (
                    "check-square-o",
                    self.env._(
                        "%(assessor)s gives the closing evaluation, for %(interval)s.",
                        assessor=plan.assessor_name,
                        interval=interval.display_name,
                    ),
                )
            )
        later = plan._get_later_evaluations(day)
        if later:
            lines.append(
                (
                    "minus-square-o",
                    self.env._(
                        "Empty evaluations of a later time are withdrawn: %(names)s.",
                        names=", ".join(later.interval_id.mapped("display_name")),
                    ),
                )
            )
        return lines

    def _get_new_plan_line(self):
        unit, position, _kind = self._get_post(self._get_employee_sudo())
        return (
            "file-o",
            self.env._(
                "A new plan begins on %(day)s: %(position)s, %(unit)s; assessor "
                "%(assessor)s.",
                day=format_date(self.env, self.date),
                position=position or self.env._("position not entered"),
                unit=unit.name or self.env._("unit not entered"),
                assessor=self.assessor_id.name,
            ),
        )

    def _get_passing_lines(self, plan):
        passing = plan._get_passing_results()
        ending = plan.result_ids - passing
        lines = []
        if passing and self.successor_id:
            lines += self._get_receiver_lines(
                self._get_receiver(), passing.mapped("name")
            )
        elif passing:
            lines.append(
                (
                    "clock-o",
                    self.env._(
                        "Results of the organisation wait for a successor: %(names)s.",
                        names="; ".join(passing.mapped("name")),
                    ),
                )
            )
        if ending:
            lines.append(
                (
                    "times",
                    self.env._(
                        "Individual results end with the plan: %(names)s.",
                        names="; ".join(ending.mapped("name")),
                    ),
                )
            )
        return lines

    def _get_receiver_lines(self, plan, names):
        """Return what happens to the plan that receives results."""
        name = plan.employee_name or self.successor_id.name
        passing = self.env._(
            "Results that pass to %(name)s: %(results)s.",
            name=name,
            results="; ".join(names),
        )
        lines = [self._get_opening_line(plan, name), ("share", passing)]
        return [line for line in lines if line]

    def _get_opening_line(self, plan, name):
        """Return how the plan that receives results is made ready for them."""
        if not plan:
            sentence = self.env._(
                "%(name)s has no running plan: a draft is made from %(day)s.",
                name=name,
                day=format_date(self.env, self.date),
            )
            return ("file-o", sentence)
        if plan.state == "agreed":
            sentence = self.env._(
                "The agreed plan of %(name)s is opened for revision; it stays valid "
                "until the new version is agreed.",
                name=name,
            )
            return ("pencil", sentence)
        if plan.state == "draft":
            return None
        sentence = self.env._("The plan of %(name)s goes back to draft.", name=name)
        return ("pencil", sentence)
