# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError

from ..kinerja_rules import change
from ..models.asn_login_mixin import MANAGER
from ..models.asn_skp_event import EVENT_KINDS


class AsnSkpTransfer(models.TransientModel):
    """Shows what an event does to the plans, and then does exactly that.

    Officers do it for the plans of their units, agency managers for the agency;
    nobody does it for themselves.
    """

    _name = "asn.skp.transfer"
    _description = "Change During the Year (Assistant)"
    _inherit = "asn.shown.mixin"
    _shown_fields = ("skp_id", "person_id", "assessor_id", "successor_id")

    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        readonly=True,
        default=lambda self: self.env.company,
    )
    skp_id = fields.Many2one("asn.skp", string="SKP", readonly=True)
    person_id = fields.Many2one(
        "asn.person",
        string="Employee",
        domain="[('company_id', '=', company_id)]",
        help="People of the units that you serve.",
    )
    kind = fields.Selection(
        EVENT_KINDS, string="Event", required=True, default="mutation"
    )
    date = fields.Date(
        string="In Effect From",
        required=True,
        default=lambda self: self.env["asn.period"]._today(),
        help="First day in the new post, or first day away. The old plan ends on the "
        "day before.",
    )
    letter_number = fields.Char(
        help="Number of the decree or letter; it is kept with what happens."
    )
    makes_plan = fields.Boolean(
        string="Make a New Plan",
        compute="_compute_makes_plan",
        store=True,
        readonly=False,
        help="During a study assignment expectations may still be agreed in dialogue.",
    )
    assessor_id = fields.Many2one(
        "hr.employee.public",
        string="New Assessor",
        compute="_compute_assessor_id",
        store=True,
        readonly=False,
        domain="[('company_id', '=', company_id)]",
        help="Who agrees to the new plan. The superior in HR is proposed.",
    )
    successor_id = fields.Many2one(
        "hr.employee.public",
        string="Successor in the Post",
        domain="[('company_id', '=', company_id)]",
        help="Receives the results of the organisation. Leave it empty while nobody "
        "is appointed: the results wait in the closed plan.",
    )
    acting_way = fields.Selection(
        [
            ("additional", "As an additional result of the main plan"),
            ("second", "As a second plan beside the main one"),
        ],
        string="Acting Duty Enters",
        required=True,
        default="additional",
        help="The texts allow both; choose what your agency uses.",
    )
    acting_text = fields.Text(
        string="Result of the Acting Duty",
        help="For example: The service of the licensing division goes on without "
        "interruption.",
    )
    is_acting = fields.Boolean(compute="_compute_is_acting")
    is_closing = fields.Boolean(compute="_compute_is_acting")
    plan_is_choice = fields.Boolean(compute="_compute_is_acting")
    needs_version = fields.Boolean(compute="_compute_preview")
    can_open_hr = fields.Boolean(compute="_compute_can_open_hr")
    problem = fields.Text(compute="_compute_preview")
    preview = fields.Html(compute="_compute_preview", sanitize=False)

    @api.depends("kind")
    def _compute_makes_plan(self):
        for wizard in self:
            wizard.makes_plan = bool(wizard.kind) and change.effect(wizard.kind).opens

    @api.depends("kind")
    def _compute_is_acting(self):
        for wizard in self:
            kind = wizard.kind or "mutation"
            wizard.is_acting = kind in ("plt", "plh")
            wizard.is_closing = change.effect(kind).closes
            wizard.plan_is_choice = kind in ("study", "leave")

    @api.depends("skp_id", "person_id")
    def _compute_assessor_id(self):
        for wizard in self:
            # sudo: hr.employee - the superior's name is known to everybody
            superior_sudo = wizard._get_employee_sudo().parent_id
            wizard.assessor_id = wizard.assessor_id.browse(superior_sudo.id)

    @api.depends_context("uid")
    def _compute_can_open_hr(self):
        self.can_open_hr = self.env.user.has_group(MANAGER)

    @api.depends(
        "skp_id",
        "person_id",
        "kind",
        "date",
        "letter_number",
        "makes_plan",
        "assessor_id",
        "successor_id",
        "acting_way",
        "acting_text",
    )
    @api.depends_context("lang")
    def _compute_preview(self):
        for wizard in self:
            wizard.needs_version = wizard._is_version_missing()
            problems = wizard._get_problems()
            wizard.problem = "\n".join(problems) or False
            wizard.preview = self.env["ir.qweb"]._render(
                "hr_asn_kinerja.asn_skp_transfer_preview",
                {"lines": [] if problems else wizard._get_lines()},
            )

    def action_apply(self):
        """Do what the preview says, all of it or nothing."""
        self.ensure_one()
        self._lock()
        problems = self._get_problems()
        if problems:
            raise UserError("\n".join(problems))
        event = self._apply()
        return {
            "type": "ir.actions.act_window",
            "res_model": "asn.skp.event",
            "res_id": event.id,
            "view_mode": "form",
            "views": [(False, "form")],
        }

    def action_open_hr(self):
        """Open the employee, so that the new post can be entered first."""
        self.ensure_one()
        employee = self.env["hr.employee"].browse(self._get_employee_sudo().id)
        employee.check_access("write")
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.employee",
            "res_id": employee.id,
            "view_mode": "form",
            "views": [(False, "form")],
        }

    def _get_employee_sudo(self):
        """Return the employee; only from a plan or a person that the user may read."""
        plan = self.skp_id._origin or self.skp_id
        person = self.person_id._origin or self.person_id
        (plan or person).check_access("read")
        # sudo: hr.employee - whoever reads plan or person may know who it is
        return plan.sudo().employee_id or person.sudo().employee_id
