# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class AsnShownMixin(models.AbstractModel):
    """A dialog that shows the names of documents and people.

    Whoever reads a dialog reads the names of what it points to, so it may only point
    to what its user can read; later changes of it too.
    """

    _name = "asn.shown.mixin"
    _description = "Dialog That Shows Documents"
    # many2one and many2many columns that are shown
    _shown_fields = ()

    @api.model_create_multi
    def create(self, vals_list):
        dialogs = super().create(vals_list)
        dialogs._check_shown()
        return dialogs

    def write(self, vals):
        result = super().write(vals)
        self._check_shown()
        return result

    def _check_shown(self):
        for name in self._shown_fields:
            self[name].check_access("read")
