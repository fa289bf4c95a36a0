# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnCalibrationSeat(models.Model):
    """Which member of a session may read which evaluation with its worksheet.

    A positive list, made by the session: nobody has a seat for their own evaluation,
    nor for that of the officials who judge them. Record rules ask for it together
    with the state of the session and the dates of the appointment.
    """

    _name = "asn.calibration.seat"
    _description = "Right of a Calibration Member"
    _order = "id"
    _rec_name = "user_id"

    calibration_id = fields.Many2one(
        "asn.calibration", required=True, index=True, readonly=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="calibration_id.company_id", store=True, index=True, string="Agency"
    )
    member_id = fields.Many2one(
        "asn.calibration.member",
        required=True,
        index=True,
        readonly=True,
        ondelete="cascade",
    )
    user_id = fields.Many2one("res.users", required=True, readonly=True, index=True)
    evaluation_id = fields.Many2one(
        "asn.evaluation", required=True, index=True, readonly=True, ondelete="cascade"
    )

    _once = models.UniqueIndex(
        "(member_id, evaluation_id)", "This member already has this seat."
    )
