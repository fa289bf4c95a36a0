# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
from collections import defaultdict

from odoo import fields, models
from odoo.exceptions import UserError

from ..models.asn_membership_guard import YEARS
from ..tools import employee_columns, employee_rows
from ..tools.employee_rows import Problem
from ..tools.workbook import FileError

#: So many are shown; the list to download has all problems.
SHOWN, UNITS_SHOWN = 200, 30


class AsnEmployeeImport(models.TransientModel):
    """Reading and judging the workbook; nothing here writes an employee."""

    _inherit = "asn.employee.import"

    def _read(self):
        """Return (rows, problems) of the chosen file.

        :raises UserError: with one sentence, when it is no workbook of employees
        """
        self.ensure_one()
        if self.valid_from.year not in YEARS:
            raise UserError(
                self.env._("The day from which this holds lies between 1950 and 2100.")
            )
        content = base64.b64decode(self.with_context(bin_size=False).file or b"")
        try:
            places, table = employee_columns.read_table(content)
        except FileError as error:
            raise UserError(self._explain_file(error.code, error.values)) from error
        ranks = self.env["asn.rank"].search([("active", "=", True)])
        people, problems = employee_rows.read_people(
            places, table, [(one.kind, one.code, one.name or "") for one in ranks]
        )
        problems += employee_rows.find_doubles(people)
        problems += self._find_strangers(people)
        known = self._get_known_superiors()
        problems += employee_rows.find_bad_superiors(people, known)
        day = fields.Date.to_string(self.valid_from)
        rows = [{"valid_from": day, **person.as_payload()} for person in people]
        return rows, sorted(problems, key=lambda problem: problem.row)

    def _get_known_superiors(self):
        """Return {key: key of the superior} of the active people of the agency."""
        people = self.env["hr.employee"].search_fetch(
            [("company_id", "=", self.company_id.id)], ["nip", "name", "parent_id"]
        )
        superiors = people.parent_id.filtered(lambda one: one in people)
        keys = {
            person.id: employee_rows.make_key(person.nip, person.name)
            for person in people | superiors
        }
        return {keys[one.id]: keys.get(one.parent_id.id) for one in people}

    def _find_strangers(self, people):
        """Find rows whose person is here, but not in a way that one may change."""
        sync = self.env["asn.employee.sync"].with_company(self.company_id)
        names = {employee_rows.make_key("", one.name) for one in people if one.name}
        found = sync._find_people({one.key for one in people} | names)
        problems = []
        for person in people:
            own = found.get(person.key)
            column = person.key[0]
            if own and len(own) > 1:
                problems.append(Problem(person.row, column, "name_twice", {}))
            elif own and not own.active:
                problems.append(Problem(person.row, column, "archived", {}))
            elif not own and found.get(employee_rows.make_key("", person.name)):
                problems.append(Problem(person.row, "nip", "same_name", {}))
        return problems

    def _preview(self, rows, problems):
        """Note on the wizard what the rows would do; return the comparison."""
        wrong = {problem.row for problem in problems}
        result = defaultdict(list)
        if len(wrong) < len(rows):
            sync = self.env["asn.employee.sync"].with_company(self.company_id)
            result = sync._compare([row for row in rows if row["row"] not in wrong])
        units = [" > ".join(names) for names in result["units"]]
        more = len(units) - UNITS_SHOWN
        lines = units[:UNITS_SHOWN]
        if more > 0:
            lines.append(self.env._("and %(count)s more", count=more))
        self.problem_ids.unlink()
        self.write(
            {
                "state": "checked",
                "row_count": len(rows),
                "new_count": len(result["new"]),
                "changed_count": len(result["changed"]),
                "unchanged_count": len(result["unchanged"]),
                "corrected_count": len(result["corrected"]),
                "wrong_count": len(wrong),
                "problem_count": len(problems),
                "unit_count": len(units),
                "new_units": "\n".join(lines),
                "problem_ids": [
                    fields.Command.create(
                        {
                            "row": problem.row,
                            "column": problem.column,
                            "message": self._explain_cell(problem),
                        }
                    )
                    for problem in problems[:SHOWN]
                ],
            }
        )
        return result
