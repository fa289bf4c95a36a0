# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..kinerja_rules import followup as rule


class AsnFollowup(models.Model):
    """What a follow-up tells its readers: the measures of the law, and what is late."""

    _inherit = "asn.followup"

    measures = fields.Text(
        string="What the Regulation Provides", compute="_compute_measures"
    )
    days_left = fields.Integer(compute="_compute_days_left")
    is_late = fields.Boolean(
        string="Late", compute="_compute_days_left", search="_search_is_late"
    )

    @api.depends("predicate", "position_kind", "asn_kind")
    @api.depends_context("lang")
    def _compute_measures(self):
        sentences = self._get_measure_sentences()
        for followup in self:
            keys = followup.predicate and rule.measures(
                followup.predicate,
                followup.position_kind or None,
                followup.asn_kind or None,
            )
            followup.measures = "\n".join(sentences[key] for key in keys or ())

    @api.model
    def _get_measure_sentences(self):
        """Return the sentence of each key of `kinerja_rules.followup.measures`."""
        return {
            "guidance": self.env._(
                "The assessor gives guidance and agrees dates for it."
            ),
            "improve": self.env._(
                "PP 30/2019 gives six months to improve the performance."
            ),
            "competence_test": self.env._(
                "Without improvement the competence test is taken again."
            ),
            "move_or_lower": self.env._(
                "Then the official may be moved or placed in a lower position."
            ),
            "temporary": self.env._(
                "If no position is free, a temporary placement lasts at most a year."
            ),
            "dismissal": self.env._(
                "After that an honourable dismissal is possible. The authorised "
                "official decides."
            ),
            "end_contract": self.env._(
                "Without improvement the contract of a PPPK may end. The authorised "
                "official decides."
            ),
        }

    @api.depends("due_on", "state")
    def _compute_days_left(self):
        today = self.env["asn.period"]._today()
        for followup in self:
            is_open = followup.state != "closed" and bool(followup.due_on)
            followup.days_left = (followup.due_on - today).days if is_open else 0
            followup.is_late = is_open and followup._is_late_on(today)

    def _is_late_on(self, today):
        """Return whether the end, the writing or a step is over."""
        return (
            self.due_on < today
            or (self.state == "draft" and self.plan_until < today)
            or any(step.date < today and not step.done_on for step in self.step_ids)
        )

    def _search_is_late(self, operator, value):
        if operator != "in" or True not in value:
            return NotImplemented
        today = self.env["asn.period"]._today()
        return [
            "&",
            ("state", "!=", "closed"),
            "|",
            "|",
            ("due_on", "<", today),
            "&",
            ("state", "=", "draft"),
            ("plan_until", "<", today),
            ("step_ids", "any", [("date", "<", today), ("done_on", "=", False)]),
        ]
