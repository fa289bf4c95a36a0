# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.tools import SQL

from .asn_document_mixin import OFFICIAL_FIELDS

VERSION_FIELDS = (
    "employee_id",
    "department_id",
    "job_id",
    "job_title",
    "asn_rank_id",
    "position_kind",
)


class AsnSkp(models.Model):
    """The people of many plans at once, with a few queries for all of them."""

    _inherit = "asn.skp"

    @api.model
    def _get_people_values_of(self, employees, date):
        """Return {id of the employee: what `_get_people_values` gives}.

        The assessor is the superior in HR, as for a plan that somebody makes alone.
        """
        # sudo: hr.employee, hr.version - plans take their people from HR
        employees_sudo = employees.sudo()
        assessors_sudo = employees_sudo.parent_id
        everybody = employees_sudo | assessors_sudo | assessors_sudo.parent_id
        everybody.fetch(["name", "nip", "parent_id", "user_id"])
        versions = self._get_versions_at(everybody, date)
        officials = {
            person.id: self._get_version_values(person, versions[person.id])
            for person in everybody
        }
        officials[False] = dict.fromkeys(OFFICIAL_FIELDS, False)
        return {
            person.id: self._join_people_values(person, versions[person.id], officials)
            for person in employees_sudo
        }

    @api.model
    def _get_versions_at(self, people_sudo, date):
        """Return {employee id: version that is valid on the date, else the first}."""
        if not people_sudo:
            return {}
        self.env.flush_all()
        self.env.cr.execute(self._get_version_query(people_sudo.ids, date))
        ids = dict(self.env.cr.fetchall())
        versions = people_sudo.env["hr.version"].browse(ids.values())
        versions.fetch(VERSION_FIELDS)
        return {
            employee_id: versions.browse(version_id).with_prefetch(ids.values())
            for employee_id, version_id in ids.items()
        }

    @api.model
    def _get_version_query(self, employee_ids, date):
        """Give (employee, version) as `hr.employee._get_version` chooses it."""
        return SQL(
            """
            SELECT DISTINCT ON (v.employee_id) v.employee_id, v.id
              FROM hr_version v
             WHERE v.active AND v.employee_id IN %(people)s
          ORDER BY v.employee_id, %(order)s
            """,
            people=tuple(employee_ids),
            order=self.env["hr.version"]._get_order_at(date),
        )

    @api.model
    def _join_people_values(self, person_sudo, version_sudo, officials):
        assessor = person_sudo.parent_id
        superior = assessor.parent_id
        return {
            "employee_id": person_sudo.id,
            "assessor_id": assessor.id,
            "superior_id": superior.id,
            "department_id": version_sudo.department_id.id,
            "position_kind": version_sudo.position_kind,
            **self._join_official_values(
                *(officials[one.id] for one in (person_sudo, assessor, superior))
            ),
        }
