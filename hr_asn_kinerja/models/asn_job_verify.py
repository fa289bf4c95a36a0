# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import UserError


class AsnJob(models.Model):
    """Verifying all chains: a line fails with the sentence that names the fault."""

    _inherit = "asn.job"

    @api.model
    def _apply_chain_verify(self, lines):
        decisions = self.env["asn.decision"]
        people = self.env["hr.employee"].browse(
            line.payload["employee_id"] for line in lines
        )
        faults = decisions._find_faults(people)
        if faults:
            raise UserError(decisions._explain_fault(faults[0]))
