# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

from odoo import api, models
from odoo.fields import Domain

from ..kinerja_rules import bias
from ..tools.typed import as_id

AXES = ("result_rating", "behaviour_rating")


class AsnDistribution(models.AbstractModel):
    """Questions to the superior about the habits of an assessor, and to the auditor.

    They rest on the worksheets that the reader may read anyway; the assessor asks in
    vain. Four queries for any number of people.
    """

    _inherit = "asn.distribution"

    @api.model
    def get_hints(self, interval_id, unit_id=None):
        """Return the hints of an interval as sentences, by the assessor's name.

        :param unit_id: only this unit and those below it; 0 or None: all
        :return: [{"assessor": name, "kind": key, "text": sentence}]
        """
        self._check_reader()
        interval = self._get_intervals().filtered(
            lambda one: one.id == as_id(interval_id)
        )
        if not interval.period_id.bias_hints:
            return []
        reader = self._get_reader()
        given = self._get_given(reader, interval, as_id(unit_id))
        recent = self._get_recent_shares(interval, [key[0] for key in given])
        found = []
        for (assessor, superior), ratings in given.items():
            peers = [
                other
                for (person, above), other in given.items()
                if above == superior and person != assessor
            ]
            found += [
                {"assessor": assessor.name or "", **hint}
                for hint in self._find_hints(
                    interval.period_id, ratings, peers, recent.get(assessor.id)
                )
            ]
        return sorted(found, key=lambda hint: hint["assessor"])

    @api.model
    def _get_given(self, reader, interval, unit_id):
        """Return {(assessor, superior): {axis: ratings}}, elevated, for the reader."""
        domain = (
            Domain("interval_id", "=", interval.id)
            & Domain("result_rating", "!=", False)
            & Domain("behaviour_rating", "!=", False)
            & Domain("employee_user_id", "!=", reader.user_id)
            & Domain("assessor_user_id", "!=", reader.user_id)
            & Domain("assessor_id", "not in", list(reader.official_ids))
        )
        if not reader.is_auditor:
            domain &= Domain("superior_user_id", "=", reader.user_id) | Domain(
                "superior_id", "in", list(reader.official_ids)
            )
        if unit_id:
            domain &= Domain("evaluation_id.department_id", "child_of", unit_id)
        # sudo: asn.assessment - superior and auditor read these worksheets anyway
        groups = (
            self.env["asn.assessment"]
            .sudo()
            ._read_group(domain, ["assessor_id", "superior_id", *AXES], ["__count"])
        )
        given = defaultdict(lambda: {axis: [] for axis in AXES})
        for assessor, superior, result, behaviour, people in groups:
            ratings = given[assessor, superior]
            ratings["result_rating"] += [result] * people
            ratings["behaviour_rating"] += [behaviour] * people
        return given

    @api.model
    def _get_recent_shares(self, interval, assessors):
        """Return {assessor id: share of the last weeks}; a part with notes fills it.

        See `kinerja_rules.bias.recent_share`.
        """
        return {}

    @api.model
    def _find_hints(self, period, ratings, peers, recent):
        settings = {
            "difference": self._decimal(period.bias_difference),
            "share": self._decimal(period.bias_share),
            "least": period.bias_people,
        }
        for axis in AXES:
            others = [rating for peer in peers for rating in peer[axis]]
            for hint in bias.hints(ratings[axis], others, recent, **settings):
                yield {"kind": hint.kind, "text": self._say(axis, hint)}
            # daily notes are about the person, not about one of the two ratings
            recent = None

    @api.model
    def _decimal(self, number):
        # a float column holds few decimals, its text is exact
        return Decimal(str(number)).quantize(Decimal("0.01"), ROUND_HALF_UP)

    @api.model
    def _say(self, axis, hint):
        figure, other = self._decimal(hint.figure), self._decimal(hint.other)
        what = (
            self.env._("work results")
            if axis == "result_rating"
            else self.env._("behaviour")
        )
        if hint.kind == "uniform":
            return self.env._(
                "All %(number)s people have the same rating of %(what)s. Does it tell "
                "them apart?",
                number=int(figure),
                what=what,
            )
        if hint.kind == "far":
            return self.env._(
                "The mean rating of %(what)s is %(own)s; other assessors give "
                "%(others)s. Is there a reason in the work?",
                what=what,
                own=figure,
                others=other,
            )
        return self.env._(
            "%(share)s %% of the notes on daily work are of the last four weeks. Was "
            "the whole interval looked at?",
            share=int(figure * 100),
        )
