# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The records of the matrix that belong to distribution and calibration."""


def make_calibration(cls, evaluation):
    """Return a prepared session of the superior about `evaluation`, and its parts."""
    agency = {"company_id": cls.agency.id}
    place = {
        "department_id": cls.section.id,
        "interval_id": evaluation.interval_id.id,
    }
    role, other = make_roles(cls, agency)
    session = cls.env["asn.calibration"].create(
        {
            **agency,
            **place,
            "official_id": cls.people["superior"].id,
            "member_ids": [(0, 0, {"role_id": role.id})],
        }
    )
    begun = session.copy({"department_id": cls.other_unit.id})
    cls.fresh = {
        "asn.calibration": {"department_id": cls.unit.id},
        "asn.calibration.member": {"role_id": other.id},
    }
    values = {
        "asn.distribution.pattern": {**agency, "rating": "good"},
        "asn.distribution.reason": {
            **place,
            "text": "Reason",
            "user_id": cls.users["superior"].id,
            "written_at": "2026-04-01 00:00:00",
        },
        **get_parts(session, begun, evaluation),
    }
    return {
        "asn.calibration": session,
        "asn.calibration.member": session.member_ids,
        **{model: cls.env[model].create(one) for model, one in values.items()},
    }


def make_roles(cls, agency):
    """Appoint a member, and somebody who may become one."""
    return [
        cls.env["asn.role.assignment"].create(
            {
                **agency,
                "user_id": cls.users[role].id,
                "role": "calibration",
                "date_from": "2026-01-01",
            }
        )
        for role in ("officer", "officer_out")
    ]


def get_parts(session, begun, evaluation):
    """Return the values of a seat, and of a change in a session that has begun."""
    member = session.member_ids
    about = {"calibration_id": session.id, "evaluation_id": evaluation.id}
    return {
        "asn.calibration.seat": {
            **about,
            "member_id": member.id,
            "user_id": member.user_id.id,
        },
        "asn.calibration.change": {
            **about,
            "calibration_id": begun.id,
            "kind": "change",
            "user_id": member.user_id.id,
            "happened_at": "2026-04-01 00:00:00",
            "reason": "Reason",
        },
    }
