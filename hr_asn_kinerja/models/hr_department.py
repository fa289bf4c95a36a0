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
        # sudo: asn.officer.scope - rights follow the tree, whoever changes the tree
        self.env["asn.officer.scope"].sudo()._expand_all(departments.company_id)
        return departments

    def write(self, vals):
        result = super().write(vals)
        if vals.keys() & {"parent_id", "company_id"}:
            # sudo: asn.officer.scope - rights follow the tree, whoever changes it
            self.env["asn.officer.scope"].sudo()._expand_all(self.company_id)
        return result
