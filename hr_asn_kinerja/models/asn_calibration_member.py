# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..tools.typed import as_id


class AsnCalibrationMember(models.Model):
    """Who sits in a session, by which appointment; its end ends the reading too."""

    _name = "asn.calibration.member"
    _description = "Member of a Calibration"
    _inherit = "asn.guard.mixin"
    _order = "calibration_id, id"
    _rec_name = "user_id"
    _open_fields_on_create = frozenset({"calibration_id", "role_id"})

    calibration_id = fields.Many2one(
        "asn.calibration", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="calibration_id.company_id", store=True, index=True, string="Agency"
    )
    role_id = fields.Many2one(
        "asn.role.assignment",
        string="Appointment",
        index=True,
        ondelete="set null",
        domain="[('role', '=', 'calibration')]",
        help="Appoint calibration members under Roles in the Agency first.",
    )
    user_id = fields.Many2one(
        "res.users", string="Member", required=True, readonly=True, index=True
    )
    seat_ids = fields.One2many(
        "asn.calibration.seat", "member_id", groups=fields.NO_ACCESS
    )

    _once = models.UniqueIndex(
        "(calibration_id, user_id)", "This person is already a member of the session."
    )

    @api.model_create_multi
    def create(self, vals_list):
        roles = self.env["asn.role.assignment"]
        filled = []
        for vals in vals_list:
            role = roles.browse(as_id(vals.get("role_id")))
            # the id alone decides nothing: the manager must be able to read it
            if not role:
                raise UserError(
                    self.env._("Choose the appointment as calibration member.")
                )
            filled.append({**vals, "user_id": role.user_id.id})
        self._check_open_fields_of(vals_list)
        # sudo: asn.calibration.member - the user follows from the appointment
        members = super(AsnCalibrationMember, self.sudo()).create(filled)
        members = members.sudo(self.env.su)
        members.check_access("create")
        members._check_changeable()
        members._check_appointments()
        members.calibration_id._seat()
        return members

    @api.model
    def _check_open_fields_of(self, vals_list):
        for vals in vals_list:
            self._check_open_fields(vals, self._open_fields_on_create)

    def write(self, vals):
        if vals.keys() - {"company_id"}:
            raise AccessError(
                self.env._("Take the member out and put another one in instead.")
            )
        return super().write(vals)

    def unlink(self):
        self._check_changeable()
        return super().unlink()

    def _check_changeable(self):
        if "closed" in self.calibration_id.mapped("state"):
            raise UserError(
                self.env._("The session is closed and nothing in it changes any more.")
            )

    def _check_appointments(self):
        """A member is appointed for the agency, or for a unit above the session's."""
        for member in self:
            role, session = member.role_id, member.calibration_id
            path = session.department_id.parent_path or ""
            covers = not role.department_id or path.startswith(
                role.department_id.parent_path
            )
            if (
                role.role != "calibration"
                or role.company_id != session.company_id
                or role.state == "ended"
                or not covers
            ):
                raise UserError(
                    self.env._(
                        "%(name)s is not appointed as calibration member of this unit "
                        "today. Appoint the person under Roles in the Agency first.",
                        name=member.user_id.name,
                    )
                )

    def _is_running(self):
        """Return whether the appointment holds today."""
        self.ensure_one()
        # sudo: asn.role.assignment - only the dates are looked at
        role_sudo = self.sudo().role_id
        today = self.env["asn.period"].with_company(self.company_id)._today()
        return bool(
            role_sudo
            and role_sudo.date_from <= today
            and (not role_sudo.date_to or role_sudo.date_to >= today)
        )
