# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.exceptions import UserError

from ..kinerja_rules.workflow import SKP_OPEN

# what both sides write, in the fields of the plan
TERM_FIELDS = (
    "behaviour_ids",
    "annex_ids",
    "resource_ids",
    "accountability_ids",
    "consequence_ids",
)


class AsnSkpTermMixin(models.AbstractModel):
    """A part of a plan that the assessor writes too, until the plan is agreed.

    The employee proposes while it is a draft. Record rules say who may write; this says
    when, and gives the reason as a sentence.
    """

    _name = "asn.skp.term.mixin"
    _description = "Part of a Plan That Both Sides Write"
    _inherit = "asn.skp.line.mixin"

    def _get_skp(self):
        return self.skp_id

    def _check_draft(self):
        if self.env.su:
            return
        # sudo: asn.skp - only the state and whose plan it is are looked at
        for skp in self.sudo().skp_id:
            if skp.state not in SKP_OPEN:
                raise UserError(
                    self.env._(
                        "This plan has been agreed or has ended, so its expectations "
                        "and annexes no longer change."
                    )
                )
            if skp.state != "draft" and skp.employee_user_id == self.env.user:
                raise UserError(
                    self.env._(
                        "You have handed this plan in. Your assessor can still change "
                        "this part, or return the plan to you."
                    )
                )
