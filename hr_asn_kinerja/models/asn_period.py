# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date, datetime

import pytz
from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

from .asn_membership_guard import YEARS

DEFAULT_TIMEZONE = "Asia/Jakarta"


class AsnPeriod(models.Model):
    """One year of one agency: its dates, its intervals and its settings."""

    _name = "asn.period"
    _description = "Performance Period"
    _order = "date_from desc, id desc"
    _check_company_auto = True

    name = fields.Char(
        required=True, default=lambda self: self._get_next_year().strftime("%Y")
    )
    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    date_from = fields.Date(
        string="From", required=True, default=lambda self: self._get_next_year()
    )
    date_to = fields.Date(
        string="To",
        required=True,
        default=lambda self: (self._get_next_year() + relativedelta(years=1, days=-1)),
    )
    plan_until = fields.Date(
        string="Plans Until",
        help="Last day to submit plans. Empty: no last day, and nobody is reminded.",
    )
    cadence = fields.Selection(
        [("month", "Monthly"), ("quarter", "Quarterly")],
        string="Evaluated",
        required=True,
        default="quarter",
    )
    state = fields.Selection(
        [("draft", "Draft"), ("open", "Open"), ("closed", "Closed")],
        required=True,
        default="draft",
        copy=False,
    )
    objection_days = fields.Integer(
        default=14, help="Days in which an employee may object to an evaluation."
    )
    objection_working_days = fields.Boolean(
        string="Count Working Days",
        help="PP 30/2019 says days; some agencies count working days.",
    )
    show_achievement = fields.Boolean(
        default=True,
        help="Show the achievement in percent beside a realisation. It is advice only; "
        "the official's judgement decides.",
    )
    interval_ids = fields.One2many("asn.period.interval", "period_id", copy=False)
    skp_ids = fields.One2many("asn.skp", "period_id", string="SKP", copy=False)

    _dates_in_order = models.Constraint(
        "CHECK(date_to > date_from)", "The period must end after it begins."
    )
    _objection_days_positive = models.Constraint(
        "CHECK(objection_days > 0)", "There must be at least one day to object."
    )

    @api.constrains("date_from", "date_to")
    def _check_length(self):
        """Longer ones are slips of the finger, and thousands of intervals."""
        for period in self:
            longest = period.date_from.year + 1 in YEARS and (
                period.date_from + relativedelta(years=2)
            )
            if not longest or period.date_to >= longest:
                raise ValidationError(
                    self.env._(
                        "A period lies between 1950 and 2100 and is shorter than two "
                        "years; usually it is one year."
                    )
                )

    @api.constrains("company_id", "date_from", "date_to")
    def _check_overlap(self):
        for period in self:
            if self.search_count(
                [
                    ("id", "!=", period.id),
                    ("company_id", "=", period.company_id.id),
                    ("date_from", "<=", period.date_to),
                    ("date_to", ">=", period.date_from),
                ],
                limit=1,
            ):
                raise ValidationError(
                    self.env._(
                        "%(name)s overlaps another period of the same agency.",
                        name=period.name,
                    )
                )

    @api.model
    def _today(self):
        """Return the agency's own day: rules never use the server's or the reader's."""
        company = self.company_id[:1] or self.env.company
        zone = company.resource_calendar_id.tz or DEFAULT_TIMEZONE
        return datetime.now(pytz.timezone(zone)).date()

    @api.model
    def _get_next_year(self):
        """Return 1 January of this year, or of the year after the last period."""
        last = self.search(
            [("company_id", "=", self.env.company.id)], order="date_to desc", limit=1
        )
        first = date(self._today().year, 1, 1)
        return max(first, date(last.date_to.year + 1, 1, 1)) if last else first

    @api.model
    def _get_day(self, moment):
        """Return the agency's day of a moment that is stored in UTC."""
        company = self.company_id[:1] or self.env.company
        zone = company.resource_calendar_id.tz or DEFAULT_TIMEZONE
        return pytz.UTC.localize(moment).astimezone(pytz.timezone(zone)).date()

    def action_open(self):
        """Make the intervals and let people plan."""
        for period in self:
            if period.state != "draft":
                raise UserError(self.env._("Only a draft period can be opened."))
        self._make_intervals()
        self._set_state("open")

    def action_close(self):
        """End the year; nothing in it changes any more."""
        for period in self:
            if period.state != "open":
                raise UserError(self.env._("Only an open period can be closed."))
        self._set_state("closed")

    def _set_state(self, state):
        self.check_access("write")
        # sudo: asn.period - the state only changes through the actions
        self.sudo().state = state

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._check_state_closed(vals, "draft")
        return super().create(vals_list)

    def write(self, vals):
        self._check_state_closed(vals)
        return super().write(vals)

    @api.model
    def _check_state_closed(self, vals, *allowed):
        """The state only moves through the actions."""
        if not self.env.su and "state" in vals and vals["state"] not in allowed:
            raise AccessError(
                self.env._("Open and close a period with its buttons, please.")
            )

    def _make_intervals(self):
        self.env["asn.period.interval"].create(
            [
                values
                for period in self
                if not period.interval_ids
                for values in period._prepare_interval_values()
            ]
        )

    def _prepare_interval_values(self):
        """Cut the period into months or quarters, and add the annual evaluation."""
        self.ensure_one()
        months = 1 if self.cadence == "month" else 3
        values = []
        begin = self.date_from
        while begin <= self.date_to:
            next_begin = self._next_begin(begin, months)
            values.append(
                self._interval_values(
                    self.cadence,
                    len(values) + 1,
                    begin,
                    min(next_begin - relativedelta(days=1), self.date_to),
                )
            )
            begin = next_begin
        values.append(
            self._interval_values(
                "annual", len(values) + 1, self.date_from, self.date_to
            )
        )
        return values

    @staticmethod
    def _next_begin(begin, months):
        """Return the first day of the next calendar month or quarter."""
        first = (begin.month - 1) // months * months + 1
        return date(begin.year, first, 1) + relativedelta(months=months)

    def _interval_values(self, kind, sequence, date_from, date_to):
        return {
            "period_id": self.id,
            "kind": kind,
            "sequence": sequence,
            "date_from": date_from,
            "date_to": date_to,
        }
