# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..kinerja_rules.recap import period_line


class AsnRecapImport(models.TransientModel):
    """The sentences that say what to do about the workbook."""

    _inherit = "asn.recap.import"

    def _explain_file(self, code, values):
        """Return the sentence for a `tools.workbook.FileError`."""
        return {
            "empty": self.env._("Choose a file first."),
            "too_big": self.env._(
                "The file is too big for a recap. Export it from the national "
                "application again, one period at a time."
            ),
            "old_format": self.env._(
                "This is a workbook of the old format or one with a password. Save it "
                "in Excel as “Excel Workbook (.xlsx)” without a password."
            ),
            "no_workbook": self.env._(
                "This file is no XLSX workbook. Choose the file “Rekap Penilaian” that "
                "the national application gives."
            ),
            "too_many_rows": self.env._(
                "The file has more than %(most)s rows. Export one period at a time.",
                most=values.get("most"),
            ),
        }[code]

    def _explain_fault(self, fault):
        """Return the sentence for a `kinerja_rules.recap.Fault`."""
        code, values = fault.code, fault.values
        if code.startswith("nip_") and code != "nip_number":
            return self.env["hr.employee"]._get_nip_problem(code.removeprefix("nip_"))
        if code == "label":
            return self.env._(
                "“%(value)s” is not known. Allowed are: %(allowed)s.",
                value=str(values["value"])[:60],
                allowed=self._get_allowed_labels(fault.column),
            )
        if code == "no_interval":
            return self.env._(
                "“%(period)s” is no interval of a period of the agency. Make it under "
                "Configuration, Periods first, with the same cadence.",
                period=period_line(values["period"]),
            )
        return self._explain_sheet(code, values)

    def _explain_sheet(self, code, values):
        return {
            "nip_number": self.env._(
                "Excel made a number of this NIP, and the last digits are lost. "
                "Export the file again and do not save it in Excel before."
            ),
            "formula": self.env._(
                "There is a formula in this cell. Export the file again and do not "
                "change it."
            ),
            "double": self.env._(
                "Row %(row)s says something else about the same person. Find out which "
                "one holds, and delete the other.",
                row=values.get("row"),
            ),
            "double_sheet": self.env._(
                "Row %(row)s of the sheet %(sheet)s says something else about the same "
                "person. Find out which one holds, and delete the other.",
                row=values.get("row"),
                sheet=values.get("sheet"),
            ),
            "no_header": self.env._(
                "No heading with NIP and Predikat was found. This sheet is left out."
            ),
            "no_period": self.env._(
                "No line with the period was found above the table, such as “Periode "
                "Bulanan 6 Tahun 2026”. This sheet is left out."
            ),
            "period": self.env._(
                "The period “%(value)s” is not known. Expected is a line such as "
                "“Periode Bulanan 6 Tahun 2026”. This sheet is left out.",
                value=str(values.get("value"))[:60],
            ),
        }[code]
