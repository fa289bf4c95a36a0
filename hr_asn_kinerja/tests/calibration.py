# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command

from .common import KinerjaCase


class CalibrationCase(KinerjaCase):
    """A section of people with proposed ratings, and a session about them."""

    @classmethod
    def _make_staff(cls, number, unit=None, leader=None, state="agreed"):
        """Return plans of so many new people without login."""
        staff = cls.env["hr.employee"]
        leader = leader or cls.people["assessor"]
        for count in range(number):
            staff += cls._make_employee(
                f"Staff {count:02}", unit or cls.section, leader
            )
        return cls._make_plans(staff, state)

    @classmethod
    def _make_plans(cls, people, state="agreed"):
        plans = cls.env["asn.skp"].create(
            [
                {
                    "employee_id": person.id,
                    "period_id": cls.period.id,
                    "result_ids": [Command.create(cls._prepare_result_values())],
                }
                for person in people
            ]
        )
        plans.write({"state": state})
        return plans

    @classmethod
    def _open(cls, interval=None):
        interval = interval or cls.interval
        cls._as(interval, cls.users["manager"]).action_open_evaluations()
        return interval.evaluation_ids

    @classmethod
    def _propose(cls, evaluations, result="meets", behaviour="meets", state="rated"):
        """Fill worksheets as their assessors would."""
        sheets = cls.env["asn.assessment"].search(
            [("evaluation_id", "in", evaluations.ids)]
        )
        sheets.write({"result_rating": result, "behaviour_rating": behaviour})
        evaluations.write({"state": state})
        return sheets

    @classmethod
    def _appoint(cls, role, **values):
        return cls.env["asn.role.assignment"].create(
            {
                "user_id": cls.users[role].id,
                "role": "calibration",
                "company_id": cls.agency.id,
                "date_from": "2026-01-01",
                **values,
            }
        )

    @classmethod
    def _make_session(cls, *roles, unit=None, official="superior", **values):
        """Prepare a session as the manager, with these people as members."""
        held = cls.env["asn.role.assignment"].search([("role", "=", "calibration")])
        held = {row.user_id: row for row in held}
        appointments = [
            held.get(cls.users[role]) or cls._appoint(role) for role in roles
        ]
        sessions = cls._as(cls.env["asn.calibration"], cls.users["manager"])
        return sessions.create(
            {
                "department_id": (unit or cls.section).id,
                "interval_id": cls.interval.id,
                "official_id": cls.people[official].id if official else False,
                "member_ids": [
                    Command.create({"role_id": role.id}) for role in appointments
                ],
                **values,
            }
        ).sudo()
