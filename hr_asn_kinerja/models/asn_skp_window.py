# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools import format_date

from ..kinerja_rules import window


class AsnSkp(models.Model):
    """Until when a plan is submitted, and the permission to do it later."""

    _inherit = "asn.skp"

    allowed_until = fields.Date(
        readonly=True,
        copy=False,
        help="Until when an officer has allowed to submit this plan late.",
    )
    days_late = fields.Integer(
        readonly=True,
        copy=False,
        help="So many days after the last day it was submitted for the first time.",
    )
    submit_until = fields.Date(
        compute="_compute_submit_until", help="Last day to submit this plan."
    )
    is_late = fields.Boolean(
        string="Late",
        compute="_compute_submit_until",
        help="It has not been submitted and the last day is over.",
    )

    @api.depends(
        "allowed_until",
        "date_from",
        "is_in_revision",
        "period_id.date_from",
        "period_id.plan_days",
        "period_id.plan_until",
        "state",
    )
    def _compute_submit_until(self):
        begins = self._get_begins()
        for skp in self:
            # sudo: asn.period - the days of the window, for everybody
            period = skp.period_id.sudo()
            skp.submit_until = bool(skp.date_from and period) and window.last_day(
                period.plan_until or None,
                period.date_from,
                max(skp.date_from, begins.get(skp.employee_id.id) or skp.date_from),
                period.plan_days,
                skp.allowed_until or None,
            )
            # while it is revised the agreed version holds
            is_awaited = skp.state == "draft" and not skp.is_in_revision
            skp.is_late = is_awaited and bool(skp._get_days_late())

    def _get_begins(self):
        """Return {employee: first day in office}, as far as HR knows."""
        # sudo: hr.version - the first day only
        versions_sudo = self.env["hr.version"].sudo().with_context(active_test=False)
        # plans that begin with their period are those whose owner may have come later
        rows = versions_sudo._read_group(
            [("employee_id", "in", self.employee_id.ids)],
            ["employee_id"],
            ["date_version:min"],
        )
        return {employee.id: begin for employee, begin in rows}

    def _get_days_late(self):
        self.ensure_one()
        return window.days_late(self.period_id._today(), self.submit_until or None)

    def _needs_permission(self):
        """Return whether only an officer can open the way to submission."""
        # sudo: asn.period - the rule of the agency, for everybody
        refused = self.period_id.sudo().late_rule == "refuse"
        return refused and self.is_late and not self._was_submitted()

    def _was_submitted(self):
        """Return whether it was handed in before: then it only comes back."""
        # sudo: asn.decision - asks whether there is one
        return "submit" in self.sudo().decision_ids.mapped("verb")

    def _begin(self, verb):
        result = super()._begin(verb)
        if verb == "submit" and not self._was_submitted():
            self._check_window()
        return result

    def _check_window(self):
        """Refuse what comes outside the days for plans, with the way out."""
        # sudo: asn.period - the days of the window, for everybody
        period_sudo = self.period_id.sudo()
        first, last = period_sudo.plan_from or None, self.submit_until or None
        today, rule = period_sudo._today(), period_sudo.late_rule
        reason = window.refusal(today, first, last, rule)
        if reason == "early":
            raise UserError(
                self.env._(
                    "Plans are submitted from %(day)s. Go on writing; nothing is lost.",
                    day=format_date(self.env, first),
                )
            )
        if reason:
            raise UserError(
                self.env._(
                    "The last day to submit plans was %(day)s. Ask the performance "
                    "officer of your unit to allow it, then submit again.",
                    day=format_date(self.env, last),
                )
            )

    def _finish(self, verb, values=None, note=None, snapshot=None):
        if verb == "submit" and not self._was_submitted():
            values = {**(values or {}), "days_late": self._get_days_late()}
        return super()._finish(verb, values, note, snapshot)

    def _get_next_step(self, is_own):
        sentence = super()._get_next_step(is_own)
        hint = self.state == "draft" and self._get_window_hint()
        return f"{sentence} {hint}" if sentence and hint else sentence

    def _get_window_hint(self):
        """Return the days left, or that the last day is over and what to do."""
        if not self.submit_until or self._was_submitted():
            return False
        late = self._get_days_late()
        values = {
            "day": format_date(self.env, self.submit_until),
            "days": late or (self.submit_until - self.period_id._today()).days,
        }
        if not late:
            return self.env._("Last day: %(day)s, %(days)s days left.", **values)
        # sudo: asn.period - the rule of the agency, for everybody
        if self.period_id.sudo().late_rule == "mark":
            return self.env._(
                "The last day was %(day)s; it will be marked %(days)s days late.",
                **values,
            )
        return self.env._(
            "The last day was %(day)s: the performance officer of the unit has to "
            "allow the submission.",
            **values,
        )

    def action_allow_late(self, until, reason):
        """Let this plan be submitted after the last day, until another one.

        :param until: the new last day, today or later
        :param reason: kept with the decision
        """
        self._require_one()
        self._begin_act("allow_late")
        reason = self._require_note(reason)
        until = self._parse_day(until)
        today = self.period_id._today()
        if not until or not today <= until <= self.date_to:
            raise ValidationError(
                self.env._(
                    "Choose a day from today until %(day)s, the end of the plan.",
                    day=format_date(self.env, self.date_to),
                )
            )
        # sudo: asn.skp - a closed column; the act was checked
        self.sudo().allowed_until = until
        self._record_act("allow_late", f"{format_date(self.env, until)}: {reason}")
        self._ask_next()
