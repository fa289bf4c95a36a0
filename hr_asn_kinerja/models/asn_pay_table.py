# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from decimal import Decimal

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ..kinerja_rules import PREDICATES, pay
from ..kinerja_rules.pay import HIGHEST

COLUMNS = {key: f"percent_{key}" for key in PREDICATES}


def _percentage(default):
    return fields.Float(digits=(5, 2), default=default, required=True, aggregator=None)


class AsnPayTable(models.Model):
    """What each predicate is worth in the pay supplement, by the agency's regulation.

    At most one table holds on a day. It feeds an export for payroll; nothing is paid
    here.
    """

    _name = "asn.pay.table"
    _description = "Pay Supplement Table"
    _order = "date_from desc, id desc"
    _check_company_auto = True

    name = fields.Char(
        string="Regulation",
        required=True,
        help="The regulation of the agency that fixes the percentages, for example "
        "Perbup 12/2026.",
    )
    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    date_from = fields.Date(
        string="From",
        required=True,
        default=lambda self: self.env["asn.period"]._today().replace(month=1, day=1),
    )
    date_to = fields.Date(string="Until", help="Empty while it holds.")
    percent_very_good = _percentage(100)
    percent_good = _percentage(100)
    percent_needs_improvement = _percentage(85)
    percent_poor = _percentage(60)
    percent_very_poor = _percentage(60)
    note = fields.Text()

    _dates_in_order = models.Constraint(
        "CHECK(date_to IS NULL OR date_to >= date_from)",
        "The table must end on or after the day it begins.",
    )
    # two people saving at once are kept apart by the database alone
    _no_overlap = models.Constraint(
        "EXCLUDE USING gist (int4range(company_id, company_id, '[]') WITH &&, "
        "daterange(date_from, date_to, '[]') WITH &&)",
        "Another table of the agency holds on some of these days. Enter until when it "
        "holds first.",
    )

    @api.constrains(*COLUMNS.values())
    def _check_percentages(self):
        for table in self:
            if not all(0 <= table[name] <= HIGHEST for name in COLUMNS.values()):
                raise ValidationError(
                    self.env._("Percentages lie between 0 and %(most)s.", most=HIGHEST)
                )

    @api.model
    def _find(self, company, day):
        """Return the table of the agency that holds on a day, or none."""
        return self.search(
            Domain("company_id", "=", company.id)
            & Domain("date_from", "<=", day)
            & (Domain("date_to", "=", False) | Domain("date_to", ">=", day)),
            limit=1,
        )

    def _get_percent(self, predicate):
        """Return the percentage of a predicate as a Decimal, None without one."""
        self.ensure_one()
        table = {
            key: Decimal(str(round(self[name], 2))) for key, name in COLUMNS.items()
        }
        return pay.percent(table, predicate or None)
