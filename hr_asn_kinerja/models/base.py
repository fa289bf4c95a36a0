# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..tools.formulas import guard

PREFIX = "asn."


class Base(models.AbstractModel):
    _inherit = "base"

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
