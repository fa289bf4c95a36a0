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

    It comes first: nobody below the unit is rated before it is approved.
    """

    _name = "asn.unit.performance"
    _description = "Unit Performance"
    _order = "interval_id, department_id"
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
    def _find_for(self, evaluations):
        """Return {evaluation id: rating of its unit or of the nearest unit above}.

        Three queries for any number of evaluations.
        """
        # sudo: hr.department - the tree is followed upwards out of the reader's units
        units_sudo = evaluations.sudo().department_id
        paths = {
            unit: [int(key) for key in unit.parent_path.split("/") if key]
            for unit in units_sudo
        }
        # sudo: asn.unit.performance - the figure is printed on every evaluation
        ratings_sudo = self.sudo().search(
            [
                (
                    "department_id",
                    "in",
                    [key for path in paths.values() for key in path],
                ),
                ("interval_id", "in", evaluations.sudo().interval_id.ids),
                ("state", "=", "approved"),
            ]
        )
        by_place = {
            (rating.department_id.id, rating.interval_id): rating
            for rating in ratings_sudo
        }
        found = {}
        for evaluation in evaluations.sudo():
            nearest_first = reversed(paths.get(evaluation.department_id, []))
            places = [(unit, evaluation.interval_id) for unit in nearest_first]
            found[evaluation.id] = next(
                (by_place[place] for place in places if place in by_place),
                ratings_sudo[:0],
            )
        return found
