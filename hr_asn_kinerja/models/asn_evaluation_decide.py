# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ..kinerja_rules import RATINGS as RATING_KEYS
from ..kinerja_rules import remedy
from .asn_evaluation import PREDICATES, RATINGS


class AsnEvaluation(models.Model):
    """Settling and deciding an objection; the first result stays readable."""

    _inherit = "asn.evaluation"

    first_result_rating = fields.Selection(
        RATINGS,
        readonly=True,
        copy=False,
        help="As it was delivered, before an objection or a reopening changed it.",
    )
    first_behaviour_rating = fields.Selection(RATINGS, readonly=True, copy=False)
    first_predicate = fields.Selection(PREDICATES, readonly=True, copy=False)

    def action_settle(self, outcome=None, ratings=None, reason=None):
        """Answer the objection as the assessor; the employee may still appeal.

        :param outcome: 'upheld' or 'changed'
        :param ratings: {'result_rating', 'behaviour_rating'} if changed
        """
        self._begin("settle")
        period = self.interval_id.period_id
        # sudo: asn.period - the days, whoever settles
        until = period._get_last_day(period._today(), period.sudo().appeal_days)
        values = {
            "state": "settled",
            "appeal_until": until,
            "explained_on": period._today(),
            "explained_by": self.env.user.name,
        }
        self._decide("settle", outcome, ratings, reason, values)
        self._tell_employee(
            self.env._(
                "Your assessor has answered your objection. Read the answer. You may "
                "go on to the superior of your assessor until %(day)s.",
                day=format_date(self.env, until),
            )
        )

    def action_decide(self, outcome=None, ratings=None, reason=None):
        """Decide on the objection as the assessor's superior. It is final.

        :param outcome: 'upheld' or 'changed'
        :param ratings: {'result_rating', 'behaviour_rating'} if changed
        """
        self._begin("decide")
        self._decide("decide", outcome, ratings, reason, {"state": "decided"})
        self._tell_employee(
            self.env._(
                "Your objection has been decided. Read the decision in your "
                "evaluation; it is final."
            )
        )

    def _decide(self, verb, outcome, ratings, reason, values):
        reason = self._require_note(reason)
        after = self._check_decision(outcome, ratings)
        objection_sudo = self._get_objections()[self.id]
        objection_sudo.write(
            {
                **values,
                "outcome": outcome,
                "decision_reason": reason,
                "decided_on": self.interval_id.period_id._today(),
                "decided_by": self.env.user.name,
                "result_after": after.result,
                "behaviour_after": after.behaviour,
                "predicate_after": after.predicate,
            }
        )
        columns = self._prepare_decided_values(after) if outcome == "changed" else {}
        # sudo: frozen columns; written before the snapshot so that it holds them
        self.sudo().write(columns)
        snapshot = self.env["asn.snapshot"]._take_objection(self, objection_sudo)
        decision = self._finish(verb, note=reason, snapshot=snapshot)
        # sudo: frozen column, the head of the chain as printed
        self.sudo().digest = decision.sudo().digest
        self._close_asks()

    def _check_decision(self, outcome, ratings):
        """Return the Ratings that hold after the decision.

        :raises UserError: not an outcome, not a rating, or nothing changed
        """
        ratings = ratings if isinstance(ratings, dict) else {}
        before = remedy.Ratings(
            self.result_rating, self.behaviour_rating, self.predicate
        )
        chosen = [
            ratings.get(name) or self[name]
            for name in ("result_rating", "behaviour_rating")
        ]
        if outcome not in remedy.OUTCOMES or not set(chosen) <= set(RATING_KEYS):
            raise UserError(
                self.env._(
                    "Choose whether the result stays or is changed, and the two "
                    "ratings if it is changed."
                )
            )
        if outcome == "changed" and tuple(chosen) == before[:2]:
            raise UserError(
                self.env._(
                    "These are the ratings that were delivered. Choose another rating, "
                    "or decide that the result stays."
                )
            )
        return remedy.decided_ratings(outcome, before, *chosen)

    def _prepare_decided_values(self, after):
        return {
            **self._prepare_first_values(),
            "result_rating": after.result,
            "behaviour_rating": after.behaviour,
            "predicate": after.predicate,
        }

    def _prepare_first_values(self):
        """Return the columns that keep the first result, unless they do already."""
        if self.first_predicate:
            return {}
        return {
            "first_result_rating": self.result_rating,
            "first_behaviour_rating": self.behaviour_rating,
            "first_predicate": self.predicate,
        }

    def action_finalise(self):
        """A decided one is final when nobody may appeal any more."""
        if len(self) != 1 or self.state != "decided":
            super().action_finalise()
            return
        self._begin("finalise")
        if "finalise" not in self._get_open_verbs()[self.id]:
            raise UserError(
                self.env._(
                    "The employee may still go on to the superior until %(day)s.",
                    day=format_date(
                        self.env, self._get_objections()[self.id].appeal_until
                    ),
                )
            )
        self._finish("finalise")

    @api.model
    def _cron_finalise(self):
        """Also finalise what was decided, the day after, once nobody may appeal."""
        result = super()._cron_finalise()
        decided = self.search([("state", "=", "decided")])
        opened, objections = decided._get_open_verbs(), decided._get_objections()
        for evaluation in decided:
            objection = objections.get(evaluation.id)
            today = evaluation.interval_id.period_id._today()
            is_fresh = objection and objection.decided_on == today
            if "finalise" in opened[evaluation.id] and not is_fresh:
                evaluation._finalise_or_log()
                self.env["ir.cron"]._commit_progress(1)
        return result
