# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.tools import SQL

from .asn_excuse import EXCUSE_REASONS
from .asn_period import DEFAULT_TIMEZONE

HR_FIELDS = ("active", "company_id", "current_version_id", "name", "nip", "parent_id")
VERSION_FIELDS = ("asn_rank_id", "department_id", "departure_date", "job_title")


class AsnPerson(models.Model):
    """The civil servants of today as HR knows them, one row a person, read only.

    Plain users cannot read hr.employee: here everybody sees the own row, officers
    those of their units, managers those of the agency.
    """

    _name = "asn.person"
    _description = "Civil Servant"
    _auto = False
    _order = "name, id"
    _depends = {
        "hr.employee": [*HR_FIELDS, "user_id"],
        "hr.version": [*VERSION_FIELDS],
        "asn.excuse": ["employee_id", "reason", "date_from", "date_to"],
        "res.company": ["resource_calendar_id"],
        "resource.calendar": ["tz"],
    }

    name = fields.Char(readonly=True)
    nip = fields.Char(string="NIP", readonly=True)
    nip_formatted = fields.Char(
        string="NIP (formatted)", compute="_compute_nip_formatted"
    )
    employee_id = fields.Many2one("hr.employee", readonly=True)
    user_id = fields.Many2one("res.users", string="User", readonly=True)
    company_id = fields.Many2one("res.company", string="Agency", readonly=True)
    department_id = fields.Many2one("hr.department", string="Unit", readonly=True)
    asn_rank_id = fields.Many2one("asn.rank", string="Rank", readonly=True)
    job_title = fields.Char(string="Position", readonly=True)
    superior_name = fields.Char(string="Superior", readonly=True)
    assessor_name = fields.Char(
        string="Assessor",
        compute="_compute_assessor_name",
        help="Who assesses the running plan; without a plan it will be the superior.",
    )
    excuse_id = fields.Many2one("asn.excuse", readonly=True)
    excuse_reason = fields.Selection(EXCUSE_REASONS, readonly=True)
    excuse_from = fields.Date(string="Excused From", readonly=True)
    excuse_to = fields.Date(string="Excused Until", readonly=True)
    is_excused = fields.Boolean(readonly=True)
    correction_count = fields.Integer(compute="_compute_correction_count")

    @api.depends("nip")
    def _compute_nip_formatted(self):
        for person in self:
            person.nip_formatted = self.env["hr.employee"]._format_nip(person.nip)

    @api.depends_context("uid")
    def _compute_assessor_name(self):
        """Take the assessor from the plan of today, as far as the reader sees it."""
        today = self.env["asn.period"]._today()
        plans = self.env["asn.skp"].search(
            [
                ("employee_id", "in", self.ids),
                ("state", "!=", "cancelled"),
                ("date_from", "<=", today),
                ("date_to", ">=", today),
            ],
            order="date_from",
        )
        names = {plan.employee_id.id: plan.assessor_name for plan in plans}
        for person in self:
            person.assessor_name = names.get(person.id) or person.superior_name

    def _compute_correction_count(self):
        """Count the requests that the reader may see."""
        counts = dict(
            self.env["asn.data.correction"]._read_group(
                [("employee_id", "in", self.ids)], ["employee_id"], ["__count"]
            )
        )
        by_id = {employee.id: count for employee, count in counts.items()}
        for person in self:
            person.correction_count = by_id.get(person.id, 0)

    @property
    def _table_query(self):
        """People who are active and have not left on the agency's own day."""
        return SQL(
            """
            SELECT e.id, e.id AS employee_id, e.name, e.nip, e.user_id, e.company_id,
                   v.department_id, v.asn_rank_id, v.job_title, e.parent_id, a.today,
                   a.zone, s.name AS superior_name, x.id AS excuse_id,
                   x.reason AS excuse_reason, x.date_from AS excuse_from,
                   x.date_to AS excuse_to, x.id IS NOT NULL AS is_excused
              FROM hr_employee e
              JOIN hr_version v ON v.id = e.current_version_id
              JOIN (%(agencies)s) a ON a.id = e.company_id
         LEFT JOIN hr_employee s ON s.id = e.parent_id
         LEFT JOIN LATERAL (
                       SELECT x.id, x.reason, x.date_from, x.date_to
                         FROM asn_excuse x
                        WHERE x.employee_id = e.id
                          AND x.date_from <= a.today
                          AND COALESCE(x.date_to, a.today) >= a.today
                     ORDER BY x.date_from DESC, x.id DESC
                        LIMIT 1
                   ) x ON TRUE
             WHERE e.active
               AND COALESCE(v.departure_date > a.today, TRUE)
            """,
            agencies=self._get_agencies_query(),
        )

    @api.model
    def _get_agencies_query(self):
        """Return the day of today in each agency's own time zone."""
        return SQL(
            """
            SELECT c.id, COALESCE(r.tz, %(zone)s) AS zone,
                   (%(now)s::timestamp AT TIME ZONE 'UTC'
                    AT TIME ZONE COALESCE(r.tz, %(zone)s))::date AS today
              FROM res_company c
         LEFT JOIN resource_calendar r ON r.id = c.resource_calendar_id
            """,
            now=fields.Datetime.now(),
            zone=DEFAULT_TIMEZONE,
        )

    def action_report(self):
        """Open a request that says which of the own data is wrong."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("This Is Wrong"),
            "res_model": "asn.data.correction",
            "view_mode": "form",
            "views": [
                (
                    self.env.ref("hr_asn_kinerja.asn_data_correction_view_new").id,
                    "form",
                )
            ],
            "target": "new",
            "context": {"default_employee_id": self.id},
        }

    def action_open_corrections(self):
        """Show the requests of this person."""
        self.ensure_one()
        is_own = self.user_id == self.env.user
        return {
            **self.env["ir.actions.act_window"]._for_xml_id(
                "hr_asn_kinerja.asn_data_correction_action_my"
            ),
            "domain": [("employee_id", "=", self.id)],
            "context": {"asn_own": is_own},
        }
