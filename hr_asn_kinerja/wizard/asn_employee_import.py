# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..models.asn_login_mixin import MANAGER

KIND = "employee_import"
#: So many people are linked to one superior in one line of the job.
TEAM = 200


class AsnEmployeeImport(models.TransientModel):
    """Takes a workbook of people, says what is wrong in it, hands it to a job.

    The steps are: choose a file, check it, import it. What was checked is not
    trusted: the import reads the file again. Reading is in asn_employee_import_check,
    the sentences are in asn_employee_import_words.
    """

    _name = "asn.employee.import"
    _description = "Import of Employees"

    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        readonly=True,
        default=lambda self: self.env.company,
    )
    file = fields.Binary(string="Workbook")
    filename = fields.Char(string="File Name")
    valid_from = fields.Date(
        required=True,
        default=lambda self: self._default_valid_from(),
        help="From this day holds what stands in the workbook, unless a row has a day "
        "of its own in the column Berlaku Sejak.",
    )
    state = fields.Selection(
        [("file", "Choose"), ("checked", "Check"), ("started", "Import")],
        required=True,
        default="file",
        readonly=True,
    )
    row_count = fields.Integer(string="Rows", readonly=True)
    new_count = fields.Integer(string="New", readonly=True)
    changed_count = fields.Integer(string="Changed", readonly=True)
    unchanged_count = fields.Integer(string="Unchanged", readonly=True)
    wrong_count = fields.Integer(string="Wrong Rows", readonly=True)
    corrected_count = fields.Integer(string="Replaced", readonly=True)
    unit_count = fields.Integer(string="New Units", readonly=True)
    new_units = fields.Text(string="Units to Be Made", readonly=True)
    problem_count = fields.Integer(string="Problems", readonly=True)
    problem_ids = fields.One2many(
        "asn.employee.import.problem",
        "import_id",
        string="What Is Wrong",
        readonly=True,
    )

    @api.model
    def _default_valid_from(self):
        """Return the first day of the open period of today, else of this year."""
        today = self.env["asn.period"]._today()
        period = self.env["asn.period"].search(
            [
                ("company_id", "=", self.env.company.id),
                ("state", "=", "open"),
                ("date_from", "<=", today),
            ],
            limit=1,
        )
        return period.date_from or date(today.year, 1, 1)

    # --- ACTIONS ---

    def action_check(self):
        """Read the workbook and show what an import would do, or what is wrong."""
        self._check_manager()
        self._preview(*self._read())
        return self._reopen()

    def action_back(self):
        """Choose another file, or the same one after it was mended."""
        self._check_manager()
        self.problem_ids.unlink()
        self.write({"state": "file", "file": False, "filename": False})
        return self._reopen()

    def action_import(self):
        """Hand the rows to a job, if there is still nothing wrong with them."""
        self._check_manager()
        self.lock_for_update()
        if self.state == "started":
            raise UserError(
                self.env._("This import was started already. Look at the bulk work.")
            )
        self._check_no_other()
        rows, problems = self._read()
        result = self._preview(rows, problems)
        if problems:
            return self._reopen()
        if not result["new"] and not result["changed"]:
            raise UserError(
                self.env._(
                    "There is nothing to import: everybody is already as the workbook "
                    "says."
                )
            )
        job = self._start(result["new"] + result["changed"])
        # the file is personal data and of no more use
        self.write({"state": "started", "file": False})
        return job._get_action()

    def _check_manager(self):
        self.ensure_one()
        self.check_access("write")
        if not self.env.user.has_group(MANAGER):
            raise AccessError(
                self.env._("Only the agency manager imports the people of the agency.")
            )

    def _check_no_other(self):
        """Two imports at once would judge by what the other one is changing."""
        job = self.env["asn.job"].search(
            [
                ("kind", "=", KIND),
                ("company_id", "=", self.company_id.id),
                ("state", "!=", "done"),
            ],
            limit=1,
        )
        if job:
            raise UserError(
                self.env._(
                    "%(name)s is not finished. Wait until it is done, or resume it "
                    "under Bulk Work, before you start another import.",
                    name=job.name,
                )
            )

    # --- THE JOB ---

    def _start(self, rows):
        """Make one line for each person, in their order, then one for each team."""
        rows = sorted(rows, key=lambda row: row["row"])
        return self.env["asn.job"]._start(
            KIND,
            self.env._("Import of %(count)s employees", count=len(rows)),
            [*map(self._prepare_line, rows), *self._prepare_teams(rows)],
            arguments={"file": self.filename or ""},
            company=self.company_id,
        )

    def _prepare_line(self, row):
        name = row.get("name", "")
        return self.env._("Row %(row)s: %(name)s", row=row["row"], name=name), row

    def _prepare_teams(self, rows):
        """Give the lines that link people to superiors who are new themselves."""
        sync = self.env["asn.employee.sync"].with_company(self.company_id)
        superiors = {sync._get_superior_key(row) for row in rows} - {None}
        known = sync._find_people(superiors)
        teams = {}
        for row in rows:
            key = sync._get_superior_key(row)
            if key and key not in known:
                teams.setdefault(key, (row["superior"], []))[1].append(
                    sync._get_key(row)
                )
        for superior, people in teams.values():
            label = self.env._("Team of %(name)s", name=superior[1])
            for begin in range(0, len(people), TEAM):
                part = people[begin : begin + TEAM]
                yield label, {"superior": superior, "people": part}

    def _reopen(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Import of Employees"),
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
        }
