# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from .asn_notice import Letter

FOUND = 8


class AsnRoleMatrix(models.AbstractModel):
    """People who serve results of a plan although its owner does not assess them."""

    _inherit = "asn.role.matrix"

    @api.model
    @api.readonly
    def search_people(self, skp_id, text=""):
        """Return the first people of the agency by name who may still be added."""
        plan = self._get_plan(skp_id)
        known = [row.employee.id for row in self._get_rows(plan)]
        people = plan.env["asn.person"].search(
            Domain("company_id", "=", plan.company_id.id)
            & Domain("name", "ilike", text if isinstance(text, str) else "")
            & Domain("employee_id", "not in", [*known, plan.employee_id.id]),
            limit=FOUND,
        )
        return [
            {
                "id": person.employee_id.id,
                "name": person.name,
                "position": person.job_title or "",
                "unit": person.department_id.name or "",
            }
            for person in people
        ]

    @api.model
    def add_member(self, skp_id, employee_id, note=None):
        """Add somebody of another unit, or of the team, to the matrix of a plan."""
        plan = self._begin(skp_id)
        person = plan.env["asn.person"].search(
            [
                ("employee_id", "=", self._check_id(employee_id)),
                ("company_id", "=", plan.company_id.id),
            ]
        )
        self._check_person(plan, person)
        is_near = person.department_id == plan.department_id
        member = plan.env["asn.matrix.member"].create(
            {
                "skp_id": plan.id,
                "employee_id": person.employee_id.id,
                "employee_name": person.name,
                "position_name": person.job_title,
                "unit_name": person.department_id.name,
                "kind": "team" if is_near else "other_unit",
                "assigned_on": plan.period_id._today(),
                "note": note.strip() if isinstance(note, str) else False,
            }
        )
        self._tell_member(plan, member)
        rows = self._get_rows(plan, person.employee_id)
        results = self._get_results(plan, rows)
        return {
            "rows": [self._read_row(plan, row) for row in rows],
            "results": self._read_results(results),
        }

    @api.model
    def remove_member(self, skp_id, member_id):
        """Take somebody out of the matrix who carries nothing of the plan."""
        plan = self._begin(skp_id)
        number = self._check_id(member_id)
        member = plan.matrix_member_ids.filtered(lambda one: one.id == number)
        rows = self._get_rows(plan, member.employee_id)
        if self._get_results(plan, rows):
            raise UserError(
                self.env._(
                    "%(name)s carries results of this plan. Remove these first, then "
                    "the person.",
                    name=member.employee_name,
                )
            )
        member.unlink()
        return True

    @api.model
    def _check_person(self, plan, person):
        """Refuse strangers, people who are in the matrix, and whoever stands above."""
        if not person:
            raise UserError(
                self.env._("This person is not in service in this agency any more.")
            )
        if person.employee_id == plan.employee_id:
            raise UserError(self.env._("Nobody gives results to themselves."))
        if self._get_rows(plan, person.employee_id):
            raise UserError(
                self.env._("%(name)s is in this matrix already.", name=person.name)
            )
        above = plan.env["hr.employee"].search(
            [("id", "parent_of", plan.employee_id.id)]
        )
        if person.employee_id in above | plan.assessor_id | plan.superior_id:
            raise UserError(
                self.env._(
                    "%(name)s is a superior of this plan's owner and cannot be given "
                    "results here.",
                    name=person.name,
                )
            )

    @api.model
    def _tell_member(self, plan, member):
        """Put a notice into the inbox of the person who was added."""
        notices = self.env["asn.notice"]
        groups = notices._group_by_language(member.employee_user_id.sudo(False))
        letters = []
        for lang, users in groups.items():
            env = self.with_context(lang=lang).env
            letters.append(
                Letter(
                    users,
                    env._("You work for results of another plan"),
                    env._(
                        "%(name)s added you to a role-result matrix. Results that are "
                        "given to you there appear in your own plan.",
                        name=plan.employee_name,
                    ),
                )
            )
        notices._send(letters)
