# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How far a citizen's answer can be trusted.

No regulation classifies answers; the public index counts more classes than an
appraisal may. A poster can be photographed, staff could rate themselves, and rejecting
at the door would teach them how: a suspicious answer is kept, but apart.

>>> CLASSES
('verified', 'kiosk', 'walkup', 'internal', 'quarantined')
"""

from decimal import Decimal
from typing import NamedTuple

from . import _flag

CLASSES = ("verified", "kiosk", "walkup", "internal", "quarantined")
# Nobody reads the page and taps faster than this.
FASTEST_S = 2
# A form left open longer proves nothing about who stands at the device.
FRESH_S = 2 * 60 * 60


class Facts(NamedTuple):
    """What is known about one answer when it arrives; none may be left out."""

    code_valid: bool
    kiosk_paired: bool
    internal_session: bool
    office_network: bool
    nonce_age_s: Decimal | int
    straight_line: bool
    burst: bool
    over_cap: bool


def classify(facts: Facts) -> str:
    """Return the trust class of an answer.

    Quarantined: sent in less than 2 s after the form was issued, a straight line, a
    burst, or more answers than people served. Internal: a session of staff, or the
    office network without code or kiosk. Then verified by a code, a paired kiosk whose
    form is at most 2 h old, and walkup for all others.

    :param facts: all facts; `nonce_age_s` in seconds, below 0 when clocks disagree
    :return: key of CLASSES
    :raises ValueError: a fact that is not True or False, an age that is not finite

    >>> visit = Facts(True, False, False, False, 40, False, False, False)
    >>> classify(visit)
    'verified'
    >>> classify(visit._replace(nonce_age_s=1))
    'quarantined'
    >>> classify(visit._replace(code_valid=False, office_network=True))
    'internal'

    Source: house rule against ballot stuffing, asked for by no regulation (M)
    """
    age = _checked_age(facts)
    if age < FASTEST_S or facts.straight_line or facts.burst or facts.over_cap:
        return "quarantined"
    from_office = facts.office_network and not (facts.code_valid or facts.kiosk_paired)
    if facts.internal_session or from_office:
        return "internal"
    if facts.code_valid:
        return "verified"
    if facts.kiosk_paired and age <= FRESH_S:
        return "kiosk"
    return "walkup"


def _checked_age(facts: Facts) -> Decimal:
    for name, value in facts._asdict().items():
        if name != "nonce_age_s":
            _flag(value, name)
    age = facts.nonce_age_s
    # A clock may well give a float; it is compared here, never calculated with.
    if isinstance(age, bool) or not isinstance(age, Decimal | int | float):
        raise ValueError(f"nonce_age_s must be a number, not {age!r}")
    if not Decimal(age).is_finite():
        raise ValueError(f"nonce_age_s must be finite, not {age!r}")
    return Decimal(age)
