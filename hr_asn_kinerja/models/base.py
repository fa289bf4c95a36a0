# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import LockError
from odoo.fields import Domain

from ..tools.formulas import guard
from ..tools.typed import storable, storable_values

PREFIX = "asn."


class Base(models.AbstractModel):
    _inherit = "base"

    @api.model_create_multi
    def create(self, vals_list):
        """Take what no database keeps out of the texts of our records."""
        if self._name.startswith(PREFIX):
            vals_list = list(map(storable_values, vals_list))
        return super().create(vals_list)

    def write(self, vals):
        """The same for changes."""
        if self._name.startswith(PREFIX):
            vals = storable_values(vals)
        return super().write(vals)

    def lock_for_update(self, **kwargs):
        """Say in plain words that somebody else is at the same record right now."""
        try:
            return super().lock_for_update(**kwargs)
        except LockError as error:
            if not self._name.startswith(PREFIX):
                raise
            raise LockError(
                self.env._(
                    "This is being saved by somebody else, or by your own second "
                    "click, at this very moment. Reload the page to see how it stands."
                )
            ) from error

    @api.model
    def _search(self, domain, *args, **kwargs):
        """Search our records for what can stand in them."""
        if self._name.startswith(PREFIX):
            domain = Domain(domain).map_conditions(self._make_storable)
        return super()._search(domain, *args, **kwargs)

    @staticmethod
    def _make_storable(condition):
        """Return the condition itself unless its value has to be cleaned."""
        value = condition.value
        cleaned = storable(value) if isinstance(value, str | list | tuple) else value
        if cleaned == value:
            return condition
        return Domain(condition.field_expr, condition.operator, cleaned)

    def _export_rows(self, fields, **kwargs):
        """Let no text of our records become a formula in the file of the reader.

        Employees type what officers export. Odoo guards its CSV files; in a workbook
        it makes a live formula of each text that begins like one. This is also passed
        where the export of another model follows a path into ours.
        """
        rows = super()._export_rows(fields, **kwargs)
        if not self._name.startswith(PREFIX):
            return rows
        return [
            [guard(cell) if isinstance(cell, str) else cell for cell in row]
            for row in rows
        ]
