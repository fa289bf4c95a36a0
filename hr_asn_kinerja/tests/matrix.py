# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who may do what: the table of the plan's section 6 for what exists now."""

from typing import NamedTuple

from .common import ROLES

PEOPLE = ("own", "assessor", "superior", "auditor", "acting")
WITH_AGENCY = (*PEOPLE, "officer", "manager")
MANAGERS = ("manager", "manager_b")
LIBRARIANS = ("officer", "officer_out", "manager")
FOLLOWERS = (*PEOPLE, "manager")
RATERS = ("assessor", "acting")
BOTH_SIDES = ("own", "assessor", "acting")
EVERYBODY = tuple(role for role in ROLES if role != "manager_b")
WITH_GIVER = (*PEOPLE, "outsider")
GIVERS = tuple(role for role in EVERYBODY if role != "own")
ASKERS = tuple(role for role in EVERYBODY if role != "outsider")


class Cell(NamedTuple):
    """A record of the tests, and the roles that may do each thing with it."""

    record: str
    read: tuple = ()
    write: tuple = ()
    create: tuple = ()
    unlink: tuple = ()


# nobody but the listed roles may; an empty tuple means nobody at all
MATRIX = (
    Cell("asn.skp draft", WITH_AGENCY, ("own",)),
    Cell("asn.skp agreed", WITH_AGENCY),
    Cell("asn.skp.result draft", WITH_AGENCY, ("own",), ("own",), ("own",)),
    Cell("asn.skp.result agreed", WITH_AGENCY),
    Cell("asn.skp.indicator draft", WITH_AGENCY, ("own",), ("own",), ("own",)),
    Cell("asn.skp.indicator agreed", WITH_AGENCY),
    Cell("asn.skp.remark", WITH_AGENCY, (), ("assessor", "acting")),
    Cell("asn.skp.submission", WITH_AGENCY),
    Cell("asn.dialogue open", WITH_AGENCY, *[("own", "assessor", "acting")] * 2),
    Cell("asn.dialogue closed", WITH_AGENCY, (), ("own", "assessor", "acting")),
    Cell("asn.feedback", (*WITH_GIVER, "manager"), ("outsider",), GIVERS),
    Cell("asn.feedback.request", ("own", "outsider", "auditor"), (), ASKERS),
    Cell("asn.indicator.template", EVERYBODY, LIBRARIANS, LIBRARIANS),
    Cell("asn.indicator.template.line", EVERYBODY, *[LIBRARIANS] * 3),
    Cell("asn.indicator.template.vote", ("own",)),
    Cell("asn.matrix.member", WITH_AGENCY),
    Cell("asn.skp.version", WITH_AGENCY),
    Cell("asn.skp.event", WITH_AGENCY),
    Cell("asn.skp.behaviour draft", WITH_AGENCY, BOTH_SIDES),
    Cell("asn.skp.behaviour agreed", WITH_AGENCY),
    Cell("asn.skp.annex draft", WITH_AGENCY, *[BOTH_SIDES] * 3),
    Cell("asn.skp.annex agreed", WITH_AGENCY),
    Cell("asn.evaluation draft", PEOPLE, ("own",)),
    Cell("asn.evaluation rated", PEOPLE),
    Cell("asn.evaluation delivered", WITH_AGENCY),
    Cell("asn.indicator.realisation draft", PEOPLE, ("own",)),
    Cell("asn.indicator.realisation rated", PEOPLE),
    Cell("asn.indicator.realisation delivered", WITH_AGENCY),
    Cell(
        "asn.assessment draft",
        ("assessor", "superior", "auditor", "acting"),
        ("assessor", "acting"),
    ),
    Cell(
        "asn.assessment rated",
        ("assessor", "superior", "auditor", "acting"),
        ("assessor", "acting"),
    ),
    Cell("asn.assessment delivered", ("assessor", "superior", "auditor", "acting")),
    Cell("asn.action.plan", WITH_AGENCY, *[("own",)] * 3),
    Cell("asn.progress", WITH_AGENCY, *[("own",)] * 3),
    Cell("asn.progress locked", WITH_AGENCY),
    Cell("asn.progress.template", *[("own",)] * 4),
    Cell("asn.followup", FOLLOWERS, RATERS),
    Cell("asn.followup.step", FOLLOWERS, *[RATERS] * 3),
    Cell("asn.pay.table", ("manager", "auditor"), *[("manager",)] * 3),
    Cell(
        "asn.legacy.score",
        ("own", "officer", "manager", "auditor"),
        (),
        ("manager",),
    ),
    Cell("asn.credit.account", ("own", "officer", "manager", "auditor")),
    Cell("asn.credit", ("own", "officer", "manager", "auditor"), (), ("manager",)),
    *(
        Cell(
            f"asn.assessment.behaviour {stage}",
            ("assessor", "superior", "auditor", "acting"),
            () if stage == "delivered" else ("assessor", "acting"),
        )
        for stage in ("draft", "rated", "delivered")
    ),
    Cell("asn.evaluation.behaviour delivered", WITH_AGENCY),
    Cell("asn.decision agreed", WITH_AGENCY),
    Cell("asn.decision rated", PEOPLE),
    Cell("asn.decision delivered", WITH_AGENCY),
    Cell(
        "asn.unit.performance draft",
        EVERYBODY,
        ("manager",),
        ("manager",),
        ("manager",),
    ),
    Cell("asn.unit.performance approved", EVERYBODY),
    Cell("asn.unit.performance.log", EVERYBODY),
    Cell(
        "asn.delegation",
        ("acting", "manager", "auditor"),
        ("manager",),
        ("manager",),
    ),
    Cell(
        "asn.officer.scope",
        ("officer", "manager", "auditor"),
        ("manager",),
        ("manager",),
    ),
    Cell("asn.role.assignment", ("manager", "auditor"), ("manager",), ("manager",)),
    Cell("asn.role.history", ("manager", "auditor")),
    Cell("asn.period", EVERYBODY, ("manager",), ("manager",), ("manager",)),
    Cell("asn.period.interval", EVERYBODY, ("manager",), ("manager",), ("manager",)),
    Cell("asn.interval.lock", ("manager", "auditor")),
    Cell("asn.job", ("manager", "auditor")),
    Cell("asn.job.line", ("manager", "auditor")),
    Cell("asn.read.log", ("auditor",)),
    Cell("asn.objection waiting", PEOPLE, ("own",)),
    Cell("asn.objection decided", WITH_AGENCY),
    Cell("asn.chain.heads", ("auditor",)),
    Cell("asn.holiday", EVERYBODY, ("manager",), ("manager",), ("manager",)),
    Cell("asn.reminder", ("manager", "auditor")),
    Cell("asn.approval.step", ("manager", "auditor"), *[("manager",)] * 3),
    Cell("asn.excuse", ("manager", "auditor"), *[("manager",)] * 3),
    Cell(
        "asn.data.correction",
        ("own", "officer", "manager", "auditor"),
        ("officer", "manager"),
    ),
    Cell("asn.start", ("officer", "officer_out", "manager"), ("manager",)),
    Cell("asn.start.step", ("officer", "officer_out", *MANAGERS)),
    # one list for all agencies
    Cell(
        "asn.data.check", ("officer", "officer_out", "manager", "manager_b", "auditor")
    ),
    Cell("asn.rank", ROLES, MANAGERS, MANAGERS),
    Cell("asn.behaviour", ROLES),
    Cell("asn.behaviour.indicator", ROLES),
    Cell("asn.annex.text", EVERYBODY, *[("manager",)] * 3),
    Cell("asn.recap.result", ("manager", "auditor"), (), (), ("manager",)),
    Cell("asn.distribution.pattern", EVERYBODY, *[("manager",)] * 3),
    Cell("asn.distribution.reason", ("superior", "manager", "auditor")),
    Cell("asn.calibration", ("superior", "manager", "auditor"), *[("manager",)] * 3),
    Cell(
        "asn.calibration.member",
        ("superior", "manager", "auditor"),
        (),
        *[("manager",)] * 2,
    ),
    Cell("asn.calibration.seat", ("manager", "auditor")),
    Cell("asn.calibration.change", ("assessor", "superior", "auditor", "acting")),
)
# what a write tries, by model: something that the owner of the record may change
WRITES = {
    "asn.action.plan": {"name": "Other"},
    "asn.progress": {"name": "Other"},
    "asn.progress.template": {"name": "Other"},
    "asn.skp": {"approach": "qualitative"},
    "asn.skp.result": {"name": "Other"},
    "asn.skp.indicator": {"name": "Other"},
    "asn.skp.remark": {"text": "Other"},
    "asn.skp.submission": {"content": "{}"},
    "asn.dialogue": {"agreements": "Other"},
    "asn.feedback": {"words": "Other"},
    "asn.feedback.request": {"question": "Other"},
    "asn.indicator.template": {"unit_tag": "Other"},
    "asn.indicator.template.line": {"name": "Other"},
    "asn.indicator.template.vote": {"template_id": False},
    "asn.matrix.member": {"note": "Other"},
    "asn.skp.version": {"note": "Other"},
    "asn.skp.event": {"summary": "Other"},
    "asn.skp.behaviour": {"expectation": "Other"},
    "asn.skp.annex": {"name": "Other"},
    "asn.behaviour": {"name": "Other"},
    "asn.behaviour.indicator": {"name": "Other"},
    "asn.annex.text": {"name": "Other"},
    "asn.evaluation": {"employee_note": "Other"},
    "asn.indicator.realisation": {"note": "Other"},
    "asn.assessment": {"recommendation": "Other"},
    "asn.credit.account": {"grade": "ahli_muda"},
    "asn.credit": {"amount": 99},
    "asn.pay.table": {"note": "Other"},
    "asn.legacy.score": {"document": "Other"},
    "asn.followup": {"goal": "Other"},
    "asn.followup.step": {"name": "Other"},
    "asn.assessment.behaviour": {"reason": "Other"},
    "asn.evaluation.behaviour": {"rating": "below"},
    "asn.decision": {"note": "Other"},
    "asn.unit.performance": {"note": "Other"},
    "asn.unit.performance.log": {"note": "Other"},
    "asn.delegation": {"date_to": "2030-01-01"},
    "asn.officer.scope": {"date_to": "2030-01-01"},
    "asn.role.assignment": {"date_to": "2030-01-01"},
    "asn.role.history": {"number": "Other"},
    "asn.period": {"name": "Other"},
    "asn.period.interval": {"sequence": 99},
    "asn.interval.lock": {"reason": "Other"},
    "asn.job": {"state": "stopped"},
    "asn.job.line": {"label": "Other"},
    "asn.read.log": {"hour": "2026-01-01 00:00:00"},
    "asn.objection": {"evidence_ids": []},
    "asn.chain.heads": {"digest": "Other"},
    "asn.holiday": {"name": "Other"},
    "asn.reminder": {"date": "2026-01-02"},
    "asn.approval.step": {"sequence": 99},
    "asn.excuse": {"reason": "other"},
    "asn.data.correction": {"answer": "Other"},
    "asn.data.check": {"name": "Other"},
    "asn.start": {"is_hidden": True},
    "asn.start.step": {"name": "Other"},
    "asn.rank": {"name": "Other"},
    "asn.recap.result": {"predicate": "poor"},
    "asn.distribution.pattern": {"good": 5},
    "asn.distribution.reason": {"text": "Other"},
    "asn.calibration": {"official_id": False},
    "asn.calibration.member": {"role_id": False},
    "asn.calibration.seat": {"user_id": False},
    "asn.calibration.change": {"reason": "Other"},
}
