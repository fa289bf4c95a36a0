# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import AccessError


class AsnGuardMixin(models.AbstractModel):
    """Which columns a plain user may fill, on top of the records they may touch.

    Record rules choose records, not columns: without this, whoever may write a record
    could write its state, its people or its stored related columns over RPC.
    """

    _name = "asn.guard.mixin"
    _description = "Closed Columns"
    # what plain users may write where the record rules let them
    _open_fields = frozenset()
    # what they may set once, when they make a record
    _open_fields_on_create = frozenset()

    @api.model_create_multi
    def create(self, vals_list):
        opened = self._open_fields | self._open_fields_on_create
        for vals in vals_list:
            self._check_open_fields(vals, opened)
        return super().create(vals_list)

    def write(self, vals):
        self._check_open_fields(vals, self._open_fields)
        return super().write(vals)

    @api.model
    def _check_open_fields(self, vals, opened):
        """Refuse every column but the open ones; the flow itself is elevated."""
        if self.env.su:
            return
        closed = [
            name
            for name in vals
            if name in self._fields
            and name not in opened
            and not name.startswith(("message_", "activity_"))
        ]
        if closed:
            raise AccessError(
                self.env._(
                    "These fields only change through the steps of the document: "
                    "%(names)s",
                    names=", ".join(self._fields[name].string for name in closed),
                )
            )
