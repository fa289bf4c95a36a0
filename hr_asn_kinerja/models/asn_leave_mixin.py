# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain

from .asn_login_mixin import MANAGER

LEAVE_FIELDS = {"active", "departure_date"}


class AsnLeaveMixin(models.AbstractModel):
    """Who leaves loses the login that day; who returns gets it back.

    Never closed without a word: the login of a system administrator, of the last
    agency manager, of who is doing it right now. A note on the employee says so.
    """

    _name = "asn.leave.mixin"
    _description = "Login of Who Leaves"

    login_closed = fields.Boolean(
        copy=False,
        readonly=True,
        groups="hr.group_hr_user",
        help="The login was closed because the person left; it opens again when the "
        "person returns.",
    )

    login_departure = fields.Date(
        string="Closed for the Departure On",
        copy=False,
        readonly=True,
        groups="hr.group_hr_user",
    )

    @api.model
    def _cron_sync_logins(self):
        """Close and open the logins of all people whose day has come."""
        left = self.with_context(active_test=False).search(
            self._get_left_domain() & Domain("user_id.active", "=", True)
        )
        # whoever was let in again by hand stays in
        left = left.filtered(
            lambda person: (
                person.login_departure != person.current_version_id.departure_date
            )
        )
        closed = self.search([("login_closed", "=", True)])
        back = closed.filtered(lambda person: not person._has_left())
        (left | back)._sync_logins()

    @api.model
    def _get_left_domain(self):
        """People who may have left since the module is here.

        Who is archived is handled at once. Who had left before the installation is
        not our business. Each agency's own day decides afterwards.
        """
        tomorrow = fields.Date.add(self.env["asn.period"]._today(), days=1)
        return Domain("current_version_id.departure_date", "<=", tomorrow) & Domain(
            "current_version_id.departure_date", ">=", self._get_watched_from()
        )

    @api.model
    def _get_watched_from(self):
        """Return the day of the installation."""
        cron = self.env.ref("hr_asn_kinerja.ir_cron_sync_logins")
        # sudo: ir.cron - only the day on which it was made
        return cron.sudo().create_date.date()

    def _has_left(self):
        self.ensure_one()
        period = self.env["asn.period"].with_company(self.company_id)
        departure = self.current_version_id.departure_date
        return not self.active or bool(departure and departure <= period._today())

    def _sync_logins(self):
        """Let the logins of these people follow whether they have left."""
        # sudo: res.users, hr.employee - who archives a person need not edit users
        people_sudo = self.sudo().with_context(active_test=False)
        left = people_sudo.filtered(
            lambda person: person._has_left() and person.user_id.active
        )
        back = people_sudo.filtered(
            lambda person: person.login_closed and not person._has_left()
        )
        left._close_logins()
        back._open_logins()

    def _close_logins(self):
        """Archive the users of `self`, but for those that may not go."""
        if not self:
            return
        kept = self._get_kept_users()
        going = self.filtered(lambda person: person.user_id not in kept)
        going.user_id.action_archive()
        going.login_closed = True
        for person in going:
            person.login_departure = person.current_version_id.departure_date
        for person in self - going:
            person._message_log(body=self._explain_kept(person.user_id))

    def _open_logins(self):
        self.user_id.action_unarchive()
        self.login_closed = False

    def _get_kept_users(self):
        """Return the users of `self` that stay open, each for a reason."""
        users = self.user_id
        elsewhere = (
            self.search([("user_id", "in", users.ids), ("id", "not in", self.ids)])
            .filtered(lambda person: not person._has_left())
            .user_id
        )
        return users.filtered(
            lambda user: (
                user == self.env.user
                or user in elsewhere
                or user._is_system_login()
                or self._is_last_manager(user, users)
            )
        )

    def _is_last_manager(self, user, leaving):
        """Return whether an agency would be left without manager."""
        if not user.has_group(MANAGER):
            return False
        others = self.env.ref(MANAGER).all_user_ids.filtered("active") - leaving
        return bool(user.company_ids - others.company_ids)

    def _explain_kept(self, user):
        if user == self.env.user or user._is_system_login():
            return self.env._(
                "The login stays open: it belongs to a system administrator or to the "
                "person doing this. Close it in the settings if it should go."
            )
        if user.has_group(MANAGER):
            return self.env._(
                "The login stays open: this is the last agency manager. Appoint "
                "another one, then close it."
            )
        return self.env._(
            "The login stays open: the person still works under another employee "
            "record."
        )
