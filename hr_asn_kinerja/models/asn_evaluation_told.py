# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from markupsafe import Markup

from odoo import api, fields, models
from odoo.tools import format_date

from .asn_evaluation import DELIVERED_STATES


class AsnEvaluation(models.Model):
    """Tells the employee in plain words what the result means and what they can do.

    Everything comes from the delivered columns, never from the worksheet.
    """

    _inherit = "asn.evaluation"

    result_told = fields.Html(
        string="What This Means",
        compute="_compute_result_told",
        sanitize=False,
        help="The parts of the result in plain words, for the employee.",
    )

    @api.depends(
        "state",
        "result_rating",
        "behaviour_rating",
        "predicate",
        "first_predicate",
        "objection_until",
        "acknowledged_on",
    )
    @api.depends_context("uid", "lang")
    def _compute_result_told(self):
        for evaluation in self:
            is_told = (
                evaluation.employee_user_id == self.env.user
                and evaluation.state in DELIVERED_STATES
                and evaluation.predicate
            )
            evaluation.result_told = is_told and Markup("").join(
                Markup("<p>%s</p>") % sentence
                for sentence in evaluation._get_told_sentences()
                if sentence
            )

    def _get_told_sentences(self):
        """Return the sentences of the panel, plain text, in their order."""
        self.ensure_one()
        label = self._get_label
        return [
            self.env._(
                "Work result: %(rating)s. %(meaning)s",
                rating=label("result_rating"),
                meaning=self._get_result_meaning(),
            ),
            self.env._(
                "Work behaviour: %(rating)s. %(meaning)s",
                rating=label("behaviour_rating"),
                meaning=self._get_behaviour_meaning(),
            ),
            self.env._(
                "Both together give the predicate %(predicate)s, by the matrix of "
                "PermenPANRB 6/2022 and by nothing else.",
                predicate=label("predicate"),
            ),
            self._get_consequence(),
            self._get_first_sentence(),
            self._get_remedy_sentence(),
        ]

    def _get_result_meaning(self):
        return {
            "above": self.env._("You reached clearly more than was planned."),
            "meets": self.env._("You reached what was planned."),
            "below": self.env._("Less was reached than was planned."),
        }.get(self.result_rating, "")

    def _get_behaviour_meaning(self):
        return {
            "above": self.env._(
                "Your behaviour is an example to others in the BerAKHLAK values."
            ),
            "meets": self.env._("Your behaviour is what the BerAKHLAK values ask for."),
            "below": self.env._(
                "Your behaviour was not yet what the BerAKHLAK values ask for."
            ),
        }.get(self.behaviour_rating, "")

    def _get_consequence(self):
        """Return what usually follows from the predicate."""
        return {
            "very_good": self.env._(
                "What follows: you come first when people are chosen for development, "
                "for the talent pool and for awards."
            ),
            "good": self.env._(
                "What follows: nothing has to be put right; this predicate counts in "
                "full for promotions."
            ),
            "needs_improvement": self.env._(
                "What follows: you and your assessor agree on guidance, with dates."
            ),
        }.get(
            self.predicate,
            self.env._(
                "What follows: guidance with dates, and six months to improve. If "
                "nothing improves, administrative sanctions are possible."
            ),
        )

    def _get_first_sentence(self):
        if not self.first_predicate:
            return False
        return self.env._(
            "The first result was: work result %(result)s, behaviour %(behaviour)s, "
            "predicate %(predicate)s.",
            result=self._get_label("first_result_rating"),
            behaviour=self._get_label("first_behaviour_rating"),
            predicate=self._get_label("first_predicate"),
        )

    def _get_remedy_sentence(self):
        """Return what the employee can do now, with the last day."""
        today = self.interval_id.period_id._today()
        if self.state == "objected":
            return self.env._(
                "You have objected. You will be told as soon as it is answered."
            )
        if self.state == "decided" and "appeal" in self._get_open_verbs()[self.id]:
            return self.env._(
                "Your assessor has answered your objection. If you do not agree, go "
                "on to the superior until %(day)s.",
                day=format_date(self.env, self._get_objections()[self.id].appeal_until),
            )
        if self.state == "delivered" and today <= (self.objection_until or today):
            return self.env._(
                "Do you agree? Then confirm the receipt and nothing more is needed. If "
                "not, object with your reasons until %(day)s; confirming does not take "
                "this right away.",
                day=format_date(self.env, self.objection_until),
            )
        return self.env._("The result is final, or becomes final by itself.")

    def _get_next_step(self, is_own):
        sentence = super()._get_next_step(is_own)
        if self.state != "objected":
            return sentence
        objection_sudo = self._get_objections().get(self.id)
        if not objection_sudo:
            return sentence
        day = format_date(self.env, objection_sudo.answer_until)
        if objection_sudo.state == "waiting":
            return self.env._(
                "Waiting until %(day)s for %(assessor)s to answer the objection.",
                day=day,
                assessor=self.assessor_name or "",
            )
        if not self._get_judges().get(self):
            return self.env._(
                "Nobody may decide on this objection: the agency manager appoints an "
                "official."
            )
        return self.env._(
            "Waiting for the decision of %(superior)s on the objection.",
            superior=self.decider_user_id.sudo().name or self.superior_name or "",
        )
