# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain
from odoo.tools.misc import clean_context, format_date

SIDES = [("employee", "Employee"), ("assessor", "Assessor")]


class AsnDialogue(models.Model):
    """Minutes of a talk between an employee and the assessor.

    Either side writes them, both acknowledge them, and then they are closed for good.
    Whoever changes them after the other side has acknowledged asks for it again.
    """

    _name = "asn.dialogue"
    _description = "Performance Dialogue"
    _inherit = "asn.guard.mixin"
    _order = "date desc, id desc"
    _open_fields = frozenset(
        {
            "date",
            "kind",
            "topics",
            "agreements",
            "follow_up",
            "follow_up_date",
            "follow_up_by",
        }
    )
    _open_fields_on_create = frozenset({"skp_id"})

    skp_id = fields.Many2one(
        "asn.skp",
        string="SKP",
        required=True,
        index=True,
        ondelete="cascade",
        domain="[('state', '!=', 'cancelled'), '|', ('employee_user_id', '=', uid), "
        "('is_assessed_by_me', '=', True)]",
    )
    company_id = fields.Many2one(
        related="skp_id.company_id", store=True, index=True, string="Agency"
    )
    employee_name = fields.Char(related="skp_id.employee_name", related_sudo=False)
    assessor_name = fields.Char(related="skp_id.assessor_name", related_sudo=False)
    date = fields.Date(
        required=True, default=lambda self: self.env["asn.period"]._today()
    )
    kind = fields.Selection(
        [
            ("planning", "Planning"),
            ("feedback", "Feedback"),
            ("evaluation", "Evaluation"),
            ("other", "Other"),
        ],
        required=True,
        default="planning",
    )
    topics = fields.Text(required=True, help="What was talked about.")
    agreements = fields.Text(help="What both sides agreed.")
    follow_up = fields.Text(
        help="What one side does after the talk. A reminder is set for them when both "
        "have acknowledged."
    )
    follow_up_date = fields.Date(string="Until")
    follow_up_by = fields.Selection(SIDES, string="Responsible")
    follow_up_done_on = fields.Date(string="Done On", readonly=True)
    follow_up_activity_id = fields.Many2one(
        "mail.activity", string="Reminder", readonly=True, ondelete="set null"
    )
    author_name = fields.Char(string="Written By", readonly=True)
    state = fields.Selection(
        [("open", "To Be Acknowledged"), ("closed", "Acknowledged by Both")],
        required=True,
        default="open",
        readonly=True,
        index=True,
    )
    employee_acknowledged_at = fields.Datetime(
        string="Acknowledged by the Employee", readonly=True
    )
    assessor_acknowledged_at = fields.Datetime(
        string="Acknowledged by the Assessor", readonly=True
    )
    assessor_acknowledged_by = fields.Char(
        string="Acknowledged for the Assessor By", readonly=True
    )
    can_acknowledge = fields.Boolean(compute="_compute_can")
    can_write = fields.Boolean(compute="_compute_can")
    can_finish = fields.Boolean(compute="_compute_can")

    _follow_up_complete = models.Constraint(
        "CHECK(COALESCE(follow_up, '') = '' OR (follow_up_date IS NOT NULL "
        "AND follow_up_by IS NOT NULL))",
        "Say who does the follow-up and until when.",
    )

    @api.depends("date", "kind")
    @api.depends_context("lang")
    def _compute_display_name(self):
        labels = dict(self._fields["kind"]._description_selection(self.env))
        for dialogue in self:
            kind = labels.get(dialogue.kind, "")
            date = format_date(self.env, dialogue.date) if dialogue.date else ""
            dialogue.display_name = f"{kind} {date}".strip()

    @api.depends(
        "state",
        "employee_acknowledged_at",
        "assessor_acknowledged_at",
        "follow_up",
        "follow_up_done_on",
    )
    @api.depends_context("uid")
    def _compute_can(self):
        sides = self._get_sides()
        for dialogue in self:
            side = sides.get(dialogue.id)
            is_open = dialogue.state == "open"
            # a new record has no plan yet: its create checks who writes
            dialogue.can_write = is_open and bool(side or not dialogue.id)
            dialogue.can_acknowledge = bool(
                is_open and side and not dialogue[f"{side}_acknowledged_at"]
            )
            dialogue.can_finish = bool(
                side
                and not is_open
                and dialogue.follow_up
                and not dialogue.follow_up_done_on
            )

    def _get_sides(self):
        """Return {id: 'employee' or 'assessor'} for those that the user has part in."""
        roles = self.skp_id._get_roles()
        sides = {}
        for dialogue in self:
            held = roles.get(dialogue.skp_id.id, set())
            for side in ("employee", "assessor"):
                if side in held:
                    sides[dialogue.id] = side
                    break
        return sides

    @api.model
    def default_get(self, fields_list):
        """Begin with the user's own running plan, unless a plan is given."""
        values = super().default_get(fields_list)
        if "skp_id" in fields_list and not values.get("skp_id"):
            own = self.env["asn.skp"].search(
                Domain("employee_user_id", "=", self.env.uid)
                & Domain("state", "!=", "cancelled")
                & Domain("period_id.state", "=", "open"),
                order="date_from desc",
                limit=1,
            )
            values["skp_id"] = own.id
        return values

    @api.model_create_multi
    def create(self, vals_list):
        """Either side writes the minutes; the other is told."""
        self.browse().check_access("create")
        opened = self._open_fields | self._open_fields_on_create
        for vals in vals_list:
            self._check_open_fields(vals, opened)
        skps = self.env["asn.skp"].browse([vals.get("skp_id") for vals in vals_list])
        self._check_is_a_side(skps)
        complete = [
            {
                **{name: vals[name] for name in opened & vals.keys()},
                "state": "open",
                "author_name": self.env.user.name,
            }
            for vals in vals_list
        ]
        # pylint: disable-next=context-overridden
        dialogues = self.with_context(clean_context(self.env.context))
        # sudo: asn.dialogue - the author is a column that nobody may write
        dialogues_sudo = super(AsnDialogue, dialogues.sudo()).create(complete)
        dialogues = self.browse(dialogues_sudo.ids)
        dialogues._tell(self.env._("%(name)s wrote minutes of a dialogue."))
        return dialogues

    def write(self, vals):
        """Change open minutes; who has acknowledged another text does it again."""
        if self.env.su:
            return super().write(vals)
        self._check_open_fields(vals, self._open_fields)
        if any(dialogue.state != "open" for dialogue in self):
            raise UserError(
                self.env._(
                    "Both sides have acknowledged these minutes, so they stay as they "
                    "are. Write new minutes to add something."
                )
            )
        result = super().write(vals)
        self._ask_again()
        return result

    @api.model
    def _check_is_a_side(self, skps):
        skps.check_access("read")
        roles = skps._get_roles()
        for skp in skps:
            if not roles[skp.id] & {"employee", "assessor"}:
                raise AccessError(
                    self.env._(
                        "Minutes are written by the employee or the assessor of a plan."
                    )
                )
            if skp.state == "cancelled":
                raise UserError(
                    self.env._("This plan was cancelled. Choose the plan that holds.")
                )
