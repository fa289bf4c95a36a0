# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from decimal import Decimal
from fractions import Fraction

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tools.misc import clean_context

from ..kinerja_rules import credit
from .asn_evaluation import PREDICATES
from .asn_workflow_mixin import MANAGER_GROUP
from .hr_version import POSITION_GRADES

#: What the agency manager may enter by hand, always with a reason.
MANUAL = ("opening", "diploma", "correction")
LARGEST = 10_000


class AsnCredit(models.Model):
    """Angka kredit: one line of a person's account.

    Conversions come from final predicates and are made by the flow alone. What is
    entered by hand carries its reason and is taken back by another line, not changed.
    """

    _name = "asn.credit"
    _description = "Credit Line"
    _inherit = "asn.guard.mixin"
    _order = "date_to desc, id desc"
    _open_fields_on_create = frozenset(
        {"employee_id", "grade", "kind", "date_to", "amount", "reason"}
    )

    account_id = fields.Many2one(
        "asn.credit.account",
        required=True,
        index=True,
        readonly=True,
        ondelete="restrict",
    )
    employee_id = fields.Many2one(
        "hr.employee",
        string="Person",
        required=True,
        index=True,
        ondelete="restrict",
        domain="[('company_id', 'in', allowed_company_ids)]",
    )
    company_id = fields.Many2one(
        related="account_id.company_id", store=True, index=True, string="Agency"
    )
    department_id = fields.Many2one(
        related="account_id.department_id", store=True, index=True, string="Unit"
    )
    employee_user_id = fields.Many2one(
        related="account_id.employee_user_id", store=True, index=True
    )
    employee_name = fields.Char(
        related="account_id.employee_name", store=True, string="Employee"
    )
    evaluation_id = fields.Many2one(
        "asn.evaluation",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
    )
    kind = fields.Selection(
        [
            ("conversion", "Conversion"),
            ("opening", "Opening Balance"),
            ("diploma", "Higher Degree"),
            ("correction", "Correction"),
        ],
        required=True,
        default="opening",
    )
    grade = fields.Selection(POSITION_GRADES, required=True)
    date_from = fields.Date(string="From", readonly=True)
    date_to = fields.Date(
        string="Until", required=True, default=lambda s: s.env["asn.period"]._today()
    )
    months = fields.Integer(readonly=True)
    predicate = fields.Selection(PREDICATES, readonly=True)
    share = fields.Integer(string="Share (%)", readonly=True, aggregator=None)
    coefficient = fields.Float(
        string="Coefficient a Year", digits=(12, 3), readonly=True, aggregator=None
    )
    exact = fields.Char(
        readonly=True,
        required=True,
        help="The credit as a fraction, so that sums of parts are those of the year.",
    )
    amount = fields.Float(string="Credit", digits=(12, 3), required=True)
    reason = fields.Text(help="Document or event that the credit rests on.")

    _once = models.UniqueIndex(
        "(evaluation_id, grade) WHERE evaluation_id IS NOT NULL",
        "This evaluation was converted already.",
    )
    _conversion_complete = models.Constraint(
        "CHECK((kind = 'conversion') = (evaluation_id IS NOT NULL))",
        "A conversion belongs to an evaluation, and nothing else does.",
    )

    @api.depends("kind", "date_to", "employee_name")
    @api.depends_context("lang")
    def _compute_display_name(self):
        labels = dict(self._fields["kind"]._description_selection(self.env))
        for line in self:
            line.display_name = (
                f"{labels.get(line.kind, '')} - {line.employee_name or ''}"
            )

    @api.constrains("kind", "amount", "reason")
    def _check_manual(self):
        for line in self.filtered(lambda line: line.kind in MANUAL):
            if not (line.reason or "").strip():
                raise ValidationError(
                    self.env._("Write the reason: which document the credit rests on.")
                )
            if not line.amount or abs(line.amount) > LARGEST:
                raise ValidationError(
                    self.env._("Enter a credit other than 0 and below 10,000.")
                )
            if line.kind != "correction" and line.amount < 0:
                raise ValidationError(
                    self.env._("Only a correction may take credit away.")
                )

    @api.model_create_multi
    def create(self, vals_list):
        """Manual lines of the agency manager; the flow prepares its own."""
        if self.env.su:
            return super().create(vals_list)
        self.browse().check_access("create")
        if not self.env.user.has_group(MANAGER_GROUP):
            raise AccessError(self.env._("Only the agency manager enters credit."))
        people = self.env["hr.employee"].browse(
            [vals.get("employee_id") for vals in vals_list]
        )
        people.check_access("read")
        for vals in vals_list:
            self._check_open_fields(vals, self._open_fields_on_create)
        # pylint: disable-next=context-overridden
        clean = self.with_context(clean_context(self.env.context))
        accounts = clean.env["asn.credit.account"]._find_or_make(
            self._get_manual_keys(vals_list)
        )
        complete = [self._complete_manual(vals, accounts) for vals in vals_list]
        # sudo: asn.credit - account and exact value are columns of the flow
        lines = self.browse(clean.sudo().create(complete).ids)
        # the rules: nobody for themselves, nobody of another agency
        lines.check_access("create")
        return lines

    @api.model
    def _get_manual_keys(self, vals_list):
        employees = self.env["hr.employee"]
        grades = dict(POSITION_GRADES)
        keys = []
        for vals in vals_list:
            employee = employees.browse(vals.get("employee_id")).exists()
            if not employee or vals.get("grade") not in grades:
                raise UserError(
                    self.env._("Choose the person and the grade of the position first.")
                )
            if vals.get("kind", "opening") not in MANUAL:
                raise UserError(
                    self.env._("Conversions are made from final predicates alone.")
                )
            keys.append((employee, vals["grade"]))
        return keys

    @api.model
    def _complete_manual(self, vals, accounts):
        """Return the values with account and exact value, as the flow keeps them."""
        amount = self._as_decimal(vals.get("amount"))
        opened = {key: vals[key] for key in self._open_fields_on_create & vals.keys()}
        return {
            "kind": "opening",
            **opened,
            "account_id": accounts[(vals["employee_id"], vals["grade"])].id,
            "evaluation_id": False,
            "amount": float(amount),
            "exact": str(Fraction(amount)),
        }

    @api.model
    def _as_decimal(self, value):
        """Return what was typed with three decimals; a sentence for what is none."""
        try:
            number = Decimal(str(value or 0))
        except ArithmeticError:
            number = Decimal("NaN")
        if not number.is_finite() or abs(number) > LARGEST:
            raise UserError(self.env._("Enter a credit other than 0 and below 10,000."))
        sign = -1 if number < 0 else 1
        return sign * credit.rounded(abs(Fraction(number)))

    def write(self, vals):
        if not self.env.su:
            raise AccessError(
                self.env._(
                    "A credit line is not changed. Enter a correction with its reason."
                )
            )
        return super().write(vals)
