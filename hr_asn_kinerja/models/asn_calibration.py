# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from .asn_workflow_mixin import MANAGER_GROUP

# what the manager chooses before a session opens
PLANNED = frozenset({"company_id", "department_id", "interval_id", "official_id"})


class AsnCalibration(models.Model):
    """Kalibrasi: members look at the proposed ratings of a unit side by side.

    While it is open its members read these worksheets, and only then. A rating is
    changed by `action_change` alone, with its reason. The minutes are for the members,
    the responsible official and the auditor: who opened the session for others does
    not read them.
    """

    _name = "asn.calibration"
    _description = "Calibration Session"
    _inherit = "asn.guard.mixin"
    _order = "id desc"
    _check_company_auto = True
    _open_fields = PLANNED | {"member_ids", "minutes"}

    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Unit",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
        help="The units below it are part of the session.",
    )
    interval_id = fields.Many2one(
        "asn.period.interval",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
        domain="[('period_id.state', '=', 'open')]",
    )
    official_id = fields.Many2one(
        "hr.employee",
        string="Responsible Official",
        compute="_compute_official_id",
        store=True,
        readonly=False,
        index=True,
        ondelete="restrict",
        check_company=True,
        help="Closes the session and may let a single evaluation be delivered before. "
        "Usually the head of the unit above; without an official with a login the "
        "agency manager does it.",
    )
    official_name = fields.Char(related="official_id.name", store=True)
    official_user_id = fields.Many2one(
        "res.users",
        string="Official's User",
        compute="_compute_official_user_id",
        store=True,
        index=True,
    )
    state = fields.Selection(
        [("draft", "Being Prepared"), ("open", "Open"), ("closed", "Closed")],
        required=True,
        default="draft",
        readonly=True,
        copy=False,
        index=True,
    )
    member_ids = fields.One2many(
        "asn.calibration.member", "calibration_id", string="Members"
    )
    seat_ids = fields.One2many(
        "asn.calibration.seat", "calibration_id", groups=fields.NO_ACCESS
    )
    change_ids = fields.One2many(
        "asn.calibration.change", "calibration_id", string="What Happened"
    )
    minutes_kept = fields.Text(groups=fields.NO_ACCESS, copy=False)
    minutes = fields.Text(
        compute="_compute_minutes",
        inverse="_inverse_minutes",
        help="What was discussed and on what grounds. Needed to close the session.",
    )
    opened_at = fields.Datetime(readonly=True, copy=False)
    closed_at = fields.Datetime(readonly=True, copy=False)
    closed_by_id = fields.Many2one("res.users", readonly=True, copy=False)
    allowed_actions = fields.Char(
        compute="_compute_allowed_actions",
        help="The steps that you may take now, separated by commas.",
    )

    _once = models.UniqueIndex(
        "(department_id, interval_id) WHERE state != 'closed'",
        "There is already a session of this unit for the interval that is not closed.",
    )

    @api.depends("department_id", "interval_id")
    @api.depends_context("lang")
    def _compute_display_name(self):
        for session in self:
            # sudo: hr.department - the name of the unit is the name of the session
            unit = session.department_id.sudo().name or ""
            interval = session.interval_id.display_name or ""
            session.display_name = f"{unit} - {interval}"

    @api.depends("department_id")
    def _compute_official_id(self):
        for session in self:
            # sudo: hr.employee - who heads the unit above
            head_sudo = session.department_id.sudo().parent_id.manager_id
            session.official_id = head_sudo.sudo(self.env.su)

    @api.depends("official_id.user_id")
    def _compute_official_user_id(self):
        for session in self:
            session.official_user_id = session.official_id.user_id

    @api.depends("minutes_kept", "state")
    @api.depends_context("uid")
    def _compute_minutes(self):
        for session in self:
            # sudo: asn.calibration - shown to those who may read the minutes alone
            kept = session.sudo().minutes_kept
            session.minutes = session._may_read_minutes() and kept

    def _inverse_minutes(self):
        for session in self:
            if not session._may_minute():
                raise AccessError(
                    self.env._(
                        "The minutes are written by the members and by the "
                        "responsible official, while the session is open."
                    )
                )
            # sudo: asn.calibration - the text is for its few readers
            session.sudo().minutes_kept = session.minutes

    @api.depends("state", "member_ids")
    @api.depends_context("uid")
    def _compute_allowed_actions(self):
        for session in self:
            session.allowed_actions = ",".join(session._get_allowed_verbs())

    # --- CRUD ---

    def write(self, vals):
        if not self.env.su:
            self._check_writable(vals)
        return super().write(vals)

    def _check_writable(self, vals):
        """The manager prepares; the minutes are nobody else's but the session's."""
        if vals.keys() - {"minutes"} and not self.env.user.has_group(MANAGER_GROUP):
            raise AccessError(
                self.env._("The agency manager appoints members and prepares sessions.")
            )
        if "closed" in self.mapped("state"):
            raise UserError(
                self.env._("The session is closed and nothing in it changes any more.")
            )
        if "open" in self.mapped("state") and vals.keys() & PLANNED:
            raise UserError(
                self.env._(
                    "The session is open: unit, interval and official stay. Close it "
                    "and prepare another one."
                )
            )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_begun(self):
        if set(self.mapped("state")) - {"draft"} or self.change_ids:
            raise UserError(
                self.env._("A session that was opened stays on record. Close it.")
            )
