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
        counts, late = self._get_counts(lines), self._get_late(lines)
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

    @api.model
    def _get_counts(self, lines):
        """Return the numbers of each interval and unit."""
        numbers = [f"{name}:sum" for name in fill_workbook.MEASURES]
        groups = lines._read_group(
            [("id", "in", lines.ids)], [*fill_workbook.PLACES], numbers
        )
        return [
            [interval.display_name or "", unit.display_name or "", *found]
            for interval, unit, *found in groups
        ]

    @api.model
    def _get_late(self, lines):
        """Return the names of who is late, with what is waited for."""
        return [
            [self._get_text(line, name) for name in fill_workbook.COLUMNS]
            for line in lines.with_context(prefetch_fields=False)
            if line.is_late
        ]

    @api.model
    def _get_text(self, line, name):
        """Return a cell as people read it."""
        field, value = line._fields[name], line[name]
        if field.type == "many2one":
            return value.display_name or ""
        if field.type == "selection":
            return dict(field._description_selection(self.env)).get(value, "")
        return value if field.type == "integer" else value or ""
