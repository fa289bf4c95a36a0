# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from typing import NamedTuple

from odoo import api, models
from odoo.fields import Domain


class Row(NamedTuple):
    """A person of the matrix: with a plan or without, from HR or added by hand."""

    employee: object
    skp: object
    member: object
    name: str
    position: str
    unit: str


class AsnRoleMatrix(models.AbstractModel):
    """Who stands down the side, and what they carry."""

    _inherit = "asn.role.matrix"

    @api.model
    def _get_rows(self, plan, employee=None):
        """Return the rows of the matrix in the order of the screen.

        :param plan: the elevated plan at the top
        :param employee: only the rows of this person
        """
        members = plan.matrix_member_ids
        staff = plan.env["hr.employee"].search(
            Domain("parent_id", "=", plan.employee_id.id)
            & Domain("company_id", "=", plan.company_id.id)
        )
        skps = self._get_team_plans(plan, staff | members.employee_id)
        without = (staff | members.employee_id) - skps.employee_id - plan.employee_id
        by_person = members.grouped("employee_id")
        nobody = members.browse()
        rows = [
            self._make_row(skp, by_person.get(skp.employee_id, nobody))
            for skp in skps
            if skp.assessor_id == plan.employee_id or skp.employee_id in by_person
        ]
        rows += [
            self._make_row_without_plan(plan, member.employee_id, member, member)
            for member in members
            if member.employee_id in without
        ]
        people = plan.env["asn.person"].search(
            [("employee_id", "in", (without - members.employee_id).ids)]
        )
        rows += [
            self._make_row_without_plan(plan, person.employee_id, nobody, person)
            for person in people
        ]
        if employee is not None:
            rows = [row for row in rows if row.employee == employee]
        return sorted(rows, key=lambda row: (bool(row.member), row.name, row.skp.id))

    @api.model
    def _get_team_plans(self, plan, people):
        """Return the plans of the team and of these people in the time of the plan."""
        return plan.search(
            Domain("period_id", "=", plan.period_id.id)
            & Domain("state", "!=", "cancelled")
            & Domain("id", "!=", plan.id)
            & Domain("date_from", "<=", plan.date_to)
            & Domain("date_to", ">=", plan.date_from)
            & (
                Domain("assessor_id", "=", plan.employee_id.id)
                | Domain("employee_id", "in", people.ids)
            )
        )

    @api.model
    def _make_row(self, skp, member):
        return Row(
            skp.employee_id,
            skp,
            member,
            skp.employee_name or "",
            skp.position_name or "",
            skp.unit_name or "",
        )

    @api.model
    def _make_row_without_plan(self, plan, employee, member, source):
        """Return a row from what is known of the person elsewhere."""
        if member:
            place = (member.employee_name, member.position_name, member.unit_name)
        else:
            place = (source.name, source.job_title, source.department_id.name)
        return Row(employee, plan.browse(), member, *(text or "" for text in place))

    @api.model
    def _read_row(self, plan, row):
        return {
            "key": f"skp-{row.skp.id}" if row.skp else f"employee-{row.employee.id}",
            "employee_id": row.employee.id,
            "skp_id": row.skp.id,
            "member_id": row.member.id,
            "kind": row.member.kind or "staff",
            "note": row.member.note or "",
            "name": row.name,
            "position": row.position,
            "unit": row.unit,
            "state": row.skp.state or "none",
            "state_label": row.skp._get_label("state") if row.skp else "",
            "lock": self._get_row_lock(plan, row),
        }

    @api.model
    def _get_row_lock(self, plan, row):
        """Return why nothing may be written for this person, as a sentence."""
        name = row.name
        if row.employee.user_id == self.env.user:
            return self.env._("Nobody gives results to themselves.")
        if not row.skp or row.skp.state == "draft":
            return ""
        if row.skp.state == "agreed":
            return self.env._(
                "The plan of %(name)s has been agreed. It has to be revised before a "
                "result can change.",
                name=name,
            )
        if row.skp.state == "closed":
            return self.env._("The plan of %(name)s is closed.", name=name)
        if row.skp.assessor_id == plan.employee_id:
            return self.env._(
                "%(name)s has submitted the plan. Return it with a note to change a "
                "result.",
                name=name,
            )
        return self.env._(
            "%(name)s has submitted the plan. Only their own assessor can return it.",
            name=name,
        )

    @api.model
    def _get_results(self, plan, rows):
        """Return the results of these people that serve the plan at the top."""
        skp_ids = [row.skp.id for row in rows if row.skp]
        return plan.env["asn.skp.result"].search(
            Domain("skp_id", "in", skp_ids)
            & Domain("parent_id", "in", plan.result_ids.ids)
        )

    @api.model
    def _read_results(self, results):
        return [self._read_result(result) for result in results]

    @api.model
    def _read_result(self, result):
        served = result.parent_indicator_id | result.indicator_ids.leader_indicator_id
        return {
            "id": result.id,
            "skp_id": result.skp_id.id,
            "parent_id": result.parent_id.id,
            "indicator_ids": (served & result.parent_id.indicator_ids).ids,
            "indicator_count": len(result.indicator_ids),
            "name": result.name,
            "kind": result.kind,
            "token": result.write_date.isoformat(),
            "lock": self._get_result_lock(result),
            "is_removable": result.origin == "assessor",
        }

    @api.model
    def _get_result_lock(self, result):
        """Return why the wording is not the leader's to change, as a sentence."""
        if result.origin != "employee":
            return ""
        return self.env._(
            "%(name)s wrote this result. Talk about it, or return the plan with a note "
            "once it is submitted.",
            name=result.skp_id.employee_name,
        )
