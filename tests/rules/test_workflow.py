# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who may do what in which state: PermenPANRB 6/2022, PP 30/2019 Pasal 59."""

from itertools import combinations

import pytest

from kinerja_rules.workflow import (
    ROLES,
    STATES,
    STEPS,
    allowed_actions,
    roles_of,
    target_state,
)

# Whatever is not in these tables is forbidden.
ALLOWED = {
    ("skp", "draft", "employee"): ("submit", "restore"),
    ("skp", "draft", "assessor"): ("restore", "cancel"),
    ("skp", "draft", "manager"): ("cancel",),
    ("skp", "submitted", "officer"): ("review", "return"),
    ("skp", "submitted", "employee"): ("restore",),
    ("skp", "submitted", "assessor"): ("return", "agree", "restore", "cancel"),
    ("skp", "submitted", "manager"): ("cancel",),
    ("skp", "reviewed", "officer"): ("return",),
    ("skp", "reviewed", "employee"): ("restore",),
    ("skp", "reviewed", "assessor"): ("return", "agree", "restore", "cancel"),
    ("skp", "reviewed", "manager"): ("cancel",),
    ("skp", "agreed", "assessor"): ("revise", "close"),
    ("skp", "agreed", "officer"): ("transfer",),
    ("skp", "agreed", "manager"): ("close", "transfer"),
    ("skp", "closed", "officer"): ("reopen",),
    ("skp", "closed", "manager"): ("reopen",),
    ("evaluation", "draft", "employee"): ("submit",),
    ("evaluation", "draft", "assessor"): ("rate",),
    ("evaluation", "submitted", "assessor"): ("rate", "return"),
    ("evaluation", "rated", "assessor"): ("rate", "deliver"),
    ("evaluation", "delivered", "employee"): ("acknowledge", "object"),
    ("evaluation", "delivered", "manager"): ("finalise",),
    ("evaluation", "objected", "employee"): ("withdraw", "appeal"),
    ("evaluation", "objected", "assessor"): ("explain", "settle"),
    ("evaluation", "objected", "manager"): ("appoint",),
    ("evaluation", "objected", "superior"): ("decide",),
    ("evaluation", "decided", "employee"): ("appeal",),
    ("evaluation", "decided", "manager"): ("finalise",),
    ("evaluation", "final", "manager"): ("reopen",),
}
TARGETS = {
    ("skp", "submit", "draft"): "submitted",
    ("skp", "review", "submitted"): "reviewed",
    ("skp", "return", "submitted"): "draft",
    ("skp", "return", "reviewed"): "draft",
    ("skp", "agree", "submitted"): "agreed",
    ("skp", "agree", "reviewed"): "agreed",
    ("skp", "revise", "agreed"): "draft",
    ("skp", "restore", "draft"): "agreed",
    ("skp", "restore", "submitted"): "agreed",
    ("skp", "restore", "reviewed"): "agreed",
    ("skp", "close", "agreed"): "closed",
    ("skp", "transfer", "agreed"): "closed",
    ("skp", "reopen", "closed"): "agreed",
    ("skp", "cancel", "draft"): "cancelled",
    ("skp", "cancel", "submitted"): "cancelled",
    ("skp", "cancel", "reviewed"): "cancelled",
    ("evaluation", "submit", "draft"): "submitted",
    ("evaluation", "rate", "draft"): "rated",
    ("evaluation", "rate", "submitted"): "rated",
    ("evaluation", "rate", "rated"): "rated",
    ("evaluation", "return", "submitted"): "draft",
    ("evaluation", "deliver", "rated"): "delivered",
    ("evaluation", "acknowledge", "delivered"): "delivered",
    ("evaluation", "object", "delivered"): "objected",
    ("evaluation", "withdraw", "objected"): "delivered",
    ("evaluation", "explain", "objected"): "objected",
    ("evaluation", "settle", "objected"): "decided",
    ("evaluation", "appeal", "objected"): "objected",
    ("evaluation", "appeal", "decided"): "objected",
    ("evaluation", "appoint", "objected"): "objected",
    ("evaluation", "decide", "objected"): "decided",
    ("evaluation", "finalise", "delivered"): "final",
    ("evaluation", "finalise", "decided"): "final",
    ("evaluation", "reopen", "final"): "rated",
}
VERBS = {
    "skp": (
        "submit",
        "review",
        "return",
        "agree",
        "revise",
        "restore",
        "close",
        "transfer",
        "reopen",
        "cancel",
    ),
    "evaluation": (
        "submit",
        "rate",
        "return",
        "deliver",
        "acknowledge",
        "object",
        "withdraw",
        "explain",
        "settle",
        "appeal",
        "appoint",
        "decide",
        "finalise",
        "reopen",
    ),
}
EVERY_STATE = [(document, state) for document in STATES for state in STATES[document]]


def role_sets():
    for size in range(len(ROLES) + 1):
        yield from combinations(ROLES, size)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("document", "state"), EVERY_STATE)
def test_single_role(document, state, role):
    expected = ALLOWED.get((document, state, role), ())
    assert allowed_actions(document, state, [role]) == expected


