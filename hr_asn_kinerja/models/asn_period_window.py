# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError


class AsnPeriod(models.Model):
    """When plans are handed in, what happens afterwards, and who is reminded when."""

    _inherit = "asn.period"

    plan_from = fields.Date(
        string="Plans From",
        help="First day to submit plans; also before the period begins. Empty: as soon "
        "as the period is open.",
    )
    plan_days = fields.Integer(
        string="Days for Later Beginners",
        default=30,
        help="Whoever begins after the period has begun gets at least this many days, "
        "counted from their first day.",
    )
    late_rule = fields.Selection(
        [
            ("refuse", "Only with Permission of an Officer"),
            ("mark", "Accepted and Marked as Late"),
        ],
        string="Plans After That",
        required=True,
        default="refuse",
    )
    remind_days = fields.Integer(
        string="First Reminder (Days Before)",
        default=7,
        help="So many days before the last day everybody for whom something waits is "
        "reminded once. 0: no first reminder.",
    )
    remind_last_days = fields.Integer(
        string="Second Reminder (Days Before)",
        default=1,
        help="And once more so many days before. 0: no second reminder.",
    )
    escalate_days = fields.Integer(
        string="Repeat When Late (Days)",
        default=7,
        help="After the last day the assessor's superior is told who still waits, "
        "again after so many days. 0: superiors are not told.",
    )

    _window_in_order = models.Constraint(
        "CHECK(plan_from IS NULL OR plan_until IS NULL OR plan_until >= plan_from)",
        "The last day for plans must not lie before the first.",
    )
    _window_days_possible = models.Constraint(
        "CHECK(plan_days BETWEEN 0 AND 366 AND remind_days BETWEEN 0 AND 366"
        " AND remind_last_days BETWEEN 0 AND 366 AND escalate_days BETWEEN 0 AND 366)",
        "The days of the window and of reminders lie between 0 and 366.",
    )

    @api.constrains("plan_from", "plan_until", "date_from", "date_to")
    def _check_window(self):
        """A year that was mistyped would shut everybody out."""
        for period in self:
            first = fields.Date.subtract(period.date_from, years=1)
            for day in (period.plan_from, period.plan_until):
                if day and not first <= day <= period.date_to:
                    raise ValidationError(
                        self.env._(
                            "The days for plans lie within the period or in the year "
                            "before it. Correct the dates of %(name)s.",
                            name=period.name,
                        )
                    )
