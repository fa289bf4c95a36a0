# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from .asn_skp_paper import NAME_LENGTH, UNSAFE

REASONS = {
    "result": "Hasil kerja",
    "behaviour": "Perilaku kerja",
    "other": "Lainnya",
}


class AsnEvaluation(models.Model):
    """What an evaluation needs on paper; other parts fill the hooks."""

    _inherit = "asn.evaluation"

    def _get_print_name(self):
        """Return the name of the file: what it is, the interval and the person."""
        self.ensure_one()
        interval = self.with_context(lang="id_ID").interval_id.display_name
        name = f"Evaluasi {interval} - {self.employee_name or ''}"
        return " ".join(UNSAFE.sub(" ", name).split())[:NAME_LENGTH].strip(" .-")

    def _get_feedback_lines(self):
        """Return {text of a result, "" for the work as a whole: [what was said]}.

        Runs with the rights of the reader; a hook for whoever keeps feedback.
        """
        self.ensure_one()
        return {}

    def _get_objection_blocks(self, links):
        """Return the texts of the blocks 6 to 8, None where nobody objected.

        :param links: [(decision, content)] of what was frozen of this evaluation
        :return: (objection, explanation of the assessor, decision of the superior)
        """
        self.ensure_one()
        decided = [
            content
            for _decision, content in links
            if content.get("document") == "objection"
        ]
        if not decided:
            return None
        last = decided[-1]
        return (
            self._join_reasons(last.get("reasons")),
            last.get("explanation") or "-",
            self._join_verdict(last),
        )

    def _join_reasons(self, reasons):
        if not isinstance(reasons, dict):
            return str(reasons or "-")
        lines = [
            f"{REASONS.get(key, key)}: {text}" for key, text in reasons.items() if text
        ]
        return "\n".join(lines) or "-"

    def _join_verdict(self, content):
        """Return the decision as lines: what holds now, why, by whom."""
        after = content.get("after") or {}
        titles = {
            "result_rating": "Rating hasil kerja",
            "behaviour_rating": "Rating perilaku kerja",
            "predicate": "Predikat kinerja",
        }
        lines = [
            f"{title}: {after[name]['label']}"
            for name, title in titles.items()
            if after.get(name, {}).get("label")
        ]
        lines += filter(None, (content.get("decision_reason"),))
        return "\n".join(lines) or "-"
