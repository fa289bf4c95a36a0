# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

# UU 27/2022, article 30: wrong personal data are corrected within 3 x 24 hours (C2)
DAYS_TO_ANSWER = 3
# what may be wrong, and where the row of the person shows it
SUBJECTS = {
    "name": "name",
    "nip": "nip_formatted",
    "rank": "asn_rank_id",
    "position": "job_title",
    "unit": "department_id",
    "superior": "superior_name",
    "assessor": "assessor_name",
}


class AsnDataCorrection(models.Model):
    """An employee says that something in the own data is wrong, and gets an answer.

    Read by the employee, the officers of the unit, the agency manager and the auditor,
    by nobody else. A thread only because activities need one; nothing is mailed.
    """

    _name = "asn.data.correction"
    _description = "Data Correction"
    _inherit = ["asn.guard.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "id desc"
    _rec_name = "employee_name"
    _open_fields = frozenset({"answer"})
    _open_fields_on_create = frozenset({"employee_id", "subject", "wished", "note"})

    employee_id = fields.Many2one(
        "hr.employee", required=True, index=True, ondelete="cascade"
    )
    employee_user_id = fields.Many2one(
        "res.users", string="Employee's User", required=True, index=True, readonly=True
    )
    employee_name = fields.Char(string="Name", readonly=True)
    company_id = fields.Many2one(
        "res.company", string="Agency", required=True, index=True, readonly=True
    )
    department_id = fields.Many2one(
        "hr.department", string="Unit", index=True, readonly=True
    )
    subject = fields.Selection(
        [
            ("name", "Name"),
            ("nip", "NIP"),
            ("rank", "Rank"),
            ("position", "Position"),
            ("unit", "Unit"),
            ("superior", "Superior"),
            ("assessor", "Assessor"),
            ("other", "Something Else"),
        ],
        string="What Is Wrong",
        required=True,
    )
    current = fields.Char(string="As It Is Now", readonly=True)
    wished = fields.Char(string="It Should Be", required=True)
    note = fields.Text(
        string="Remark", help="For example the number of the decree that proves it."
    )
    state = fields.Selection(
        [
            ("open", "Waiting for an Answer"),
            ("fixed", "Fixed"),
            ("refused", "Refused"),
        ],
        required=True,
        default="open",
        index=True,
        readonly=True,
        copy=False,
    )
    answer = fields.Text(copy=False, help="The employee reads this.")
    answered_by_id = fields.Many2one(
        "res.users", string="Answered By", readonly=True, copy=False
    )
    answered_at = fields.Datetime(string="Answered On", readonly=True, copy=False)
    closed_at = fields.Datetime(
        string="Read by the Employee On", readonly=True, copy=False
    )
    answer_until = fields.Date(
        readonly=True,
        copy=False,
        help="Wrong personal data are to be corrected within three days.",
    )
    is_late = fields.Boolean(compute="_compute_is_late")
    can_answer = fields.Boolean(compute="_compute_can_answer")
    can_close = fields.Boolean(compute="_compute_can_close")

    _reported_once = models.UniqueIndex(
        "(employee_id, subject) WHERE state = 'open' AND subject <> 'other'",
        "You have already reported this. The answer appears under My Data, My "
        "Corrections.",
    )

    @api.depends("state", "answer_until")
    def _compute_is_late(self):
        today = self.env["asn.period"]._today()
        for correction in self:
            until = correction.answer_until
            correction.is_late = bool(
                correction.state == "open" and until and until < today
            )

    @api.depends("state", "closed_at")
    @api.depends_context("uid")
    def _compute_can_close(self):
        for correction in self:
            correction.can_close = (
                correction.state != "open"
                and not correction.closed_at
                and correction.employee_user_id == self.env.user
            )

    @api.depends("state")
    @api.depends_context("uid")
    def _compute_can_answer(self):
        writable = self._filtered_access("write")
        for correction in self:
            correction.can_answer = (
                correction.state == "open" and correction in writable
            )

    @api.model_create_multi
    def create(self, vals_list):
        """Take identity and present value from HR, and tell those who can mend it."""
        self.check_access("create")
        opened = self._open_fields_on_create
        for vals in vals_list:
            self._check_open_fields(vals, opened)
        # named columns only: what follows is elevated, commands on lines would be too
        complete = [
            {
                **self._get_identity(vals),
                **{name: vals[name] for name in opened & vals.keys()},
                **self._get_state_values(),
            }
            for vals in vals_list
        ]
        # sudo: asn.data.correction - columns that the employee may not write
        corrections_sudo = super(AsnDataCorrection, self.sudo()).create(complete)
        corrections_sudo._tell_officers()
        return corrections_sudo.sudo(self.env.su)

    def write(self, vals):
        """An answer stays as the employee was told."""
        if not self.env.su and any(correction.state != "open" for correction in self):
            raise UserError(
                self.env._("This request is answered already. Reload the page.")
            )
        return super().write(vals)

    @api.model
    def _get_state_values(self):
        """Return what every request begins with, whatever the context says."""
        return {
            "state": "open",
            "answer": False,
            "answered_by_id": False,
            "answered_at": False,
            "closed_at": False,
        }

    @api.model
    def _get_identity(self, vals):
        """Return who asks: one of the user's own employee records, nobody else's."""
        # sudo: hr.employee, asn.person - the own record of the user
        own_sudo = self.env.user.sudo().employee_ids
        asked = vals.get("employee_id") or self.env.user.employee_id.id
        employee_sudo = own_sudo.filtered(lambda employee: employee.id == asked)
        if not employee_sudo:
            raise AccessError(self.env._("You can only correct your own data."))
        person_sudo = self.env["asn.person"].sudo().browse(employee_sudo.id)
        shown = SUBJECTS.get(vals.get("subject"))
        value = person_sudo[shown] if shown else False
        return {
            "employee_id": employee_sudo.id,
            "employee_user_id": self.env.uid,
            "employee_name": employee_sudo.name,
            "company_id": employee_sudo.company_id.id,
            "department_id": employee_sudo.department_id.id,
            "answer_until": self._get_answer_until(employee_sudo.company_id),
            "current": value.display_name if hasattr(value, "_name") else value,
        }

    @api.model
    def _get_answer_until(self, agency):
        today = self.env["asn.period"].with_company(agency)._today()
        return fields.Date.add(today, days=DAYS_TO_ANSWER)
