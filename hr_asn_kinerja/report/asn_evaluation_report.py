# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError

from ..kinerja_rules import PREDICATES, distribution
from ..kinerja_rules import evaluation_form as form
from ..kinerja_rules.recap import PREDICATE_LABELS
from . import distribution_curve
from .asn_skp_words import ASPECTS, SECTIONS

# more at once would hold a server for minutes; the wizard prints them in parts
MAX_EVALUATIONS = 200
EMPTY = "-"
DOTS = "." * 24
INDICATOR = ("aspect", "name", "target", "sentence", "actual")
PEOPLE = (("name", "NAMA"), ("nip", "NIP"), ("rank", "PANGKAT/GOL. RUANG"))
PLACES = (("position", "JABATAN"), ("unit", "UNIT KERJA"))


class ReportAsnEvaluation(models.AbstractModel):
    """The forms F5 (evaluation) and F6 (its cover), in Indonesian whoever prints."""

    _inherit = "report.hr_asn_kinerja.report_asn_evaluation"
    _is_feedback = False

    @api.model
    def _get_report_values(self, docids, data=None):
        evaluations = self.env["asn.evaluation"].browse(docids).exists()
        if not evaluations:
            raise UserError(
                self.env._("There is no evaluation to print. Choose some first.")
            )
        if len(evaluations) > MAX_EVALUATIONS:
            raise UserError(
                self.env._(
                    "These are %(count)s evaluations; at most %(most)s are printed at "
                    "once. Choose fewer, or use “Print Evaluations of a Unit”.",
                    count=len(evaluations),
                    most=MAX_EVALUATIONS,
                )
            )
        evaluations.check_access("read")
        self.env["asn.read.log"]._note(evaluations)
        contents = self._get_contents(evaluations)
        feedback = evaluations._get_feedback_lines()
        curves = self._get_curves(evaluations, contents)
        return {
            "doc_ids": evaluations.ids,
            "doc_model": "asn.evaluation",
            "docs": evaluations,
            "pages": [
                {
                    **self._get_page(
                        evaluation,
                        feedback.get(evaluation.id, {}),
                        *contents[evaluation.id],
                    ),
                    "curve": curves[evaluation.id],
                }
                for evaluation in evaluations
            ],
        }

    @api.model
    def _get_page(self, evaluation, feedback, content, links, is_draft):
        """Return all texts of one person's forms."""
        # sudo: asn.skp - which layout it is, nothing of the plan is shown from here
        skp_sudo = evaluation.sudo().skp_id
        has_perspective = any(one.get("perspective") for one in content["results"])
        titles = form.evaluation_titles(
            skp_sudo.approach,
            skp_sudo.position_kind or None,
            has_perspective,
            self._is_feedback,
        )
        interval = content["interval"]
        first, last = map(fields.Date.to_date, (interval["from"], interval["to"]))
        objection = None if is_draft else evaluation._get_objection_blocks(links)
        plans = self.env["report.hr_asn_kinerja.report_asn_skp"]
        delivered = plans._get_day(fields.Date.to_date(content.get("delivered_on")))
        return {
            "titles": titles,
            "is_qualitative": skp_sudo.approach == "qualitative",
            "heading": form.period_words(interval["kind"], first.month),
            "agency": content["agency"],
            "period": plans._get_span(first, last),
            "mark": "KONSEP" if is_draft else "",
            "people": self._get_people(content),
            "sections": self._get_sections(content, feedback),
            "feedback": feedback.get("", []),
            "behaviours": self._get_behaviours(content),
            "ratings": self._get_ratings(content),
            "recommendation": content.get("recommendation") or EMPTY,
            "objection": objection,
            "numbers": form.signature_numbers(bool(objection)),
            "place": evaluation.company_id.city or DOTS,
            "date": DOTS if is_draft else delivered,
            "received": plans._get_day(evaluation.acknowledged_on),
            "check": self._get_check(links),
        }

    @api.model
    def _get_check(self, links):
        """Return the head of what was frozen, as it stands below the paper."""
        if not links:
            return None
        head, _content = links[-1]
        if not head.number:
            # frozen before evaluations had a number
            return {"number": EMPTY, "digest": head.digest, "url": "", "code": ""}
        return self.env["report.hr_asn_kinerja.report_asn_skp"]._get_check(head)

    @api.model
    def _get_people(self, content):
        """Return {role: [(label, value)]} of the three officials."""
        nip = self.env["hr.employee"]._format_nip
        return {
            role: [
                (label, (nip(person[key]) if key == "nip" else person[key]) or EMPTY)
                for key, label in (*PEOPLE, *PLACES)
            ]
            for role, person in content["people"].items()
        }

    @api.model
    def _get_sections(self, content, feedback):
        return [
            (
                heading,
                [
                    self._get_result(number, result, feedback)
                    for number, result in enumerate(
                        (one for one in content["results"] if one["kind"] == kind), 1
                    )
                ],
            )
            for kind, heading in SECTIONS
        ]

    @api.model
    def _get_result(self, number, result, feedback):
        return {
            "number": number,
            "name": result["name"],
            "leader": result.get("leader_result") or EMPTY,
            "assigned_by": result.get("assigned_by") or "",
            "feedback": feedback.get(result["name"], []),
            "indicators": [self._get_indicator(line) for line in result["indicators"]]
            or [
                dict.fromkeys(("aspect", "name", "target", "sentence", "actual"), EMPTY)
            ],
        }

    @api.model
    def _get_indicator(self, line):
        actual, target = line["actual"], line["target"]
        figure = actual.replace(".", ",") if actual is not None else ""
        files = ", ".join(file["name"] for file in line["evidence"])
        parts = (figure, line["note"], f"Bukti dukung: {files}" if files else "")
        return {
            "aspect": ASPECTS.get(line["aspect"], EMPTY),
            "name": line["name"],
            "target": target or EMPTY,
            "sentence": f"{line['name']}: {target}" if target else line["name"],
            "actual": "\n".join(filter(None, parts)) or EMPTY,
        }

    @api.model
    def _get_behaviours(self, content):
        """Return the core values; ratings only where the snapshot holds them."""
        return [
            {
                "number": number,
                "name": line["name"],
                "indicators": line["indicators"],
                "expectation": line["expectation"],
                "rating": "" if self._is_feedback else self._get_label(line),
                "feedback": line.get("feedback") or "",
            }
            for number, line in enumerate(content.get("behaviours", ()), 1)
        ]

    @api.model
    def _get_label(self, line):
        """Return the printed rating of one value, whichever shape it was frozen in."""
        rating = line.get("rating") or ""
        return rating.get("label", "") if isinstance(rating, dict) else rating

    @api.model
    def _get_ratings(self, content):
        return {
            name: (rating.get("label") or EMPTY).upper()
            for name, rating in content["ratings"].items()
        }

    @api.model
    def _get_curves(self, evaluations, contents):
        """Return {evaluation id: the pattern that follows from the unit's rating}."""
        patterns = {
            company: self._get_patterns(company) for company in evaluations.company_id
        }
        # the form begins with the worst
        keys = PREDICATES[::-1]
        labels = [PREDICATE_LABELS[key].title() for key in keys]
        curves = {}
        for evaluation in evaluations:
            ratings = contents[evaluation.id][0]["ratings"]
            heights = patterns[evaluation.company_id].get(
                ratings["organisation_rating"]["key"]
            )
            curves[evaluation.id] = heights and distribution_curve.draw(
                [heights[key] for key in keys], labels
            )
        return curves

    @api.model
    def _get_patterns(self, company):
        """Return {rating of a unit: {predicate: height}}, those of the agency first."""
        usual = {
            rating: dict(zip(PREDICATES, heights, strict=True))
            for rating, heights in distribution.HEIGHTS.items()
        }
        patterns = self.env["asn.distribution.pattern"]
        return {**usual, **patterns._get_patterns(company)}
