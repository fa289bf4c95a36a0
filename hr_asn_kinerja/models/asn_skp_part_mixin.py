# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.exceptions import UserError

UNTIL_AGREED = ("draft", "submitted", "reviewed")


class AsnSkpPartMixin(models.AbstractModel):
    """A part of the plan that employee and assessor write together.

    The employee writes while the plan is a draft, the assessor until it is agreed.
    Record rules say who; this says when, and gives the reason as a sentence.
    """

    _name = "asn.skp.part.mixin"
    _description = "Part of a Plan of Both Sides"
    _inherit = "asn.skp.line.mixin"

    def _check_draft(self):
        if self.env.su:
            return
        # sudo: asn.skp - only the state and the employee are looked at
        plans_sudo = self.sudo()._get_skp()
        own = plans_sudo.filtered(lambda skp: skp.employee_user_id == self.env.user)
        if all(skp.state == "draft" for skp in own) and all(
            skp.state in UNTIL_AGREED for skp in plans_sudo
        ):
            return
        raise UserError(
            self.env._(
                "This plan is no longer a draft. Ask your assessor to return it if "
                "something has to change."
            )
        )

    def _get_skp(self):
        return self.skp_id
