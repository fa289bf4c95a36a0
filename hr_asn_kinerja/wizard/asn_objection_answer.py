# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..kinerja_rules import predicate as predicate_rule
from ..models.asn_evaluation import PREDICATES, RATINGS


class AsnObjectionAnswer(models.TransientModel):
    """Asks what the assessor or the superior answers to an objection."""

    _name = "asn.objection.answer"
    _description = "Answer an Objection"
    _inherit = "asn.shown.mixin"
    _shown_fields = ("evaluation_id",)

    evaluation_id = fields.Many2one("asn.evaluation", required=True)
    verb = fields.Selection(
        [("explain", "Explain"), ("settle", "Settle"), ("decide", "Decide")],
        required=True,
        default="explain",
    )
    outcome = fields.Selection(
        [("upheld", "The Result Stays"), ("changed", "The Result Is Changed")],
        string="Answer",
    )
    result_rating = fields.Selection(RATINGS, string="New Result Rating")
    behaviour_rating = fields.Selection(RATINGS, string="New Behaviour Rating")
    predicate = fields.Selection(
        PREDICATES,
        string="New Predicate",
        compute="_compute_predicate",
        help="Follows from the two ratings by the matrix of the regulation.",
    )
    text = fields.Text(string="Reason", required=True, help="The employee reads this.")

    @api.depends("result_rating", "behaviour_rating")
    def _compute_predicate(self):
        for dialog in self:
            both = dialog.result_rating and dialog.behaviour_rating
            dialog.predicate = both and predicate_rule.predicate(
                dialog.result_rating, dialog.behaviour_rating
            )

    def action_answer(self):
        """Take the step; the evaluation decides whether that is allowed."""
        self.ensure_one()
        evaluation = self.evaluation_id
        if self.verb == "explain":
            evaluation.action_explain(self.text)
        else:
            ratings = {
                "result_rating": self.result_rating,
                "behaviour_rating": self.behaviour_rating,
            }
            answer = {
                "settle": evaluation.action_settle,
                "decide": evaluation.action_decide,
            }[self.verb]
            answer(self.outcome, ratings, self.text)
        return {"type": "ir.actions.act_window_close"}
