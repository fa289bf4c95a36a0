# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.tools import format_date


class AsnObjectionFile(models.TransientModel):
    """Asks the reasons and the evidence of an objection, or of an appeal."""

    _name = "asn.objection.file"
    _description = "Object to an Evaluation"
    _inherit = "asn.shown.mixin"
    _shown_fields = ("evaluation_id",)

    evaluation_id = fields.Many2one("asn.evaluation", required=True)
    is_appeal = fields.Boolean()
    last_day = fields.Char(compute="_compute_last_day")
    result_reason = fields.Text(
        string="About the Result Rating",
        help="Which figures or evidence were not seen, or seen wrongly?",
    )
    behaviour_reason = fields.Text(
        string="About the Behaviour Rating",
        help="What do you see in another way, and who can confirm it?",
    )
    other_reason = fields.Text(
        string="About Something Else", help="For example a step that was left out."
    )
    evidence_ids = fields.Many2many(
        "ir.attachment",
        "asn_objection_file_evidence_rel",
        string="Evidence",
        help="Photos or documents that show it.",
    )

    @api.depends("evaluation_id", "is_appeal")
    def _compute_last_day(self):
        for dialog in self:
            until = dialog.evaluation_id.objection_until
            is_shown = until and not dialog.is_appeal
            dialog.last_day = is_shown and format_date(self.env, until)

    def action_file(self):
        """File it; the steps of the evaluation decide whether that is allowed."""
        self.ensure_one()
        reasons = {
            "result": self.result_reason or "",
            "behaviour": self.behaviour_reason or "",
            "other": self.other_reason or "",
        }
        evaluation = self.evaluation_id
        file = evaluation.action_appeal if self.is_appeal else evaluation.action_object
        file(reasons, self.evidence_ids.ids)
        return {"type": "ir.actions.act_window_close"}
