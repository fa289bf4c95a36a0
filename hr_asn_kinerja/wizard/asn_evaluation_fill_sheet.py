# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64

from odoo import api, fields, models

from ..report import fill_workbook


class AsnEvaluationFillSheet(models.TransientModel):
    """The fill rate as a workbook, for whoever asked for it."""

    _name = "asn.evaluation.fill.sheet"
    _description = "Fill Rate as XLSX"

    file = fields.Binary(readonly=True)

    @api.model
    def _make(self, lines):
        """Return the download of these lines, read with the user's own rights."""
        counts, late = lines._get_sheets()
        columns = fill_workbook.PLACES + fill_workbook.MEASURES
        book = fill_workbook.write(
            [
                (self.env._("Fill Rate"), columns, self._title(lines, columns), counts),
                (
                    self.env._("Who Is Late"),
                    fill_workbook.COLUMNS,
                    self._title(lines, fill_workbook.COLUMNS),
                    late,
                ),
            ]
        )
        # sudo: asn.evaluation.fill.sheet - a file of the user's own, made here only
        sheet = self.sudo().create({"file": base64.b64encode(book)})
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/{self._name}/{sheet.id}/file?download=true"
            "&filename=keterisian.xlsx",
            "target": "download",
        }

    @api.model
    def _title(self, lines, names):
        return [lines._fields[name]._description_string(self.env) for name in names]
