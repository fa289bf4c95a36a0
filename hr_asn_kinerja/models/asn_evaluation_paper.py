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
        lang = self.env["asn.snapshot"]._get_language()
        interval = self.with_context(lang=lang).interval_id.display_name
        name = f"Evaluasi {interval} - {self.employee_name or ''}"
        return " ".join(UNSAFE.sub(" ", name).split())[:NAME_LENGTH].strip(" .-")

    def _get_feedback_lines(self):
        """Return {evaluation id: {text of a result: [what was said]}}.

        What is about the work as a whole stands below "". Runs with the rights of the
        reader; a hook for whoever keeps feedback in another way.
        """
        feedback = self.env["asn.feedback"]
        labels = dict(feedback._fields["emoticon"]._description_selection(self.env))
        said = {}
        for evaluation_id, lines in feedback._get_for_evaluations(self).items():
            by_result = said.setdefault(evaluation_id, {})
            for line in lines:
                # a printer has no font for the picture before the words
                sign = labels.get(line.emoticon, "").partition(" ")[2]
                words = ". ".join(filter(None, (sign, line.words)))
                by_result.setdefault(line.result_name or "", []).append(
                    f"{words} ({line.giver_name or ''})"
                )
        return said

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
            return self._get_open_objection()
        last = decided[-1]
        return (
            self._join_reasons(last.get("reasons")),
            last.get("explanation") or "-",
            self._join_verdict(last),
        )

    def _get_open_objection(self):
        """Return the blocks of an objection that is not decided, None without one."""
        if self.state != "objected":
            return None
        objection = self.env["asn.objection"].search(
            [("evaluation_id", "=", self.id), ("state", "!=", "withdrawn")],
            order="id desc",
            limit=1,
        )
        reasons = {key: objection[f"{key}_reason"] for key in REASONS}
        return self._join_reasons(reasons), objection.explanation or "-", "-"

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
