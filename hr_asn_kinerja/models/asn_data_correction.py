# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from .asn_login_mixin import MANAGER

# what may be wrong, and where the row of the person shows it
SUBJECTS = {
    "name": "name",
    "nip": "nip_formatted",
    "rank": "asn_rank_id",
    "position": "job_title",
    "unit": "department_id",
    "superior": "superior_name",
}


class AsnDataCorrection(models.Model):
    """An employee says that something in the own data is wrong, and gets an answer.

    Read by the employee, the officers of the unit and the agency manager, by nobody
    else. A thread only because activities need one; nothing is tracked or mailed.
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
        [("open", "Open"), ("fixed", "Fixed"), ("refused", "Refused")],
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
    can_answer = fields.Boolean(compute="_compute_can_answer")

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
        complete = [
            {**self._get_identity(vals), **vals, **self._get_state_values()}
            for vals in vals_list
        ]
        # sudo: asn.data.correction - columns that the employee may not write
        corrections_sudo = super(AsnDataCorrection, self.sudo()).create(complete)
        corrections_sudo._tell_officers()
        return corrections_sudo.sudo(self.env.su)

    @api.model
    def _get_state_values(self):
        """Return what every request begins with, whatever the context says."""
        return {
            "state": "open",
            "answer": False,
            "answered_by_id": False,
            "answered_at": False,
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
            "current": value.display_name if hasattr(value, "_name") else value,
        }

    # --- ACTIONS ---

    def action_send(self):
        """Confirm to the employee that the request is on its way."""
        self.ensure_one()
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._(
                    "Sent. You see the answer under My Data, My Corrections."
                ),
                "next": {"type": "ir.actions.act_window_close"},
            },
        }

    def action_fix(self):
        """The data were mended in HR."""
        self._answer("fixed")

    def action_refuse(self):
        """The data are right as they are; the answer says why."""
        for correction in self:
            if not (correction.answer or "").strip():
                raise UserError(
                    self.env._("Write an answer first: the employee wants to know why.")
                )
        self._answer("refused")

    def _answer(self, state):
        self.check_access("write")
        if any(correction.state != "open" for correction in self):
            raise UserError(
                self.env._("This request is answered already. Reload the page.")
            )
        # sudo: asn.data.correction - the state only changes through the actions
        corrections_sudo = self.sudo()
        corrections_sudo.write(
            {
                "state": state,
                "answered_by_id": self.env.uid,
                "answered_at": fields.Datetime.now(),
            }
        )
        corrections_sudo.activity_ids.unlink()
        corrections_sudo._plan_activities(
            self.env._("Your data correction is answered"),
            {line: line.employee_user_id for line in corrections_sudo},
        )

    def action_open_employee(self):
        """Open the person: the record of HR for managers, else the public one."""
        self.ensure_one()
        is_manager = self.env.user.has_group(MANAGER)
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.employee" if is_manager else "hr.employee.public",
            "res_id": self.employee_id.id,
            "view_mode": "form",
        }

    def _tell_officers(self):
        """Plan an activity for the officers of the unit and the managers."""
        managers = self.env.ref(MANAGER).all_user_ids.filtered("active")
        officers = self._get_officers()
        self._plan_activities(
            self.env._("Correct the data of an employee"),
            {
                line: officers.get(line.department_id, managers.browse())
                | managers.filtered(
                    lambda user, line=line: line.company_id in user.company_ids
                )
                for line in self
            },
        )

    def _get_officers(self):
        """Return {unit: officers who serve it today}."""
        today = self.env["asn.period"]._today()
        scopes = self.env["asn.officer.scope"].search(
            [
                ("department_id", "in", self.department_id.ids),
                ("date_from", "<=", today),
                "|",
                ("date_to", "=", False),
                ("date_to", ">=", today),
            ]
        )
        by_unit = scopes.grouped("department_id")
        return {unit: rows.user_id for unit, rows in by_unit.items()}

    def _plan_activities(self, summary, users):
        """Make all activities at once, without mail: the bell is enough."""
        kind = self.env.ref("mail.mail_activity_data_todo")
        model = self.env["ir.model"]._get(self._name)
        activities = self.env["mail.activity"].with_context(
            mail_activity_quick_update=True
        )
        activities.create(
            [
                {
                    "activity_type_id": kind.id,
                    "summary": summary,
                    "res_model_id": model.id,
                    "res_id": line.id,
                    "user_id": user.id,
                }
                for line, some in users.items()
                for user in some
            ]
        )
