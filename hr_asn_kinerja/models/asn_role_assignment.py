# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Domain

from .asn_workflow_mixin import AUDITOR_GROUP, MANAGER_GROUP

CALIBRATION_GROUP = "hr_asn_kinerja.group_asn_kinerja_calibration"
# who checks must not be who is checked
SEPARATE = ("manager", "auditor")


class AsnRoleAssignment(models.Model):
    """Who holds a role in the agency, from when to when, by which decree.

    A role is a group of ours and never one of the system. Another module adds one in
    three steps: a key in the selection `role`, its group in `_get_role_groups`, and
    what it lets people do in `_get_role_powers`. Roles that need more than dates have
    rows of their own: scopes of officers and delegations.
    """

    _name = "asn.role.assignment"
    _description = "Role in the Agency"
    _inherit = "asn.membership.mixin"
    _order = "date_from desc, id desc"
    _check_company_auto = True
    _membership_cron = "hr_asn_kinerja.ir_cron_sync_roles"

    user_id = fields.Many2one(
        "res.users",
        string="Person",
        required=True,
        index=True,
        ondelete="cascade",
        check_company=True,
        domain="[('share', '=', False), ('company_ids', 'in', company_id)]",
    )
    role = fields.Selection(
        [
            ("manager", "Agency Manager"),
            ("auditor", "Auditor (Inspectorate)"),
            ("calibration", "Calibration Member"),
        ],
        required=True,
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Unit",
        index=True,
        ondelete="restrict",
        check_company=True,
        help="Empty: the whole agency.",
    )

    mandate_number = fields.Char(string="Decree Number")

    _dates_in_order = models.Constraint(
        "CHECK(date_to IS NULL OR date_to >= date_from)",
        "The role must end on or after the day it begins.",
    )
    # two calls of one double click both find nothing yet
    _once = models.UniqueIndex(
        "(company_id, user_id, role, COALESCE(department_id, 0), date_from, "
        "COALESCE(date_to, 'infinity'), md5(COALESCE(mandate_number, '')))",
        "This person already holds this role by this letter for the same days.",
    )

    @api.depends("user_id", "role")
    @api.depends_context("lang")
    def _compute_display_name(self):
        labels = dict(self._get_all_roles())
        for row in self:
            row.display_name = f"{row.user_id.name}: {labels.get(row.role, '')}"

    @api.model
    def _get_all_roles(self):
        """Return [(key, label)] of all roles, also those with rows of their own."""
        officer = self.env._("Performance Officer")
        acting = self.env._("Acting Official")
        rest = self._fields["role"]._description_selection(self.env)
        return [("officer", officer), ("acting", acting), *rest]

    @api.model
    def _get_role_groups(self):
        """Return {role: xmlid of its group}; modules with further roles add theirs."""
        return {
            "manager": MANAGER_GROUP,
            "auditor": AUDITOR_GROUP,
            "calibration": CALIBRATION_GROUP,
        }

    @api.model
    def _get_role_powers(self):
        """Return {role: what its holder may do}, as sentences."""
        return {
            "officer": self.env._(
                "Reads and reviews the plans of the unit and of those below it; reads "
                "evaluations after their delivery. Reads no worksheet."
            ),
            "manager": self.env._(
                "Reads all plans, and evaluations after their delivery. Keeps periods, "
                "roles, delegations and employee records. Reads no worksheet."
            ),
            "auditor": self.env._(
                "Reads everything of the agency, worksheets included, and changes "
                "nothing."
            ),
            "calibration": self.env._(
                "May be called into a calibration. The role alone shows nothing."
            ),
        }

    @api.model
    def _get_unit_roles(self):
        """Return the roles that may be held for one unit alone."""
        return ["calibration"]

    def _get_group_rows(self):
        return {
            xmlid: Domain("role", "=", role)
            for role, xmlid in self._get_role_groups().items()
        }

    def _is_entitling(self):
        """The group itself gives the right, so only while the row runs."""
        return self.state == "running"

    def _get_history_values(self):
        return {"role": self.role, "subject": self.department_id.complete_name}

    def _get_remembered_fields(self):
        return super()._get_remembered_fields() | {"role", "department_id"}

    @api.constrains("role", "department_id")
    def _check_unit(self):
        for row in self:
            if row.department_id and row.role not in self._get_unit_roles():
                raise ValidationError(
                    self.env._(
                        "This role is held for the whole agency. Empty the unit."
                    )
                )

    @api.constrains("user_id", "role", "date_from", "date_to")
    def _check_separate(self):
        """Nobody is agency manager and auditor at the same time."""
        kept = self.filtered(lambda row: row.role in SEPARATE)
        # sudo: asn.role.assignment - a row of another agency counts too
        others = self.sudo().search(
            Domain("user_id", "in", kept.user_id.ids) & Domain("role", "in", SEPARATE)
        )
        for row in kept.filtered(lambda row: row.state != "ended"):
            rest = others.filtered(
                lambda other, row=row: (
                    other.user_id == row.user_id and other.role != row.role
                )
            )
            opposite = AUDITOR_GROUP if row.role == "manager" else MANAGER_GROUP
            by_hand = not rest and row.user_id.has_group(opposite)
            if by_hand or any(other._overlaps(row) for other in rest):
                raise ValidationError(
                    self.env._(
                        "%(name)s cannot be agency manager and auditor at the same "
                        "time: who checks must not be who is checked. End the other "
                        "role first.",
                        name=row.user_id.name,
                    )
                )

    @api.constrains("user_id", "company_id")
    def _check_one_agency(self):
        """The groups of these roles know no agency."""
        for row in self:
            # sudo: res.users - the agencies of the person
            if row.user_id.sudo().company_ids != row.company_id:
                raise ValidationError(
                    self.env._(
                        "A role holds in all agencies of a login. %(name)s needs a "
                        "login that belongs to %(agency)s alone.",
                        name=row.user_id.name,
                        agency=row.company_id.name,
                    )
                )

    # --- CRUD ---

    def write(self, vals):
        agencies = self._get_managed_agencies()
        result = super().write(vals)
        self._check_manager_remains(agencies)
        return result

    def unlink(self):
        agencies = self._get_managed_agencies()
        result = super().unlink()
        self._check_manager_remains(agencies)
        return result

    def _check_appointable(self):
        super()._check_appointable()
        if self.env.su:
            return
        for user in self.filtered(lambda row: row.role in SEPARATE).user_id:
            if user._is_system_login():
                raise AccessError(
                    self.env._(
                        "%(name)s administers the system. Give this role to somebody "
                        "who does not.",
                        name=user.name,
                    )
                )

    def _get_managed_agencies(self):
        return self.filtered(lambda row: row.role == "manager").company_id

    @api.model
    def _check_manager_remains(self, agencies):
        """An agency keeps a manager whose role has no end."""
        if not agencies or self.env.su:
            return
        # sudo: res.users, asn.role.assignment - whether anybody is left, not who
        users_sudo = self.env.ref(MANAGER_GROUP).sudo().all_user_ids
        rows_sudo = self.sudo().search([("role", "=", "manager")])
        endless = rows_sudo.filtered(lambda row: not row.date_to).user_id
        lasting = users_sudo - (rows_sudo.user_id - endless)
        if agencies - lasting.filtered("active").company_ids:
            raise UserError(
                self.env._(
                    "Somebody has to remain agency manager. Appoint another one "
                    "without an end first."
                )
            )

    @api.model
    def _cron_sync_roles(self):
        """Let the groups of all roles follow the calendar."""
        self._cron_sync_members()
        self.env["asn.officer.scope"]._cron_sync_members()
