# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command, api, models
from odoo.exceptions import AccessError, UserError

from .asn_period import DEFAULT_TIMEZONE

MANAGER = "hr_asn_kinerja.group_asn_kinerja_manager"
LANGUAGE = "id_ID"


class AsnLoginMixin(models.AbstractModel):
    """Logins of employees, made by the agency manager without system rights.

    The manager chooses people and nothing else: login, groups, agency and language
    follow from the rules below, so that nobody gets more than a plain internal user.
    """

    _name = "asn.login.mixin"
    _description = "Login of an Employee"

    def _check_may_make_logins(self):
        """Refuse whoever is not the manager of the agency of these people."""
        if not self.env.user.has_group(MANAGER):
            raise AccessError(self.env._("Only the agency manager makes logins."))
        self.check_access("read")
        if self.company_id - self.env.user.company_ids:
            raise AccessError(
                self.env._("You can only make logins for people of your own agency.")
            )

    def _get_without_login(self):
        """Return the active people who have no user, not even an archived one."""
        return self.filtered(lambda person: person.active and not person.user_id)

    def _get_new_login(self):
        """Return the login of a person: NIP, else e-mail, else False."""
        self.ensure_one()
        return self.nip or (self.work_email or "").strip().lower() or False

    def _create_logins(self):
        """Make a user without password for each; whoever has one is left alone."""
        self._check_may_make_logins()
        people = self._get_without_login()
        people._check_logins_free()
        values = [person._prepare_login_values() for person in people]
        # sudo: res.users - the manager has no system rights; checked above, and no
        # value but the person comes from the manager
        users_sudo = self.env["res.users"].sudo().with_context(no_reset_password=True)
        users_sudo = users_sudo.with_context(tracking_disable=True).create(values)
        return users_sudo.sudo(False)

    def _check_logins_free(self):
        """Refuse people without NIP and e-mail, and logins that are in use."""
        wanted = {person._get_new_login(): person for person in self}
        if False in wanted:
            raise UserError(
                self.env._(
                    "%(name)s has neither NIP nor work e-mail. Enter one of them "
                    "first.",
                    name=wanted[False].name,
                )
            )
        # sudo: res.users - only asks whether a login is in use, in any agency
        users_sudo = self.env["res.users"].sudo().with_context(active_test=False)
        taken = users_sudo.search([("login", "in", list(wanted))], limit=1)
        if taken or len(wanted) < len(self):
            name = wanted[taken.login].name if taken else self[:1].name
            raise UserError(
                self.env._(
                    "The login of %(name)s is already in use by another account. Ask "
                    "the system administrator to look at that account.",
                    name=name,
                )
            )

    def _prepare_login_values(self):
        self.ensure_one()
        installed = dict(self.env["res.lang"].get_installed())
        # sudo: res.partner, resource.calendar - contact and time zone of the person
        contact_sudo = self.sudo().work_contact_id
        company_sudo = self.sudo().company_id
        values = {
            "name": self.name,
            "login": self._get_new_login(),
            "lang": LANGUAGE if LANGUAGE in installed else self.env.lang,
            "tz": company_sudo.resource_calendar_id.tz or DEFAULT_TIMEZONE,
            "company_id": company_sudo.id,
            "company_ids": [Command.set(company_sudo.ids)],
            "group_ids": [Command.set(self.env.ref("base.group_user").ids)],
            "create_employee_id": self.id,
        }
        if "odoobot_state" in self.env["res.users"]._fields:
            # its chat would cover the whole phone at the first visit
            values["odoobot_state"] = "disabled"
        if contact_sudo and not contact_sudo.with_context(active_test=False).user_ids:
            values["partner_id"] = contact_sudo.id
        return values

    @api.model
    def _get_logins_to_activate(self, people):
        """Return the people whose login waits for its first password.

        Only these get a slip: a slip for a login in use would let the manager act as
        somebody else.
        """
        # sudo: res.users - asks whether a login is in use, tells nothing else
        waiting = people.sudo().user_id._filter_waiting()
        return people.filtered(
            lambda person: (
                person.active
                and person.sudo().user_id in waiting
                and person.sudo().user_id.company_ids == person.company_id
            )
        )
