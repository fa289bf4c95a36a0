# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError


class AsnSkpAssessor(models.TransientModel):
    """Asks for the right assessor of one plan or of several."""

    _name = "asn.skp.assessor"
    _description = "Correct the Assessor"

    skp_ids = fields.Many2many("asn.skp", string="SKP", readonly=True)
    plan_summary = fields.Text(string="Now", compute="_compute_plan_summary")
    assessor_id = fields.Many2one(
        "hr.employee.public",
        string="Right Assessor",
        domain="[('company_id', 'in', allowed_company_ids)]",
        help="Whoever appraises these people from now on.",
    )
    reason = fields.Text(
        help="Employee, assessors and auditors read this: for example, moved to "
        "another team on 1 March.",
    )
    also_hr = fields.Boolean(
        string="Also Correct the Superior in the Personnel Records",
        default=True,
        help="Then the next plan has the right assessor by itself.",
    )

    @api.model
    def default_get(self, fields_list):
        """Start with the plans that were chosen in the list or form."""
        values = super().default_get(fields_list)
        context = self.env.context
        if context.get("active_model") == "asn.skp":
            values["skp_ids"] = [fields.Command.set(context.get("active_ids", []))]
        return values

    @api.model_create_multi
    def create(self, vals_list):
        wizards = super().create(vals_list)
        # names stand in the summary, so they must be plans that the user may read
        wizards.skp_ids.check_access("read")
        return wizards

    @api.depends("skp_ids")
    def _compute_plan_summary(self):
        for wizard in self:
            wizard.plan_summary = "\n".join(
                f"{skp.employee_name}: {skp.assessor_name or '-'}"
                for skp in wizard.skp_ids
            )

    def action_correct(self):
        """Correct them; the plans check who may and what stands in the way."""
        self.ensure_one()
        if not self.assessor_id or not self.skp_ids:
            raise UserError(self.env._("Choose the plans and the right assessor."))
        self.skp_ids.action_correct_assessor(
            self.assessor_id.id, self.reason, self.also_hr
        )
        return {"type": "ir.actions.act_window_close"}
