# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..tools.employee_columns import TITLES


class AsnEmployeeImport(models.TransientModel):
    """What people read when something is wrong: one sentence that says what to do."""

    _inherit = "asn.employee.import"

    def _explain_file(self, code, values):
        """Return the sentence for a `tools.workbook.FileError`."""
        return {
            "empty": self.env._("Choose a file first."),
            "too_big": self.env._(
                "The file is too big for a list of employees. Copy only the list into "
                "a new workbook and choose that."
            ),
            "old_format": self.env._(
                "This is a workbook of the old format or one with a password. Save it "
                "in Excel as “Excel Workbook (.xlsx)” without a password."
            ),
            "no_workbook": self.env._(
                "This file is no workbook that can be read. Save it in Excel as "
                "“Excel Workbook (.xlsx)” or as CSV."
            ),
        }.get(code) or self._explain_table(code, values)

    def _explain_table(self, code, values):
        return {
            "no_header": self.env._(
                "No row with the names of the columns was found. The first row must "
                "hold them: %(names)s. Take the example workbook.",
                names=", ".join(TITLES.values()),
            ),
            "merged_header": self.env._(
                "Cells are merged in the header (row %(row)s). Unmerge them, so that "
                "each column has its own name in one row.",
                row=values.get("row"),
            ),
            "missing_columns": self.env._(
                "These columns are missing in row %(row)s: %(names)s. Add them; a "
                "column may stay empty, and the order does not matter.",
                row=values.get("row"),
                names=values.get("names"),
            ),
            "double_column": self.env._(
                "The column %(name)s stands there twice. Delete one of the two.",
                name=values.get("name"),
            ),
            "no_rows": self.env._(
                "There are only names of columns and no people. Enter one person in "
                "each row below them."
            ),
            "too_many_rows": self.env._(
                "The list has more than %(most)s rows. Split it into several "
                "workbooks, superiors first.",
                most=values.get("most"),
            ),
        }[code]

    def _explain_cell(self, problem):
        """Return the sentence for a problem in a cell."""
        code, values = problem.code, problem.values
        if code in ("kind", "position_kind", "grade", "rank"):
            return self._explain_choice(values)
        if code.startswith("nip_") and code != "nip_number":
            return self.env["hr.employee"]._get_nip_problem(code.removeprefix("nip_"))
        if code.startswith("superior_"):
            return self._explain_superior(code, values)
        if code.startswith(("double_", "name_", "archived", "same_")):
            return self._explain_person(code, values)
        return self._explain_text(code, values)

    def _explain_choice(self, values):
        if not values["nearest"]:
            return self.env._(
                "“%(value)s” is not known. Allowed are: %(allowed)s.", **values
            )
        return self.env._(
            "“%(value)s” is not known. Did you mean “%(nearest)s”? Allowed are: "
            "%(allowed)s.",
            **values,
        )

    def _explain_text(self, code, values):
        return {
            "formula": self.env._(
                "There is a formula in this cell. Replace it by its value (copy, "
                "paste special, values)."
            ),
            "too_long": self.env._(
                "The text is longer than %(most)s characters. Shorten it.",
                most=values.get("most"),
            ),
            "nip_number": self.env._(
                "Excel made a number of this NIP, and the last digits are lost. "
                "Format the column as text and enter the NIP again."
            ),
            "unit_gap": self.env._(
                "A name is missing beside a “>”. Write the units from the top down, "
                "such as: Dinas Kesehatan > Puskesmas Melati."
            ),
            "email": self.env._(
                "This is no e-mail address. Correct it or leave the cell empty."
            ),
            "date": self.env._(
                "This is no date. Write it as day/month/year: 01/03/2026."
            ),
            "grade_elsewhere": self.env._(
                "This grade does not belong to this kind of position. Grades from Ahli "
                "Pertama to Ahli Utama are Fungsional Keahlian, those from Pemula to "
                "Penyelia Fungsional Keterampilan; others have none."
            ),
        }[code]

    def _explain_superior(self, code, values):
        return {
            "superior_self": self.env._(
                "This person is named as their own superior. Enter another one, or "
                "leave the cell empty for the highest official."
            ),
            "superior_nip_unknown": self.env._(
                "Nobody in this workbook or in the agency has this NIP. Correct it, or "
                "add a row for the superior."
            ),
            "superior_name_unknown": self.env._(
                "There is no official without NIP named “%(value)s”. Enter the "
                "superior's NIP, or add a row for this official.",
                value=values.get("value"),
            ),
            "superior_circle": self.env._(
                "These rows lead each other in a circle: %(rows)s. Correct the "
                "superior in one of them. If only one is named, the others are already "
                "among the employees.",
                rows=values.get("rows"),
            ),
        }[code]

    def _explain_person(self, code, values):
        return {
            "name_missing": self.env._("The name is missing. Enter it."),
            "double_nip": self.env._(
                "The same NIP already stands in row %(row)s. Keep one of the two rows.",
                row=values.get("row"),
            ),
            "double_name": self.env._(
                "The same name without NIP already stands in row %(row)s. Enter the "
                "NIP, or keep one of the two rows.",
                row=values.get("row"),
            ),
            "name_twice": self.env._(
                "Several employees without NIP have this name. Enter the NIP here and "
                "in their employee record."
            ),
            "archived": self.env._(
                "This person is archived because they left. Restore the employee "
                "record first if they are back, or delete the row."
            ),
            "same_name": self.env._(
                "An employee of this name is here without NIP. If it is this person, "
                "enter the NIP in the employee record first; otherwise write one of "
                "the names in another way."
            ),
        }[code]
