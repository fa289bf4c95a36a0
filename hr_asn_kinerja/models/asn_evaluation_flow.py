# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import logging

from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ..kinerja_rules import objection
from ..kinerja_rules import predicate as predicate_rule

_logger = logging.getLogger(__name__)


class AsnEvaluation(models.Model):
    """The steps of an evaluation, from realisation to delivery and its end."""

    _inherit = "asn.evaluation"

    def _get_allowed_verbs(self, roles):
        verbs = super()._get_allowed_verbs(roles)
        if self.acknowledged_on:
            return tuple(verb for verb in verbs if verb != "acknowledge")
        return verbs

    def _get_next_step(self, is_own):
        self.ensure_one()
        if is_own:
            return self._get_next_step_of_employee()
        if self.state == "draft":
            return self.env._(
                "Waiting for %(employee)s to fill in the realisations.",
                employee=self.employee_name or "",
            )
        if self.state in ("submitted", "rated"):
            return self.env._(
                "Waiting for %(assessor)s to rate and to deliver.",
                assessor=self.assessor_name or "",
            )
        return False

    def _get_next_step_of_employee(self):
        if self.state == "draft":
            return self.env._(
                "Fill in what you achieved, with evidence, and submit it to "
                "%(assessor)s for rating.",
                assessor=self.assessor_name or "",
            )
        if self.state in ("submitted", "rated"):
            return self.env._(
                "%(assessor)s is rating. You will be told as soon as the result is "
                "delivered.",
                assessor=self.assessor_name or "",
            )
        if self.state == "delivered" and not self.acknowledged_on:
            return self.env._(
                "Read your result, then confirm that you have received it. You may "
                "object until %(day)s.",
                day=format_date(self.env, self.objection_until),
            )
        return False

    def action_submit(self):
        """Hand the realisations in."""
        self._begin("submit")
        bare = self.realisation_ids.filtered(
            lambda line: not line.is_reported and not line.note
        )
        if bare:
            raise UserError(
                self.env._(
                    "Fill in the realisation, or write in a note why there is none: "
                    "%(names)s",
                    names=", ".join(bare.mapped("indicator_name")),
                )
            )
        self._finish("submit", {"return_note": False})
        self._ask(
            self.assessor_user_id,
            self.env._("Rate this evaluation"),
            official=self.assessor_id,
        )

    def action_return(self, note=None):
        """Give it back to the employee, with the reason."""
        self._begin("return")
        note = self._require_note(note)
        self._finish("return", {"return_note": note}, note=note)
        self._ask(
            self.employee_user_id, self.env._("Your evaluation was returned: revise it")
        )

    def action_rate(self):
        """Confirm the worksheet. The organisation's rating comes first."""
        self._begin("rate")
        self._require_unit_performance()
        # sudo: asn.assessment - whoever may rate may also read the worksheet
        self._get_assessment_sudo()._check_complete()
        self._finish("rate")

    def action_deliver(self):
        """Give the evaluation to the employee and freeze it."""
        self._begin("deliver")
        assessment_sudo = self._get_assessment_sudo()
        assessment_sudo._check_complete()
        period = self.interval_id.period_id
        today = period._today()
        self._refresh_people(
            max(
                min(today, self.interval_id.date_to, self.skp_id.date_to),
                self.skp_id.date_from,
            )
        )
        values = {
            "organisation_rating": self._require_unit_performance().rating,
            "result_rating": assessment_sudo.result_rating,
            "behaviour_rating": assessment_sudo.behaviour_rating,
            "predicate": predicate_rule.predicate(
                assessment_sudo.result_rating, assessment_sudo.behaviour_rating
            ),
            "recommendation": assessment_sudo.recommendation,
            "delivered_on": today,
            "objection_until": self._get_objection_until(period, today),
        }
        # sudo: frozen columns; written before the snapshot so that it holds them
        self.sudo().write(values)
        assessment_sudo._copy_behaviours()
        decision = self._finish(
            "deliver", snapshot=self.env["asn.snapshot"]._take(self, assessment_sudo)
        )
        # sudo: frozen column, the head of the chain as printed
        self.sudo().digest = decision.sudo().digest
        self._close_asks()
        self._tell_delivered()

    @api.model
    def _get_objection_until(self, period, received):
        """Return the last day to object, by the agency's own calendar."""
        days, count_working = period.objection_days, period.objection_working_days
        holidays = self.env["asn.holiday"]._get_dates_for(
            period.company_id, received, days
        )
        return objection.deadline(received, days, count_working, holidays)

    def action_acknowledge(self):
        """Confirm that it was received. The right to object stays."""
        self._begin("acknowledge")
        self._finish(
            "acknowledge", {"acknowledged_on": self.interval_id.period_id._today()}
        )

    def action_finalise(self):
        """Make it final when the days to object are over."""
        self._begin("finalise")
        today = self.interval_id.period_id._today()
        if self.objection_until and today <= self.objection_until:
            raise UserError(
                self.env._(
                    "The employee may still object until %(day)s.",
                    day=format_date(self.env, self.objection_until),
                )
            )
        self._finish("finalise")

    @api.model
    def _cron_finalise(self):
        """Finalise what nobody objected to, the day after the deadline."""
        waiting = self._read_group([("state", "=", "delivered")], ["company_id"])
        for (company,) in waiting:
            today = self.env["asn.period"].with_company(company)._today()
            due = self.search(
                [
                    ("company_id", "=", company.id),
                    ("state", "=", "delivered"),
                    ("objection_until", "<", today),
                ]
            )
            for evaluation in due:
                evaluation._finalise_or_log()
                self.env["ir.cron"]._commit_progress(1)

    def _finalise_or_log(self):
        """Finalise one; one that fails must not hold up the others."""
        try:
            with self.env.cr.savepoint():
                self._finish("finalise")
        except Exception:
            _logger.exception("Evaluation %s could not be made final", self.id)

    def _require_unit_performance(self):
        """Return the rating of the unit; nobody in it is rated before it stands."""
        found = self._find_unit_performance()
        if not found:
            raise UserError(
                self.env._(
                    "The performance of the unit %(unit)s has no approved rating for "
                    "this interval. It comes first: ask the head of the unit to "
                    "propose it.",
                    unit=self.unit_name or "",
                )
            )
        return found

    def _find_unit_performance(self):
        """Return the rating that holds for the unit of one evaluation, or none."""
        return self.env["asn.unit.performance"]._find_for(self)[self.id]

    def _get_assessment_sudo(self):
        """Return the worksheet, elevated: only steps of the assessor ask for it."""
        return (
            self.env["asn.assessment"].sudo().search([("evaluation_id", "=", self.id)])
        )

    def _tell_delivered(self):
        user = self.employee_user_id
        if user:
            # sudo: mail - the assessor need not follow the document to send it
            self.sudo().message_notify(
                partner_ids=user.partner_id.ids,
                subject=self.display_name,
                body=self.env._(
                    "Your evaluation has been delivered. Read it, then acknowledge it. "
                    "You may object until %(day)s.",
                    day=format_date(self.env, self.objection_until),
                ),
            )
