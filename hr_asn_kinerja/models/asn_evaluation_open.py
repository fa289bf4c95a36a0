# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models

from ..tools.bulk_rows import get_columns, insert_rows


class AsnEvaluation(models.Model):
    """Evaluations of many plans at once, with one statement for each table.

    The rows are those that `create` would make, which is not called here: another
    part of an evaluation is added by extending `_make_parts`.
    """

    _inherit = "asn.evaluation"

    @api.model
    def _insert_opened(self, interval, skps):
        """Insert the evaluations of plans that have none in the interval; elevated."""
        logins = ["employee_user_id", "assessor_user_id", "superior_user_id"]
        rows = skps._read_format(logins, load=None)
        return insert_rows(
            self,
            [
                {
                    **skp._prepare_evaluation_values(interval),
                    **{name: row[name] for name in logins},
                    "interval_date_from": interval.date_from,
                }
                for skp, row in zip(skps, rows, strict=True)
            ],
        )

    def _make_parts(self):
        """Make the worksheet and one realisation for each indicator, in two batches."""
        self._insert_worksheets()
        for interval, evaluations in self.grouped("interval_id").items():
            evaluations._insert_realisations(interval)

    def _insert_worksheets(self):
        """Insert the empty worksheets; what they store of the evaluation is copied."""
        worksheets = self.env["asn.assessment"]
        insert_rows(worksheets, list(self._get_copies(worksheets).values()))

    def _get_copies(self, model):
        """Return {evaluation id: what a part of it stores of the evaluation}."""
        copied = {
            name: field.related.removeprefix("evaluation_id.")
            for name, field in get_columns(model).items()
            if field.related
            and field.related.removeprefix("evaluation_id.").isidentifier()
        }
        rows = self._read_format(sorted(set(copied.values())), load=None)
        return {
            row["id"]: {
                "evaluation_id": row["id"],
                **{name: row[source] for name, source in copied.items()},
            }
            for row in rows
        }

    def _insert_realisations(self, interval):
        """Insert a line for each indicator, with what the sources propose for it."""
        indicators = self.skp_id.result_ids.indicator_ids
        proposals = self.env["asn.indicator.source"]._propose(indicators, interval)
        nothing = (None, False)
        insert_rows(
            self.env["asn.indicator.realisation"],
            [
                {
                    "evaluation_id": evaluation.id,
                    "indicator_id": indicator.id,
                    "interval_id": interval.id,
                    "company_id": evaluation.company_id.id,
                    "has_proposal": value is not None,
                    "proposed_value": float(value or 0),
                    "proposal_note": explanation,
                }
                for evaluation in self
                for indicator in evaluation.skp_id.result_ids.indicator_ids
                for value, explanation in [proposals.get(indicator.id, nothing)]
            ],
        )
