# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from .asn_evaluation import PREDICATES
from .hr_version import ASN_KINDS, POSITION_KINDS

KINDS = [
    ("guidance", "Guidance Plan"),
    ("improvement", "Time to Improve"),
    ("suggestion", "Development and Talent"),
]


class AsnFollowup(models.Model):
    """Tindak lanjut: what follows from a final predicate, one per evaluation.

    The flow makes it when the evaluation becomes final; the assessor fills it in. It
    tells which measures the regulation names, and decides none.
    """

    _name = "asn.followup"
    _description = "Follow-up of an Evaluation"
    _inherit = "asn.guard.mixin"
    _order = "state, due_on, id desc"
    _rec_names_search = ["employee_name", "employee_nip"]
    _open_fields = frozenset(
        {"cause", "goal", "due_on", "step_ids", "outcome", "conclusion"}
    )

    evaluation_id = fields.Many2one(
        "asn.evaluation", required=True, readonly=True, ondelete="restrict"
    )
    interval_id = fields.Many2one(
        related="evaluation_id.interval_id", store=True, index=True
    )
    company_id = fields.Many2one(
        related="evaluation_id.company_id", store=True, index=True, string="Agency"
    )
    department_id = fields.Many2one(
        related="evaluation_id.department_id", store=True, index=True, string="Unit"
    )
    employee_id = fields.Many2one(
        related="evaluation_id.employee_id",
        string="Person",
        store=True,
        index=True,
    )
    assessor_id = fields.Many2one(
        related="evaluation_id.assessor_id",
        string="Assessing Official",
        store=True,
        index=True,
    )
    superior_id = fields.Many2one(
        related="evaluation_id.superior_id", store=True, index=True
    )
    employee_user_id = fields.Many2one(
        related="evaluation_id.employee_user_id", store=True, index=True
    )
    assessor_user_id = fields.Many2one(
        related="evaluation_id.assessor_user_id", store=True, index=True
    )
    superior_user_id = fields.Many2one(
        related="evaluation_id.superior_user_id", store=True, index=True
    )
    employee_name = fields.Char(
        related="evaluation_id.employee_name", store=True, string="Employee"
    )
    employee_nip = fields.Char(related="evaluation_id.employee_nip", store=True)
    assessor_name = fields.Char(
        related="evaluation_id.assessor_name", store=True, string="Assessor"
    )
    unit_name = fields.Char(
        related="evaluation_id.unit_name", store=True, string="Unit (as printed)"
    )
    predicate = fields.Selection(PREDICATES, required=True, readonly=True)
    asn_kind = fields.Selection(ASN_KINDS, string="ASN Kind", readonly=True)
    position_kind = fields.Selection(POSITION_KINDS, readonly=True)
    kind = fields.Selection(KINDS, required=True, readonly=True, index=True)
    state = fields.Selection(
        [("draft", "To Be Written"), ("running", "Running"), ("closed", "Closed")],
        required=True,
        default="draft",
        readonly=True,
        copy=False,
        index=True,
    )
    date_from = fields.Date(string="Begins", required=True, readonly=True)
    plan_until = fields.Date(
        string="Written Until",
        required=True,
        readonly=True,
        help="Until when the assessor writes what is to be done.",
    )
    due_on = fields.Date(
        string="Ends",
        required=True,
        help="Last day. The six months to improve are fixed by the regulation.",
    )
    joined_id = fields.Many2one(
        "asn.followup",
        string="Time That Runs Already",
        readonly=True,
        ondelete="set null",
        help="Another low predicate while the time to improve runs does not begin a "
        "new time.",
    )
    cause = fields.Text(help="What stands in the way, as both see it.")
    goal = fields.Text(help="What will be different at the end.")
    step_ids = fields.One2many("asn.followup.step", "followup_id", string="Steps")
    outcome = fields.Selection(
        [
            ("improved", "Improved"),
            ("partly", "Partly Improved"),
            ("not_improved", "Not Improved"),
            ("carried_out", "Carried Out"),
            ("not_needed", "Not Needed"),
        ],
    )
    conclusion = fields.Text(help="What was reached, and what you propose now.")
    closed_on = fields.Date(readonly=True, copy=False)
    can_write = fields.Boolean(compute="_compute_can_write")

    _once = models.UniqueIndex(
        "(evaluation_id)", "This evaluation already has a follow-up."
    )
    _dates_in_order = models.Constraint(
        "CHECK(due_on >= date_from)",
        "The follow-up must end on or after the day it begins.",
    )

    @api.depends("kind", "employee_name", "interval_id")
    @api.depends_context("lang")
    def _compute_display_name(self):
        labels = dict(self._fields["kind"]._description_selection(self.env))
        for followup in self:
            followup.display_name = (
                f"{labels.get(followup.kind, '')} - {followup.employee_name or ''} "
                f"({followup.interval_id.display_name or ''})"
            )

    @api.depends("state", "assessor_id", "assessor_user_id")
    @api.depends_context("uid")
    def _compute_can_write(self):
        mine = self._filter_mine()
        for followup in self:
            followup.can_write = followup.state != "closed" and followup in mine

    def _filter_mine(self):
        """Keep those whose assessor is the user, or whom the user replaces today."""
        officials = self.env["asn.delegation"]._get_running(self.env.user).official_id
        # sudo: asn.followup - who the assessor is, nothing is shown
        return self.sudo().filtered(
            lambda line: (
                (
                    line.assessor_user_id == self.env.user
                    or line.assessor_id in officials
                )
                and line.employee_user_id != self.env.user
            )
        )

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            raise AccessError(
                self.env._(
                    "Follow-ups begin by themselves when an evaluation becomes final."
                )
            )
        return super().create(vals_list)

    def write(self, vals):
        if not self.env.su:
            self._check_open()
            if "due_on" in vals and "improvement" in self.mapped("kind"):
                raise UserError(
                    self.env._(
                        "The regulation fixes the months to improve; their end cannot "
                        "be moved. Change the dates of the steps instead."
                    )
                )
        return super().write(vals)

    def _check_open(self):
        if any(followup.state == "closed" for followup in self):
            raise UserError(
                self.env._("This follow-up is closed, so it stays as it is.")
            )

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        if not self.env.su:
            raise AccessError(self.env._("A follow-up is never deleted."))
