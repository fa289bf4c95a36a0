# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

from ..models.asn_job import BATCH
from ..models.asn_login_mixin import MANAGER


class AsnLoginBatch(models.TransientModel):
    """Makes logins for people who have none; the slips are in asn_login_slips."""

    _name = "asn.login.batch"
    _description = "Logins of Employees"

    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        readonly=True,
        default=lambda self: self.env.company,
    )
    reach = fields.Selection(
        [
            ("chosen", "Chosen people"),
            ("unit", "Everybody of a unit"),
            ("agency", "Everybody of the agency"),
        ],
        string="For",
        required=True,
        default="unit",
    )
    department_id = fields.Many2one(
        "hr.department", string="Unit", domain="[('company_id', '=', company_id)]"
    )
    employee_ids = fields.Many2many(
        "hr.employee", string="People", domain="[('company_id', '=', company_id)]"
    )
    only_without_slip = fields.Boolean(
        string="Leave Out Who Holds a Valid Slip",
        default=True,
        help="Switch this off for people who lost theirs: the new slip makes the old "
        "one worthless.",
    )
    file_format = fields.Selection(
        [("pdf", "PDF, ten on a page"), ("xlsx", "XLSX"), ("csv", "CSV")],
        string="Slips As",
        required=True,
        default="pdf",
    )
    missing_count = fields.Integer(string="Without Login", compute="_compute_counts")
    impossible_count = fields.Integer(
        string="Neither NIP nor E-mail", compute="_compute_counts"
    )
    waiting_count = fields.Integer(
        string="Not Yet Activated", compute="_compute_counts"
    )
    slip_count = fields.Integer(string="Slips to Print", compute="_compute_counts")

    @api.model
    def default_get(self, fields_list):
        """Start with the people that were chosen in a list of employees."""
        values = super().default_get(fields_list)
        context = self.env.context
        if context.get("active_model") == "hr.employee" and context.get("active_ids"):
            values["reach"] = "chosen"
            values["employee_ids"] = [fields.Command.set(context["active_ids"])]
        return values

    @api.depends("reach", "department_id", "employee_ids", "only_without_slip")
    def _compute_counts(self):
        for batch in self:
            people = batch._get_people()
            missing = people._get_without_login()
            batch.missing_count = len(missing)
            batch.impossible_count = len(
                missing.filtered(lambda person: not person._get_new_login())
            )
            waiting = people._get_logins_to_activate(people)
            batch.waiting_count = len(waiting)
            batch.slip_count = len(batch._filter_to_print(waiting))

    def _get_people(self):
        """Return the active people of the choice, with the manager's own rights."""
        self.ensure_one()
        agency = Domain("company_id", "=", self.company_id.id)
        if self.reach == "chosen":
            return self.employee_ids._origin.filtered_domain(agency)
        if self.reach == "unit":
            if not self.department_id:
                return self.env["hr.employee"]
            agency &= Domain("department_id", "child_of", self.department_id.ids)
        return self.env["hr.employee"].search(agency)

    def _filter_to_print(self, waiting):
        if not self.only_without_slip:
            return waiting
        today = self.env["asn.period"].with_company(self.company_id)._today()
        # sudo: res.partner - asks until when a slip is valid, tells nothing else
        return waiting.filtered(
            lambda person: (
                (person.sudo().user_id._get_slip_until() or today - timedelta(days=1))
                < today
            )
        )

    # --- ACTIONS ---

    def action_create_logins(self):
        """Make the logins now, or in the background when they are many."""
        self._check_manager()
        missing = self._get_people()._get_without_login()
        people = missing.filtered(lambda person: person._get_new_login())
        if not people:
            raise UserError(
                self.env._(
                    "Nobody here can get a login: everybody has one already, or NIP "
                    "and e-mail are missing."
                )
            )
        if len(people) > BATCH:
            return self._start_job(people)._get_action()
        people._create_logins()
        return self._reopen()

    def _start_job(self, people):
        people._check_may_make_logins()
        return self.env["asn.job"]._start(
            "login_create",
            self.env._("Logins for %(count)s people", count=len(people)),
            [(person.name, {"employee_id": person.id}) for person in people],
            company=self.company_id,
        )

    def _check_manager(self):
        self.ensure_one()
        self.check_access("read")
        if not self.env.user.has_group(MANAGER):
            raise AccessError(self.env._("Only the agency manager makes logins."))

    def _reopen(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Logins"),
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
        }
