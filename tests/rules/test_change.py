# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Changes of post during the year: domain of PermenPANRB 6/2022, mostly practice."""

from datetime import date

import pytest

from kinerja_rules.change import EVENTS, effect, last_day, passes

CASES = [
    # event, closes the plan, opens another
    ("mutation", True, True),
    ("promotion", True, True),
    ("retirement", True, False),
    ("study", True, False),
    ("leave", True, False),
    ("plt", False, False),
    ("plh", False, False),
]


@pytest.mark.parametrize(("event", "closes", "opens"), CASES)
def test_each_event_has_its_effect(event, closes, opens):
    assert effect(event) == (closes, opens)


def test_the_table_is_complete():
    assert {case[0] for case in CASES} == set(EVENTS)


@pytest.mark.parametrize(
    ("event_day", "expected"),
    [
        (date(2026, 5, 15), date(2026, 5, 14)),
        (date(2026, 1, 1), date(2025, 12, 31)),
        (date(2028, 3, 1), date(2028, 2, 29)),
    ],
)
def test_the_old_plan_ends_the_day_before(event_day, expected):
    assert last_day(event_day) == expected


def test_only_results_of_the_organisation_pass():
    assert passes("organisation")
    assert not passes("individual")


@pytest.mark.parametrize("call", [effect, passes])
def test_unknown_words_are_refused(call):
    with pytest.raises(ValueError, match="other"):
        call("other")
