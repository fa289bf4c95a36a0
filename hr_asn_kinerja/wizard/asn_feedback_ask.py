# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnFeedbackAsk(models.TransientModel):
    """Asks a colleague for feedback about the own work."""

    _name = "asn.feedback.ask"
    _description = "Ask for Feedback"
    _inherit = "asn.shown.mixin"
    _shown_fields = ("person_id",)

    person_id = fields.Many2one(
        "hr.employee.public",
        string="Colleague",
        required=True,
        domain="[('company_id', 'in', allowed_company_ids), ('user_id', '!=', uid)]",
        help="Type a name, or a complete NIP.",
    )
    question = fields.Text(help="What you would like to know about your work.")

    def action_ask(self):
        """Ask; the colleague is told."""
        self.ensure_one()
        request = self.env["asn.feedback.request"].create(
            {"asked_id": self.person_id.id, "question": self.question}
        )
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._("%(name)s was asked.", name=request.asked_name),
                "next": {"type": "ir.actions.act_window_close"},
            },
        }
