# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..kinerja_rules.nip import NipError, format_nip, parse_nip
from .asn_leave_mixin import LEAVE_FIELDS

# which kinds of civil servant carry a number of which form
KINDS_OF_NIP = {"pns": ("pns", "cpns"), "pppk": ("pppk", "pppk_part_time")}


class HrEmployee(models.Model):
    """The NIP of a civil servant: 18 digits, unique in the agency, checked."""

    _name = "hr.employee"
    _inherit = ["hr.employee", "asn.login.mixin", "asn.leave.mixin"]

    nip = fields.Char(
        string="NIP",
        groups="hr.group_hr_user",
        copy=False,
        tracking=True,
        help="Employee number of a civil servant, 18 digits. Spaces and dots are "
        "removed.",
    )
    nip_formatted = fields.Char(
        string="NIP (formatted)",
        compute="_compute_nip_formatted",
        groups="hr.group_hr_user",
    )
    nip_warning = fields.Char(
        compute="_compute_nip_warning",
        groups="hr.group_hr_user",
    )
    delegation_ids = fields.One2many(
        "asn.delegation",
        "official_id",
        string="Delegations",
        groups="hr_asn_kinerja.group_asn_kinerja_manager",
    )

    # Archived people count too: their documents remain.
    _nip_unique = models.UniqueIndex(
        "(company_id, nip) WHERE nip IS NOT NULL",
        "Another employee of this agency already has this NIP. Look among the "
        "archived people too.",
    )

    @api.depends("nip")
    def _compute_nip_formatted(self):
        for employee in self:
            employee.nip_formatted = self._format_nip(employee.nip)

    @api.depends("nip", "birthday", "sex", "asn_kind")
    def _compute_nip_warning(self):
        for employee in self:
            employee.nip_warning = employee._get_nip_mismatch()

    @api.constrains("nip")
    def _check_nip(self):
        for employee in self.filtered("nip"):
            try:
                parse_nip(employee.nip)
            except NipError as error:
                raise ValidationError(self._get_nip_problem(error.code)) from error

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._normalise_nip(vals) for vals in vals_list])

    def write(self, vals):
        result = super().write(self._normalise_nip(vals))
        if LEAVE_FIELDS & vals.keys():
            self._sync_logins()
        return result

    @api.model
    def _normalise_nip(self, vals):
        """Strip what people type between the digits; an empty NIP becomes NULL."""
        if "nip" not in vals:
            return vals
        nip = (vals["nip"] or "").replace(" ", "").replace(".", "")
        return {**vals, "nip": nip or False}

    @api.model
    def _format_nip(self, nip):
        """Return the NIP as printed, or what is stored when it is not complete."""
        try:
            return format_nip(nip) if nip else ""
        except NipError:
            return nip

    @api.model
    def _get_nip_problem(self, code):
        """Return the sentence for a code of kinerja_rules.nip.MESSAGES."""
        return {
            "empty": self.env._("The NIP is empty."),
            "characters": self.env._(
                "The NIP may only contain digits, spaces and dots."
            ),
            "length": self.env._("A NIP has exactly 18 digits."),
            "birth_date": self.env._(
                "The first 8 digits of the NIP are not a date of birth (YYYYMMDD)."
            ),
            "appointment": self.env._(
                "Digits 13 and 14 of the NIP must be a month from 01 to 12, or 21 to "
                "29 for PPPK."
            ),
            "age": self.env._(
                "According to this NIP the person was younger than 18 when appointed."
            ),
            "sex": self.env._("Digit 15 of the NIP must be 1 (male) or 2 (female)."),
            "serial": self.env._(
                "The last 3 digits of the NIP must be a serial number from 001 to 999."
            ),
        }[code]

    def _get_nip_mismatch(self):
        """Return a sentence when HR data and the NIP disagree, else False.

        A mismatch warns and never blocks: either side may be the wrong one.
        """
        self.ensure_one()
        try:
            nip = parse_nip(self.nip) if self.nip else None
        except NipError:
            return False
        if not nip:
            return False
        doubts = []
        if self.birthday and self.birthday != nip.birth_date:
            doubts.append(self.env._("the date of birth"))
        if self.sex in ("male", "female") and self.sex != nip.sex:
            doubts.append(self.env._("the sex"))
        if self.asn_kind and self.asn_kind not in KINDS_OF_NIP[nip.kind]:
            doubts.append(self.env._("the ASN kind"))
        if not doubts:
            return False
        return self.env._(
            "The NIP does not agree with: %(doubts)s. Please check which one is right.",
            doubts=", ".join(doubts),
        )
