# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain

EXCUSE_REASONS = [
    ("long_leave", "Long Leave"),
    ("unpaid_leave", "Unpaid Leave (CLTN)"),
    ("study", "Study Assignment"),
    ("retired", "Retired or About to Retire"),
    ("seconded", "Seconded to Another Agency"),
    ("official", "Not a Civil Servant (Official, Contract Staff)"),
    ("other", "Other Reason"),
]


class AsnExcuse(models.Model):
    """Why somebody is not expected to have a plan, from when to when.

    Excused people are neither hidden nor counted as missing: they are taken out of
    those who are expected, and listed with their reason.
    """

    _name = "asn.excuse"
    _description = "Excused Person"
    _order = "date_from desc, id desc"
    _check_company_auto = True

    employee_id = fields.Many2one(
        "hr.employee",
        required=True,
        index=True,
        ondelete="cascade",
        check_company=True,
    )
    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    reason = fields.Selection(EXCUSE_REASONS, required=True)
    document = fields.Char(
        string="Decree or Letter", help="Number of the document that says so."
    )
    date_from = fields.Date(
        string="From",
        required=True,
        default=lambda self: self.env["asn.period"]._today(),
    )
    date_to = fields.Date(string="To", help="Empty while the end is not known.")

    _dates_in_order = models.Constraint(
        "CHECK(date_to IS NULL OR date_to >= date_from)",
        "The excuse must end on or after the day it begins.",
    )

    @api.depends("employee_id", "reason")
    def _compute_display_name(self):
        reasons = dict(self._fields["reason"]._description_selection(self.env))
        for excuse in self:
            reason = reasons.get(excuse.reason, "")
            excuse.display_name = f"{excuse.employee_id.name or ''}: {reason}"

    @api.model
    def _get_excused(self, companies, date_from, date_to=None):
        """Return the people excused on a day, or on every day of a time."""
        # sudo: asn.excuse - only who is excused, whoever asks; not why
        excuses_sudo = self.sudo().search(
            Domain("company_id", "in", companies.ids)
            & Domain("date_from", "<=", date_from)
            & (
                Domain("date_to", "=", False)
                | Domain("date_to", ">=", date_to or date_from)
            )
        )
        return excuses_sudo.employee_id.sudo(self.env.su)

    def _filter_throughout(self, date_from, date_to):
        """Keep those that hold on every day of a time."""
        return self.filtered(
            lambda excuse: (
                excuse.date_from <= date_from
                and (not excuse.date_to or excuse.date_to >= date_to)
            )
        )
