# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64

from odoo import api, fields, models

from ..report import waiting_workbook


class AsnSkpWaitingSheet(models.TransientModel):
    """The list of who waits for whom as a workbook, for whoever asked for it."""

    _name = "asn.skp.waiting.sheet"
    _description = "Who Waits for Whom as XLSX"

    file = fields.Binary(readonly=True)

    @api.model
    def _make(self, lines):
        """Return the download of these lines, read with the user's own rights."""
        names = waiting_workbook.COLUMNS
        titles = [lines._fields[name]._description_string(self.env) for name in names]
        rows = [
            [self._get_text(line, name) for name in names]
            for line in lines.with_context(prefetch_fields=False)
        ]
        book = waiting_workbook.write(self.env._("Who Waits for Whom"), titles, rows)
        # sudo: asn.skp.waiting.sheet - a file of the user's own, made here only
        sheet = self.sudo().create({"file": base64.b64encode(book)})
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/{self._name}/{sheet.id}/file?download=true"
            "&filename=siapa-menunggu-siapa.xlsx",
            "target": "download",
        }

    @api.model
    def _get_text(self, line, name):
        """Return a cell as people read it."""
        field, value = line._fields[name], line[name]
        if field.type == "many2one":
            return value.display_name or ""
        if field.type == "selection":
            return dict(field._description_selection(self.env)).get(value, "")
        if field.type == "date":
            return value or ""
        if field.type == "integer":
            return value
        return value or ""
