# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError

from ..models.asn_evaluation import DELIVERED_STATES

RATINGS = ("organisation_rating", "result_rating", "behaviour_rating", "predicate")


class ReportAsnEvaluation(models.AbstractModel):
    """Where the content of a printed evaluation comes from.

    After delivery it is the frozen snapshot and nothing else. Before, only those who
    read the worksheet get a draft, with its ratings, in the same shape.
    """

    _name = "report.hr_asn_kinerja.report_asn_evaluation"
    _description = "Printed Evaluation"

    @api.model
    def _get_contents(self, evaluations):
        """Return {evaluation id: (content, links, is_draft)}.

        :raises UserError: one is not delivered, and the user does not read its sheet
        """
        papers = self.env["asn.decision"]._get_papers(evaluations)
        delivered = evaluations.filtered(lambda line: line.state in DELIVERED_STATES)
        drafts = self._get_drafts(evaluations - delivered)
        contents = {}
        for evaluation in evaluations:
            links = papers.get(evaluation.id, [])
            frozen = [
                content
                for _link, content in links
                if content.get("document") == "evaluation"
            ]
            if evaluation in delivered and frozen:
                contents[evaluation.id] = (frozen[-1], links, False)
            elif evaluation in delivered:
                raise UserError(
                    self.env._(
                        "What was delivered to %(name)s is no longer kept, so it "
                        "cannot be printed.",
                        name=evaluation.employee_name or "",
                    )
                )
            else:
                contents[evaluation.id] = (drafts[evaluation.id], [], True)
        return contents

    @api.model
    def _get_drafts(self, evaluations):
        """Return {evaluation id: content} of what is not delivered yet."""
        if not evaluations:
            return {}
        sheets = self._get_worksheets(evaluations)
        # sudo: asn.unit.performance - the figure is printed on every evaluation
        ratings_sudo = self.env["asn.unit.performance"].sudo()
        performances = ratings_sudo._find_for(evaluations)
        none = self.env["asn.assessment"]
        return {
            evaluation.id: self._get_draft(
                evaluation,
                sheets.get(evaluation.id, none),
                performances.get(evaluation.id, ratings_sudo),
            )
            for evaluation in evaluations
        }

    @api.model
    def _get_worksheets(self, evaluations):
        """Return {evaluation id: worksheet} with the rights of the user, of all."""
        found = self.env["asn.assessment"].search(
            [("evaluation_id", "in", evaluations.ids)]
        )
        sheets = {sheet.evaluation_id.id: sheet for sheet in found}
        hidden = evaluations.filtered(lambda line: line.id not in sheets)
        if hidden:
            raise UserError(
                self.env._(
                    "These evaluations can be printed once they are delivered: "
                    "%(names)s",
                    names=", ".join(hidden.mapped("display_name")[:5]),
                )
            )
        return sheets

    @api.model
    def _get_draft(self, evaluation, sheet, performance):
        """Return the content of a draft in the shape of a snapshot."""
        snapshot = self.env["asn.snapshot"]
        lang = snapshot._get_language()
        # sudo: asn.skp - the parts of the plan; that it may be read was checked before
        document = evaluation.sudo().with_context(lang=lang)
        interval = document.interval_id
        return {
            "agency": document.company_id.name,
            "interval": {
                "kind": interval.kind,
                "from": fields.Date.to_string(interval.date_from),
                "to": fields.Date.to_string(interval.date_to),
            },
            "people": snapshot._get_people(document),
            "ratings": self._get_draft_ratings(sheet, performance, lang),
            "recommendation": sheet.recommendation or "",
            "results": snapshot._get_results(document),
            "behaviours": snapshot._get_behaviours(document),
        }

    @api.model
    def _get_draft_ratings(self, sheet, performance, lang):
        holders = {"organisation_rating": (performance, "rating")}
        ratings = {}
        for name in RATINGS:
            record, column = holders.get(name, (sheet, name))
            record = record.with_context(lang=lang)
            labels = dict(record._fields[column]._description_selection(record.env))
            key = record[column] or None
            ratings[name] = {"key": key, "label": labels.get(key, "")}
        return ratings
