# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

ORGANISATION_RATINGS = [
    ("outstanding", "Outstanding"),
    ("good", "Good"),
    ("needs_improvement", "Needs Improvement"),
    ("poor", "Poor"),
    ("very_poor", "Very Poor"),
]


class AsnUnitPerformance(models.Model):
    """Capaian kinerja organisasi: how a unit did in an interval.

    It comes first: nobody below the unit is rated before it stands.
    """

    _name = "asn.unit.performance"
    _description = "Unit Performance"
    _order = "interval_id desc, department_id"
    _check_company_auto = True

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
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    interval_id = fields.Many2one(
        "asn.period.interval",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    rating = fields.Selection(ORGANISATION_RATINGS, required=True)
    note = fields.Text(string="Basis", help="What the rating rests on.")

    _once = models.UniqueIndex(
        "(department_id, interval_id)",
        "This unit already has a rating for the interval.",
    )

    @api.depends("department_id", "interval_id")
    def _compute_display_name(self):
        for unit in self:
            unit.display_name = (
                f"{unit.department_id.name} - {unit.interval_id.display_name}"
            )

    @api.model
    def _find(self, department, interval):
        """Return the rating that holds for a unit: its own or of the nearest above."""
        # sudo: hr.department - the tree is followed upwards out of the reader's units
        path = [
            int(key) for key in (department.sudo().parent_path or "").split("/") if key
        ]
        # sudo: asn.unit.performance - the figure is printed on every evaluation
        found = self.sudo().search(
            [("department_id", "in", path), ("interval_id", "=", interval.id)]
        )
        return max(
            found, key=lambda unit: path.index(unit.department_id.id), default=found
        )
