# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who may take which step with an SKP and with an evaluation.

Roles and duties follow PermenPANRB 6/2022 (planning, evaluation) and PP 30/2019
(officials; objection in Pasal 59). The names of the states are those of this product.

>>> allowed_actions("skp", "submitted", {"assessor"})
('return', 'agree', 'restore', 'cancel')
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from . import _known

# superior: the superior of the assessor, who decides on objections
ROLES = ("employee", "assessor", "superior", "officer", "manager", "auditor")
STATES: Mapping[str, tuple[str, ...]] = {
    "skp": ("draft", "submitted", "reviewed", "agreed", "closed", "cancelled"),
    "evaluation": (
        "draft",
        "submitted",
        "rated",
        "delivered",
        "objected",
        "decided",
        "final",
    ),
}
# states of an SKP that belong together: what it is handed in for, what is not agreed
# (yet, or again), what holds, and what can still change
SKP_WAITING = ("submitted", "reviewed")
SKP_OPEN = ("draft", *SKP_WAITING)
SKP_HOLDING = ("agreed", "closed")
SKP_RUNNING = (*SKP_OPEN, "agreed")


class Step(NamedTuple):
    """A verb: the states it starts from, the one it leads to, who may do it."""

    verb: str
    sources: tuple[str, ...]
    target: str
    roles: tuple[str, ...]


STEPS: Mapping[str, tuple[Step, ...]] = {
    "skp": (
        Step("submit", ("draft",), "submitted", ("employee",)),
        Step("review", ("submitted",), "reviewed", ("officer",)),
        Step("return", SKP_WAITING, "draft", ("assessor", "officer")),
        # Also from submitted: an agency may work without the review.
        Step("agree", SKP_WAITING, "agreed", ("assessor",)),
        Step("revise", ("agreed",), "draft", ("assessor",)),
        # Back to the version that was agreed before: the revision is given up.
        Step(
            "restore",
            SKP_OPEN,
            "agreed",
            ("employee", "assessor"),
        ),
        Step("close", ("agreed",), "closed", ("assessor", "manager")),
        # A letter moved the employee: the officer carries it out.
        Step("transfer", ("agreed",), "closed", ("officer", "manager")),
        Step("reopen", ("closed",), "agreed", ("officer", "manager")),
        Step(
            "cancel",
            SKP_OPEN,
            "cancelled",
            ("assessor", "manager"),
        ),
    ),
    "evaluation": (
        Step("submit", ("draft",), "submitted", ("employee",)),
        # Also from draft: an employee who never submits must not block the appraisal.
        Step("rate", ("draft", "submitted", "rated"), "rated", ("assessor",)),
        Step("return", ("submitted",), "draft", ("assessor",)),
        Step("deliver", ("rated",), "delivered", ("assessor",)),
        # To have read it is not to give up the right to object: the state stays.
        Step("acknowledge", ("delivered",), "delivered", ("employee",)),
        Step("object", ("delivered",), "objected", ("employee",)),
        Step("withdraw", ("objected",), "delivered", ("employee",)),
        Step("explain", ("objected",), "objected", ("assessor",)),
        # Two steps: the assessor may settle it, from which the employee may appeal.
        Step("settle", ("objected",), "decided", ("assessor",)),
        Step("appeal", ("objected", "decided"), "objected", ("employee",)),
        Step("appoint", ("objected",), "objected", ("manager",)),
        Step("decide", ("objected",), "decided", ("superior",)),
        Step("finalise", ("delivered", "decided"), "final", ("manager",)),
        # Only by an order with a number; the frozen document stays as it was.
        Step("reopen", ("final",), "rated", ("manager",)),
    ),
}


def allowed_actions(document: str, state: str, roles: Iterable[str]) -> tuple[str, ...]:
    """Return the verbs that somebody with these roles may use now.

    Nobody decides on their own matter: whoever is the employee of the document keeps
    the employee's verbs only, whatever other roles they hold. The auditor role gives
    no verb and takes none away.

    :param document: 'skp' or 'evaluation'
    :param state: key of STATES[document]
    :param roles: keys of ROLES that the person has towards this document
    :return: verbs in the order of STEPS[document]
    :raises ValueError: unknown document, state or role

    >>> allowed_actions("evaluation", "delivered", {"employee", "assessor"})
    ('acknowledge', 'object')
    >>> allowed_actions("evaluation", "objected", {"superior"})
    ('decide',)
    >>> allowed_actions("evaluation", "final", {"auditor"})
    ()

    Source: PP 30/2019, officials of the appraisal, and Pasal 59 on objections (C2)
    """
    steps = _steps(document, state)
    held = {_known(role, ROLES, "role") for role in roles}
    if "employee" in held:
        held = {"employee"}
    return tuple(
        step.verb
        for step in steps
        if state in step.sources and held.intersection(step.roles)
    )


def roles_of(document: str, verb: str) -> tuple[str, ...]:
    """Return the roles that may use a verb in some state.

    :param document: 'skp' or 'evaluation'
    :param verb: a verb of STEPS[document]
    :raises ValueError: unknown document or verb

    >>> roles_of("skp", "return")
    ('assessor', 'officer')

    Source: PP 30/2019, officials of the appraisal (C2)
    """
    _known(document, STEPS, "document")
    by_verb = {step.verb: step for step in STEPS[document]}
    return by_verb[_known(verb, by_verb, f"verb of a {document}")].roles


def target_state(document: str, verb: str, state: str) -> str:
    """Return the state to which a verb leads.

    :param document: 'skp' or 'evaluation'
    :param verb: a verb of STEPS[document]
    :param state: state in which the document is now
    :raises ValueError: unknown document, verb or state, or no such step from this state

    >>> target_state("skp", "agree", "reviewed")
    'agreed'
    >>> target_state("skp", "agree", "closed")
    Traceback (most recent call last):
    ...
    ValueError: no agree of a skp in state closed

    Source: PermenPANRB 6/2022, Pasal 5, phases; PP 30/2019, Pasal 59 (C2)
    """
    by_verb = {step.verb: step for step in _steps(document, state)}
    step = by_verb[_known(verb, by_verb, f"verb of a {document}")]
    if state not in step.sources:
        raise ValueError(f"no {verb} of a {document} in state {state}")
    return step.target


def _steps(document: str, state: str) -> tuple[Step, ...]:
    _known(document, STEPS, "document")
    _known(state, STATES[document], f"state of a {document}")
    return STEPS[document]
