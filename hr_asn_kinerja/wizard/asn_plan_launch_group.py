# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..models.asn_plan_candidate import FINDINGS


class AsnPlanLaunchGroup(models.TransientModel):
    """How many people the launch found in the same situation, and what to do."""

    _name = "asn.plan.launch.group"
    _description = "Group of a Launch"
    _order = "launch_id, sequence, id"

    launch_id = fields.Many2one(
        "asn.plan.launch", required=True, index=True, readonly=True, ondelete="cascade"
    )
    sequence = fields.Integer(readonly=True)
    finding = fields.Selection(FINDINGS, string="Who", readonly=True)
    count = fields.Integer(string="People", readonly=True)
    advice = fields.Char(string="What This Means", compute="_compute_advice")

    @api.depends("finding")
    @api.depends_context("lang")
    def _compute_advice(self):
        advice = {
            "ready": self.env._("They get a plan when you start."),
            "existing": self.env._("Nothing is changed in their plans."),
            "left": self.env._("They have left, or are archived in HR."),
            "later": self.env._("Start their plans when they have begun."),
            "excused": self.env._("They are excused until the end of the period."),
            "no_nip": self.env._("Enter the NIP in HR, then check again."),
            "no_superior": self.env._(
                "Without superior nobody can agree: enter one in HR, then check again."
            ),
            "no_unit": self.env._("Enter the unit in HR, then check again."),
            "unknown": self.env._(
                "Nobody here has such a NIP: correct the list, then check again."
            ),
        }
        for group in self:
            group.advice = advice.get(group.finding, "")

    def action_show(self):
        """List these people."""
        self.ensure_one()
        self.check_access("read")
        labels = dict(self._fields["finding"]._description_selection(self.env))
        return {
            **self.env["ir.actions.act_window"]._for_xml_id(
                "hr_asn_kinerja.asn_plan_launch_line_action"
            ),
            "name": labels[self.finding],
            "display_name": labels[self.finding],
            "domain": [
                ("launch_id", "=", self.launch_id.id),
                ("finding", "=", self.finding),
            ],
        }
