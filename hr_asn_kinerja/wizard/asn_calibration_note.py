# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class AsnCalibrationNote(models.TransientModel):
    """Asks for one text: why an evaluation is released, or the assessor's answer."""

    _name = "asn.calibration.note"
    _description = "Note in a Calibration"
    _inherit = "asn.shown.mixin"
    _shown_fields = ("change_id", "calibration_id")

    calibration_id = fields.Many2one("asn.calibration", string="Session")
    change_id = fields.Many2one("asn.calibration.change", string="Change")
    line = fields.Selection(
        selection="_selection_line", string="Evaluation", help="Not delivered yet."
    )
    note = fields.Text(string="Reason or Answer", required=True)

    @api.model
    def _selection_line(self):
        """Return the evaluations of the session; the official need not read them."""
        session = self.env["asn.calibration"].browse(
            self.env.context.get("default_calibration_id")
        )
        if not session or not session.has_access("read"):
            return []
        if "release" not in session._get_allowed_verbs():
            return []
        # sudo: asn.evaluation - the names of the people in the official's session
        evaluations_sudo = self.env["asn.evaluation"].sudo()
        return [
            (str(line.id), line.employee_name or "")
            for line in evaluations_sudo.search(session._get_scope_domain())
            if line.employee_user_id != self.env.user
        ]

    def action_note(self):
        """Keep it; the steps themselves decide whether that is allowed."""
        self.ensure_one()
        if self.change_id:
            self.change_id.action_answer(self.note)
        else:
            self.calibration_id.action_release(int(self.line or 0), self.note)
        return {"type": "ir.actions.act_window_close"}
