# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

ACTING_GROUP = "hr_asn_kinerja.group_asn_kinerja_acting"


class AsnDelegation(models.Model):
    """Who acts for an official, from when to when, under which mandate.

    The official may have no user and no NIP (a regent): the mandate is what makes the
    deputy's decisions valid, and it is kept with each of them.
    """

    _name = "asn.delegation"
    _description = "Delegation"
    _inherit = "asn.membership.mixin"
    _order = "date_from desc, id desc"
    _check_company_auto = True
    _membership_user = "deputy_user_id"
    _membership_cron = "hr_asn_kinerja.ir_cron_sync_acting_group"

    official_id = fields.Many2one(
        "hr.employee",
        string="Official",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
        help="The official in whose place somebody else decides.",
    )
    deputy_user_id = fields.Many2one(
        "res.users",
        string="Acting User",
        required=True,
        index=True,
        ondelete="cascade",
        check_company=True,
        domain="[('share', '=', False), ('company_ids', 'in', company_id)]",
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
        required=True,
        help="Number of the letter that gives the mandate.",
    )
    overlap_warning = fields.Char(compute="_compute_overlap_warning")

    _dates_in_order = models.Constraint(
        "CHECK(date_to IS NULL OR date_to >= date_from)",
        "The delegation must end on or after the day it begins.",
    )
    # two calls of one double click both find nothing yet
    _once = models.UniqueIndex(
        "(official_id, deputy_user_id, kind, date_from, "
        "COALESCE(date_to, 'infinity'), md5(COALESCE(mandate_number, '')))",
        "This person already acts for this official by this letter for the same days.",
    )

    @api.depends("official_id", "deputy_user_id", "mandate_number")
    def _compute_display_name(self):
        for delegation in self:
            deputy, official = delegation.deputy_user_id, delegation.official_id
            delegation.display_name = (
                f"{deputy.name} → {official.name} ({delegation.mandate_number})"
                if deputy and official and delegation.mandate_number
                else False
            )

    @api.depends("official_id", "date_from", "date_to")
    def _compute_overlap_warning(self):
        """Two deputies of one official at once may be meant, so it only warns."""
        others = self.search([("official_id", "in", self.official_id.ids)])
        by_official = others.grouped("official_id")
        for delegation in self:
            same = by_official.get(delegation.official_id._origin, others[:0])
            found = (same - delegation._origin).filtered(
                lambda other, line=delegation: line.date_from and line._overlaps(other)
            )
            delegation.overlap_warning = found._explain_overlap() if found else False

    def _explain_overlap(self):
        return self.env._(
            "%(names)s already acts for this official in this time. Check whether both "
            "are meant.",
            names=", ".join(self.deputy_user_id.mapped("name")),
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

    def _get_group_rows(self):
        return {ACTING_GROUP: Domain.TRUE}

    def _get_history_values(self):
        return {"role": "acting", "subject": self.official_id.name}

    def _get_remembered_fields(self):
        return super()._get_remembered_fields() | {"official_id", "kind"}

    @api.model
    def _cron_sync_acting_group(self):
        """Follow the calendar: members of the group, and notices."""
        # sudo: res.groups - membership follows from the delegations alone
        members = self.env.ref(ACTING_GROUP).sudo().user_ids
        self._sync_members(members, {ACTING_GROUP: members})
        self._cron_sync_members()
        self._tell_by_calendar()

    @api.model
    def _get_running(self, user):
        """Return, elevated, the delegations under which the user acts today."""
        today = self.env["asn.period"]._today()
        # sudo: asn.delegation - asks only for the rows of one user
        return self.sudo().search(
            Domain("deputy_user_id", "=", user.id) & self._get_running_domain(today)
        )

    @api.model
    def _get_deputies(self, officials):
        """Return {official: users who act for them today}."""
        # sudo: asn.delegation - who acts, to ask and to remind them
        lines_sudo = self.sudo().search(
            self._get_running_domain(self.env["asn.period"]._today())
            & Domain("official_id", "in", officials.ids)
        )
        return {
            official: rows.deputy_user_id.sudo(False)
            for official, rows in lines_sudo.grouped("official_id").items()
        }
