# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class AsnDecision(models.Model):
    """Agreed plans are links of the chain, beside delivered evaluations."""

    _inherit = "asn.decision"

    @api.model
    def _find_lost(self, employee):
        """Return a document whose digest stands in no link: the link was deleted."""
        # sudo: asn.decision, asn.skp - verification must see everything
        plans_sudo = (
            self.env["asn.skp"]
            .sudo()
            .search([("employee_id", "=", employee.id), ("digest", "!=", False)])
        )
        links_sudo = self.sudo().search(
            [("employee_id", "=", employee.id), ("sequence", "!=", 0)]
        )
        kept = set(links_sudo.mapped("digest"))
        lost_sudo = plans_sudo.filtered(lambda plan: plan.digest not in kept)[:1]
        return lost_sudo or super()._find_lost(employee)
