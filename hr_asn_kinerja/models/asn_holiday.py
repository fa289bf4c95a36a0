# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import api, fields, models

WORKING = "working"


class AsnHoliday(models.Model):
    """A day off: national, joint leave or of one agency alone.

    Rows without an agency hold for all agencies and come with the product. An agency
    adds its own: further holidays, or a working day where the others have one off.
    """

    _name = "asn.holiday"
    _description = "Holiday"
    _order = "date, id"

    name = fields.Char(required=True)
    date = fields.Date(required=True, index=True)
    kind = fields.Selection(
        [
            ("national", "National Holiday"),
            ("joint_leave", "Joint Leave"),
            ("agency", "Holiday of the Agency"),
            (WORKING, "Working Day in Spite of a Holiday"),
        ],
        required=True,
        default="national",
        help="A working day of the agency takes a holiday of the same date away.",
    )
    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        index=True,
        ondelete="cascade",
        default=lambda self: self.env.company,
        help="Empty: for all agencies.",
    )
    is_provisional = fields.Boolean(
        string="To Be Confirmed",
        help="The day may still move, for example with the sighting of the moon.",
    )
    note = fields.Char(help="Decree, or why the day is not certain.")
    weekday = fields.Char(compute="_compute_weekday")

    _name_fits = models.Constraint(
        "CHECK(char_length(name) <= 200)",
        "The name of a holiday has at most 200 characters.",
    )
    _once = models.UniqueIndex(
        "(date, name, COALESCE(company_id, 0))",
        "This holiday is already in the list.",
    )

    @api.depends("date")
    @api.depends_context("lang")
    def _compute_weekday(self):
        week = self.env["res.lang"]._fields["week_start"]
        days = dict(week._description_selection(self.env))
        for holiday in self:
            number = holiday.date and str(holiday.date.isoweekday())
            holiday.weekday = days.get(number, "")

    @api.model
    def get_import_templates(self):
        """Offer the file to fill in where Odoo imports this list."""
        return [
            {
                "label": self.env._("Template for holidays"),
                "template": "/hr_asn_kinerja/static/import/hari_libur.csv",
            }
        ]

    @api.model
    def _get_dates(self, company, date_from, date_to):
        """Return the days off of an agency between two days, both inclusive."""
        # sudo: asn.holiday - days off are public; asked for one agency, any caller
        rows = self.sudo().search_fetch(
            [
                ("date", ">=", date_from),
                ("date", "<=", date_to),
                ("company_id", "in", [False, company.id]),
            ],
            ["date", "kind"],
        )
        working = rows.filtered(lambda row: row.kind == WORKING)
        return set((rows - working).mapped("date")) - set(working.mapped("date"))

    @api.model
    def _get_dates_for(self, company, received, working_days):
        """Return the days off that can move a deadline of so many working days."""
        return self._get_dates_between(company, received, received, working_days)

    @api.model
    def _get_dates_between(self, company, first, last, working_days):
        """Return the same for deadlines that begin on any day from first to last."""
        reach = timedelta(days=3 * working_days + 60)
        return self._get_dates(company, first, last + reach)
