# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
from calendar import monthrange
from datetime import date

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import split_every

from ..kinerja_rules import pay
from ..models.asn_evaluation import DELIVERED_STATES, PREDICATES
from ..models.asn_membership_guard import YEARS
from ..report import pay_workbook

#: How many people are read at a time.
CHUNK = 1_000
MONTHS = [(str(number), f"{number:02}") for number in range(1, 13)]


class AsnPayExport(models.TransientModel):
    """Writes predicate and percentage of each person for payroll, one row a person.

    People without a delivered result are listed without a percentage: whether their
    pay waits is for the agency's regulation.
    """

    _name = "asn.pay.export"
    _description = "Export for Payroll"

    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        readonly=True,
        default=lambda self: self.env.company,
    )
    year = fields.Integer(
        required=True, default=lambda self: self.env["asn.period"]._today().year
    )
    month = fields.Selection(
        MONTHS,
        help="Leave it empty to export the predicates of the year.",
    )
    only_final = fields.Boolean(
        string="Final Results Only",
        default=True,
        help="Switch this off to take results to which the employee may still object.",
    )
    file = fields.Binary(readonly=True)
    file_name = fields.Char(readonly=True)

    def action_export(self):
        """Write the workbook and hand it out."""
        self.ensure_one()
        self.env["asn.pay.table"].check_access("write")
        interval = self._find_interval()
        table = self.env["asn.pay.table"]._find(self.company_id, self._get_day())
        if not table:
            raise UserError(
                self.env._(
                    "No pay supplement table holds on %(day)s. Enter one first.",
                    day=self._get_day(),
                )
            )
        book = pay_workbook.write(
            self.env._("Predicates for Payroll"),
            self._get_notes(interval, table),
            self._get_headings(),
            self._get_rows(interval, table),
        )
        month = f"-{int(self.month):02}" if self.month else ""
        self.file_name = f"predikat-tpp-{self.year}{month}.xlsx"
        self.file = base64.b64encode(book)
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/{self._name}/{self.id}/file?download=true"
            f"&filename={self.file_name}",
            "target": "download",
        }

    def _get_day(self):
        """Return the last day of what is exported."""
        if self.year not in YEARS:
            raise UserError(self.env._("Enter the year with four digits."))
        month = int(self.month or 12)
        return date(self.year, month, monthrange(self.year, month)[1])

    def _find_interval(self):
        """Return the interval whose predicates count."""
        day = self._get_day()
        kinds = ("month", "quarter") if self.month else ("annual",)
        intervals = self.env["asn.period.interval"].search(
            [
                ("company_id", "=", self.company_id.id),
                ("kind", "in", kinds),
                ("date_to", ">=", date(self.year - 1, 1, 1)),
                ("date_to", "<=", day),
            ]
        )
        end = pay.deciding(intervals.mapped("date_to"), day)
        found = intervals.filtered(lambda line: line.date_to == end)[:1]
        if not found or (not self.month and found.date_from.year != self.year):
            raise UserError(
                self.env._(
                    "No interval of this agency has ended by %(day)s. Choose another "
                    "month or year.",
                    day=day,
                )
            )
        return found

    def _get_notes(self, interval, table):
        """Return the lines above the table: what the file rests on."""
        return [
            self.company_id.name,
            self.env._("Result of: %(interval)s", interval=interval.display_name),
            self.env._("Percentages: %(name)s", name=table.name),
        ]

    @api.model
    def _get_headings(self):
        return [
            self.env._("No"),
            self.env._("NIP"),
            self.env._("Name"),
            self.env._("Position"),
            self.env._("Unit"),
            self.env._("Predicate"),
            self.env._("Percentage"),
            self.env._("State"),
        ]

    def _get_rows(self, interval, table):
        """Yield the rows, a chunk of people in memory at a time."""
        evaluations = self.env["asn.evaluation"]
        predicates = dict(
            evaluations._fields["predicate"]._description_selection(self.env)
        )
        states = dict(evaluations._fields["state"]._description_selection(self.env))
        percents = {key: table._get_percent(key) for key, _label in PREDICATES}
        known = set()
        for chunk in self._get_chunks(evaluations, self._get_domain(interval)):
            self.env["asn.read.log"]._note(chunk)
            for line in chunk:
                known.add(line.employee_id.id)
                yield [
                    line.employee_nip or "",
                    line.employee_name or "",
                    line.position_name or "",
                    line.unit_name or "",
                    predicates.get(line.predicate, ""),
                    percents[line.predicate],
                    states[line.state],
                ]
        missing = self.env._("No final result")
        people = Domain("company_id", "=", self.company_id.id)
        for chunk in self._get_chunks(self.env["asn.person"], people):
            for person in chunk:
                if person.employee_id.id not in known:
                    yield [
                        person.nip or "",
                        person.name or "",
                        person.job_title or "",
                        person.department_id.name or "",
                        "",
                        None,
                        missing,
                    ]

    def _get_domain(self, interval):
        states = ("final",) if self.only_final else DELIVERED_STATES
        return (
            Domain("interval_id", "=", interval.id)
            & Domain("state", "in", states)
            & Domain("predicate", "!=", False)
        )

    @api.model
    def _get_chunks(self, model, domain):
        name = "employee_name" if "employee_name" in model._fields else "name"
        ids = model.search(domain, order=f"department_id, {name}, id").ids
        for part in split_every(CHUNK, ids):
            yield model.browse(part)
            self.env.invalidate_all()
