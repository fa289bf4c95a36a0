# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import UserError


class AsnSkpLineMixin(models.AbstractModel):
    """A part of an SKP: it changes only while the SKP is a draft.

    Record rules say who may write; this says when, and gives the reason as a sentence.
    """

    _name = "asn.skp.line.mixin"
    _description = "Part of a Plan"
    _inherit = "asn.guard.mixin"

    def _get_skp(self):
        """Return the plans that the lines belong to."""
        raise NotImplementedError

    def _check_draft(self):
        if self.env.su:
            return
        # sudo: asn.skp - only the state is looked at
        if any(state != "draft" for state in self.sudo()._get_skp().mapped("state")):
            raise UserError(
                self.env._(
                    "This plan is no longer a draft. Ask your assessor to return it if "
                    "something has to change."
                )
            )

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(vals_list)
        lines._check_draft()
        return lines

    def write(self, vals):
        self._check_draft()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_agreed(self):
        self._check_draft()
