# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import logging
from datetime import datetime, time, timedelta

import pytz

from odoo import Command, api, fields, models
from odoo.fields import Domain

from .asn_period import DEFAULT_TIMEZONE

_logger = logging.getLogger(__name__)


class AsnMembershipMixin(models.AbstractModel):
    """Dated rows of an agency from which the membership of a group follows.

    The manager of an agency keeps the rows and needs no right on groups or users.
    Whoever has no row stays as an administrator has set them; whoever has one is in
    the group as long as a row entitles them: at once, and by a cron as days pass.
    What a manager may do with the rows is in `asn.membership.guard`.
    """

    _name = "asn.membership.mixin"
    _description = "Dated Right"
    _inherit = "asn.membership.guard"
    # the cron that follows the calendar
    _membership_cron = None

    def _get_group_rows(self):
        """Return {xmlid of a group: Domain of the rows that are about it}."""
        raise NotImplementedError

    def _is_entitling(self):
        """Return whether the row makes a member today; here also before it begins.

        Right where the rules look at the dates themselves, so that the group alone
        gives nothing.
        """
        self.ensure_one()
        return self.state != "ended"

    @api.depends("date_from", "date_to", "company_id")
    def _compute_state(self):
        """Say where the row stands on the day of its agency."""
        for agency, rows in self.grouped("company_id").items():
            today = self.env["asn.period"].with_company(agency)._today()
            for row in rows:
                if row.date_to and row.date_to < today:
                    row.state = "ended"
                else:
                    begun = row.date_from and row.date_from <= today
                    row.state = "running" if begun else "coming"

    # --- CRUD ---

    @api.model_create_multi
    def create(self, vals_list):
        rows = super().create(vals_list)
        entered = rows._filter_entered()
        entered._follow()
        entered._remember("appointed")
        return rows

    def write(self, vals):
        self._check_closed(vals)
        entered = self._filter_entered()
        users = entered[self._membership_user]
        before = entered._get_entitled()
        if "date_to" in vals:
            vals = {**vals, "ended_at": fields.Datetime.now()}
        ends = {row: row.date_to for row in entered}
        result = super().write(vals)
        entered._follow(users, before)
        entered._remember_change(vals, ends)
        return result

    def unlink(self):
        entered = self._filter_entered()
        users = entered[self._membership_user]
        before = entered._get_entitled()
        entered._remember("withdrawn")
        result = super().unlink()
        self._sync_members(users, before)
        return result

    # --- MEMBERS ---

    def _get_entitled(self):
        """Return {xmlid of a group: users whom these rows entitle now}."""
        rows_sudo = self.sudo()
        return {
            xmlid: rows_sudo.filtered_domain(domain).filtered(
                lambda row: row._is_entitling()
            )[self._membership_user]
            for xmlid, domain in self._get_group_rows().items()
        }

    def _follow(self, others=None, before=None):
        """Let the groups follow now, and again on the days that the rows name."""
        users = self[self._membership_user]
        self._sync_members(users | others if others else users, before)
        self._schedule()

    @api.model
    def _sync_members(self, users, before=None):
        """Put entitled users into the groups, and out whose last row has ended.

        :param before: {xmlid: users} who were entitled before a change; whoever never
            had a row that begun keeps what an administrator gave them
        """
        if not users:
            return
        name = self._membership_user
        # sudo: rows, res.groups - membership follows from the rows and nothing else
        rows_sudo = self.sudo().search(
            self._get_entered_domain() & Domain(name, "in", users.ids)
        )
        for xmlid, entitled in rows_sudo._get_entitled().items():
            domain = self._get_group_rows()[xmlid]
            ended = rows_sudo.filtered_domain(domain).filtered(
                lambda row: row.state == "ended"
            )[name]
            if before and xmlid in before:
                ended |= before[xmlid]
            group_sudo = self.env.ref(xmlid).sudo().with_context(active_test=False)
            members = group_sudo.user_ids & users
            joining, leaving = entitled - members, (members & ended) - entitled
            # whoever has become an outside login since can be in no such group
            joining = joining.filtered(lambda user: not user.share)
            commands = [Command.link(user.id) for user in joining]
            commands += [Command.unlink(user.id) for user in leaving]
            if commands:
                group_sudo.user_ids = commands

    @api.model
    def _cron_sync_members(self):
        """Let the groups follow the calendar for everybody who has a row."""
        rows = self.with_context(active_test=False)
        found = rows._read_group([], aggregates=[f"{self._membership_user}:recordset"])
        self._sync_each(found[0][0])

    @api.model
    def _sync_each(self, users):
        """Sync all at once; if that fails, each alone, so that one stops nobody."""
        try:
            with self.env.cr.savepoint():
                self._sync_members(users)
            return
        except Exception as error:
            self.env.clear()
            if len(users) == 1:
                _logger.error(
                    "The roles of user %s could not follow the calendar: %s",
                    users.id,
                    type(error).__name__,
                )
                return
        for user in users:
            self._sync_each(user)

    def _schedule(self):
        """Wake the cron on the first day of a row and on the day after the last."""
        moments = [
            self._get_midnight(row.company_id, day)
            for row in self
            for day in (row.date_from, row.date_to and row.date_to + timedelta(days=1))
            if day
        ]
        now = datetime.now()
        coming = sorted({moment for moment in moments if moment > now})
        if coming:
            # sudo: ir.cron - only asks for a run of our own cron
            self.env.ref(self._membership_cron).sudo()._trigger(coming)

    @api.model
    def _get_midnight(self, company, day):
        """Return the beginning of a day of the agency, in UTC as Odoo stores it."""
        zone = pytz.timezone(company.resource_calendar_id.tz or DEFAULT_TIMEZONE)
        midnight = zone.localize(datetime.combine(day, time.min))
        return midnight.astimezone(pytz.UTC).replace(tzinfo=None)

    # --- HISTORY ---

    def _get_history_values(self):
        """Return what the history tells of a row beside person, dates and number."""
        raise NotImplementedError

    def _remember(self, event):
        self.env["asn.role.history"]._add(self, event)

    def _remember_change(self, vals, ends):
        """Remember an end as an end, and anything else as a change."""
        told = vals.keys() & self._get_remembered_fields()
        ended = self.filtered(
            lambda row: (
                row.date_to
                and row.date_to != ends[row]
                and (not ends[row] or row.date_to < ends[row])
            )
        )
        if told:
            ended._remember("ended")
            (self - ended)._remember("changed")

    def _get_remembered_fields(self):
        return {
            self._membership_user,
            "date_from",
            "date_to",
            "mandate_number",
            "end_number",
        }
