# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

ACTING_GROUP = "hr_asn_kinerja.group_asn_kinerja_acting"


class AsnDelegation(models.Model):
    """Who acts for an official, from when to when, under which mandate.

    The official may have no user and no NIP (a regent): the mandate is what makes the
    deputy's decisions valid, and it is kept with each of them.
    """

    _name = "asn.delegation"
    _description = "Delegation"
    _order = "date_from desc, id desc"
    _check_company_auto = True

    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    official_id = fields.Many2one(
        "hr.employee",
        string="Official",
        required=True,
        index=True,
        ondelete="cascade",
        check_company=True,
        help="The official in whose place somebody else decides.",
    )
    deputy_user_id = fields.Many2one(
        "res.users",
        string="Acting User",
        required=True,
        index=True,
        ondelete="cascade",
        domain="[('share', '=', False)]",
    )
    kind = fields.Selection(
        [
            ("plt", "Acting, post vacant (Plt)"),
            ("plh", "Acting, official absent (Plh)"),
            ("delegated", "Delegated authority"),
        ],
        required=True,
        default="plh",
    )
    mandate_number = fields.Char(
        required=True, help="Number of the letter that gives the mandate."
    )
    date_from = fields.Date(
        string="From",
        required=True,
        default=lambda self: self.env["asn.period"]._today(),
    )
    date_to = fields.Date(string="To", help="Empty while the end is not known.")

    _dates_in_order = models.Constraint(
        "CHECK(date_to IS NULL OR date_to >= date_from)",
        "The delegation must end on or after the day it begins.",
    )

    @api.depends("official_id", "deputy_user_id", "mandate_number")
    def _compute_display_name(self):
        for delegation in self:
            delegation.display_name = (
                f"{delegation.deputy_user_id.name} → {delegation.official_id.name} "
                f"({delegation.mandate_number})"
            )

    @api.constrains("official_id", "deputy_user_id")
    def _check_deputy(self):
        for delegation in self:
            if delegation.official_id.user_id == delegation.deputy_user_id:
                raise ValidationError(
                    self.env._(
                        "%(name)s cannot act for themselves. Choose somebody else.",
                        name=delegation.deputy_user_id.name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        delegations = super().create(vals_list)
        self._check_not_oneself(delegations.deputy_user_id)
        self._sync_acting_group(delegations.deputy_user_id)
        return delegations

    @api.model
    def _check_not_oneself(self, deputies):
        """Nobody gives themselves the rights of an official."""
        if not self.env.su and self.env.user in deputies:
            raise AccessError(
                self.env._(
                    "You cannot make yourself the acting official. Another agency "
                    "manager has to enter this delegation."
                )
            )

    def _check_still_open(self, names):
        """What has begun can only be ended: decisions were taken under it."""
        today = self.env["asn.period"]._today()
        begun = self.filtered(lambda line: line.date_from <= today)
        if not self.env.su and begun and set(names) - {"date_to"}:
            raise UserError(
                self.env._(
                    "This delegation has already begun. Set its last day, and enter a "
                    "new one if something else has to change."
                )
            )

    def write(self, vals):
        self._check_still_open(vals)
        users = self.deputy_user_id
        result = super().write(vals)
        if "deputy_user_id" in vals:
            self._check_not_oneself(self.deputy_user_id)
        self._sync_acting_group(users | self.deputy_user_id)
        return result

    def unlink(self):
        self._check_still_open(["unlink"])
        users = self.deputy_user_id
        result = super().unlink()
        self._sync_acting_group(users)
        return result

    @api.model
    def _open_domain(self):
        """Delegations that are running today or have yet to begin."""
        today = self.env["asn.period"]._today()
        return ["|", ("date_to", "=", False), ("date_to", ">=", today)]

    @api.model
    def _sync_acting_group(self, users):
        """Put users with an open delegation into the acting group, others out."""
        # sudo: res.groups - the manager who delegates may not edit groups otherwise
        group_sudo = self.env.ref(ACTING_GROUP).sudo()
        acting = (
            self.sudo().search(
                self._open_domain() + [("deputy_user_id", "in", users.ids)]
            )
        ).deputy_user_id
        group_sudo.user_ids = (group_sudo.user_ids - users) | acting

    @api.model
    def _cron_sync_acting_group(self):
        """Take people whose last delegation has ended out of the acting group."""
        # sudo: res.groups - membership follows from the delegations alone
        self._sync_acting_group(self.env.ref(ACTING_GROUP).sudo().user_ids)

    @api.model
    def _get_running(self, user):
        """Return, elevated, the delegations under which the user acts today."""
        today = self.env["asn.period"]._today()
        # sudo: asn.delegation - asks only for the rows of one user
        return self.sudo().search(
            [
                ("deputy_user_id", "=", user.id),
                ("date_from", "<=", today),
                *self._open_domain(),
            ]
        )
