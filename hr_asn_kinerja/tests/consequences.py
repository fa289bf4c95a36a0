# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).


class Consequences:
    """Evaluations that are final, for the tests of what follows from them."""

    # ratings that lead to each predicate
    RATINGS = {
        "very_good": ("above", "above"),
        "good": ("meets", "meets"),
        "needs_improvement": ("below", "meets"),
        "poor": ("meets", "below"),
        "very_poor": ("below", "below"),
    }

    @classmethod
    def _finalise(cls, evaluation, predicate="poor"):
        """Rate, deliver and let the days to object pass."""
        cls._deliver(evaluation, *cls.RATINGS[predicate])
        cls._end_objection(evaluation)
        return evaluation

    @classmethod
    def _end_objection(cls, evaluation):
        evaluation.sudo().objection_until = "2026-04-01"
        cls._as(evaluation, cls.users["manager"]).action_finalise()

    @classmethod
    def _make_final(cls, predicate="poor", skp=None, interval=None):
        """Return a final evaluation with the predicate."""
        return cls._finalise(cls._make_evaluation(skp, interval), predicate)

    @classmethod
    def _get_annual(cls):
        """Return the interval of the year, with the rating of the office."""
        annual = cls._get_interval(cls.period, "2026-01-01", "annual")
        if not cls.performance.search([("interval_id", "=", annual.id)]):
            cls.performance.copy({"interval_id": annual.id, "state": "approved"})
        return annual

    @classmethod
    def _get_followup(cls, evaluation):
        return cls.env["asn.followup"].search([("evaluation_id", "=", evaluation.id)])
