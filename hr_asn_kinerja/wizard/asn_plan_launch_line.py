# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError

from ..models.asn_plan_candidate import FINDINGS
from ..models.asn_workflow_mixin import MANAGER_GROUP


class AsnPlanLaunchLine(models.TransientModel):
    """One person as the launch found them, before anything happens."""

    _name = "asn.plan.launch.line"
    _description = "Person of a Launch"
    _order = "launch_id, name, id"

    launch_id = fields.Many2one(
        "asn.plan.launch", required=True, index=True, readonly=True, ondelete="cascade"
    )
    finding = fields.Selection(FINDINGS, readonly=True)
    name = fields.Char(readonly=True)
    nip = fields.Char(string="NIP", readonly=True)
    unit_name = fields.Char(string="Unit", readonly=True)
    employee_id = fields.Many2one("hr.employee", readonly=True, ondelete="cascade")
    plan_id = fields.Many2one(
        "asn.skp",
        string="SKP",
        readonly=True,
        ondelete="set null",
        help="The plan that is there already, or the one that is carried over.",
    )
    source = fields.Selection(
        selection="_selection_source", string="Filled From", readonly=True
    )
    advice = fields.Char(string="Why", compute="_compute_advice")

    @api.model
    def _selection_source(self):
        return (
            self.env["asn.plan.launch"]
            ._fields["source"]
            ._description_selection(self.env)
        )

    @api.depends("finding")
    @api.depends_context("lang")
    def _compute_advice(self):
        lines = self.env["asn.job.line"]
        for line in self:
            line.advice = (
                lines._explain_finding(line.finding)
                if line.finding != "ready"
                else False
            )

    def action_open(self):
        """Open the plan that is there, or the person whose data has to be mended."""
        self.ensure_one()
        self.check_access("read")
        if not self.plan_id and not self.employee_id:
            raise UserError(self.advice)
        is_manager = self.env.user.has_group(MANAGER_GROUP)
        if self.plan_id:
            model, record_id = "asn.skp", self.plan_id.id
        else:
            model = "hr.employee" if is_manager else "asn.person"
            record_id = self.employee_id.id
        return {
            "type": "ir.actions.act_window",
            "name": self.name,
            "res_model": model,
            "res_id": record_id,
            "view_mode": "form",
        }
