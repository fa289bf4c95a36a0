# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models

from . import asn_demo_texts as texts

#: What people of a level were rated in a quarter: (result, behaviour), weight.
RATINGS = {
    "+": ((("above", "above"), 7), (("above", "meets"), 3)),
    "": ((("meets", "meets"), 6), (("above", "meets"), 3), (("meets", "above"), 2)),
    "-": ((("below", "meets"), 2), (("meets", "meets"), 1)),
}
ANNUAL_RATINGS = {
    "+": ("above", "above"),
    "": ("meets", "meets"),
    "-": ("below", "meets"),
}
#: What a rating means in figures: share of the target that was reached.
FACTORS = {"above": (1.03, 1.12), "meets": (0.98, 1.03), "below": (0.72, 0.9)}
DECIMALS = {"persen": 1, "nilai": 2, "hari kerja": 1, "hari": 1, "jam": 1}
UNITS = ("setda", "bkpsdm", "inspektorat", "dukcapil", "dinkes", "dpmptsp")
#: Ratings of units other than good: (unit, year, number of the interval).
UNIT_RATINGS = {
    ("dpmptsp", 2025, 1): "needs_improvement",
    ("setda", 2025, 4): "outstanding",
    ("dukcapil", 2026, 2): "outstanding",
    ("dinkes", 2026, 1): "needs_improvement",
}

#: Year and number of the interval in which a unit still waits for its approval.
WAITING_PROPOSAL = (2026, 3)


class AsnDemo(models.AbstractModel):
    """Evaluations: realisations, ratings and the steps up to where they are."""

    _inherit = "asn.demo"  # pylint: disable=consider-merging-classes-inherited

    @api.model
    def _build_unit_performance(self, interval):
        year, number = interval.date_from.year, interval.sequence
        values = []
        for unit in UNITS:
            rating = UNIT_RATINGS.get((unit, year, number), "good")
            values.append(
                {
                    "company_id": interval.company_id.id,
                    "department_id": self._find_unit(unit).id,
                    "interval_id": interval.id,
                    "rating": rating,
                    "note": texts.UNIT_NOTES[rating],
                    "state": "approved",
                }
            )
        if (year, number) == WAITING_PROPOSAL:
            unit = self._find_user("penilai").employee_id.department_id
            if unit.parent_id and unit not in map(self._find_unit, UNITS):
                waiting = {"department_id": unit.id, "state": "proposed"}
                values.append({**values[0], **waiting})
        self.env["asn.unit.performance"].create(values)

    @api.model
    def _open_evaluations(self, interval, skps):
        """Return {key of the person: evaluation}, opened by the agency manager."""
        manager = self._find_user("bkpsdm")
        wanted = self.env["asn.skp"].union(*skps.values())
        evaluations = self.env["asn.evaluation"].with_user(manager)
        by_skp = {
            evaluation.skp_id: evaluation
            for evaluation in evaluations._open_for(interval, wanted).sudo()
        }
        return {key: by_skp[skp] for key, skp in skps.items()}

    @api.model
    def _choose_ratings(self, key, level, interval):
        if interval.kind == "annual":
            return ANNUAL_RATINGS[level]
        pairs, weights = zip(*RATINGS[level], strict=True)
        draw = self._random("rating", key, interval.date_from)
        return draw.choices(pairs, weights)[0]

    @api.model
    def _fill(self, evaluation, draw, rating):
        """Write what the employee reports, in keeping with the rating to come."""
        is_annual = evaluation.interval_id.kind == "annual"
        for line in evaluation.realisation_ids:
            notes = texts.NOTES[line.indicator_id.aspect]
            if rating == "below":
                notes = texts.NOTES_BELOW
            elif is_annual:
                notes = texts.NOTES_ANNUAL
            line.write(
                {
                    "value": self._draw_value(line.indicator_id, draw, rating),
                    "note": draw.choice(notes),
                }
            )
        evaluation.employee_note = draw.choice(texts.EMPLOYEE_NOTES)

    @api.model
    def _draw_value(self, indicator, draw, rating):
        factor = draw.uniform(*FACTORS[rating])
        unit = indicator.unit
        if indicator.polarity == "higher":
            value = indicator.target_min * factor
        elif indicator.polarity == "lower":
            value = indicator.target_max / factor
        else:
            middle = (indicator.target_min + indicator.target_max) / 2
            value = middle * min(factor, 1.02)
        decimals = DECIMALS.get(unit, 0)
        if unit == "persen" and value < 5:
            decimals = 2
        if unit in ("persen", "nilai"):
            value = min(value, 100)
        return round(value, decimals)

    @api.model
    def _rate(self, evaluation, draw, ratings, assessor):
        """Fill in the worksheet and confirm it, as the assessor or the deputy."""
        result, behaviour = ratings
        sheet = self.env["asn.assessment"].search(
            [("evaluation_id", "=", evaluation.id)]
        )
        sheet.write(
            {
                "result_rating": result,
                "behaviour_rating": behaviour,
                "result_reason": draw.choice(texts.RESULT_REASONS[result]),
                "behaviour_reason": draw.choice(texts.BEHAVIOUR_REASONS[behaviour]),
                "recommendation": draw.choice(texts.RECOMMENDATIONS[result]),
            }
        )
        evaluation.with_user(assessor).action_rate()

    @api.model
    def _pass_evaluation(self, evaluation, key, level, until, assessor=None):
        """Take an evaluation through its steps up to a state.

        :param until: draft, submitted, rated, delivered, acknowledged or final
        """
        interval = evaluation.interval_id
        ratings = self._choose_ratings(key, level, interval)
        draw = self._random("evaluation", key, interval.date_from, interval.kind)
        if until == "draft":
            self._begin_to_fill(evaluation, key)
            return
        self._fill(evaluation, draw, ratings[0])
        self._complete_filling(evaluation, key)
        employee = evaluation.with_user(evaluation.employee_user_id)
        employee.action_submit()
        if until == "submitted":
            return
        assessor = assessor or evaluation.assessor_user_id
        self._rate(evaluation, draw, ratings, assessor)
        if until == "rated":
            return
        evaluation.with_user(assessor).action_deliver()
        if until == "acknowledged":
            employee.action_acknowledge()
        if until == "final":
            # The days to object have only begun on the day of the installation, so
            # the step is taken directly, as the nightly job takes it.
            evaluation._finish("finalise")
