# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..kinerja_rules import delivery, objection, remedy

DAYS = ("delivery_days", "acknowledge_days", "answer_days", "appeal_days")


class AsnPeriod(models.Model):
    """Until when evaluations are delivered, given back, objected to and answered."""

    _inherit = "asn.period"

    delivery_days = fields.Integer(
        string="Working Days to Deliver",
        default=delivery.DELIVERY_DAYS,
        help="Working days within which the assessor delivers the evaluation.",
    )
    delivery_from = fields.Selection(
        [
            ("interval", "From the End of the Interval"),
            ("rating", "From the Day of the Rating"),
        ],
        string="Counted",
        required=True,
        default="interval",
        help="From the end of the interval also those are late who never rate.",
    )
    acknowledge_days = fields.Integer(
        string="Working Days to Confirm",
        default=delivery.RETURN_DAYS,
        help="Working days within which the employee confirms the receipt.",
    )
    objection_steps = fields.Selection(
        [
            ("1", "One Step: the Assessor's Superior Decides"),
            ("2", "Two Steps: First the Assessor, Then the Superior"),
        ],
        required=True,
        default="1",
        help="PP 30/2019 knows one step; some agencies let the assessor settle an "
        "objection first.",
    )
    answer_days = fields.Integer(
        string="Days for the Assessor's Answer",
        default=7,
        help="So long the assessor may explain or settle. After that it goes on "
        "without the answer.",
    )
    appeal_days = fields.Integer(
        default=remedy.APPEAL_DAYS,
        help="Days in which an employee may appeal from what the assessor settled. "
        "Only with two steps.",
    )

    @api.constrains(*DAYS)
    def _check_remedy_days(self):
        """Before anything is counted with them: the database looks too late."""
        for period in self:
            if not all(1 <= period[name] <= 366 for name in DAYS):
                raise ValidationError(
                    self.env._(
                        "The days to deliver, to confirm, to answer and to appeal lie "
                        "between 1 and 366."
                    )
                )

    def _get_last_day(self, begin, days, working_days=None):
        """Return the last day, inclusive, of a term by the agency's own calendar.

        :param working_days: True counts working days; by default the setting of the
            period for objections
        """
        self.ensure_one()
        # sudo: asn.period - settings and holidays, for everybody who has a term
        period_sudo = self.sudo()
        if working_days is None:
            working_days = period_sudo.objection_working_days
        holidays = self.env["asn.holiday"]._get_dates_for(
            period_sudo.company_id, begin, days
        )
        return objection.deadline(begin, days, working_days, holidays)
