# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError

from ..models.asn_feedback import EMOTICONS

KEYS = frozenset(key for key, _label in EMOTICONS)


class AsnFeedbackGive(models.TransientModel):
    """Gives feedback: words if one likes, then a tap on an emoticon."""

    _name = "asn.feedback.give"
    _description = "Give Feedback"
    _inherit = "asn.shown.mixin"
    _shown_fields = ("person_id", "result_id", "request_id")

    person_id = fields.Many2one(
        "hr.employee.public",
        string="Colleague",
        required=True,
        domain="[('company_id', 'in', allowed_company_ids), ('user_id', '!=', uid)]",
        help="Type a name, or a complete NIP.",
    )
    request_id = fields.Many2one("asn.feedback.request", readonly=True)
    question = fields.Text(related="request_id.question", related_sudo=False)
    words = fields.Text(
        string="Feedback in Words",
        help="What was good, or what could be better, for example. The colleague reads "
        "it with your name.",
    )
    result_id = fields.Many2one(
        "asn.skp.result",
        string="About the Result",
        domain="[('skp_id.employee_id', '=', person_id), "
        "('skp_id.state', 'in', ('agreed', 'closed'))]",
    )
    has_results = fields.Boolean(compute="_compute_has_results")
    evidence_ids = fields.Many2many("ir.attachment", string="Evidence")

    @api.depends("person_id")
    @api.depends_context("uid")
    def _compute_has_results(self):
        """Return whether the user reads results of the person."""
        results = self.env["asn.skp.result"]
        found = results._read_group(
            [("skp_id.employee_id", "in", self.person_id.ids)],
            ["skp_id"],
            ["__count"],
        )
        # sudo: asn.skp - whose plan it is, of results that may be read
        people = {skp.sudo().employee_id.id for skp, _count in found}
        for dialog in self:
            dialog.has_results = dialog.person_id.id in people

    @api.onchange("person_id")
    def _onchange_person_id(self):
        self.result_id = False

    def action_give(self):
        """Give it, with the emoticon of the button if it has one."""
        self.ensure_one()
        emoticon = self.env.context.get("asn_kinerja_emoticon")
        if emoticon and emoticon not in KEYS:
            raise UserError(self.env._("Choose one of the emoticons of the dialog."))
        values = {
            "employee_id": self.person_id.id,
            "emoticon": emoticon or False,
            "words": self.words,
            "result_id": self.result_id.id,
        }
        if self.evidence_ids:
            values["evidence_ids"] = [fields.Command.set(self.evidence_ids.ids)]
        feedback = self.env["asn.feedback"].create(values)
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._(
                    "Thank you. %(name)s can read it now.",
                    name=feedback.employee_name,
                ),
                "next": {"type": "ir.actions.act_window_close"},
            },
        }
