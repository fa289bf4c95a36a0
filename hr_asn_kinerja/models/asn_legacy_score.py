# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from .asn_evaluation import PREDICATES


class AsnLegacyScore(models.Model):
    """The numeric appraisal of a closed year, as PP 30/2019 Pasal 41 computed it.

    Only a record of the past: PermenPANRB 6/2022 abolished the method, so it is off
    unless a closed period allows it, and decides nothing. What was entered stays; a
    slip is withdrawn with a reason and entered anew.
    """

    _name = "asn.legacy.score"
    _description = "Numeric Score of a Closed Year"
    _inherit = "asn.guard.mixin"
    _order = "date_from desc, employee_name, id"
    _rec_name = "employee_name"
    _check_company_auto = True
    _open_fields_on_create = frozenset(
        {
            "employee_id",
            "period_id",
            "result_value",
            "behaviour_value",
            "peers_used",
            "innovation",
            "document",
        }
    )

    period_id = fields.Many2one(
        "asn.period",
        string="Year",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
        domain="[('state', '=', 'closed'), ('has_legacy_scores', '=', True)]",
    )
    date_from = fields.Date(related="period_id.date_from", store=True)
    company_id = fields.Many2one(
        related="period_id.company_id", store=True, index=True, string="Agency"
    )
    employee_id = fields.Many2one(
        "hr.employee",
        string="Person",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    employee_user_id = fields.Many2one(
        related="employee_id.user_id", string="Employee's User", store=True, index=True
    )
    department_id = fields.Many2one("hr.department", string="Unit", readonly=True)
    employee_name = fields.Char(string="Employee", readonly=True)
    employee_nip = fields.Char(string="NIP", readonly=True)
    position_name = fields.Char(string="Position", readonly=True)
    unit_name = fields.Char(string="Unit (as printed)", readonly=True)
    result_value = fields.Float(
        string="Work Results (SKP)",
        digits=(7, 2),
        required=True,
        aggregator="avg",
        help="Value of the SKP. More than 120 counts as 120.",
    )
    behaviour_value = fields.Float(
        string="Work Behaviour",
        digits=(7, 2),
        required=True,
        aggregator="avg",
        help="Value of the behaviour, 0 to 120.",
    )
    peers_used = fields.Boolean(
        string="Peers Were Asked",
        help="Peers and subordinates judged the behaviour: then 60 % and 40 % count "
        "instead of 70 % and 30 %.",
    )
    innovation = fields.Boolean(
        help="The employee created a new idea or way of working that benefits the "
        "organisation or the state. Very good needs it."
    )
    document = fields.Char(required=True, help="Number and date of the old document.")
    score = fields.Float(digits=(7, 3), readonly=True, aggregator="avg")
    predicate = fields.Selection(PREDICATES, readonly=True)
    withdrawn_on = fields.Date(readonly=True, copy=False)
    withdraw_note = fields.Text(string="Why Withdrawn", readonly=True, copy=False)

    _once = models.UniqueIndex(
        "(employee_id, period_id) WHERE withdrawn_on IS NULL",
        "This person already has a score for the year. Withdraw it first.",
    )

    @api.depends("employee_name", "period_id")
    def _compute_display_name(self):
        for line in self:
            line.display_name = (
                f"{line.employee_name or ''} - {line.period_id.name or ''}"
            )
