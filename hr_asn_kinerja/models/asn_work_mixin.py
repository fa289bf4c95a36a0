# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import math

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain

from ..kinerja_rules.workflow import SKP_RUNNING
from .asn_evaluation import DELIVERED_STATES

# beyond this a float no longer holds four decimals
LARGEST = 10**12


class AsnWorkMixin(models.AbstractModel):
    """What an employee writes about the work on a result of the own agreed plan.

    It follows the agreed version: a plan in revision still takes entries. It stands
    still when an interval that it belongs to is locked, or its result delivered.
    """

    _name = "asn.work.mixin"
    _description = "Part of the Work on a Plan"
    _inherit = "asn.guard.mixin"
    # columns in which a number is expected
    _number_fields = ()

    result_id = fields.Many2one(
        "asn.skp.result",
        string="Result",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self._default_result_id(),
    )
    skp_id = fields.Many2one(
        "asn.skp", string="SKP", related="result_id.skp_id", store=True, index=True
    )
    company_id = fields.Many2one(
        related="skp_id.company_id", store=True, index=True, string="Agency"
    )
    employee_name = fields.Char(related="skp_id.employee_name", related_sudo=False)
    can_write = fields.Boolean(
        compute="_compute_can_write",
        help="You may change it: it is yours, and its interval is not closed.",
    )

    @api.model
    def _default_result_id(self):
        """Return the result that was used last, or the first of the running plan."""
        skp = self._get_running_skp()
        last = self.env["asn.progress"].search(
            Domain("skp_id", "=", skp.id) & Domain("result_id.active", "=", True),
            order="id desc",
            limit=1,
        )
        return last.result_id or skp.result_ids[:1]

    @api.model
    def _get_running_skp(self, date=None):
        """Return the user's own plan that holds on a date (today), or none."""
        date = date or self.env["asn.period"]._today()
        return self.env["asn.skp"].search(
            self._get_own_domain(date), order="date_from desc", limit=1
        )

    @api.model
    def _get_own_domain(self, date):
        """Plans of the user that hold on a date, also while they are in revision."""
        return (
            Domain("employee_user_id", "=", self.env.uid)
            & Domain("company_id", "=", self.env.company.id)
            & Domain("state", "in", SKP_RUNNING)
            & Domain("period_id.state", "=", "open")
            & Domain("date_from", "<=", date)
            & Domain("date_to", ">=", date)
            & (
                Domain("state", "=", "agreed")
                | Domain("result_ids.is_agreed", "=", True)
            )
        )

    @api.depends("skp_id.state", "skp_id.employee_user_id")
    @api.depends_context("uid")
    def _compute_can_write(self):
        mine = self.filtered(
            lambda record: record.skp_id.employee_user_id == self.env.user
        )
        closed = mine._find_closed()
        for record in self:
            # a new record belongs to whoever writes it
            record.can_write = not record.id or (
                record in mine and record not in closed
            )

    def _get_intervals(self):
        """Return {record: the intervals that it belongs to}."""
        raise NotImplementedError

    def _find_closed(self):
        """Return {record: why it stays as it is}, with a few queries for all."""
        closed, intervals = {}, self._get_intervals()
        reasons = self._find_closed_intervals(
            self.skp_id, self.env["asn.period.interval"].union(*intervals.values())
        )
        for record in self:
            reason = record._get_reason_of_plan()
            for interval in intervals[record]:
                reason = reason or reasons.get((record.skp_id.id, interval.id))
            if reason:
                closed[record] = reason
        return closed

    @api.model
    def _find_closed_intervals(self, skps, intervals):
        """Return {(id of the plan, id of the interval): why it takes nothing more}."""
        locked = intervals._find_locked()
        closed = {
            (skp.id, interval.id): reason
            for skp in skps
            for interval, reason in locked.items()
        }
        for skp, interval in self.env["asn.evaluation"]._read_group(
            Domain("skp_id", "in", skps.ids)
            & Domain("interval_id", "in", intervals.ids)
            & Domain("state", "in", DELIVERED_STATES),
            ["skp_id", "interval_id"],
        ):
            closed.setdefault(
                (skp.id, interval.id),
                self.env._(
                    "The evaluation of %(interval)s has been delivered, so what was "
                    "written for it stays as it is.",
                    interval=interval.display_name,
                ),
            )
        return closed

    def _get_reason_of_plan(self):
        """Return why nothing is written to this plan; None when it may be."""
        skp = self.skp_id
        if skp.state not in SKP_RUNNING:
            return self.env._(
                "This plan is no longer running. Choose a result of the plan that "
                "holds."
            )
        if skp.state != "agreed" and not self.result_id.is_agreed:
            return self.env._(
                "This result has not been agreed yet. Work is written down for the "
                "results of an agreed plan."
            )
        return None

    def _check_open(self):
        """Refuse what belongs to a closed interval or to no agreed plan."""
        if self.env.su:
            return
        for reason in self._find_closed().values():
            raise UserError(reason)

    def _check_access(self, operation):
        """Close the records of a closed interval, and so the files in them too."""
        refused = super()._check_access(operation)
        if refused or operation not in ("write", "unlink") or self.env.su:
            return refused
        closed = self._find_closed()
        if not closed:
            return None
        reason = next(iter(closed.values()))
        return self.browse([record.id for record in closed]), lambda: UserError(reason)

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._check_numbers(vals)
        records = super().create(vals_list)
        records._check_open()
        return records

    def write(self, vals):
        self._check_numbers(vals)
        result = super().write(vals)
        if {"result_id", "date", "interval_id"} & vals.keys():
            self._check_open()
        return result

    @api.model
    def _check_numbers(self, vals):
        """Refuse what is no number before the database has to."""
        for name in self._number_fields:
            value = vals.get(name)
            if not value:
                continue
            try:
                number = float(value)
            except (TypeError, ValueError):
                number = math.nan
            if not math.isfinite(number) or abs(number) >= LARGEST:
                raise ValidationError(
                    self.env._(
                        "“%(field)s” needs a number, such as 3 or 1.5.",
                        field=self._fields[name]._description_string(self.env),
                    )
                )
