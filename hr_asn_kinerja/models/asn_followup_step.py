# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools.misc import clean_context

from .asn_dialogue import SIDES


class AsnFollowupStep(models.Model):
    """One step of a follow-up: who does what until when."""

    _name = "asn.followup.step"
    _description = "Step of a Follow-up"
    _inherit = "asn.guard.mixin"
    _order = "date, id"
    _open_fields = frozenset({"name", "date", "responsible", "note"})
    _open_fields_on_create = frozenset({"followup_id"})

    followup_id = fields.Many2one(
        "asn.followup", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="followup_id.company_id", store=True, index=True, string="Agency"
    )
    employee_name = fields.Char(related="followup_id.employee_name", related_sudo=False)
    name = fields.Char(string="Step", required=True)
    date = fields.Date(string="Until", required=True)
    responsible = fields.Selection(SIDES, required=True, default="employee")
    note = fields.Text(help="What came of it.")
    done_on = fields.Date(readonly=True, copy=False)
    can_finish = fields.Boolean(compute="_compute_can_finish")

    @api.depends("done_on", "followup_id.can_write")
    @api.depends_context("uid")
    def _compute_can_finish(self):
        for step in self:
            step.can_finish = not step.done_on and step.followup_id.can_write

    @api.model_create_multi
    def create(self, vals_list):
        # pylint: disable-next=context-overridden
        clean = self.with_context(clean_context(self.env.context))
        steps = super(AsnFollowupStep, clean).create(vals_list)
        steps._check_followup()
        return steps.with_env(self.env)

    def write(self, vals):
        self._check_followup()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_closed(self):
        self._check_followup()

    def _check_followup(self):
        """Steps follow their follow-up: only its assessor, while it is open."""
        if self.env.su:
            return
        followups = self.followup_id
        followups._check_open()
        if followups - followups._filter_mine().sudo(False):
            raise AccessError(self.env._("Only the assessor writes the steps."))

    def action_done(self):
        """Note that the step was taken."""
        self.check_access("write")
        self._check_followup()
        if any(self.mapped("done_on")):
            raise UserError(self.env._("This step is already done."))
        # sudo: asn.followup.step - the day is written by the action alone
        self.sudo().done_on = self.env["asn.period"]._today()
        self.followup_id._sync_todos()
