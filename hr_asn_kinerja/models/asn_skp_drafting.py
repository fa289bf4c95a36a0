# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..kinerja_rules import drafting
from .asn_skp_part_mixin import UNTIL_AGREED


class AsnSkp(models.Model):
    """Faults of drafting, as sentences to author and assessor; they never block."""

    _inherit = "asn.skp"

    is_senior = fields.Boolean(
        string="Senior Official",
        compute="_compute_is_senior",
        help="High leadership (JPT) or the head of an independent unit: the results "
        "have a perspective.",
    )
    drafting_advice = fields.Text(
        compute="_compute_drafting_advice",
        help="What auditors often find in plans. It stops neither side.",
    )

    @api.depends("position_kind", "department_id", "employee_id")
    def _compute_is_senior(self):
        # sudo: hr.department - asks who heads the unit, tells nothing else
        for skp in self.sudo():
            unit = skp.department_id
            skp.is_senior = (skp.position_kind or "").startswith("jpt_") or (
                bool(unit) and not unit.parent_id and unit.manager_id == skp.employee_id
            )

    @api.depends(
        "state",
        "approach",
        "assessor_id",
        "date_from",
        "date_to",
        "leader_skp_id",
        "annex_ids.kind",
        "result_ids.name",
        "result_ids.kind",
        "result_ids.parent_id",
        "result_ids.perspective",
        "result_ids.indicator_ids.target_min",
        "result_ids.indicator_ids.target_max",
        "result_ids.indicator_ids.polarity",
        "result_ids.indicator_ids.unit",
        "result_ids.indicator_ids.target_text",
    )
    @api.depends_context("lang")
    def _compute_drafting_advice(self):
        for skp in self:
            # a plan that was never saved has no dates and no people yet
            is_drafted = skp.date_from and skp.state in UNTIL_AGREED
            faults = skp._find_faults() if is_drafted else ()
            lines = [skp._explain_fault(fault) for fault in faults]
            skp.drafting_advice = "\n".join(lines) or False

    def _find_faults(self):
        self.ensure_one()
        # sudo: hr.employee, asn.skp - compares the officials, shows no more of them
        skp_sudo = self.sudo()
        kinds = set(self.annex_ids.mapped("kind"))
        return drafting.find_faults(
            drafting.Plan(
                approach=self.approach,
                has_assessor=bool(skp_sudo.assessor_id),
                follows_superior=self._follows_superior(),
                in_period=skp_sudo.period_id.date_from <= self.date_from
                and self.date_to <= skp_sudo.period_id.date_to,
                leader_agreed=skp_sudo.leader_skp_id.state in ("agreed", "closed"),
                is_senior=self.is_senior,
                has_resources="resources" in kinds,
                has_accountability="accountability" in kinds,
                has_consequences="consequences" in kinds,
                results=tuple(map(self._describe_result, self.result_ids)),
            )
        )

    def _follows_superior(self):
        """Tell whether the assessor is the superior that HR knows."""
        # sudo: hr.employee - compares two officials
        skp_sudo = self.sudo()
        is_superior = skp_sudo.assessor_id == skp_sudo.employee_id.parent_id
        return is_superior or skp_sudo.assessor_corrected

    @api.model
    def _describe_result(self, result):
        # sudo: asn.skp.result - only whether it is linked
        return drafting.Result(
            result.name or "",
            result.kind,
            bool(result.sudo().parent_id),
            bool(result.perspective),
            tuple(
                drafting.Indicator(
                    *line._get_targets(), line.unit or "", line.target_text or ""
                )
                for line in result.indicator_ids
            ),
        )

    def _explain_fault(self, fault):
        """Return the fault as a sentence that says what to do."""
        sentence = self._get_fault_sentences()[fault.code]
        if fault.result is None:
            return sentence
        result = self.result_ids[fault.result]
        name = result.name
        if fault.indicator is not None:
            name = result.indicator_ids[fault.indicator].name
        return f"“{name}”: {sentence}"

    @api.model
    def _get_fault_sentences(self):
        return {
            "assessor_missing": self.env._(
                "There is no assessor yet. Ask the personnel office for your superior."
            ),
            "assessor_differs": self.env._(
                "The assessor is not the superior that the personnel records know."
            ),
            "period_differs": self.env._("The dates reach beyond the period."),
            "main_missing": self.env._("There is no main result yet."),
            "resources_missing": self.env._(
                "Annexes: write which resources are given (tools, people, budget)."
            ),
            "accountability_missing": self.env._(
                "Annexes: write how and how often is reported."
            ),
            "consequences_missing": self.env._(
                "Annexes: write what follows when the plan is met, and when not."
            ),
            "activity_wording": self.env._(
                "reads like an activity. Write what will have been achieved."
            ),
            "serves_nothing": self.env._("serves no result of the leader yet."),
            "perspective_missing": self.env._("has no perspective yet."),
            "indicator_missing": self.env._("has no indicator yet."),
            "target_missing": self.env._("has no target yet."),
            "unit_missing": self.env._("has no unit of measure yet."),
            "target_implausible": self.env._(
                "has a target that looks like a slip. Check it."
            ),
            "words_missing": self.env._(
                "tells no target yet. Write it as a sentence, with how it is measured."
            ),
        }
