# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError


class AsnRoleAppoint(models.TransientModel):
    """Appoints somebody; the rows are made with the manager's own rights."""

    _name = "asn.role.appoint"
    _description = "Appoint to a Role"

    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        readonly=True,
        default=lambda self: self.env.company,
    )
    role = fields.Selection(
        selection="_selection_role", required=True, default="officer"
    )
    powers = fields.Char(string="May Do", compute="_compute_powers")
    has_units = fields.Boolean(compute="_compute_powers")
    user_id = fields.Many2one(
        "res.users",
        string="Person",
        required=True,
        domain="[('share', '=', False), ('company_ids', 'in', company_id),"
        " ('id', '!=', uid)]",
        help="Only people with a login can hold a role.",
    )
    department_ids = fields.Many2many(
        "hr.department",
        string="Units",
        domain="[('company_id', '=', company_id)]",
        help="The units below are included, also those that come later.",
    )
    date_from = fields.Date(
        string="From",
        required=True,
        default=lambda self: self.env["asn.period"]._today(),
    )
    date_to = fields.Date(string="To", help="Empty while the end is not known.")
    mandate_number = fields.Char(
        string="Decree Number",
        required=True,
        help="Number of the decree or letter that gives the role.",
    )

    @api.model
    def _selection_role(self):
        """Acting officials are appointed with a delegation, not here."""
        roles = self.env["asn.role.assignment"]._get_all_roles()
        return [(key, label) for key, label in roles if key != "acting"]

    @api.depends("role")
    def _compute_powers(self):
        assignments = self.env["asn.role.assignment"]
        powers = assignments._get_role_powers()
        for wizard in self:
            wizard.powers = powers.get(wizard.role)
            wizard.has_units = wizard.role in (
                "officer",
                *assignments._get_unit_roles(),
            )

    def action_appoint(self):
        """Make the rows and go back to the list."""
        self.ensure_one()
        if self.role == "officer" and not self.department_ids:
            raise UserError(self.env._("Choose at least one unit for the officer."))
        if self.role == "officer":
            rows = self.env["asn.officer.scope"].create(self._prepare_scopes())
        else:
            rows = self.env["asn.role.assignment"].create(self._prepare_roles())
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._(
                    "%(name)s has been appointed and told about it.",
                    name=rows.user_id.name,
                ),
                "next": {"type": "ir.actions.act_window_close"},
            },
        }

    def _prepare_values(self):
        return {
            "user_id": self.user_id.id,
            "company_id": self.company_id.id,
            "date_from": self.date_from,
            "date_to": self.date_to,
            "mandate_number": self.mandate_number,
        }

    def _prepare_scopes(self):
        return [
            {**self._prepare_values(), "department_id": unit.id}
            for unit in self.department_ids
        ]

    def _prepare_roles(self):
        units = self.department_ids.ids if self.has_units else []
        return [
            {**self._prepare_values(), "role": self.role, "department_id": unit}
            for unit in units or [False]
        ]
