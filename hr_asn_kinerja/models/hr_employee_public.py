# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from .hr_version import ASN_KINDS, POSITION_GRADES, POSITION_KINDS


class HrEmployeePublic(models.Model):
    """Twins of the version's fields.

    Without them `user.employee_id` breaks for every user outside HR, because Odoo
    prefetches all fields of hr.employee that carry no group.
    """

    _inherit = "hr.employee.public"

    asn_kind = fields.Selection(ASN_KINDS, string="ASN Kind", readonly=True)
    asn_rank_id = fields.Many2one("asn.rank", string="Rank", readonly=True)
    position_kind = fields.Selection(POSITION_KINDS, readonly=True)
    position_grade = fields.Selection(POSITION_GRADES, readonly=True)
