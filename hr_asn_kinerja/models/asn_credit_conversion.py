# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models

from ..kinerja_rules import credit


class AsnCredit(models.Model):
    """Conversion of final predicates into credit (PermenPANRB 1/2023 Pasal 36-37)."""

    _inherit = "asn.credit"

    @api.model
    def _make_for(self, evaluations_sudo):
        """Convert final evaluations of people in functional positions.

        :param evaluations_sudo: elevated, all of them final
        """
        # sudo: asn.credit - conversions are made by nobody but the flow
        credits_sudo = self.sudo()
        known = credits_sudo.search([("evaluation_id", "in", evaluations_sudo.ids)])
        todo = (evaluations_sudo - known.evaluation_id).filtered(
            lambda line: line.predicate and line._is_converted()
        )
        spans = todo._get_credit_spans()
        pieces = [
            (evaluation, grade, months)
            for evaluation in todo
            for grade, months in evaluation._get_credit_months(spans).items()
        ]
        keys = [(evaluation.employee_id, grade) for evaluation, grade, _ in pieces]
        accounts = self.env["asn.credit.account"]._find_or_make(keys)
        return credits_sudo.create(
            [
                {
                    **self._prepare_conversion_values(evaluation, grade, months),
                    "account_id": accounts[(evaluation.employee_id.id, grade)].id,
                }
                for evaluation, grade, months in pieces
            ]
        )

    @api.model
    def _prepare_conversion_values(self, evaluation, grade, month_ends):
        """Return the values of one conversion, its exact value as a fraction."""
        # linear in the months; a period may be longer than a year
        exact = credit.credit_exact(evaluation.predicate, grade, 1) * len(month_ends)
        return {
            "employee_id": evaluation.employee_id.id,
            "evaluation_id": evaluation.id,
            "kind": "conversion",
            "grade": grade,
            "date_from": month_ends[0].replace(day=1),
            "date_to": month_ends[-1],
            "months": len(month_ends),
            "predicate": evaluation.predicate,
            "share": credit.SHARE_PERCENT[evaluation.predicate],
            "coefficient": float(credit.coefficient(grade)),
            "exact": str(exact),
            "amount": float(credit.rounded(exact)),
        }
