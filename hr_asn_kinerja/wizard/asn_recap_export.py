# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import tempfile
from pathlib import Path
from urllib.parse import quote

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..kinerja_rules import recap
from ..models.asn_evaluation import DELIVERED_STATES
from ..models.asn_workflow_mixin import AUDITOR_GROUP, MANAGER_GROUP
from ..report import recap_workbook


class AsnRecapExport(models.TransientModel):
    """Ratings and realisations as XLSX, to enter them in the national application.

    The agency manager takes those of a unit or of all, everybody else their own. The
    record rules decide what is read; ratings leave only once they are delivered.
    """

    _name = "asn.recap.export"
    _description = "Export for the National Application"

    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        readonly=True,
        default=lambda self: self.env.company,
    )
    kind = fields.Selection(
        [("ratings", "Ratings"), ("realisations", "Realisations")],
        string="What",
        required=True,
        default="ratings",
    )
    interval_id = fields.Many2one(
        "asn.period.interval",
        domain="[('company_id', '=', company_id)]",
        default=lambda self: self._default_interval_id(),
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Unit",
        domain="[('company_id', '=', company_id)]",
        help="Leave it empty for all units.",
    )
    with_units_below = fields.Boolean(default=True)
    is_for_all = fields.Boolean(compute="_compute_is_for_all")
    row_count = fields.Integer(string="Evaluations", compute="_compute_row_count")
    file = fields.Binary(readonly=True)

    @api.model
    def _default_interval_id(self):
        """Return the interval that ended last."""
        today = self.env["asn.period"]._today()
        return self.env["asn.period.interval"].search(
            [("company_id", "=", self.env.company.id), ("date_to", "<", today)],
            order="date_to desc, date_from desc",
            limit=1,
        )

    @api.depends_context("uid")
    def _compute_is_for_all(self):
        user = self.env.user
        is_for_all = user.has_group(MANAGER_GROUP) or user.has_group(AUDITOR_GROUP)
        for one in self:
            one.is_for_all = is_for_all

    @api.depends(
        "company_id", "kind", "interval_id", "department_id", "with_units_below"
    )
    def _compute_row_count(self):
        for one in self:
            evaluations = self.env["asn.evaluation"]
            one.row_count = evaluations.search_count(one._get_domain())

    def _get_domain(self):
        """Return the domain of the evaluations; the rights of the user do the rest."""
        self.ensure_one()
        domain = Domain("company_id", "=", self.company_id.id)
        domain &= Domain("interval_id", "=", self.interval_id.id)
        if self.kind != "realisations":
            domain &= Domain("state", "in", DELIVERED_STATES)
        if not self.is_for_all:
            return domain & Domain("employee_user_id", "=", self.env.uid)
        if self.department_id:
            operator = "child_of" if self.with_units_below else "="
            domain &= Domain("department_id", operator, self.department_id.id)
        return domain

    def action_export(self):
        """Write the workbook and hand it over."""
        self.ensure_one()
        self.check_access("read")
        if not self.interval_id:
            raise UserError(self.env._("Choose the interval first."))
        if not self.row_count:
            raise UserError(
                self.env._(
                    "There is nothing to export here. Choose another interval or unit; "
                    "ratings can be exported once they are delivered."
                )
            )
        rows = getattr(self, f"_get_{self.kind}")()
        titles = {
            "ratings": recap_workbook.RATING_TITLES,
            "realisations": recap_workbook.REALISATION_TITLES,
        }[self.kind]
        name = {"ratings": "Rekap Penilaian", "realisations": "Realisasi"}[self.kind]
        return self._keep(name, self._get_head(), titles, rows)

    def _get_head(self):
        """Return the lines above the table as the national application has them."""
        interval = self.interval_id
        number = {
            "month": interval.date_from.month,
            "quarter": (interval.date_from.month + 2) // 3,
            "annual": 0,
        }[interval.kind]
        return [
            self.company_id.name,
            self.department_id.name or self.company_id.name,
            recap.period_line(
                recap.Period(interval.kind, number, interval.date_from.year)
            ),
        ]

    def _keep(self, name, head, titles, rows):
        """Store the file with the user's choice and return its download."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "export.xlsx"
            recap_workbook.write(str(path), name, head, titles, rows)
            # sudo: asn.recap.export - a file of the user's own, made here only
            self.sudo().file = base64.b64encode(path.read_bytes())
        label = " ".join([name, *head[2:]])
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/{self._name}/{self.id}/file?download=true"
            f"&filename={quote(label)}.xlsx",
            "target": "download",
        }

    @api.model
    def _make_comparison(self, lines):
        """Return the download of a comparison, read with the user's own rights."""
        names = lines._get_export_names()
        titles = ["No"] + [
            lines._fields[name]._description_string(self.env) for name in names
        ]
        return self.create({})._keep(
            self.env._("Comparison"), [], titles, lines._get_export_rows(names)
        )
