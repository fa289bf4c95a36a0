# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import datetime
from hashlib import sha256

import pytz

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from odoo.addons.hr_asn_kinerja.tools import crockford
from odoo.addons.hr_asn_kinerja.tools.formulas import guard

from .asn_citizen_response import DEFAULT_TIMEZONE

CODE_LENGTH = 12
NUMBER_LENGTH = 6
HANDLERS = (
    "hr_asn_kinerja_portal.group_asn_kinerja_complaint_handler,"
    "hr_asn_kinerja.group_asn_kinerja_auditor"
)


class AsnComplaint(models.Model):
    """A complaint with its own identity, access and clock.

    It is never linked to an answer of the satisfaction form: whoever handles complaints
    must not learn who gave which score.
    """

    _name = "asn.complaint"
    _description = "Citizen Complaint"
    _inherit = ["asn.insert.once", "asn.guard.mixin", "mail.thread"]
    _order = "date_received desc, id desc"
    _rec_name = "number"
    _check_company_auto = True
    # the rest is the citizen's own or moves through the steps
    _open_fields = frozenset({"user_id", "kind", "department_id", "answer"})

    number = fields.Char(
        readonly=True,
        copy=False,
        default=lambda self: crockford.random_code(NUMBER_LENGTH),
    )
    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        index=True,
        readonly=True,
        default=lambda self: self.env.company,
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Unit",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        tracking=True,
    )
    counter_id = fields.Many2one(
        "asn.counter",
        string="Counter",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
    )
    user_id = fields.Many2one(
        "res.users", string="Handler", check_company=True, tracking=True
    )
    text = fields.Text(
        string="Complaint", required=True, readonly=True, exportable=False
    )
    text_export = fields.Text(
        string="Complaint (for Export)",
        compute="_compute_text_export",
        help="The complaint, made harmless for spreadsheets.",
    )
    kind = fields.Selection(
        [
            ("information", "Request for information"),
            ("simple", "Complaint without inspection"),
            ("inspection", "Complaint with inspection"),
        ],
        required=True,
        default="simple",
        tracking=True,
        help="Decides the time limit for the answer.",
    )
    state = fields.Selection(
        [
            ("received", "Received"),
            ("verified", "Verified"),
            ("processing", "Being Handled"),
            ("answered", "Answered"),
            ("closed", "Closed"),
        ],
        required=True,
        default="received",
        copy=False,
        tracking=True,
        group_expand=True,
    )
    answer = fields.Text()
    date_received = fields.Date(string="Received On", required=True, readonly=True)
    date_first_due = fields.Date(
        string="First Response Until", compute="_compute_deadlines", store=True
    )
    date_due = fields.Date(
        string="Answer Until", compute="_compute_deadlines", store=True
    )
    date_verified = fields.Date(string="Verified On", readonly=True, copy=False)
    date_answered = fields.Date(string="Answered On", readonly=True, copy=False)
    is_late = fields.Boolean(compute="_compute_is_late")

    is_anonymous = fields.Boolean(
        string="Anonymous", compute="_compute_is_anonymous", compute_sudo=True
    )
    contact_name = fields.Char(readonly=True, copy=False, groups=HANDLERS)
    contact_phone = fields.Char(readonly=True, copy=False, groups=HANDLERS)
    contact_email = fields.Char(
        string="Contact E-mail", readonly=True, copy=False, groups=HANDLERS
    )
    tracking_hash = fields.Char(
        copy=False, exportable=False, groups=fields.NO_ACCESS, readonly=True
    )

    _tracking_once = models.UniqueIndex(
        "(tracking_hash) WHERE tracking_hash IS NOT NULL",
        "This tracking code is already in use.",
    )

    @api.depends("text")
    def _compute_text_export(self):
        for complaint in self:
            complaint.text_export = guard(complaint.text or "")

    @api.depends("contact_name", "contact_phone", "contact_email")
    def _compute_is_anonymous(self):
        for complaint in self:
            complaint.is_anonymous = not (
                complaint.contact_name
                or complaint.contact_phone
                or complaint.contact_email
            )

    @api.depends("date_due", "date_first_due", "state")
    def _compute_is_late(self):
        for complaint in self:
            today = complaint._today()
            until = {
                "received": complaint.date_first_due,
                "verified": complaint.date_due,
                "processing": complaint.date_due,
            }.get(complaint.state)
            complaint.is_late = bool(until and until < today)

    def action_verify(self):
        """Confirm to the citizen that somebody has read the complaint."""
        self._move("received", "verified")
        # sudo: asn.complaint - dates move with the step that was checked
        for complaint in self.sudo():
            complaint.date_verified = complaint._today()

    def action_process(self):
        """Take the complaint up."""
        self._move("verified", "processing")
        self.filtered(lambda complaint: not complaint.user_id).user_id = self.env.user

    def action_answer(self):
        """Give the written answer to the citizen's tracking page."""
        if any(not complaint.answer for complaint in self):
            raise UserError(self.env._("Write the answer before you send it."))
        self._move("processing", "answered")
        # sudo: asn.complaint - dates move with the step that was checked
        for complaint in self.sudo():
            complaint.date_answered = complaint._today()

    def action_close(self):
        """Close the complaint."""
        self._move("answered", "closed")

    def _move(self, before, after):
        self.check_access("write")
        if any(complaint.state != before for complaint in self):
            raise UserError(
                self.env._(
                    "This step is not possible in the complaint's present state."
                )
            )
        # sudo: asn.complaint - the right to write was checked, the column is closed
        self.sudo().state = after

    def _today(self):
        company = self.company_id[:1] or self.env.company
        return self.env["asn.period"].with_company(company)._today()

    @api.model
    def _take(self, place, code, values):
        """Store a complaint under its tracking code, once.

        :param place: Place of the counter
        :param code: normalised tracking code; the same form always has the same one
        :param values: checked values of text and contact fields
        """
        zone = pytz.timezone(place.timezone or DEFAULT_TIMEZONE)
        received, kind = datetime.now(zone).date(), "simple"
        now = SQL("timezone('UTC', now())")
        self._insert_once(
            {
                **{name: value or None for name, value in values.items()},
                "number": crockford.random_code(NUMBER_LENGTH),
                "tracking_hash": self._hash_code(code),
                "company_id": place.company_id,
                "department_id": place.department_id,
                "counter_id": place.counter_id,
                "kind": kind,
                "state": "received",
                "date_received": received,
                **self._get_deadlines(place.company_id, [(received, kind)])[0],
                "create_uid": self.env.uid,
                "create_date": now,
                "write_uid": self.env.uid,
                "write_date": now,
            },
            "tracking_hash",
        )

    @api.model
    def _find_tracked(self, text):
        """Return the complaint of a tracking code as typed by a citizen, or nothing."""
        code = crockford.normalise("".join(text.split()).replace("-", ""))
        if not crockford.is_code(code, CODE_LENGTH):
            return self.browse()
        return self.search([("tracking_hash", "=", self._hash_code(code))], limit=1)

    @staticmethod
    def _hash_code(code):
        return sha256(code.encode()).hexdigest()
