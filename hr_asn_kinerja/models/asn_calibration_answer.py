# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from ..tools.typed import storable


class AsnCalibrationChange(models.Model):
    """The answer of the assessor."""

    _inherit = "asn.calibration.change"

    def action_answer(self, text=None):
        """Keep what the assessor says to the change; once."""
        if len(self) != 1:
            raise UserError(self.env._("Answer one change at a time. Open it."))
        self.check_access("read")
        if not self.can_answer:
            raise AccessError(
                self.env._("Only the assessor answers to a change, and only once.")
            )
        text = storable(text).strip() if isinstance(text, str) else ""
        if not text:
            raise UserError(self.env._("Please write your answer."))
        # sudo: asn.calibration.change - the only write, checked above
        self.sudo().write(
            {
                "answer": text,
                "answered_at": fields.Datetime.now(),
                "answered_by_id": self.env.uid,
            }
        )
