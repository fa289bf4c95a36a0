# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from .asn_officer_scope import OFFICER_GROUP
from .asn_workflow_mixin import MANAGER_GROUP


class AsnUnitPerformance(models.Model):
    """Who proposes and who approves the rating of a unit today."""

    # pylint: disable-next=consider-merging-classes-inherited
    _inherit = "asn.unit.performance"

    def _get_unit_roles(self):
        """Return {rating: set of proposer, approver} of the user; few queries.

        The head of the unit or the deputy, the officer of scope and the agency manager
        propose. The nearest head above approves; where nobody above can log in, the
        agency manager does. Nobody approves a unit that they lead or work in.
        """
        user = self.env.user
        officials = self.env["asn.delegation"]._get_running(user).official_id
        is_officer = user.has_group(OFFICER_GROUP)
        served = (
            self.env["asn.officer.scope"]._get_departments_today(user)
            if is_officer
            else self.env["hr.department"]
        )
        is_manager = user.has_group(MANAGER_GROUP)
        # sudo: hr.employee, hr.department - who leads what, of the user and above
        own_units = user.sudo().employee_ids.department_id
        superiors = self._get_superiors()
        roles = {}
        for unit in self:
            # sudo: hr.department - who leads the unit
            department = unit.department_id.sudo()
            head, superior = department.manager_id, superiors[unit]
            manages = is_manager and unit.company_id in user.company_ids
            leads = head and (head.user_id == user or head in officials)
            held = set()
            if leads or department in served or manages:
                held.add("proposer")
            is_above = superior and (superior.user_id == user or superior in officials)
            if (is_above or (manages and not superior)) and not (
                leads or department in own_units
            ):
                held.add("approver")
            roles[unit] = held
        return roles

    def _get_superiors(self):
        """Return {rating: nearest head above who, or whose deputy, can log in}."""
        # sudo: hr.department - the tree is followed upwards out of the user's units
        departments_sudo = self.sudo().department_id
        path_ids = {
            int(key)
            for department in departments_sudo
            for key in (department.parent_path or "").split("/")
            if key
        }
        above = departments_sudo.browse(path_ids)
        deputies = self.env["asn.delegation"]._get_deputies(above.manager_id)
        superiors = {}
        for unit in self:
            # sudo: hr.department - who leads the units above
            department = unit.department_id.sudo()
            own_head = department.manager_id
            superior = own_head.browse()
            while department.parent_id and not superior:
                department = department.parent_id
                head = department.manager_id
                if head != own_head and (head.user_id or deputies.get(head)):
                    superior = head
            superiors[unit] = superior
        return superiors
