# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class AsnSkpLineMixin(models.AbstractModel):
    """The lines of a plan stay as they are when its year is closed."""

    _inherit = "asn.skp.line.mixin"

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(vals_list)
        lines._get_skp()._check_year_open()
        return lines

    def write(self, vals):
        self._get_skp()._check_year_open()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_closed(self):
        self._get_skp()._check_year_open()
