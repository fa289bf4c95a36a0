# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from textwrap import shorten

from markupsafe import Markup

from odoo import api, fields, models

from ..kinerja_rules import drafting
from ..kinerja_rules.workflow import SKP_OPEN
from .asn_skp_terms import KINDS

SHOWN = 70


class AsnSkp(models.Model):
    """The faults that auditors find most, told while they can still be mended.

    They are advice: no step of the plan asks for them.
    """

    _inherit = "asn.skp"

    has_perspective = fields.Boolean(
        string="Results Have a Perspective",
        compute="_compute_has_perspective",
        help="Senior officials (JPT) and heads of units say from which side they look "
        "at a result.",
    )
    drafting_warnings = fields.Html(
        string="To Improve",
        compute="_compute_drafting_warnings",
        sanitize=False,
        help="What auditors often object to. It is advice and blocks nothing.",
    )
    drafting_warning_count = fields.Integer(
        string="Points to Improve", compute="_compute_drafting_warnings"
    )

    @api.depends("position_kind", "department_id.manager_id", "employee_id")
    def _compute_has_perspective(self):
        # sudo: hr.department - only whether the employee is its head
        for skp, skp_sudo in zip(self, self.sudo(), strict=True):
            head = skp_sudo.department_id.manager_id
            skp.has_perspective = skp._is_senior() or (
                bool(head) and head == skp_sudo.employee_id
            )

    def _is_senior(self):
        return (self.position_kind or "").startswith("jpt_")

    @api.depends(
        "state",
        "approach",
        "date_from",
        "date_to",
        "period_id.date_from",
        "period_id.date_to",
        "assessor_id",
        "employee_id.parent_id",
        "position_kind",
        "leader_skp_id.state",
        "result_ids.drafting_warnings",
        "result_ids.name",
        "result_ids.kind",
        "resource_ids",
        "accountability_ids",
        "consequence_ids",
    )
    @api.depends_context("lang")
    def _compute_drafting_warnings(self):
        for skp in self:
            # sudo: asn.skp - superior in HR and the leader's plan are compared only
            sentences = skp.sudo()._get_drafting_sentences()
            skp.drafting_warning_count = len(sentences)
            skp.drafting_warnings = sentences and Markup(
                "<ul class='mb-0 ps-3'>%s</ul>"
            ) % Markup().join(Markup("<li>%s</li>") % text for text in sentences)

    def _get_drafting_sentences(self):
        """Return the faults as sentences, those of the whole plan first."""
        if self.state not in SKP_OPEN:
            return []
        results = self.result_ids
        sentences = []
        for fault in drafting.plan_faults(self._get_drafting_plan()):
            if fault.result is None:
                sentences.append(self._get_drafting_sentence(fault.code))
                continue
            result = results[fault.result]
            line = result._get_drafting_line(fault)
            sentence = result._get_drafting_sentence(fault.code)
            sentences.append(f"“{shorten(line.name or '', SHOWN)}”: {sentence}")
        return sentences

    def _get_drafting_plan(self):
        """Return what the rules look at."""
        period = self.period_id
        # whom an officer set is right, whatever HR says
        corrected = self.assessor_corrected and self.assessor_id
        return drafting.Plan(
            approach=self.approach or "quantitative",
            date_from=self.date_from or period.date_from,
            date_to=self.date_to or period.date_to,
            period_from=period.date_from,
            period_to=period.date_to,
            assessor=self.assessor_id.id or None,
            superior_in_hr=(corrected or self.employee_id.parent_id).id or None,
            annexes=frozenset(kind for name, kind in KINDS.items() if self[name]),
            results=tuple(one._get_drafting_result() for one in self.result_ids),
            needs_perspective=self._is_senior(),
            has_leader_plan=self._is_leader_agreed(),
        )

    def _get_drafting_sentence(self, code):
        """Return the sentence of a fault of the whole plan."""
        return {
            "no_assessor": self.env._(
                "There is no assessor yet. Ask the personnel office to set the "
                "superior."
            ),
            "other_assessor": self.env._(
                "The assessor is not the superior in the personnel records. Make sure "
                "that this official may assess the plan."
            ),
            "wrong_period": self.env._(
                "The plan reaches beyond its period. Ask the personnel office to "
                "correct the dates."
            ),
            "no_main_result": self.env._(
                "There is no main result. Mark at least one result as main."
            ),
            "no_resources": self.env._(
                "The resource support is empty. Write what the work needs."
            ),
            "no_accountability": self.env._(
                "The accountability scheme is empty. Write when and how is reported."
            ),
            "no_consequences": self.env._(
                "The consequences are empty. Write what follows from reaching the "
                "results and from missing them."
            ),
        }[code]
