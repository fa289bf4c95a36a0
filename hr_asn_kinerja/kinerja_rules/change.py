# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What happens to a plan when its employee changes post or leaves during the year.

The texts seen so far name the cases, not the days: the handling is that of the
national application and of practice, so the wizard lets the officer choose.

>>> effect("mutation")
Effect(closes=True, opens=True)
>>> last_day(date(2026, 5, 15))
datetime.date(2026, 5, 14)
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from . import _known


class Effect(NamedTuple):
    """Whether an event ends the running plan, and whether a new one follows."""

    closes: bool
    opens: bool


EVENTS: Mapping[str, Effect] = {
    "mutation": Effect(closes=True, opens=True),
    "promotion": Effect(closes=True, opens=True),
    "retirement": Effect(closes=True, opens=False),
    "study": Effect(closes=True, opens=False),
    "leave": Effect(closes=True, opens=False),
    "plt": Effect(closes=False, opens=False),
    "plh": Effect(closes=False, opens=False),
}
SCOPES = ("organisation", "individual")


def effect(event: str) -> Effect:
    """Return what an event does to the running plan.

    An acting duty (Plt, Plh) leaves the main plan as it is; after a retirement, a
    study assignment or a long leave no plan follows unless it is wanted.

    :param event: a key of EVENTS
    :raises ValueError: unknown event

    >>> effect("plt").closes, effect("retirement").opens
    (False, False)

    Source: PermenPANRB 6/2022, changes during the year, practice of agencies (M)
    """
    return EVENTS[_known(event, EVENTS, "event")]


def last_day(event_day: date) -> date:
    """Return the last day of the old plan: the day before the event takes effect.

    >>> last_day(date(2026, 1, 1))
    datetime.date(2025, 12, 31)

    Source: PermenPANRB 6/2022, closing evaluation by the old official (M)
    """
    return event_day - timedelta(days=1)


def passes(scope: str) -> bool:
    """Return whether a result of this scope passes to the successor in the post.

    :param scope: 'organisation' or 'individual'
    :raises ValueError: unknown scope

    >>> passes("organisation"), passes("individual")
    (True, False)

    Source: e-Kinerja BKN, classification of results: organisasi, individu (C2)
    """
    return _known(scope, SCOPES, "scope") == "organisation"
