# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain


class AsnReminder(models.Model):
    """Who was reminded of whom on which day, so that nobody is told twice a day."""

    _name = "asn.reminder"
    _description = "Reminder"
    _order = "date desc, id desc"

    date = fields.Date(required=True, readonly=True)
    kind = fields.Selection(
        [
            ("before", "Before the Last Day"),
            ("late", "Late"),
            ("manual", "By Hand"),
            ("escalation", "To the Superior"),
        ],
        required=True,
        readonly=True,
    )
    employee_id = fields.Many2one(
        "hr.employee",
        string="About",
        required=True,
        index=True,
        readonly=True,
        ondelete="cascade",
    )
    period_id = fields.Many2one(
        "asn.period", required=True, index=True, readonly=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="period_id.company_id", store=True, index=True, string="Agency"
    )
    user_id = fields.Many2one(
        "res.users",
        string="Told",
        required=True,
        index=True,
        readonly=True,
        ondelete="cascade",
    )

    _once_a_day = models.UniqueIndex(
        "(user_id, employee_id, period_id, date)",
        "This person was already reminded of it today.",
    )

    @api.model
    def _filter_new(self, mentions, today):
        """Leave out whoever was told today of the same person and period.

        :param mentions: (user, row of asn.skp.waiting, kind)
        """
        rows = self.search([("date", "=", today)])
        told = {(row.user_id.id, row.employee_id.id, row.period_id.id) for row in rows}
        fresh = {}
        for user, line, kind in mentions:
            key = user.id, line.employee_id.id, line.period_id.id
            if user and key not in told:
                fresh.setdefault(key, (user, line, kind))
        return list(fresh.values())

    @api.model
    def _keep(self, mentions, today):
        """Remember what is about to be sent."""
        self.create(
            [
                {
                    "user_id": user.id,
                    "employee_id": line.employee_id.id,
                    "period_id": line.period_id.id,
                    "kind": kind,
                    "date": today,
                }
                for user, line, kind in mentions
            ]
        )

    @api.model
    def _get_last_escalations(self, lines):
        """Return {(employee, period): day} of what superiors were last told."""
        rows = self._read_group(
            Domain("kind", "in", ("escalation", "late"))
            & Domain("employee_id", "in", lines.employee_id.ids)
            & Domain("period_id", "in", lines.period_id.ids),
            ["employee_id", "period_id"],
            ["date:max"],
        )
        return {(employee.id, period.id): day for employee, period, day in rows}
