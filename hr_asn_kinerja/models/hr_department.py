# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class HrDepartment(models.Model):
    _inherit = "hr.department"

    officer_scope_ids = fields.One2many(
        "asn.officer.scope",
        "department_id",
        string="Performance Officers",
        groups="hr_asn_kinerja.group_asn_kinerja_manager",
    )

    @api.model_create_multi
    def create(self, vals_list):
        departments = super().create(vals_list)
        self._refresh_scopes()
        return departments

    def write(self, vals):
        result = super().write(vals)
        if vals.keys() & {"parent_id", "company_id"}:
            self._refresh_scopes()
        return result

    def unlink(self):
        # the foreign key empties the parent behind the ORM's back: then the path of
        # the units below, and with it rights, would still run through the deleted one
        below = self.with_context(active_test=False).child_ids - self
        below.parent_id = False
        result = super().unlink()
        self._refresh_scopes()
        return result

    @api.model
    def _refresh_scopes(self):
        """Let the rights of officers follow the tree."""
        # sudo: asn.officer.scope - whoever changes the tree changes no right on purpose
        self.env["asn.officer.scope"].sudo()._expand_all()
