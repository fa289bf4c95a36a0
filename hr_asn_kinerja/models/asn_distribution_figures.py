# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from collections import Counter, defaultdict
from typing import NamedTuple

from odoo import api, models
from odoo.tools import SQL

from ..kinerja_rules import PREDICATES, disclosure, distribution
from ..kinerja_rules import predicate as predicate_rule
from .asn_evaluation import DELIVERED_STATES

#: The whole agency stands above all its units.
AGENCY = 0


class Figure(NamedTuple):
    """The people of a unit and of those below it, as far as they may be counted.

    `counts` is None where too few people would be counted. `is_partial`: those who
    are not delivered yet are left out. `rating` is None for the agency as a whole.
    """

    counts: dict | None
    expected: dict | None
    is_partial: bool
    unrated: int
    rating: str | None


class AsnDistribution(models.AbstractModel):
    """The counts behind the picture: one query for worksheets, one for evaluations.

    Before delivery the ratings come from the worksheets, afterwards from the
    evaluations. What may be counted for whom is `kinerja_rules.disclosure`.
    """

    _inherit = "asn.distribution"

    @api.model
    def _get_units(self, company):
        """Return all units of an agency, elevated: the tree is followed everywhere."""
        # sudo: hr.department - names and tree; who may see which figure comes later
        units_sudo = self.env["hr.department"].sudo().with_context(active_test=False)
        found = units_sudo.search_fetch(
            [("company_id", "in", [company.id, False])],
            ["name", "active", "parent_id", "parent_path", "manager_id"],
        )
        names = {str(unit.id): unit.name for unit in found}
        return found.sorted(
            lambda unit: [
                (names.get(key, ""), key) for key in unit.parent_path.split("/")
            ]
        )

    @api.model
    def _get_figures(self, interval, unit=None):
        """Return the figure of a unit and of those next below it, for the reader.

        The caller checks which units the reader may open.

        :param unit: None: the whole agency
        :return: {unit id: Figure}, the whole agency as AGENCY
        """
        units = self._get_units(interval.company_id)
        return self._get_figures_for(self._get_reader(), units, interval, unit)

    @api.model
    def _get_figures_for(self, reader, units, interval, unit=None):
        above = self._get_above(units)
        totals = _Totals(self._count(reader, interval), above)
        words = self._get_words(reader, totals, above)
        top = unit.id if unit else AGENCY
        asked = [top, *(key for key, place in above.items() if place == top)]
        ratings = self._get_ratings(interval, units)
        patterns = self.env["asn.distribution.pattern"]._get_patterns(
            interval.company_id
        )
        return {
            key: self._make_figure(key, totals, words[key], ratings, patterns)
            for key in asked
        }

    @api.model
    def _get_above(self, units):
        known = set(units.ids)
        return {AGENCY: None} | {
            unit.id: unit.parent_id.id if unit.parent_id.id in known else AGENCY
            for unit in units
        }

    @api.model
    def _count(self, reader, interval):
        """Return rows of unit, predicate or False, known or not, people."""
        self.env.flush_all()
        counted = Counter()
        for unit, result, behaviour, known, own, people in self._count_open(
            reader, interval
        ):
            # nobody computes the own result, whatever else they may read
            if own and reader.is_auditor:
                continue
            given = bool(result and behaviour) and predicate_rule.predicate(
                result, behaviour
            )
            counted[unit or AGENCY, given, known] += people
        for unit, given, known, people in self._count_delivered(reader, interval):
            counted[unit or AGENCY, given or False, known] += people
        return [(*key, people) for key, people in counted.items()]

    @api.model
    def _count_open(self, reader, interval):
        """Count the worksheets of what is not delivered yet."""
        return self.env.execute_query(
            SQL(
                "SELECT e.department_id, e.result_rating, e.behaviour_rating,"
                " COALESCE(%s, FALSE) AS known,"
                " e.employee_user_id IS NOT DISTINCT FROM %s AS own, count(*)"
                " FROM asn_assessment e WHERE e.interval_id = %s"
                " AND e.state NOT IN %s GROUP BY 1, 2, 3, 4, 5",
                self._get_known_sql(reader, SQL("e.evaluation_id")),
                reader.user_id,
                interval.id,
                DELIVERED_STATES,
            )
        )

    @api.model
    def _count_delivered(self, reader, interval):
        return self.env.execute_query(
            SQL(
                "SELECT e.department_id, e.predicate, COALESCE(%s, FALSE) AS known,"
                " count(*) FROM asn_evaluation e WHERE e.interval_id = %s"
                " AND e.state IN %s GROUP BY 1, 2, 3",
                self._get_known_sql(reader, SQL("e.id")),
                interval.id,
                DELIVERED_STATES,
            )
        )

    @api.model
    def _get_words(self, reader, totals, above):
        if reader.is_auditor:
            return dict.fromkeys(above, "all")
        return disclosure.openness(totals.people, above)

    @api.model
    def _make_figure(self, key, totals, word, ratings, patterns):
        counts = totals.get_counts(key, word)
        rating = ratings.get(key)
        if counts is None:
            return Figure(None, None, False, totals.unrated[key], rating)
        expected = None
        people = sum(counts.values())
        if rating:
            expected = distribution.expected(rating, people, patterns.get(rating))
        elif key == AGENCY:
            expected = totals.get_expected(word, ratings, patterns)
        is_partial = word == "known" and totals.has_blind(key)
        return Figure(counts, expected, is_partial, totals.unrated[key], rating)

    @api.model
    def _get_ratings(self, interval, units):
        """Return {unit id: rating of the unit or of the nearest one above it}."""
        domain = [("interval_id", "=", interval.id), ("state", "=", "approved")]
        # sudo: asn.unit.performance - the figure is printed on every evaluation
        performances_sudo = self.env["asn.unit.performance"].sudo()
        given = {
            one.department_id.id: one.rating for one in performances_sudo.search(domain)
        }
        found = {}
        for unit in units:
            nearest = reversed(unit.parent_path.split("/")[:-1])
            rated = next((int(key) for key in nearest if int(key) in given), None)
            if rated:
                found[unit.id] = given[rated]
        return found


