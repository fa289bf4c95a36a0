# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from collections import Counter

from odoo import api, models

from ..citizen_rules import ELEMENTS
from ..models.asn_citizen_response_detail import (
    AGE_BANDS,
    EDUCATIONS,
    OCCUPATIONS,
    SEXES,
)
from .asn_demo import PORTAL
from .asn_demo_texts import COMMENTS

MONTHS = tuple(f"2026-{month:02}" for month in range(1, 12))
TRUST = {
    "walkup": 62,
    "verified": 24,
    "kiosk": 9,
    "internal": 3,
    "quarantined": 2,
}
#: Of a hundred answers: with the nine questions.
ELEMENTS_SHARE = 25
SCORES = range(1, 5)
#: Elements that people judge more mildly or more strictly than the whole.
LEANINGS = {"cost": 1, "facilities": -1}
ABOUT = {
    "sex": SEXES,
    "age_band": AGE_BANDS,
    "education": EDUCATIONS,
    "occupation": OCCUPATIONS,
}


class AsnDemo(models.AbstractModel):
    """About two thousand answers of a year, most of them a mere tap."""

    _inherit = "asn.demo"  # pylint: disable=consider-merging-classes-inherited

    @api.model
    def _build_answers(self):
        today = self.env["asn.period"]._today()
        months = [month for month in MONTHS if month <= f"{today:%Y-%m}"]
        comments = self._deal_comments(self._read("counters", PORTAL), months)
        for row in self._read("counters", PORTAL):
            for number, month in enumerate(months):
                self._seed_month(row, month, number, comments[row["key"], month])

    @api.model
    def _deal_comments(self, rows, months):
        """Return {(counter, month): comments with their score}, all used once."""
        places = [(row["key"], month) for row in rows for month in months]
        dealt = {place: [] for place in places}
        draw = self._random("comments")
        for keys, score, text in COMMENTS:
            chosen = [place for place in places if not keys or place[0] in keys]
            dealt[draw.choice(chosen)].append((score, text))
        return dealt

    @api.model
    def _seed_month(self, row, month, number, comments):
        """Insert the answers of one counter and month, by class of trust."""
        draw = self._random("answers", row["key"], month)
        counter = self._find(f"counter_{row['key']}", PORTAL)
        total = round(int(row["month"]) * draw.uniform(0.8, 1.2))
        classes = Counter(draw.choices(list(TRUST), list(TRUST.values()), k=total))
        # the class that is surely there carries the comments
        for trust in sorted(classes, key=classes.get, reverse=True):
            scores = [score for score, _text in comments]
            rest = max(classes[trust] - len(scores), 0)
            weights = self._get_weights(row, number)
            scores += draw.choices(SCORES, weights, k=rest)
            details = self._draw_details(draw, scores, weights, comments)
            self.env["asn.citizen.response"]._seed(
                counter, month, scores, trust=trust, details=details
            )
            comments = []

    @api.model
    def _get_weights(self, row, number):
        """Return the weights of the four faces; they get better in the year."""
        names = ("very_low", "low", "high", "very_high")
        weights = [int(row[name]) for name in names]
        return [weights[0], weights[1], weights[2], weights[3] + number]

    @api.model
    def _draw_details(self, draw, scores, weights, comments):
        """Return the details of each answer, empty for a mere tap."""
        details = []
        for place, score in enumerate(scores):
            detail = {}
            if place < len(comments):
                detail["comment"] = comments[place][1]
            if draw.randrange(100) < ELEMENTS_SHARE:
                detail |= self._draw_elements(draw, score, weights)
            if detail and draw.randrange(40) == 0:
                detail["asked"] = "yes"
            details.append(detail)
        return details

    @api.model
    def _draw_elements(self, draw, score, weights):
        """Return the nine questions, half of them in keeping with the face."""
        values = {}
        for code in ELEMENTS:
            lean = LEANINGS.get(code, 0) if draw.randrange(4) == 0 else 0
            value = draw.choice((score, draw.choices(SCORES, weights)[0])) + lean
            values[code] = min(max(value, 1), 4)
        for name, options in ABOUT.items():
            if draw.randrange(3):
                values[name] = draw.choice(options)[0]
        return values
