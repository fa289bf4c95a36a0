# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the performance officer mends in a plan beside its flow; the state stays.

>>> allowed_acts("draft", {"officer"})
('allow_late', 'reassign')
"""

from collections.abc import Iterable

from . import _known
from .workflow import ROLES, SKP_RUNNING, STATES

# act: states in which it is possible, roles that may
ACTS = {
    "allow_late": (("draft",), ("officer", "manager")),
    "reassign": (SKP_RUNNING, ("officer", "manager")),
}


def allowed_acts(state: str, roles: Iterable[str]) -> tuple[str, ...]:
    """Return what somebody with these roles may mend in a plan now.

    Nobody mends their own plan, whatever other roles they hold.

    :param state: state of the plan
    :param roles: keys of ROLES that the person has towards this plan
    :raises ValueError: unknown state or role

    >>> allowed_acts("agreed", {"manager"})
    ('reassign',)
    >>> allowed_acts("draft", {"officer", "employee"})
    ()

    Source: PermenPANRB 6/2022, pengelola kinerja look after the plans (C2)
    """
    _known(state, STATES["skp"], "state of a skp")
    held = {_known(role, ROLES, "role") for role in roles}
    if "employee" in held:
        return ()
    return tuple(
        act
        for act, (states, may) in ACTS.items()
        if state in states and held.intersection(may)
    )
