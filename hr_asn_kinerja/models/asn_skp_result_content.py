# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class AsnSkpResult(models.Model):
    """How a result is told depends on the plan: its approach and its position."""

    _inherit = "asn.skp.result"

    approach = fields.Selection(related="skp_id.approach", related_sudo=False)
    has_perspective = fields.Boolean(
        related="skp_id.has_perspective", related_sudo=False
    )

    def write(self, vals):
        """Let go of the leader's indicators with the leader's result."""
        done = super().write(vals)
        if "parent_id" in vals:
            self.indicator_ids._forget_leader_indicator()
        return done

    @api.onchange("parent_id")
    def _onchange_parent_id(self):
        for line in self.indicator_ids:
            if line.leader_indicator_id.result_id != self.parent_id:
                line.leader_indicator_id = False
                line.share = 0
