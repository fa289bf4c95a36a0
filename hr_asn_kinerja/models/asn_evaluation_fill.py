# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

FILL_STAGES = [
    ("none", "Not Opened"),
    ("draft", "Being Filled In"),
    ("submitted", "Submitted"),
    ("rated", "Rated"),
    ("delivered", "Delivered"),
]
FILL_ACTORS = [
    ("manager", "The Agency Manager"),
    ("employee", "The Employee"),
    ("assessor", "The Assessor"),
    ("nobody", "Nobody"),
]


class AsnEvaluationFill(models.Model):
    """Keterisian: how far the evaluations of each interval are, and who is late.

    One row for each plan that holds in an interval that has begun, with or without an
    evaluation; nothing is stored. It tells names and stages and nothing of a rating.
    """

    _name = "asn.evaluation.fill"
    _description = "Fill Rate"
    _auto = False
    _order = "days_late desc, name, id"
    _rec_names_search = ["name", "nip"]
    _depends = {
        "asn.skp": [
            "company_id",
            "date_from",
            "date_to",
            "department_id",
            "employee_id",
            "employee_name",
            "employee_nip",
            "assessor_name",
            "period_id",
            "previous_id",
            "state",
        ],
        "asn.evaluation": [
            "assessor_name",
            "department_id",
            "interval_id",
            "skp_id",
            "state",
        ],
        "asn.period": ["company_id", "fill_days", "state"],
        "asn.period.interval": ["date_from", "date_to", "kind", "period_id", "state"],
        "asn.excuse": ["date_from", "date_to", "employee_id"],
    }

    name = fields.Char(readonly=True)
    nip = fields.Char(string="NIP", readonly=True)
    company_id = fields.Many2one("res.company", string="Agency", readonly=True)
    department_id = fields.Many2one("hr.department", string="Unit", readonly=True)
    period_id = fields.Many2one("asn.period", readonly=True)
    interval_id = fields.Many2one("asn.period.interval", readonly=True)
    kind = fields.Selection(
        [("month", "Month"), ("quarter", "Quarter"), ("annual", "Annual")],
        readonly=True,
    )
    skp_id = fields.Many2one("asn.skp", string="SKP", readonly=True)
    assessor_name = fields.Char(string="Assessor", readonly=True)
    stage = fields.Selection(FILL_STAGES, string="State", readonly=True)
    waiting_for = fields.Selection(FILL_ACTORS, readonly=True)
    due = fields.Date(string="Last Day", readonly=True)
    days_late = fields.Integer(readonly=True, aggregator="max")
    is_late = fields.Boolean(string="Late", readonly=True)
    person_count = fields.Integer(string="People", readonly=True, aggregator="sum")
    submitted_count = fields.Integer(
        string="Handed In", readonly=True, aggregator="sum"
    )
    rated_count = fields.Integer(string="Rated", readonly=True, aggregator="sum")
    delivered_count = fields.Integer(
        string="Delivered", readonly=True, aggregator="sum"
    )
    late_count = fields.Integer(string="Number Late", readonly=True, aggregator="sum")
    fill_rate = fields.Float(
        string="Fill Rate (%)",
        readonly=True,
        aggregator="avg",
        digits=(5, 1),
        help="Part of the people who have handed in what they achieved.",
    )

    @property
    def _table_query(self):
        return SQL(
            """
            WITH fact AS (%(facts)s)
            SELECT f.*, 1 AS person_count,
                   CASE WHEN f.is_over THEN 'nobody'
                        WHEN f.stage = 'none' THEN 'manager'
                        WHEN f.stage = 'draft' THEN 'employee' ELSE 'assessor'
                   END AS waiting_for,
                   NOT f.is_over AND f.today > f.due AS is_late,
                   CASE WHEN f.is_over THEN 0
                        ELSE GREATEST(f.today - f.due, 0) END AS days_late,
                   (NOT f.is_over AND f.today > f.due)::int AS late_count,
                   (f.stage NOT IN ('none', 'draft'))::int AS submitted_count,
                   (f.stage IN ('rated', 'delivered'))::int AS rated_count,
                   (f.stage = 'delivered')::int AS delivered_count,
                   100.0 * (f.stage NOT IN ('none', 'draft'))::int AS fill_rate
              FROM fact f
            """,
            facts=self._get_facts_query(),
        )

    @api.model
    def _get_facts_query(self):
        """The plans that hold in each interval that has begun, with their evaluation.

        As `asn.evaluation._get_open_domain`: the year is judged on the last plan, and
        nothing is waited for of people who are away all the time, nor where nothing
        changes any more.
        """
        return SQL(
            """
            SELECT (s.id::bigint << 32) + i.id AS id, s.id AS skp_id,
                   s.employee_name AS name, s.employee_nip AS nip, s.company_id,
                   COALESCE(e.department_id, s.department_id) AS department_id,
                   s.period_id, i.id AS interval_id, i.kind,
                   COALESCE(e.assessor_name, s.assessor_name) AS assessor_name,
                   CASE WHEN e.id IS NULL THEN 'none'
                        WHEN e.state IN ('draft', 'submitted', 'rated') THEN e.state
                        ELSE 'delivered' END AS stage,
                   i.date_to + r.fill_days AS due, a.today,
                   r.state = 'closed' OR i.state = 'locked' OR (e.id IS NOT NULL
                   AND e.state NOT IN ('draft', 'submitted', 'rated')) AS is_over
              FROM asn_skp s
              JOIN asn_period r ON r.id = s.period_id AND r.state <> 'draft'
              JOIN (%(agencies)s) a ON a.id = r.company_id
              JOIN asn_period_interval i
                ON i.period_id = r.id AND i.date_from <= a.today
               AND s.date_from <= i.date_to AND s.date_to >= i.date_from
               AND (i.kind <> 'annual' OR i.date_to <= a.today OR EXISTS (
                    SELECT 1 FROM asn_evaluation o WHERE o.interval_id = i.id))
         LEFT JOIN asn_evaluation e ON e.skp_id = s.id AND e.interval_id = i.id
             WHERE s.state IN ('agreed', 'closed')
               AND (e.id IS NOT NULL OR r.state = 'open' AND i.state = 'open')
               AND (e.id IS NOT NULL OR (%(expected)s))
            """,
            agencies=self.env["asn.person"]._get_agencies_query(),
            expected=self._get_expected_condition(),
        )

    @api.model
    def _get_expected_condition(self):
        """Whom an evaluation is waited for: present, and on the last plan of a year."""
        return SQL(
            """
            NOT EXISTS (
                    SELECT 1 FROM asn_excuse x
                     WHERE x.employee_id = s.employee_id
                       AND x.date_from <= i.date_from
                       AND COALESCE(x.date_to, i.date_to) >= i.date_to)
               AND (i.kind <> 'annual' OR s.state = 'agreed'
                    OR NOT EXISTS (
                    SELECT 1 FROM asn_skp l
                     WHERE l.previous_id = s.id AND l.period_id = s.period_id
                       AND l.state <> 'cancelled'))
            """
        )

    @api.depends("name", "interval_id")
    @api.depends_context("lang")
    def _compute_display_name(self):
        for line in self:
            line.display_name = f"{line.interval_id.display_name} - {line.name or ''}"

    def action_export(self):
        """Return the chosen lines, or everything that the user sees, as XLSX."""
        lines = self or self.search(Domain("company_id", "in", self.env.companies.ids))
        lines.check_access("read")
        return self.env["asn.evaluation.fill.sheet"]._make(lines)
