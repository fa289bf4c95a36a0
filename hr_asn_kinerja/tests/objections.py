# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the tests of objections share."""

from .common import NOW, KinerjaCase

__all__ = ["NOW", "ObjectionCase"]


class ObjectionCase(KinerjaCase):
    """A delivered evaluation of `own`: above and meets, so the predicate is good."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.evaluation = cls._make_evaluation()
        cls._deliver(cls.evaluation)

    def _object(self, reasons="My figures were left out", **kwargs):
        self._as_role(self.evaluation, "own").action_object(reasons, **kwargs)
        return self.evaluation.objection_ids.sorted("id")[-1:]

    def _explain(self, role="assessor"):
        self._as_role(self.evaluation, role).action_explain("They came too late")

    def _decide(self, role="superior", outcome="changed", result="above", **ratings):
        ratings = {"result_rating": result, "behaviour_rating": "above", **ratings}
        self._as_role(self.evaluation, role).action_decide(
            outcome, ratings, "The figures count"
        )

    def _allowed(self, role):
        self.env.flush_all()
        self.env.invalidate_all()
        actions = self._as_role(self.evaluation, role).allowed_actions
        return set((actions or "").split(",")) - {""}
