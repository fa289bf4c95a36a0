# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

from .asn_evaluation import DELIVERED_STATES


class AsnPeriodInterval(models.Model):
    """An interval that is finished can be locked; unlocking is a decision of its own.

    What follows delivery (receipt, objection, decision) goes on in a locked interval.
    """

    _inherit = "asn.period.interval"

    state = fields.Selection(
        [("open", "Open"), ("locked", "Locked")],
        required=True,
        default="open",
        readonly=True,
        copy=False,
    )
    is_locked = fields.Boolean(
        string="Nothing Changes Any More", compute="_compute_is_locked"
    )
    open_count = fields.Integer(
        string="Not Delivered",
        compute="_compute_open_count",
        help="Evaluations of the interval that have not been delivered yet.",
    )
    lock_ids = fields.One2many("asn.interval.lock", "interval_id", string="Locks")

    @api.depends("state", "period_id.state")
    def _compute_is_locked(self):
        # sudo: asn.period - only the state is looked at
        for interval in self.sudo():
            interval.is_locked = (
                interval.state == "locked" or interval.period_id.state == "closed"
            )

    @api.depends("evaluation_ids.state")
    def _compute_open_count(self):
        # sudo: asn.evaluation - how many there are, nothing of what stands in them
        counts = dict(
            self.env["asn.evaluation"]
            .sudo()
            ._read_group(
                [
                    ("interval_id", "in", self.ids),
                    ("state", "not in", DELIVERED_STATES),
                ],
                ["interval_id"],
                ["__count"],
            )
        )
        for interval in self:
            interval.open_count = counts.get(interval, 0)

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._check_state_closed(vals, "open")
        intervals = super().create(vals_list)
        intervals._check_period_not_closed()
        return intervals

    def write(self, vals):
        self._check_state_closed(vals)
        self._check_period_not_closed()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_closed(self):
        self._check_period_not_closed()

    @api.model
    def _check_state_closed(self, vals, *allowed):
        if not self.env.su and "state" in vals and vals["state"] not in allowed:
            raise AccessError(
                self.env._("Lock and unlock an interval with its buttons, please.")
            )

    def _check_period_not_closed(self):
        """The dates of a locked interval, and all of a closed year, stay."""
        if any(interval.is_locked for interval in self):
            self._check_unlocked()

    def action_lock(self, reason=None, number=None):
        """Lock intervals: nothing in them changes until they are unlocked."""
        self._change_state("open", "locked", "lock", reason, number)

    def action_unlock(self, reason=None, number=None):
        """Unlock intervals by a decision: why, and by which letter."""
        if any(self.mapped("is_locked")):
            self._check_year_open()
        self._change_state("locked", "open", "unlock", reason, number)

    def _check_year_open(self):
        # sudo: asn.period - only the state is looked at
        if any(period.state == "closed" for period in self.sudo().period_id):
            raise UserError(self.env._("The year is closed: reopen the year first."))

    def _change_state(self, before, after, act, reason, number):
        self.check_access("write")
        # sudo: asn.period.interval - the state only changes through the actions
        intervals_sudo = self.sudo()
        intervals_sudo.lock_for_update(allow_referencing=True)
        intervals_sudo.invalidate_recordset(["state"])
        for interval in self:
            if interval.state != before:
                raise UserError(
                    self.env._(
                        "%(interval)s is already in this state. Reload the page.",
                        interval=interval.display_name,
                    )
                )
        logs = self.env["asn.interval.lock"]
        logs._log(act, self.period_id, self, reason, number)
        intervals_sudo.state = after

    def _hold(self):
        """Let a lock that is being set wait for the step that is being taken.

        A lock that was set in the same moment makes the step begin again, and then it
        is refused.
        """
        if self:
            self.env.cr.execute(
                SQL(
                    "SELECT 1 FROM asn_period_interval i JOIN asn_period p"
                    " ON p.id = i.period_id WHERE i.id IN %s FOR SHARE",
                    tuple(self.ids),
                )
            )

    def _check_unlocked(self):
        result = super()._check_unlocked()
        # sudo: asn.period.interval - only the state is looked at
        locked_sudo = self.sudo().filtered(lambda interval: interval.state == "locked")
        if not self.env.su and locked_sudo:
            raise UserError(
                self.env._(
                    "%(interval)s is locked, so nothing in it changes any more. The "
                    "agency manager can unlock it by a decision with a letter.",
                    interval=", ".join(locked_sudo.mapped("display_name")),
                )
            )
        return result

    def _check_period_open(self):
        result = super()._check_period_open()
        self._check_unlocked()
        return result
