# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Which steps of an objection are open on a day, and what a decision may say.

PP 30/2019 Pasal 59: the employee objects with reasons to the superior of the assessor
within 14 days; that official asks both sides for an explanation, may change the
result, and the decision is final. A training module of one ministry knows two steps:
first to the assessor, then within 7 days an appeal to the superior. So the number of
steps is a setting; how long the assessor may take to answer is one too.

>>> sorted(open_verbs(Matter("delivered", until=date(2026, 4, 24)), date(2026, 4, 24)))
['object']
"""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from . import RATINGS, _day, _known, _whole
from .predicate import predicate

APPEAL_DAYS = 7
#: To whom an objection goes.
LEVELS = ("assessor", "superior")
OUTCOMES = ("upheld", "changed")
#: What an objection may be about.
PARTS = ("result", "behaviour", "other")
#: Verbs of the flow that this file opens and closes.
VERBS = ("object", "withdraw", "explain", "settle", "appeal", "appoint", "decide")
STATES = ("delivered", "objected", "decided")


class Matter(NamedTuple):
    """What is known of one evaluation: its state, and its latest objection if any.

    >>> Matter("objected", "superior", answered=True).level
    'superior'

    Source: PP 30/2019, Pasal 59 (C1)
    """

    state: str
    #: to whom the latest objection went, None as long as there is none
    level: str | None = None
    #: last day to object
    until: date | None = None
    #: whether the assessor has explained, or settled
    answered: bool = False
    #: last day for the answer of the assessor
    answer_until: date | None = None
    #: last day to appeal from a settlement
    appeal_until: date | None = None
    #: whether there is somebody who may decide
    has_judge: bool = True


class Ratings(NamedTuple):
    """The two ratings and what follows from them.

    >>> Ratings("meets", "meets", "good").predicate
    'good'

    Source: PermenPANRB 6/2022, quadrant (C2)
    """

    result: str
    behaviour: str
    predicate: str


def first_level(steps: int) -> str:
    """Return to whom the first objection goes.

    >>> first_level(1), first_level(2)
    ('superior', 'assessor')

    Source: PP 30/2019, Pasal 59(1), one step (C1)
    Source: training module of a ministry, two steps (C2)
    """
    return "superior" if _whole(steps, "steps", 1, 2) == 1 else "assessor"


def open_verbs(matter: Matter, today: date) -> frozenset[str]:
    """Return the verbs of VERBS that are open on a day, and 'finalise' once decided.

    The days are inclusive. The superior decides when the assessor has explained, or
    when the days for that are over; an assessor who does not settle in time opens the
    way to the superior. A decision of the superior is final at once.

    :raises ValueError: unknown state or level, not a date

    >>> heard = Matter("objected", "superior", answer_until=date(2026, 4, 20))
    >>> sorted(open_verbs(heard, date(2026, 4, 20)))
    ['explain', 'withdraw']
    >>> sorted(open_verbs(heard, date(2026, 4, 21)))
    ['decide', 'explain', 'withdraw']
    >>> settled = Matter("decided", "assessor", appeal_until=date(2026, 4, 20))
    >>> sorted(open_verbs(settled, date(2026, 4, 20)))
    ['appeal']
    >>> sorted(open_verbs(settled, date(2026, 4, 21)))
    ['finalise']

    Source: PP 30/2019, Pasal 59(1) to (4) (C1)
    Source: training module of a ministry, appeal within 7 days (C2)
    """
    _known(matter.state, STATES, "state of a matter")
    _day(today, "today")
    if matter.level is not None:
        _known(matter.level, LEVELS, "level of an objection")
    if matter.state == "delivered":
        in_time = matter.until is not None and today <= matter.until
        return frozenset({"object"} if in_time and matter.level is None else ())
    if matter.state == "objected":
        return _open_while_objected(matter, today)
    may_appeal = (
        matter.level == "assessor"
        and matter.appeal_until is not None
        and today <= matter.appeal_until
    )
    return frozenset({"appeal" if may_appeal else "finalise"})


def _open_while_objected(matter: Matter, today: date) -> frozenset[str]:
    is_over = matter.answer_until is None or today > matter.answer_until
    verbs = {"withdraw"}
    if matter.level == "assessor":
        verbs |= {"settle", "appeal"} if is_over else {"settle"}
        return frozenset(verbs)
    if not matter.answered:
        verbs.add("explain")
    if not matter.has_judge:
        verbs.add("appoint")
    elif matter.answered or is_over:
        verbs.add("decide")
    return frozenset(verbs)


def may_judge(person: int, employee: int | None, took_part: Collection[int]) -> bool:
    """Return whether a person may decide: nobody decides on their own matter.

    :param person: number of whoever wants to decide
    :param employee: number of the employee, if they have one
    :param took_part: numbers of the assessor and of whoever rated, delivered,
        explained or settled, in whatever office

    >>> may_judge(3, 1, {2}), may_judge(1, 1, {2}), may_judge(2, 1, {2})
    (True, False, False)

    Source: PP 30/2019, Pasal 59(2), another official than the assessor decides (C1)
    """
    return person != employee and person not in took_part


def decided_ratings(outcome: str, before: Ratings, result: str, behaviour: str):
    """Return the Ratings that hold after a decision.

    :param outcome: one of OUTCOMES
    :param result: result rating that the official sets, only looked at if changed
    :param behaviour: behaviour rating, likewise
    :raises ValueError: unknown outcome or rating, or 'changed' without any change

    >>> first = Ratings("meets", "meets", "good")
    >>> decided_ratings("changed", first, "above", "above").predicate
    'very_good'
    >>> decided_ratings("upheld", first, "", "") == first
    True
    >>> decided_ratings("changed", first, "meets", "meets")
    Traceback (most recent call last):
    ...
    ValueError: changed means another rating

    Source: PP 30/2019, Pasal 59(4), may change and set the result (C1)
    """
    if _known(outcome, OUTCOMES, "outcome") == "upheld":
        return before
    _known(result, RATINGS, "result rating")
    _known(behaviour, RATINGS, "behaviour rating")
    if (result, behaviour) == (before.result, before.behaviour):
        raise ValueError("changed means another rating")
    return Ratings(result, behaviour, predicate(result, behaviour))
