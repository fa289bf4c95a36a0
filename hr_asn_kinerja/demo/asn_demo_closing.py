# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models

REASON = "Seluruh evaluasi triwulan ini sudah final."
CORRECTION = (
    "Koreksi realisasi berdasarkan putusan keberatan.",
    "800/214/BKPSDM/2026",
)


class AsnDemo(models.AbstractModel):
    """The first quarter of this year is locked, after it was unlocked once."""

    _inherit = "asn.demo"  # pylint: disable=consider-merging-classes-inherited

    @api.model
    def _build(self):
        was_built = bool(self._find("company_tubei"))
        result = super()._build()
        if not was_built:
            self._lock_first_quarter()
        return result

    @api.model
    def _lock_first_quarter(self):
        first = self._find("period_2026").interval_ids.sorted("sequence")[:1]
        manager = first.with_user(self._find_user("bkpsdm"))
        manager.action_lock(REASON)
        manager.action_unlock(*CORRECTION)
        manager.action_lock(REASON)
