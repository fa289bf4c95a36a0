# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from ..models.asn_login_mixin import MANAGER

KIND = "recap_import"


class AsnRecapImport(models.TransientModel):
    """Takes a Rekap Penilaian of the national application and hands it to a job.

    The steps are: choose a file, check it, import it. What was checked is not
    trusted: the import reads the file again. Reading is in asn_recap_import_check.
    Rows that cannot be read are listed and left out; the others are taken.
    """

    _name = "asn.recap.import"
    _description = "Import From the National Application"

    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        readonly=True,
        default=lambda self: self.env.company,
    )
    file = fields.Binary(string="Workbook")
    filename = fields.Char(string="File Name")
    state = fields.Selection(
        [("file", "Choose"), ("checked", "Check"), ("started", "Import")],
        required=True,
        default="file",
        readonly=True,
    )
    summary = fields.Text(string="Sheets", readonly=True)
    row_count = fields.Integer(string="Rows to Import", readonly=True)
    new_count = fields.Integer(string="New", readonly=True)
    changed_count = fields.Integer(string="Changed", readonly=True)
    unchanged_count = fields.Integer(string="Unchanged", readonly=True)
    unknown_count = fields.Integer(
        string="NIP Not Known Here",
        readonly=True,
        help="They are imported too and shown in the comparison, so that you can find "
        "out who they are.",
    )
    unrated_count = fields.Integer(
        string="Not Rated There Yet",
        readonly=True,
        help="Rows without predicate; they are left out.",
    )
    problem_count = fields.Integer(string="Problems", readonly=True)
    problem_ids = fields.One2many(
        "asn.recap.import.problem", "import_id", string="What Is Wrong", readonly=True
    )

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
        """Hand the rows that can be read to a job."""
        self._check_manager()
        self.lock_for_update()
        if self.state == "started":
            raise UserError(
                self.env._("This import was started already. Look at the bulk work.")
            )
        rows, problems, unrated = self._read()
        self._preview(rows, problems, unrated)
        if not rows:
            raise UserError(
                self.env._(
                    "There is no row that can be imported. Mend what is listed, then "
                    "choose the file again."
                )
            )
        job = self.env["asn.job"]._start(
            KIND,
            self.env._("Import of %(count)s national results", count=len(rows)),
            [
                (
                    self.env._(
                        "Row %(row)s: %(name)s", row=row["row"], name=row["name"]
                    ),
                    row,
                )
                for row in rows
            ],
            arguments={"file": self.filename or ""},
            company=self.company_id,
        )
        # the file is personal data and of no more use
        self.write({"state": "started", "file": False})
        return job._get_action()

    def _check_manager(self):
        self.ensure_one()
        self.check_access("write")
        if not self.env.user.has_group(MANAGER):
            raise AccessError(
                self.env._("Only the agency manager imports from other applications.")
            )

    def _reopen(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Import of National Results"),
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
        }