class _Totals:
    """The rows of one query, summed up along the tree."""

    def __init__(self, rows, above):
        self.above = above
        self.people = defaultdict(lambda: (0, 0))
        self.unrated = Counter()
        self.counts = {True: defaultdict(Counter), False: defaultdict(Counter)}
        self.places = defaultdict(Counter)
        for unit, given, known, people in rows:
            place = unit if unit in above else AGENCY
            if given:
                self.places[known][place] += people
                seen, blind = self.people[place]
                self.people[place] = (
                    seen + people * known,
                    blind + people * (not known),
                )
            self._add(place, given, known, people)

    def _add(self, place, given, known, people):
        while place is not None:
            if given:
                self.counts[known][place][given] += people
            else:
                self.unrated[place] += people
            place = self.above[place]

    def has_blind(self, unit):
        """Return whether people are left out when only the known ones are counted."""
        return bool(self.counts[False][unit])

    def get_counts(self, unit, word):
        """Return {predicate: people}, None when nothing may be shown."""
        if word == "none":
            return None
        counts = Counter(self.counts[True][unit])
        if word == "all":
            counts += self.counts[False][unit]
        return {key: counts[key] for key in PREDICATES}

    def get_expected(self, word, ratings, patterns):
        """Return what the patterns of all units expect together, None without any."""
        people = Counter()
        for known, places in self.places.items():
            if known or word == "all":
                for unit, number in places.items():
                    people[ratings.get(unit)] += number
        people.pop(None, None)
        if not people:
            return None
        expected = Counter()
        for rating, number in people.items():
            expected.update(distribution.expected(rating, number, patterns.get(rating)))
        return {key: expected[key] for key in PREDICATES}
