# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class AsnIndicatorRealisation(models.Model):
    _inherit = "asn.indicator.realisation"

    def _refresh_proposals(self):
        """Ask the sources again after the work that they count has changed."""
        self.exists()._propose()

    def _propose(self):
        """A proposal from progress goes away with the entries behind it."""
        stale = self.filtered(
            lambda line: line.has_proposal and line.indicator_id.source == "manual"
        )
        stale.write(
            {"has_proposal": False, "proposed_value": 0, "proposal_note": False}
        )
        return super()._propose()
