# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64

from odoo import api, fields, models
from odoo.tools.misc import split_every

from ..report import progress_workbook

#: So many entries are in the memory at a time.
BATCH = 1000


class AsnProgressSheet(models.TransientModel):
    """Daily progress as a workbook for entry in the national application."""

    _name = "asn.progress.sheet"
    _description = "Daily Progress as XLSX"

    file = fields.Binary(readonly=True)

    @api.model
    def _make(self, entries):
        """Return the download of these entries, read with the user's own rights."""
        entries.check_access("read")
        entries = entries.sorted(lambda entry: (entry.date, entry.start_time, entry.id))
        headings = [
            self.env._("Action Plan"),
            self.env._("Date of Activity"),
            self.env._("Start Time"),
            self.env._("End Time"),
            self.env._("Daily Activity"),
            self.env._("Data Source"),
            self.env._("Realisation"),
            self.env._("Unit of Measure"),
            self.env._("Evidence"),
        ]
        has_names = len(entries.skp_id.mapped("employee_id.id")) > 1
        if has_names:
            headings += [self.env._("Name"), self.env._("NIP")]
        book = progress_workbook.write(
            self.env._("Daily Progress"), headings, self._get_rows(entries, has_names)
        )
        # sudo: asn.progress.sheet - a file of the user's own, made here only
        sheet = self.sudo().create({"file": base64.b64encode(book)})
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/{self._name}/{sheet.id}/file?download=true"
            "&filename=progres-harian.xlsx",
            "target": "download",
        }

    @api.model
    def _get_rows(self, entries, has_names):
        """Give the cells of one entry after the other."""
        for ids in split_every(BATCH, entries.ids):
            batch = entries.browse(ids)
            for entry in batch:
                # the national application knows no work without an action plan
                plan = entry.action_plan_id.name or entry.result_id.display_name
                row = [
                    plan,
                    entry.date,
                    self._format_time(entry.start_time),
                    self._format_time(entry.end_time),
                    entry.name,
                    entry.data_source or "",
                    entry.quantity,
                    entry.unit or "",
                    entry.evidence_link or ", ".join(entry.evidence_ids.mapped("name")),
                ]
                if has_names:
                    row += [entry.employee_name or "", entry.skp_id.employee_nip or ""]
                yield row
            batch.invalidate_recordset()

    @api.model
    def _format_time(self, hours):
        """Return hours as 08:30; empty when they were not written down."""
        if not hours:
            return ""
        minutes = round(hours * 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
