# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import models

from ..kinerja_rules import followup as rule

#: Days in which the assessor writes the plan (practice, no regulation).
PLAN_DAYS = 14


class AsnEvaluation(models.Model):
    """What the follow-up takes from its evaluation."""

    _inherit = "asn.evaluation"

    def _get_followup_kind(self):
        """Return the kind of follow-up that the final predicate asks for, or None."""
        return rule.kind(self.predicate, annual=self.interval_id.kind == "annual")

    def _prepare_followup_values(self, clock, years):
        """Return the values of the follow-up of one elevated, final evaluation.

        :param clock: the time to improve of the same person that began last, or None
        :param years: their final annual evaluations, the newest first
        """
        self.ensure_one()
        kind, period = self._get_followup_kind(), self.interval_id.period_id
        today = period._today()
        if kind != "improvement" or (clock and clock.due_on < today):
            clock = None
        due_on = rule.months_later(today, period.guidance_months)
        if kind == "improvement":
            due_on = (
                clock.due_on
                if clock
                else rule.improvement_until(today, period.improvement_months)
            )
        plan_until = min(today + timedelta(days=PLAN_DAYS), due_on)
        version_sudo = self.employee_id._get_version(self.interval_id.date_to)
        return {
            "evaluation_id": self.id,
            "kind": kind,
            "predicate": self.predicate,
            "position_kind": self.skp_id.position_kind,
            "asn_kind": version_sudo.asn_kind,
            "date_from": today,
            "plan_until": plan_until,
            "due_on": due_on,
            "joined_id": clock.id if clock else False,
            "step_ids": [
                (0, 0, values)
                for values in self._prepare_steps(kind, plan_until, due_on, years)
            ],
        }

    def _prepare_steps(self, kind, plan_until, due_on, years):
        """Return the steps that are proposed; the assessor changes them freely."""
        # pylint: disable-next=context-overridden
        env = self.with_context(lang=self.env["asn.snapshot"]._get_language()).env
        if kind == "suggestion":
            texts = {
                "development": env._("Agree on a development activity"),
                "award": env._("Consider a proposal for an award"),
                "talent_pool": env._("Propose for the talent pool (succession group)"),
            }
            past = [
                line.predicate
                for line in years
                if line.interval_date_from <= self.interval_date_from
            ]
            after = self.interval_id.period_id.talent_after
            return [
                {"name": texts[key], "date": due_on, "responsible": "assessor"}
                for key in rule.suggestions(past, after)
            ]
        return [
            {
                "name": env._("Talk about the causes and agree on the plan"),
                "date": plan_until,
                "responsible": "assessor",
            },
            {
                "name": env._("Look at the progress together"),
                "date": rule.midway(plan_until, due_on),
                "responsible": "assessor",
            },
            {
                "name": env._("Report what was improved, with evidence"),
                "date": due_on,
                "responsible": "employee",
            },
        ]
