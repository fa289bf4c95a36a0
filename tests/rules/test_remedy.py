# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Objection: PP 30/2019 Pasal 59; two steps as taught by one ministry."""

from datetime import date, datetime

import pytest

from kinerja_rules.predicate import MATRIX
from kinerja_rules.remedy import (
    Matter,
    Ratings,
    decided_ratings,
    first_level,
    may_judge,
    open_verbs,
)

LAST = date(2026, 4, 24)
IN_TIME, LATE = LAST, date(2026, 4, 25)
FIRST = Ratings("meets", "meets", "good")


@pytest.mark.parametrize(
    ("matter", "today", "expected"),
    [
        # Pasal 59(1): within the days, the last one inclusive, once
        (Matter("delivered", until=LAST), IN_TIME, {"object"}),
        (Matter("delivered", until=LAST), LATE, set()),
        (Matter("delivered"), IN_TIME, set()),
        (Matter("delivered", "superior", LAST), IN_TIME, set()),
        # Pasal 59(3): the assessor is asked, the superior then decides
        (
            Matter("objected", "superior", answer_until=LAST),
            IN_TIME,
            {"withdraw", "explain"},
        ),
        (
            Matter("objected", "superior", answer_until=LAST),
            LATE,
            {"withdraw", "explain", "decide"},
        ),
        (
            Matter("objected", "superior", answered=True, answer_until=LAST),
            IN_TIME,
            {"withdraw", "decide"},
        ),
        # nobody who may decide: somebody is appointed first
        (
            Matter("objected", "superior", answered=True, has_judge=False),
            IN_TIME,
            {"withdraw", "appoint"},
        ),
        # two steps: the assessor settles; silence opens the way to the superior
        (
            Matter("objected", "assessor", answer_until=LAST),
            IN_TIME,
            {"withdraw", "settle"},
        ),
        (
            Matter("objected", "assessor", answer_until=LAST),
            LATE,
            {"withdraw", "settle", "appeal"},
        ),
        (Matter("decided", "assessor", appeal_until=LAST), IN_TIME, {"appeal"}),
        (Matter("decided", "assessor", appeal_until=LAST), LATE, {"finalise"}),
        # Pasal 59(4): the decision of the superior is final
        (Matter("decided", "superior", appeal_until=LAST), IN_TIME, {"finalise"}),
        (Matter("decided"), IN_TIME, {"finalise"}),
    ],
)
def test_open_verbs(matter, today, expected):
    assert open_verbs(matter, today) == expected


def test_levels_follow_the_number_of_steps():
    assert (first_level(1), first_level(2)) == ("superior", "assessor")
    for wrong in (0, 3, True, "1", None):
        with pytest.raises(ValueError, match="steps must be"):
            first_level(wrong)


def test_nobody_decides_on_their_own_matter():
    assert may_judge(7, 1, {2, 3})
    assert not may_judge(1, 1, ())
    assert not may_judge(2, 1, {2, 3})
    assert may_judge(7, None, ())


@pytest.mark.parametrize(("pair", "predicate"), MATRIX.items())
def test_a_changed_result_follows_the_matrix(pair, predicate):
    if pair == ("meets", "meets"):
        with pytest.raises(ValueError, match="another rating"):
            decided_ratings("changed", FIRST, *pair)
    else:
        assert decided_ratings("changed", FIRST, *pair) == Ratings(*pair, predicate)
    assert decided_ratings("upheld", FIRST, *pair) == FIRST


@pytest.mark.parametrize(
    "words", [("lost", "above", "above"), ("changed", "", "above")]
)
def test_unknown_words_are_refused(words):
    outcome, result, behaviour = words
    with pytest.raises(ValueError, match="unknown"):
        decided_ratings(outcome, FIRST, result, behaviour)


def test_unknown_matters_are_refused():
    for matter in (Matter("rated"), Matter("objected", "judge")):
        with pytest.raises(ValueError, match="unknown"):
            open_verbs(matter, LAST)
    with pytest.raises(ValueError, match="today must be a date"):
        open_verbs(Matter("decided"), datetime(2026, 4, 24))
