# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import secrets
from datetime import datetime, time, timedelta

import pytz

from odoo import api, models
from odoo.tools import SQL, hash_sign

SLIP_MARK = "slip"
SLIP_DAYS = 14
# what only the system administrator grants: such logins are not ours to touch
SYSTEM_GROUPS = ("base.group_erp_manager", "base.group_system")


class ResUsers(models.Model):
    """Activation of a login with a slip of paper.

    The link is the signup token of Odoo: signed, dated, and bound to the mark that
    stands on the partner. A new mark kills the older links; a chosen password removes
    the mark. The token itself is stored nowhere.
    """

    _inherit = "res.users"

    @api.constrains("company_ids")
    def _check_roles_of_one_agency(self):
        """Whoever holds a role of one agency gets no second one beside it."""
        # sudo: asn.role.assignment - the administrator need not see the roles
        rows_sudo = self.env["asn.role.assignment"].sudo()
        rows_sudo = rows_sudo.search([("user_id", "in", self.ids)])
        rows_sudo.filtered(lambda row: row.state != "ended")._check_one_agency()

    def _is_system_login(self):
        self.ensure_one()
        return any(self.has_group(group) for group in SYSTEM_GROUPS)

    @api.model
    def _get_system_login_ids(self):
        """Return the ids of the logins that are not ours to touch."""
        # sudo: res.groups - who is in them, nothing else
        groups = [self.env.ref(group).sudo() for group in SYSTEM_GROUPS]
        return [user.id for group in groups for user in group.all_user_ids]

    def _filter_waiting(self):
        """Return the active internal users who never chose a password, elevated."""
        active = self.filtered(lambda user: user.active and not user.share)
        if not active:
            return active
        rows = self.env.execute_query(
            SQL(
                "SELECT id FROM res_users WHERE id IN %s AND password IS NULL",
                tuple(active.ids),
            )
        )
        without_password = {row[0] for row in rows}
        return active.filtered(
            lambda user: (
                user.id in without_password
                and not user.login_date
                and not user._is_system_login()
            )
        )

    def _mark_for_slips(self, valid_until):
        """Write a new mark on the users; every older slip of theirs is dead."""
        mark = f"{SLIP_MARK}-{valid_until:%Y%m%d}-{secrets.token_hex(8)}"
        # sudo: res.partner - the mark is what Odoo's own invitation writes
        self.sudo().partner_id.signup_prepare(signup_type=mark)
        return mark

    def _get_slip_until(self):
        """Return the last day of the slip that a user holds, else None."""
        self.ensure_one()
        return self._read_slip_until(self.partner_id.signup_type)

    @api.model
    def _read_slip_until(self, mark):
        kind, _separator, rest = (mark or "").partition("-")
        if kind != SLIP_MARK:
            return None
        return datetime.strptime(rest[:8], "%Y%m%d").date()

    def _get_slip_url(self, zone):
        """Return the link of the slip, good until the end of its last day."""
        self.ensure_one()
        valid_until = self._get_slip_until()
        partner = self.partner_id
        midnight = datetime.combine(valid_until + timedelta(days=1), time())
        token = hash_sign(
            self.sudo().env,
            "signup",
            [partner.id, partner.user_ids.ids, None, partner.signup_type],
            expiration=pytz.timezone(zone).localize(midnight),
        )
        base = partner.get_base_url()
        return f"{base}/web/reset_password?db={self.env.cr.dbname}&token={token}"
