# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..kinerja_rules import accumulation
from ..kinerja_rules.workflow import SKP_HOLDING

FUNCTIONAL = ("fungsional_keahlian", "fungsional_keterampilan")


class AsnEvaluation(models.Model):
    """What the conversion into credit takes from final evaluations."""

    _inherit = "asn.evaluation"

    def _make_consequences(self):
        result = super()._make_consequences()
        self.env["asn.credit"]._make_for(self)
        return result

    def _undo_consequences(self):
        result = super()._undo_consequences()
        # sudo: asn.credit - the conversion of a predicate that holds no longer
        lines_sudo = self.env["asn.credit"].sudo()
        lines_sudo.search([("evaluation_id", "in", self.ids)]).unlink()
        return result

    def _is_converted(self):
        """Return whether the agency converts this kind of evaluation."""
        is_annual = self.interval_id.kind == "annual"
        return is_annual == (self.interval_id.period_id.credit_basis == "annual")

    def _get_credit_spans(self):
        """Return {(employee id, period id): plans that held}, in one query."""
        # sudo: asn.skp - the dates of the plans of these people
        plans = self.env["asn.skp"].sudo()
        found = plans.search(
            [
                ("employee_id", "in", self.employee_id.ids),
                ("period_id", "in", self.interval_id.period_id.ids),
                ("state", "in", SKP_HOLDING),
            ],
            order="date_from",
        )
        spans = {}
        for plan in found:
            key = (plan.employee_id.id, plan.period_id.id)
            spans[key] = spans.get(key, plans) | plan
        return spans

    def _get_credit_months(self, spans):
        """Return {grade: last days of the months} spent in a functional position.

        The annual predicate holds for all plans of the year, that of an interval for
        its own plan alone.
        """
        interval, plans = self.interval_id, self.skp_id
        if interval.kind == "annual":
            key = (self.employee_id.id, interval.period_id.id)
            plans |= spans.get(key, plans)
        days = set()
        for plan in plans:
            begin = max(plan.date_from, interval.date_from)
            end = min(plan.date_to, interval.date_to)
            if begin <= end:
                days.update(accumulation.month_ends(begin, end))
        months = {}
        for day in sorted(days):
            version = self.employee_id._get_version(day)
            if version.position_kind in FUNCTIONAL and version.position_grade:
                months.setdefault(version.position_grade, []).append(day)
        return months
