# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..models.asn_login_mixin import MANAGER


class AsnStartManager(models.TransientModel):
    """The administrator of the system names the first manager of the agency.

    From then on everything else goes without system rights. It writes with the
    administrator's own rights, so nobody else can use it.
    """

    _name = "asn.start.manager"
    _description = "First Agency Manager"

    user_id = fields.Many2one(
        "res.users",
        string="Agency Manager",
        required=True,
        default=lambda self: self.env.user,
        domain=lambda self: [
            ("share", "=", False),
            ("company_ids", "in", self.env.company.ids),
        ],
        help="Usually somebody of the personnel office (BKPSDM).",
    )

    def action_appoint(self):
        """Give the person the role; whoever named themselves goes on at once."""
        self.ensure_one()
        self.user_id.group_ids += self.env.ref(MANAGER)
        if self.user_id == self.env.user:
            return {"type": "ir.actions.client", "tag": "reload"}
        return {"type": "ir.actions.act_window_close"}
