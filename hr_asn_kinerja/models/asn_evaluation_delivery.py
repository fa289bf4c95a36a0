# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..kinerja_rules import delivery

UNDELIVERED = ("draft", "submitted", "rated")


class AsnEvaluation(models.Model):
    """Until when an evaluation is delivered, and given back."""

    _inherit = "asn.evaluation"

    rated_on = fields.Date(readonly=True, copy=False)
    deliver_until = fields.Date(
        compute="_compute_deliver_until",
        store=True,
        help="Last day for the assessor to deliver.",
    )
    acknowledge_until = fields.Date(
        readonly=True,
        copy=False,
        help="Last day for the employee to confirm the receipt.",
    )
    reopened_on = fields.Date(readonly=True, copy=False)

    _undelivered = models.Index(
        "(deliver_until) WHERE state IN ('draft', 'submitted', 'rated')"
    )

    @api.depends(
        "interval_id.date_to",
        "interval_id.period_id.delivery_days",
        "interval_id.period_id.delivery_from",
        "rated_on",
        "reopened_on",
    )
    def _compute_deliver_until(self):
        """The days off are read once for all evaluations of a period."""
        for period, evaluations in self.grouped(
            lambda line: line.interval_id.period_id
        ).items():
            begins = {line: line._get_delivery_begin() for line in evaluations}
            days = sorted(begin for begin in begins.values() if begin)
            holidays = days and self.env["asn.holiday"]._get_dates_between(
                period.company_id, days[0], days[-1], period.delivery_days
            )
            for line, begin in begins.items():
                line.deliver_until = begin and delivery.last_day(
                    begin, period.delivery_days, holidays
                )

    def _get_delivery_begin(self):
        self.ensure_one()
        ended = self.interval_id.date_to
        if not ended:
            return False
        # what was reopened is delivered again, in its own days
        ended = max(ended, self.reopened_on or ended)
        counted_from = self.interval_id.period_id.delivery_from
        return delivery.begin(ended, self.rated_on or None, counted_from) or False

    def _finish(self, verb, values=None, note=None, snapshot=None):
        """Start the clocks: of the delivery at the rating, of the receipt then."""
        period = self.interval_id.period_id
        if verb == "rate":
            values = {**(values or {}), "rated_on": period._today()}
        if verb == "deliver":
            # sudo: asn.period - the days, whoever delivers
            until = period._get_last_day(
                period._today(), period.sudo().acknowledge_days, working_days=True
            )
            values = {**(values or {}), "acknowledge_until": until}
        return super()._finish(verb, values, note, snapshot)

    @api.model
    def _refresh_deliver_until(self):
        """Count again what is not delivered: days off may have been added since."""
        waiting = self.search([("state", "in", UNDELIVERED)])
        self.env.add_to_compute(self._fields["deliver_until"], waiting)
        waiting.flush_recordset(["deliver_until"])

    def action_deliver(self):
        """Deliver, and close the reminder of it."""
        result = super().action_deliver()
        # sudo: mail.activity - the to-do belongs to whoever has just delivered
        self.sudo().activity_unlink(["hr_asn_kinerja.mail_activity_type_delivery"])
        return result
