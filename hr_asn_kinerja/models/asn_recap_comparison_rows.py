# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.tools.misc import split_every

BATCH = 2000


class AsnRecapComparison(models.Model):
    """The comparison as rows of a workbook."""

    _inherit = "asn.recap.comparison"

    def _get_export_names(self):
        return (
            "nip",
            "name",
            "department_id",
            "interval_id",
            "outcome",
            "predicate_here",
            "predicate_there",
            "result_here",
            "result_there",
            "behaviour_here",
            "behaviour_there",
        )

    def _get_export_rows(self, names):
        """Give the cells of each line as people read them, batch by batch."""
        options = {
            name: dict(self._fields[name]._description_selection(self.env))
            for name in names
            if self._fields[name].type == "selection"
        }
        for ids in split_every(BATCH, self.ids, list):
            lines = self.browse(ids)
            self.env["asn.read.log"]._note_ids(lines.evaluation_id.ids)
            for line in lines:
                yield [self._get_cell(line, name, options) for name in names]
            self.env.invalidate_all()

    def _get_cell(self, line, name, options):
        value = line[name]
        if name in options:
            return options[name].get(value, "")
        return value.display_name if line._fields[name].relational else value
