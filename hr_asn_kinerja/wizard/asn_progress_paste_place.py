# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.fields import Domain

from ..kinerja_rules.workflow import SKP_RUNNING


class AsnProgressPaste(models.TransientModel):
    """To which plan, result and action plan a pasted row belongs."""

    _inherit = "asn.progress.paste"

    def _get_place_finder(self):
        """Return a function: entry -> (values that say where it belongs, problem).

        Everything is read before, so that it costs no query a row.
        """
        self.ensure_one()
        skps = self.env["asn.skp"].search(
            Domain("employee_user_id", "=", self.env.uid)
            & Domain("company_id", "=", self.env.company.id)
            & Domain("state", "in", SKP_RUNNING),
            order="date_from desc",
        )
        named = {skp: self._get_named_places(skp) for skp in skps}
        reasons = self._get_reasons(skps)
        today = self.env["asn.period"]._today()
        default = self.result_id
        by_day = {}

        def find(entry):
            if entry.date not in by_day:
                by_day[entry.date] = self._find_day(skps, entry.date, today, reasons)
            skp, problem = by_day[entry.date]
            if problem:
                return {}, problem
            if not entry.plan:
                result = default if default.skp_id == skp else skp.result_ids[:1]
                return self._prepare_place(result), None
            return self._find_named(named[skp], entry)

        return find

    @api.model
    def _find_named(self, named, entry):
        """Return the place of a row that names an action plan or a result."""
        places = named.get(" ".join(entry.plan.casefold().split()))
        if not places:
            return {}, self.env._(
                "“%(value)s” is neither an action plan nor a result of your plan. "
                "Copy its text, or leave the cell empty.",
                value=entry.plan,
            )
        for interval, values in places:
            if not interval or interval.date_from <= entry.date <= interval.date_to:
                return values, None
        return {}, self.env._(
            "The action plan “%(value)s” belongs to another interval.",
            value=entry.plan,
        )

    def _find_day(self, skps, day, today, reasons):
        """Return (the plan that takes work of the day, why none does)."""
        if day > today:
            return None, self.env._(
                "Progress is written when the work is done. Choose today or an earlier "
                "day."
            )
        for skp in skps:
            if skp.date_from <= day <= skp.date_to and skp.result_ids:
                for interval in skp.period_id.interval_ids:
                    reason = reasons.get((skp.id, interval.id))
                    if reason and interval.date_from <= day <= interval.date_to:
                        return None, reason
                return skp, None
        return None, self.env._("You have no running plan for this day.")

    def _get_reasons(self, skps):
        """Return {(plan, interval): why nothing is written to it}."""
        return self.env["asn.progress"]._find_closed_intervals(
            skps, skps.period_id.interval_ids
        )

    def _get_named_places(self, skp):
        """Return {text of an action plan or result: [(interval or None, values)]}."""
        named = {}
        plans = self.env["asn.action.plan"].search([("skp_id", "=", skp.id)])
        for plan in plans.filtered("result_id.active"):
            values = {
                **self._prepare_place(plan.result_id),
                "action_plan_id": plan.id,
            }
            key = " ".join((plan.name or "").casefold().split())
            named.setdefault(key, []).append((plan.interval_id, values))
        for result in skp.result_ids:
            key = " ".join((result.name or "").casefold().split())
            named.setdefault(key, []).append((None, self._prepare_place(result)))
        return named

    def _prepare_place(self, result):
        """Return the values of a result; one with a single indicator takes that."""
        indicators = result.indicator_ids
        return {
            "result_id": result.id,
            **({"indicator_id": indicators.id} if len(indicators) == 1 else {}),
        }
