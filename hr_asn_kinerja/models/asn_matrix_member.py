# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class AsnMatrixMember(models.Model):
    """Somebody who serves results of a plan although its owner is not the assessor.

    Members of a team, or people of another unit. The row lets their results serve that
    plan and lets them read its agreed results; who agrees their own plan stays as it
    is. It is written by the matrix alone, which checks who asks.
    """

    _name = "asn.matrix.member"
    _description = "Person Added to a Role-Result Matrix"
    _inherit = "asn.guard.mixin"
    _order = "skp_id, employee_name, id"
    _rec_name = "employee_name"

    skp_id = fields.Many2one(
        "asn.skp",
        string="Plan Across the Top",
        required=True,
        index=True,
        ondelete="cascade",
        help="The plan whose results this person serves.",
    )
    company_id = fields.Many2one(
        related="skp_id.company_id", store=True, index=True, string="Agency"
    )
    employee_id = fields.Many2one(
        "hr.employee", required=True, index=True, ondelete="cascade"
    )
    employee_user_id = fields.Many2one(
        "res.users",
        string="Member's User",
        compute="_compute_employee_user_id",
        store=True,
        index=True,
    )
    employee_name = fields.Char(string="Name", readonly=True)
    position_name = fields.Char(string="Position", readonly=True)
    unit_name = fields.Char(string="Unit (as printed)", readonly=True)
    kind = fields.Selection(
        [("team", "Team Member"), ("other_unit", "From Another Unit")],
        required=True,
        default="team",
    )
    assigned_on = fields.Date(
        required=True, default=lambda self: self.env["asn.period"]._today()
    )
    note = fields.Char(help="Why this person works for these results.")

    _once = models.UniqueIndex(
        "(skp_id, employee_id)", "This person is in the matrix already."
    )

    @api.depends("employee_id.user_id")
    def _compute_employee_user_id(self):
        for member in self:
            member.employee_user_id = member.employee_id.user_id
