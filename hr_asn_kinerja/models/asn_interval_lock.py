# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..tools.typed import storable

LOCK_ACTS = [
    ("lock", "Locked"),
    ("unlock", "Unlocked"),
    ("close", "Year Closed"),
    ("reopen", "Year Reopened"),
]
# what opens again something that counted as finished
LOOSENING = ("unlock", "reopen")


class AsnIntervalLock(models.Model):
    """Who locked or unlocked an interval or a year, when and why. Append-only."""

    _name = "asn.interval.lock"
    _description = "Lock of an Interval or Year"
    _order = "decided_at desc, id desc"
    _rec_name = "act"

    period_id = fields.Many2one(
        "asn.period", required=True, index=True, readonly=True, ondelete="restrict"
    )
    interval_id = fields.Many2one(
        "asn.period.interval",
        index=True,
        readonly=True,
        ondelete="restrict",
        help="Empty when the year as a whole was closed or reopened.",
    )
    company_id = fields.Many2one(
        related="period_id.company_id", store=True, index=True, string="Agency"
    )
    act = fields.Selection(LOCK_ACTS, string="Decision", required=True, readonly=True)
    user_id = fields.Many2one(
        "res.users", string="Decided By", required=True, readonly=True
    )
    decided_at = fields.Datetime(required=True, readonly=True)
    reason = fields.Text(readonly=True)
    letter_number = fields.Char(readonly=True)
    open_count = fields.Integer(
        string="Not Delivered",
        readonly=True,
        help="Evaluations that had not been delivered at that moment.",
    )

    @api.depends("act", "period_id", "interval_id")
    @api.depends_context("lang")
    def _compute_display_name(self):
        labels = dict(self._fields["act"]._description_selection(self.env))
        for row in self:
            place = row.interval_id.display_name or row.period_id.display_name
            row.display_name = f"{labels.get(row.act, '')}: {place}"

    @api.model
    def _log(self, act, periods, intervals=None, reason=None, number=None):
        """Append one row for each interval, or for each period without intervals.

        :raises UserError: what was finished is opened again without reason or letter
        """
        reason, number = self._read_text(reason), self._read_text(number)
        if act in LOOSENING and not (reason and number):
            raise UserError(
                self.env._(
                    "Write the reason and the number of the letter that decided it: "
                    "what was finished is only opened again by a decision."
                )
            )
        places = [(one.period_id, one) for one in intervals or ()] or [
            (period, self.env["asn.period.interval"]) for period in periods
        ]
        # sudo: asn.interval.lock - nobody may write here, only the actions add
        return self.sudo().create(
            [
                {
                    "period_id": period.id,
                    "interval_id": interval.id,
                    "act": act,
                    "user_id": self.env.uid,
                    "decided_at": fields.Datetime.now(),
                    "reason": reason,
                    "letter_number": number,
                    "open_count": (interval or period).open_count,
                }
                for period, interval in places
            ]
        )

    @api.model
    def _read_text(self, text):
        return storable(text).strip() if isinstance(text, str) else ""

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            raise AccessError(
                self.env._("Rows are added by locking and unlocking, not by hand.")
            )
        return super().create(vals_list)

    def write(self, vals):
        # the related column follows its period
        if vals.keys() - {"company_id"}:
            raise AccessError(self.env._("This log is never changed afterwards."))
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise AccessError(self.env._("This log is never deleted."))
