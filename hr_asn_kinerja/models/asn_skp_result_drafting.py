# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from decimal import Decimal
from textwrap import shorten

from odoo import api, fields, models

from ..kinerja_rules import drafting
from ..kinerja_rules.workflow import SKP_OPEN
from .asn_skp_drafting import SHOWN


class AsnSkpResult(models.Model):
    """What auditors would say about one result, as advice."""

    _inherit = "asn.skp.result"

    drafting_warnings = fields.Text(
        string="To Improve",
        compute="_compute_drafting_warnings",
        help="What auditors often object to. It is advice and blocks nothing.",
    )

    @api.depends(
        "name",
        "kind",
        "perspective",
        "parent_id",
        "skp_id.state",
        "skp_id.approach",
        "skp_id.position_kind",
        "skp_id.leader_skp_id.state",
        "indicator_ids.name",
        "indicator_ids.target_min",
        "indicator_ids.target_max",
        "indicator_ids.unit",
        "indicator_ids.polarity",
        "indicator_ids.target_text",
    )
    @api.depends_context("lang")
    def _compute_drafting_warnings(self):
        for result in self:
            # sudo: asn.skp - the leader's plan is looked at, not shown
            sentences = result.sudo()._get_drafting_sentences()
            result.drafting_warnings = "\n".join(sentences)

    def _get_drafting_sentences(self):
        skp = self.skp_id
        if skp.state not in SKP_OPEN or not self.name:
            return []
        sentences = []
        for fault in drafting.result_faults(
            self._get_drafting_result(),
            skp.approach or "quantitative",
            skp._is_senior(),
            skp._is_leader_agreed(),
        ):
            line = self._get_drafting_line(fault)
            sentence = self._get_drafting_sentence(fault.code)
            if line != self:
                sentence = f"“{shorten(line.name or '', SHOWN)}”: {sentence}"
            sentences.append(sentence)
        return sentences

    def _get_drafting_result(self):
        """Return what the rules look at."""
        return drafting.Result(
            name=self.name or "",
            kind=self.kind or "main",
            indicators=tuple(
                drafting.Indicator(
                    Decimal(str(line.target_min)),
                    Decimal(str(line.target_max)),
                    line.unit or "",
                    line.polarity or "higher",
                    line.target_text or "",
                )
                for line in self.indicator_ids
            ),
            is_linked=bool(self.parent_id),
            has_perspective=bool(self.perspective),
        )

    def _get_drafting_line(self, fault):
        """Return the result or the indicator that a fault is about."""
        if fault.indicator is None:
            return self
        return self.indicator_ids[fault.indicator]

    def _get_drafting_sentence(self, code):
        """Return the sentence of a fault of a result or of an indicator."""
        return {
            "activity": self.env._(
                "This tells an activity. Write what is achieved by it, for example "
                "“Tersusunnya …” instead of “Menyusun …”."
            ),
            "not_linked": self.env._(
                "It serves no result of the leader yet. Choose the one it serves."
            ),
            "no_perspective": self.env._("Choose the perspective of this result."),
            "no_indicator": self.env._(
                "There is no indicator. Write how the result is measured."
            ),
            "no_target": self.env._("The target is missing or zero. Fill it in."),
            "no_unit": self.env._("The target has no unit of measure. Fill it in."),
            "absurd_percentage": self.env._(
                "The target is far above 100 percent. Check the figure and the unit."
            ),
            "absurd_figure": self.env._(
                "The target is very large. Check the figure and the unit."
            ),
            "no_words": self.env._(
                "The target is not told yet. Write it as a sentence."
            ),
        }[code]
