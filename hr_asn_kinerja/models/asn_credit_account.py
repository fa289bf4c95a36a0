# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from fractions import Fraction

from odoo import api, fields, models
from odoo.exceptions import AccessError

from ..kinerja_rules import accumulation, credit
from .asn_skp_paper import NAME_LENGTH, UNSAFE
from .hr_version import POSITION_GRADES


class AsnCreditAccount(models.Model):
    """The credit that one person gathers in one grade, against its minimums.

    Sums are made of the exact fractions of the lines and rounded once.
    """

    _name = "asn.credit.account"
    _description = "Credit of a Functional Position"
    _order = "is_current desc, employee_name, id"
    _rec_name = "employee_name"
    _rec_names_search = ["employee_name", "employee_nip"]
    _check_company_auto = True

    employee_id = fields.Many2one(
        "hr.employee",
        string="Person",
        required=True,
        readonly=True,
        ondelete="restrict",
        check_company=True,
    )
    grade = fields.Selection(POSITION_GRADES, required=True, readonly=True)
    company_id = fields.Many2one(
        "res.company", string="Agency", required=True, index=True, readonly=True
    )
    employee_user_id = fields.Many2one(
        related="employee_id.user_id",
        string="Employee's User",
        store=True,
        index=True,
    )
    employee_name = fields.Char(
        related="employee_id.name", string="Employee", store=True
    )
    employee_nip = fields.Char(related="employee_id.nip", string="NIP", store=True)
    department_id = fields.Many2one(
        "hr.department", string="Unit", compute="_compute_position", store=True
    )
    position_name = fields.Char(
        string="Position", compute="_compute_position", store=True
    )
    rank_code = fields.Char(string="Rank", compute="_compute_position", store=True)
    is_current = fields.Boolean(
        compute="_compute_position",
        store=True,
        help="The person holds this grade today.",
    )
    credit_ids = fields.One2many("asn.credit", "account_id", string="Credit")
    base = fields.Float(
        string="Basic Credit",
        digits=(12, 3),
        compute="_compute_totals",
        store=True,
        help="Of somebody who entered the grade in a higher rank. Enter it as an "
        "opening balance.",
    )
    total = fields.Float(digits=(12, 3), compute="_compute_totals", store=True)
    rank_minimum = fields.Float(
        string="For the Next Rank",
        digits=(12, 3),
        compute="_compute_totals",
        store=True,
    )
    grade_minimum = fields.Float(
        string="For the Next Grade",
        digits=(12, 3),
        compute="_compute_totals",
        store=True,
    )
    rank_missing = fields.Float(
        string="Missing for the Rank",
        digits=(12, 3),
        compute="_compute_totals",
        store=True,
    )
    grade_missing = fields.Float(
        string="Missing for the Grade",
        digits=(12, 3),
        compute="_compute_totals",
        store=True,
    )
    is_rank_reached = fields.Boolean(
        string="Enough for the Rank", compute="_compute_totals", store=True
    )
    is_grade_reached = fields.Boolean(
        string="Enough for the Grade", compute="_compute_totals", store=True
    )
    progress = fields.Integer(
        string="Reached (%)", compute="_compute_totals", store=True, aggregator=None
    )

    _once = models.UniqueIndex(
        "(employee_id, grade)", "This person already has an account for the grade."
    )

    @api.depends("employee_name", "grade")
    @api.depends_context("lang")
    def _compute_display_name(self):
        labels = dict(self._fields["grade"]._description_selection(self.env))
        for account in self:
            grade = labels.get(account.grade, "")
            account.display_name = f"{account.employee_name or ''} - {grade}"

    @api.depends(
        "grade",
        "employee_id.current_version_id.department_id",
        "employee_id.current_version_id.job_title",
        "employee_id.current_version_id.asn_rank_id",
        "employee_id.current_version_id.position_grade",
    )
    def _compute_position(self):
        for account in self:
            version = account.employee_id.current_version_id
            account.department_id = version.department_id
            account.position_name = version.job_title
            account.rank_code = version.asn_rank_id.code
            account.is_current = version.position_grade == account.grade

    @api.depends("credit_ids.exact", "grade", "rank_code", "is_current")
    def _compute_totals(self):
        for account in self:
            total = account._get_total()
            rank = account.rank_code if account.is_current else None
            for_rank = accumulation.rank_minimum(account.grade, rank)
            for_grade = accumulation.grade_minimum(account.grade)
            nearest = for_rank or for_grade
            account.total = total
            account.base = accumulation.base(account.grade, rank)
            account.rank_minimum, account.grade_minimum = for_rank, for_grade
            account.rank_missing = accumulation.missing(total, for_rank)
            account.grade_missing = accumulation.missing(total, for_grade)
            account.is_rank_reached = bool(for_rank) and total >= for_rank
            account.is_grade_reached = bool(for_grade) and total >= for_grade
            account.progress = min(int(total * 100 / nearest), 100) if nearest else 0

    def _get_total(self):
        return self._sum_exact(self.credit_ids)

    @api.model
    def _sum_exact(self, lines):
        """Return the sum of the exact credits of lines, rounded once."""
        exact = sum((Fraction(line.exact) for line in lines), Fraction(0))
        # a correction may take more than there is
        return credit.rounded(exact) if exact >= 0 else -credit.rounded(-exact)

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            raise AccessError(
                self.env._(
                    "Accounts begin with the first credit. Enter an opening balance "
                    "with its reason instead."
                )
            )
        return super().create(vals_list)

    @api.model
    def _find_or_make(self, keys):
        """Return {(employee, grade): account}, elevated, making what is missing."""
        # sudo: asn.credit.account - the flow finds and makes them for everybody
        accounts_sudo = self.sudo()
        employees = {employee for employee, _grade in keys}
        found = accounts_sudo.search(
            [("employee_id", "in", [employee.id for employee in employees])]
        )
        by_key = {(line.employee_id.id, line.grade): line for line in found}
        todo = {
            (employee.id, grade): employee
            for employee, grade in keys
            if (employee.id, grade) not in by_key
        }
        made = accounts_sudo.create(
            [
                {
                    "employee_id": employee_id,
                    "grade": grade,
                    # sudo: hr.employee - the agency alone
                    "company_id": employee.sudo().company_id.id,
                }
                for (employee_id, grade), employee in todo.items()
            ]
        )
        by_key.update({(line.employee_id.id, line.grade): line for line in made})
        return by_key

    def _get_print_name(self):
        """Return the name of the file."""
        self.ensure_one()
        name = f"Angka Kredit - {self.employee_name or ''}"
        return " ".join(UNSAFE.sub(" ", name).split())[:NAME_LENGTH].strip(" .-")
