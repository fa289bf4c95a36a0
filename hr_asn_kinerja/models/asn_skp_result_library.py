# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..kinerja_rules.workflow import SKP_HOLDING


class AsnSkpResult(models.Model):
    """Where a result comes from; only the server says so."""

    _inherit = "asn.skp.result"

    template_id = fields.Many2one(
        "asn.indicator.template",
        string="From the Library",
        index="btree_not_null",
        readonly=True,
        ondelete="set null",
    )

    can_propose = fields.Boolean(compute="_compute_can_propose")

    @api.depends("skp_id.state", "template_id")
    @api.depends_context("uid")
    def _compute_can_propose(self):
        for result in self:
            result.can_propose = (
                result.skp_id.state in SKP_HOLDING
                and result.skp_id.employee_user_id == self.env.user
                and not result.template_id
            )

    @api.model_create_multi
    def create(self, vals_list):
        """What employees write comes from them, whatever the context says."""
        if self.env.su:
            return super().create(vals_list)
        context = {
            name: value
            for name, value in self.env.context.items()
            if name not in ("default_origin", "default_template_id")
        }
        # pylint: disable-next=context-overridden
        results = self.with_context(context)
        return super(AsnSkpResult, results).create(vals_list)

    def action_propose_to_library(self):
        """Propose agreed results for the library; no name goes along."""
        self.check_access("read")
        self.env["asn.indicator.template"]._propose(self)
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._(
                    "Proposed. As soon as it is approved, your colleagues find it in "
                    "the library."
                ),
            },
        }
