# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    asn_approval_step_ids = fields.One2many(
        "asn.approval.step",
        "company_id",
        string="Approval Steps",
        groups="hr_asn_kinerja.group_asn_kinerja_manager",
    )
