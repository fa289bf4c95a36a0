# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.exceptions import AccessError, UserError

from .asn_data_finding import DATA_KINDS
from .asn_login_mixin import MANAGER

# where leaving somebody out of the expected may be the honest answer
EXCUSABLE_KINDS = (*DATA_KINDS, "no_plan")


class AsnDataFinding(models.Model):
    """What can be done about a finding: each one opens the record that mends it."""

    _inherit = "asn.data.finding"

    def action_fix(self):
        """Open the record in which this is mended, as far as the reader may see it."""
        self.ensure_one()
        self.check_access("read")
        if self.kind == "unit_no_head":
            return self._open("hr.department", self.department_id.id)
        if not self.env.user.has_group(MANAGER):
            return self._open_person()
        if self.kind == "excused":
            return self._open("asn.excuse", self.excuse_id.id)
        if self.kind == "no_login" and not self.employee_id.user_id:
            return self._open_logins()
        return self._open("hr.employee", self.employee_id.id)

    def action_excuse(self):
        """Enter why nothing is expected from this person."""
        self.ensure_one()
        self.check_access("read")
        if self.kind not in EXCUSABLE_KINDS:
            raise UserError(self.env._("Only people who are expected can be excused."))
        return {
            **self._open("asn.excuse", False),
            "name": self.env._("Excuse"),
            "target": "new",
            "context": {
                "default_employee_id": self.employee_id.id,
                "default_company_id": self.company_id.id,
            },
        }

    def action_close_login(self):
        """Close the login of somebody who left; say why where it has to stay."""
        self.ensure_one()
        self.check_access("read")
        if not self.env.user.has_group(MANAGER):
            raise AccessError(self.env._("Only the agency manager closes logins."))
        if self.kind != "left_login":
            raise UserError(self.env._("This person has not left."))
        # sudo: hr.employee, res.users - the flow of leaving decides, as on that day
        person_sudo = self.employee_id.sudo().with_context(active_test=False)
        person_sudo._sync_logins()
        if person_sudo.user_id.active:
            raise UserError(person_sudo._explain_kept(person_sudo.user_id))
        return self.action_check_again()

    def action_check_again(self):
        """Look again: what is shown is found anew whenever it is read."""
        return {"type": "ir.actions.client", "tag": "soft_reload"}

    def _open_person(self):
        """Show the data, to whoever may see the person and not change HR."""
        person = self.env["asn.person"].search([("id", "=", self.employee_id.id)])
        if person:
            return self._open("asn.person", person.id)
        return self._open("hr.employee.public", self.employee_id.id)

    def _open(self, model, record_id):
        return {
            "type": "ir.actions.act_window",
            "res_model": model,
            "res_id": record_id,
            "view_mode": "form",
            "views": [(False, "form")],
        }

    def _open_logins(self):
        return {
            **self.env["ir.actions.act_window"]._for_xml_id(
                "hr_asn_kinerja.asn_login_batch_action"
            ),
            "context": {
                "active_model": "hr.employee",
                "active_ids": self.employee_id.ids,
            },
        }
