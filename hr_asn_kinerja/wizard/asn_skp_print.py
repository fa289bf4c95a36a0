# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import split_every

from ..kinerja_rules.workflow import SKP_HOLDING
from ..models.asn_job_print import KIND

# as many are drawn while one waits; more go into the background
AT_ONCE = 50
PART = 25


class AsnSkpPrint(models.TransientModel):
    """Prints the plans of a unit as one PDF, those that the user may read."""

    _name = "asn.skp.print"
    _description = "Print Plans of a Unit"

    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        readonly=True,
        default=lambda self: self.env.company,
    )
    period_id = fields.Many2one(
        "asn.period",
        required=True,
        domain="[('company_id', '=', company_id)]",
        default=lambda self: self.env["asn.skp"]._get_open_period(),
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Unit",
        domain="[('company_id', '=', company_id)]",
        help="Leave it empty for all units whose plans you may read.",
    )
    with_units_below = fields.Boolean(default=True)
    only_agreed = fields.Boolean(
        string="Agreed Plans Only",
        default=True,
        help="Switch this off to print drafts too; they are marked as not agreed.",
    )
    plan_count = fields.Integer(string="Plans to Print", compute="_compute_plan_count")
    is_many = fields.Boolean(compute="_compute_plan_count")

    @api.depends(
        "company_id", "period_id", "department_id", "with_units_below", "only_agreed"
    )
    def _compute_plan_count(self):
        for wizard in self:
            count = self.env["asn.skp"].search_count(wizard._get_domain())
            wizard.plan_count = count
            wizard.is_many = count > AT_ONCE

    def _get_domain(self):
        """Return the domain of the plans; the rights of the user do the rest."""
        self.ensure_one()
        domain = Domain("company_id", "=", self.company_id.id)
        domain &= Domain("period_id", "=", self.period_id.id)
        if self.department_id:
            operator = "child_of" if self.with_units_below else "="
            domain &= Domain("department_id", operator, self.department_id.id)
        if self.only_agreed:
            return domain & Domain("state", "in", SKP_HOLDING)
        return domain & Domain("state", "!=", "cancelled")

    def action_print(self):
        """Print now, or in the background when there are many plans."""
        self.ensure_one()
        self.check_access("read")
        skps = self.env["asn.skp"].search_fetch(
            self._get_domain(),
            ["employee_name"],
            order="department_id, employee_name, id",
        )
        if not skps:
            raise UserError(
                self.env._(
                    "There is no plan to print here. Choose another unit or period, or "
                    "switch off “Agreed Plans Only”."
                )
            )
        if len(skps) > AT_ONCE:
            return self._start_job(skps)._get_action()
        report = self.env.ref("hr_asn_kinerja.report_asn_skp_action")
        return report.report_action(skps, config=False)

    def _start_job(self, skps):
        parts = [self.env["asn.skp"].browse(ids) for ids in split_every(PART, skps.ids)]
        unit = self.department_id.name or self.company_id.name
        job = self.env["asn.job"]._start(
            KIND,
            self.env._(
                "Printing %(count)s plans: %(unit)s", count=len(skps), unit=unit
            ),
            [
                (
                    f"{part[0].employee_name} - {part[-1].employee_name}",
                    {"skp_ids": part.ids},
                )
                for part in parts
            ],
            company=self.company_id,
        )
        job.file_name = f"SKP {self.period_id.date_from.year} - {job.id}.pdf"
        return job
