# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError

MODELS = ("asn.officer.scope", "asn.delegation", "asn.role.assignment")


class AsnRoleEnd(models.TransientModel):
    """Asks for the last day of a role; it ends with the manager's own rights."""

    _name = "asn.role.end"
    _description = "End a Role"

    origin_model = fields.Char(required=True, readonly=True)
    origin_id = fields.Integer(required=True, readonly=True)
    name = fields.Char(string="Role", compute="_compute_name")
    at_once = fields.Boolean(
        help="The right stops this minute. Otherwise it stops when the last day is "
        "over."
    )
    date_to = fields.Date(
        string="Last Day", default=lambda self: self.env["asn.period"]._today()
    )
    end_number = fields.Char(
        string="Ended by Letter",
        help="Number of the decree or letter that ends the role, if there is one.",
    )

    @api.depends("origin_model", "origin_id")
    def _compute_name(self):
        for wizard in self:
            wizard.name = wizard._get_origin().display_name

    def _get_origin(self):
        """Return the row, and nothing but a row of a role."""
        self.ensure_one()
        if self.origin_model not in MODELS:
            raise UserError(self.env._("Open this from the list of roles, please."))
        return self.env[self.origin_model].browse(self.origin_id)

    @api.model
    def _open(self, origin):
        wizard = self.create({"origin_model": origin._name, "origin_id": origin.id})
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("End a Role"),
            "res_model": self._name,
            "res_id": wizard.id,
            "view_mode": "form",
            "target": "new",
        }

    def action_end(self):
        """End it, and go back to the list."""
        origin = self._get_origin()
        if origin.state == "ended":
            raise UserError(self.env._("This has ended already."))
        if not self.at_once and not self.date_to:
            raise UserError(self.env._("Choose the last day, or end it at once."))
        origin._end(None if self.at_once else self.date_to, self.end_number)
        return {"type": "ir.actions.act_window_close"}
