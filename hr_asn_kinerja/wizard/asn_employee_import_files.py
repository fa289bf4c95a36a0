# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
from urllib.parse import quote

from odoo import api, fields, models

from ..report import employee_workbook
from ..tools.employee_cells import GRADES, KINDS, POSITIONS
from ..tools.employee_columns import TITLES


class AsnEmployeeImport(models.TransientModel):
    """The files to download: an example workbook with a guide, the list of problems.

    Both are made while they are downloaded and stored nowhere.
    """

    _inherit = "asn.employee.import"

    example = fields.Binary(compute="_compute_example")
    problem_list = fields.Binary(compute="_compute_problem_list")

    @api.depends_context("lang")
    def _compute_example(self):
        for one in self:
            ranks = self.env["asn.rank"].search([("active", "=", True)])
            words = one._get_guide_words()
            guide = [(TITLES[name], *words[name]) for name in TITLES]
            codes = [f"{rank.kind.upper()}: {rank.code}" for rank in ranks]
            content = employee_workbook.write_example(
                guide, one._get_guide_titles(), codes
            )
            one.example = base64.b64encode(content)

    @api.depends_context("lang")
    @api.depends("file")
    def _compute_problem_list(self):
        for one in self:
            if not one.file:
                one.problem_list = False
                continue
            _rows, problems = one._read()
            content = employee_workbook.write_problems(
                one._get_problem_titles(),
                [
                    (item.row, TITLES[item.column], one._explain_cell(item))
                    for item in problems
                ],
            )
            one.problem_list = base64.b64encode(content)

    def action_download_example(self):
        """Download a workbook to fill in."""
        self._check_manager()
        return self._download("example", self.env._("Employee Workbook"))

    def action_download_problems(self):
        """Download everything that is wrong, to mend it at leisure."""
        self._check_manager()
        return self._download("problem_list", self.env._("Problems in the Workbook"))

    def _download(self, name, title):
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/{self._name}/{self.id}/{name}?download=true"
            f"&nocache=true&filename={quote(title)}.xlsx",
            "target": "download",
        }

    def _get_problem_titles(self):
        return self.env._("What Is Wrong"), (
            self.env._("Row"),
            self.env._("Column"),
            self.env._("What to Do"),
        )

    def _get_guide_titles(self):
        return self.env._("Guide"), (
            self.env._("Column"),
            self.env._("Needed"),
            self.env._("What to Enter"),
        )

    def _get_guide_words(self):
        """Return {column: (needed, what to enter)} in the reader's language."""
        may = self.env._("may be empty")
        return {
            "nip": (
                self.env._("yes, except officials without NIP"),
                self.env._("18 digits as text. People are recognised by it."),
            ),
            "name": (self.env._("yes"), self.env._("Full name with titles.")),
            "asn_kind": (may, self._join(KINDS)),
            "rank": (may, self.env._("PNS: I/a to IV/e, PPPK: I to XVII.")),
            "position": (may, self.env._("Name of the position as in the decree.")),
            "position_kind": (may, self._join(POSITIONS)),
            "grade": (
                self.env._("only for functional positions"),
                self._join(GRADES),
            ),
            **self._get_place_words(may),
        }

    def _get_place_words(self, may):
        return {
            "unit": (
                may,
                self.env._(
                    "From the top down with “>” between the names. Units that do not "
                    "exist are made."
                ),
            ),
            "superior": (
                self.env._("yes, except the highest official"),
                self.env._(
                    "NIP of the superior, or the name of an official without NIP. The "
                    "superior may stand further down."
                ),
            ),
            "email": (
                self.env._("the column may be missing"),
                self.env._("Work e-mail."),
            ),
            "valid_from": (
                self.env._("the column may be missing"),
                self.env._(
                    "Day from which this holds, such as 01/03/2026. Empty: the day "
                    "chosen when the workbook is imported."
                ),
            ),
        }

    @api.model
    def _join(self, options):
        return ", ".join(names[0] for names in options.values())
