# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnService(models.Model):
    """A kind of public service, with the time the agency promises for it."""

    _name = "asn.service"
    _description = "Public Service"
    _order = "name, id"
    _check_company_auto = True

    name = fields.Char(string="Service", required=True, translate=True)
    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Unit",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
    )
    standard_minutes = fields.Integer(
        string="Published Standard (Minutes)",
        help="Time limit of the published service standard; 0 when none is published.",
    )
    active = fields.Boolean(default=True)
    counter_ids = fields.One2many("asn.counter", "service_id", string="Counters")

    _standard_minutes_positive = models.Constraint(
        "CHECK(standard_minutes >= 0)", "The published standard cannot be negative."
    )

    def write(self, vals):
        result = super().write(vals)
        if "department_id" in vals:
            # an officer hands nothing over to a unit of somebody else
            self.check_access("write")
        return result