@pytest.mark.parametrize(("document", "state"), EVERY_STATE)
def test_several_roles_add_up_except_for_the_employee(document, state):
    for roles in role_sets():
        counted = ["employee"] if "employee" in roles else roles
        expected = {
            verb
            for role in counted
            for verb in ALLOWED.get((document, state, role), ())
        }
        actions = allowed_actions(document, state, roles)
        assert actions == tuple(v for v in VERBS[document] if v in expected)


def test_nobody_decides_on_their_own_matter():
    others = {"employee", "assessor", "superior", "officer", "manager"}
    assert allowed_actions("skp", "submitted", others) == ("restore",)
    assert allowed_actions("skp", "draft", others) == ("submit", "restore")
    assert allowed_actions("skp", "agreed", others) == ()
    assert allowed_actions("skp", "closed", others) == ()
    assert allowed_actions("evaluation", "rated", others) == ()
    assert allowed_actions("evaluation", "objected", others) == ("withdraw", "appeal")
    assert allowed_actions("evaluation", "decided", others) == ("appeal",)
    assert allowed_actions("evaluation", "final", others) == ()


@pytest.mark.parametrize(("document", "state"), EVERY_STATE)
def test_auditor_changes_nothing(document, state):
    assert allowed_actions(document, state, ["auditor"]) == ()


def test_auditor_who_is_also_assessor_still_assesses():
    assert allowed_actions("evaluation", "draft", ["auditor", "assessor"]) == ("rate",)


def test_end_is_the_end():
    assert allowed_actions("skp", "cancelled", set(ROLES) - {"employee"}) == ()


def test_only_the_agency_manager_reopens_what_is_final():
    others = set(ROLES) - {"manager"}
    assert allowed_actions("evaluation", "final", others - {"employee"}) == ()
    assert allowed_actions("evaluation", "final", others) == ()
    assert allowed_actions("evaluation", "final", {"manager"}) == ("reopen",)


def test_of_a_closed_plan_only_the_closing_is_undone():
    everybody = set(ROLES) - {"employee"}
    assert allowed_actions("skp", "closed", everybody) == ("reopen",)


@pytest.mark.parametrize(("document", "state"), EVERY_STATE)
@pytest.mark.parametrize("verb", sorted({*VERBS["skp"], *VERBS["evaluation"]}))
def test_target_of_verb(document, verb, state):
    target = TARGETS.get((document, verb, state))
    if target:
        assert target_state(document, verb, state) == target
    else:
        with pytest.raises(ValueError, match=verb):
            target_state(document, verb, state)


@pytest.mark.parametrize("document", STATES)
def test_allowed_verbs_have_a_target_and_each_verb_somebody(document):
    used = set()
    for state in STATES[document]:
        for role in ROLES:
            for verb in allowed_actions(document, state, [role]):
                assert target_state(document, verb, state) in STATES[document]
                used.add((verb, state))
    assert used == {(verb, state) for kind, verb, state in TARGETS if kind == document}


@pytest.mark.parametrize("document", STATES)
def test_verbs_have_their_order_and_known_words(document):
    assert tuple(step.verb for step in STEPS[document]) == VERBS[document]
    for step in STEPS[document]:
        assert set(step.sources) | {step.target} <= set(STATES[document])
        assert set(step.roles) <= set(ROLES)


def test_roles_may_be_a_generator_or_empty():
    assert allowed_actions("skp", "draft", (role for role in ["employee"]))
    assert allowed_actions("skp", "draft", []) == ()


@pytest.mark.parametrize("wrong", ["", "SKP", "asn.skp", None, 1, []])
def test_unknown_document_is_refused(wrong):
    with pytest.raises(ValueError, match="unknown document"):
        allowed_actions(wrong, "draft", ["employee"])
    with pytest.raises(ValueError, match="unknown document"):
        target_state(wrong, "submit", "draft")


@pytest.mark.parametrize("wrong", ["", "Draft", "rated", "final", None, 1, []])
def test_unknown_state_is_refused(wrong):
    with pytest.raises(ValueError, match="unknown state of a skp"):
        allowed_actions("skp", wrong, ["employee"])
    with pytest.raises(ValueError, match="unknown state of a skp"):
        target_state("skp", "submit", wrong)


@pytest.mark.parametrize("roles", [["citizen"], ["employee", "admin"], "employee", [1]])
def test_unknown_role_is_refused(roles):
    with pytest.raises(ValueError, match="unknown role"):
        allowed_actions("skp", "draft", roles)


@pytest.mark.parametrize("wrong", ["", "Submit", "rate", "unlink", None, 1, []])
def test_unknown_verb_is_refused(wrong):
    with pytest.raises(ValueError, match="unknown verb of a skp"):
        target_state("skp", wrong, "draft")


def test_roles_of_a_verb_are_those_that_may_use_it_in_some_state():
    for document, steps in STEPS.items():
        for step in steps:
            may = {
                role
                for kind, state, role in ALLOWED
                if kind == document and step.verb in ALLOWED[kind, state, role]
            }
            assert set(roles_of(document, step.verb)) == may


@pytest.mark.parametrize("words", [("skp", "rate"), ("letter", "submit")])
def test_roles_of_an_unknown_verb_or_document_are_refused(words):
    with pytest.raises(ValueError, match="unknown|no "):
        roles_of(*words)
