# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import split_every

from ..models.asn_evaluation import DELIVERED_STATES
from ..models.asn_job_print_evaluation import KIND

# as many are drawn while one waits; more go into the background
AT_ONCE = 50
PART = 25


class AsnEvaluationPrint(models.TransientModel):
    """Prints the delivered evaluations of a unit as one PDF, those one may read."""

    _name = "asn.evaluation.print"
    _description = "Print Evaluations of a Unit"

    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        readonly=True,
        default=lambda self: self.env.company,
    )
    interval_id = fields.Many2one(
        "asn.period.interval",
        domain="[('company_id', '=', company_id)]",
        default=lambda self: self.env["asn.recap.export"]._default_interval_id(),
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Unit",
        domain="[('company_id', '=', company_id)]",
        help="Leave it empty for all units whose evaluations you may read.",
    )
    with_units_below = fields.Boolean(default=True)
    evaluation_count = fields.Integer(
        string="Evaluations to Print", compute="_compute_evaluation_count"
    )
    is_many = fields.Boolean(compute="_compute_evaluation_count")

    @api.depends("company_id", "interval_id", "department_id", "with_units_below")
    def _compute_evaluation_count(self):
        for wizard in self:
            count = self.env["asn.evaluation"].search_count(wizard._get_domain())
            wizard.evaluation_count = count
            wizard.is_many = count > AT_ONCE

    def _get_domain(self):
        """Return the domain of the evaluations; the rights of the user do the rest."""
        self.ensure_one()
        domain = Domain("company_id", "=", self.company_id.id)
        domain &= Domain("interval_id", "=", self.interval_id.id)
        domain &= Domain("state", "in", DELIVERED_STATES)
        if self.department_id:
            operator = "child_of" if self.with_units_below else "="
            domain &= Domain("department_id", operator, self.department_id.id)
        return domain

    def action_print(self):
        """Print now, or in the background when there are many evaluations."""
        self.ensure_one()
        self.check_access("read")
        evaluations = self.env["asn.evaluation"].search_fetch(
            self._get_domain(),
            ["employee_name"],
            order="department_id, employee_name, id",
        )
        if not evaluations:
            raise UserError(
                self.env._(
                    "There is no evaluation to print here. Choose another unit or "
                    "interval; they can be printed once they are delivered."
                )
            )
        if len(evaluations) > AT_ONCE:
            return self._start_job(evaluations)._get_action()
        report = self.env.ref("hr_asn_kinerja.report_asn_evaluation_action")
        return report.report_action(evaluations, config=False)

    def _start_job(self, evaluations):
        parts = [evaluations.browse(ids) for ids in split_every(PART, evaluations.ids)]
        unit = self.department_id.name or self.company_id.name
        job = self.env["asn.job"]._start(
            KIND,
            self.env._(
                "Printing %(count)s evaluations: %(unit)s",
                count=len(evaluations),
                unit=unit,
            ),
            [
                (
                    f"{part[0].employee_name} - {part[-1].employee_name}",
                    {"evaluation_ids": part.ids},
                )
                for part in parts
            ],
            company=self.company_id,
        )
        job.file_name = f"Evaluasi {self.interval_id.date_from.year} - {job.id}.pdf"
        return job
