# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

from .asn_evaluation import PREDICATES, RATINGS
from .asn_login_mixin import MANAGER

COPIED = ("nip", "name", "position_name", "unit_name")
RATED = ("result_rating", "behaviour_rating", "predicate")


class AsnRecapResult(models.Model):
    """What the national application says of one person in one interval.

    A copy to compare with, never a decision: no evaluation follows from it. Importing
    the same interval again replaces the rows of the people who stand in the new file.
    """

    _name = "asn.recap.result"
    _description = "Result in the National Application"
    _order = "interval_id desc, name, id"
    _rec_names_search = ["name", "nip"]

    company_id = fields.Many2one(
        "res.company", string="Agency", required=True, index=True, readonly=True
    )
    interval_id = fields.Many2one(
        "asn.period.interval",
        required=True,
        index=True,
        readonly=True,
        ondelete="cascade",
    )
    employee_id = fields.Many2one(
        "hr.employee",
        index=True,
        readonly=True,
        ondelete="set null",
        help="Empty when nobody in the agency has this NIP.",
    )
    nip = fields.Char(string="NIP", required=True, readonly=True)
    name = fields.Char(readonly=True)
    position_name = fields.Char(string="Position", readonly=True)
    unit_name = fields.Char(
        string="Assessing Unit",
        readonly=True,
        help="The unit as the file names it: that of the assessor.",
    )
    result_rating = fields.Selection(RATINGS, readonly=True)
    behaviour_rating = fields.Selection(RATINGS, readonly=True)
    predicate = fields.Selection(PREDICATES, required=True, readonly=True)
    job_id = fields.Many2one(
        "asn.job",
        string="Import",
        readonly=True,
        index="btree_not_null",
        ondelete="set null",
    )
    file_name = fields.Char(string="File", readonly=True)
    sheet_name = fields.Char(string="Sheet", readonly=True)
    row = fields.Integer(readonly=True, help="Row in the sheet, as Excel numbers it.")

    _once = models.UniqueIndex(
        "(interval_id, nip)", "This person already has a result for the interval."
    )

    @api.model
    def _replace(self, lines):
        """Take over the rows of these lines of a job, instead of what stood there.

        :param lines: lines whose payload is {interval_id, row, sheet, nip, name, ...}
        """
        if not self.env.user.has_group(MANAGER):
            raise AccessError(
                self.env._("Only the agency manager imports from other applications.")
            )
        rows = [(line.job_id, line.payload) for line in lines]
        nips = {}
        for _job, row in rows:
            nips.setdefault(row["interval_id"], []).append(row["nip"])
        self._check_intervals(nips)
        people = self._find_people([row["nip"] for _job, row in rows])
        # sudo: asn.recap.result - only the import writes here, for the manager
        results_sudo = self.sudo()
        results_sudo.search(
            Domain.OR(
                Domain("interval_id", "=", interval_id) & Domain("nip", "in", some)
                for interval_id, some in nips.items()
            )
        ).unlink()
        results_sudo.create(
            [self._prepare_values(job, row, people) for job, row in rows]
        )

    @api.model
    def _check_intervals(self, interval_ids):
        found = self.env["asn.period.interval"].search(
            Domain("id", "in", list(interval_ids))
            & Domain("company_id", "=", self.env.company.id)
        )
        if len(found) < len(interval_ids):
            raise UserError(
                self.env._(
                    "The interval of this row is no longer there. Check the file again."
                )
            )

    @api.model
    def _prepare_values(self, job, row, people):
        return {
            **{name: row.get(name) or False for name in (*COPIED, *RATED)},
            "company_id": self.env.company.id,
            "interval_id": row["interval_id"],
            "employee_id": people.get(row["nip"], False),
            "job_id": job.id,
            "file_name": (job.arguments or {}).get("file"),
            "sheet_name": row.get("sheet"),
            "row": row.get("row"),
        }

    @api.model
    def _find_people(self, nips):
        """Return {NIP: employee id} of the agency, also of those who have left."""
        people = self.env["hr.employee"].with_context(active_test=False)
        people = people.search_fetch(
            [("company_id", "=", self.env.company.id), ("nip", "in", nips)], ["nip"]
        )
        return {person.nip: person.id for person in people}
