# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class AsnIndicatorRealisation(models.Model):
    _inherit = "asn.indicator.realisation"

    def _is_written(self):
        """Return whether somebody has entered anything."""
        self.ensure_one()
        return bool(self.is_reported or self.note or self.evidence_ids)
