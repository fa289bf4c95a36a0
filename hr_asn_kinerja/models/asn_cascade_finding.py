# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.tools import SQL

from .asn_person import AsnPerson

FINDING_KINDS = [
    ("uncarried", "Nobody Carries It"),
    ("share", "Shares Do Not Add Up"),
    ("unlinked", "Serves Nothing"),
    ("no_main", "No Main Result"),
    ("no_plan", "No Plan"),
]
SKP_FIELDS = (
    *("company_id", "department_id", "period_id", "state", "leader_skp_id"),
    *("employee_id", "employee_user_id", "employee_name"),
    *("assessor_id", "assessor_user_id", "assessor_name"),
)


class AsnCascadeFinding(models.Model):
    """Where the cascade has a gap, found anew whenever it is read.

    One query over all plans that are not cancelled; nothing is stored. People without
    plan are looked for in the periods that are open today, excused people left out.
    """

    _name = "asn.cascade.finding"
    _description = "Gap in the Cascade"
    _auto = False
    _order = "kind, assessor_name, employee_name, id"
    _rec_name = "subject"
    _depends = {
        **AsnPerson._depends,
        "asn.skp": [*SKP_FIELDS],
        "asn.skp.result": ["skp_id", "parent_id", "name", "kind"],
        "asn.skp.indicator": [
            *("result_id", "skp_id", "name", "leader_indicator_id", "share"),
        ],
        "asn.period": ["company_id", "state", "date_from", "date_to"],
    }

    kind = fields.Selection(FINDING_KINDS, string="Gap", readonly=True)
    subject = fields.Text(string="Result or Indicator", readonly=True)
    result_kind = fields.Selection(
        [("main", "Main"), ("additional", "Additional")],
        string="Kind of Result",
        readonly=True,
    )
    company_id = fields.Many2one("res.company", string="Agency", readonly=True)
    department_id = fields.Many2one("hr.department", string="Unit", readonly=True)
    period_id = fields.Many2one("asn.period", readonly=True)
    employee_id = fields.Many2one("hr.employee", readonly=True)
    employee_user_id = fields.Many2one(
        "res.users", string="Employee's User", readonly=True
    )
    employee_name = fields.Char(string="Name", readonly=True)
    assessor_id = fields.Many2one("hr.employee", readonly=True)
    assessor_user_id = fields.Many2one(
        "res.users", string="Assessor's User", readonly=True
    )
    assessor_name = fields.Char(string="Assessor's Name", readonly=True)
    skp_id = fields.Many2one("asn.skp", string="SKP", readonly=True)
    state = fields.Selection(
        selection=lambda self: self.env["asn.skp"]._fields["state"].selection,
        string="State of the Plan",
        readonly=True,
    )
    result_id = fields.Many2one("asn.skp.result", readonly=True)
    indicator_id = fields.Many2one("asn.skp.indicator", readonly=True)
    share_sum = fields.Float(
        string="Shares Together (%)",
        digits=(5, 2),
        readonly=True,
        aggregator=None,
        help="What all indicators that add to this one carry together.",
    )
    share_count = fields.Integer(
        string="Carried By",
        readonly=True,
        aggregator=None,
        help="How many indicators of the team add to this one.",
    )
    missing_count = fields.Integer(
        string="Without Share",
        readonly=True,
        aggregator=None,
        help="How many of these have no share yet.",
    )

    @property
    def _table_query(self):
        return SQL(
            """
            WITH plan AS NOT MATERIALIZED (
                SELECT %(columns)s FROM asn_skp s WHERE s.state != 'cancelled'
            )
            %(uncarried)s UNION ALL %(share)s UNION ALL %(unlinked)s
            UNION ALL %(no_main)s UNION ALL %(no_plan)s
            """,
            columns=SQL(", ").join(SQL.identifier("s", c) for c in ("id", *SKP_FIELDS)),
            uncarried=self._query_uncarried(),
            share=self._query_shares(),
            unlinked=self._query_unlinked(),
            no_main=self._query_without_main(),
            no_plan=self._query_without_plan(),
        )

    @api.model
    def _query_plan_columns(self):
        return SQL(
            """
            p.company_id, p.department_id, p.period_id, p.employee_id,
            p.employee_user_id, p.employee_name, p.assessor_id, p.assessor_user_id,
            p.assessor_name, p.id AS skp_id, p.state
            """
        )

    @api.model
    def _query_uncarried(self):
        """Results of leaders, agreed, that no plan of anybody serves."""
        return SQL(
            """
            SELECT r.id * 8 + 1 AS id, 'uncarried' AS kind, r.name AS subject,
                   r.kind AS result_kind, %s, r.id AS result_id,
                   NULL::int AS indicator_id, NULL::float AS share_sum,
                   NULL::int AS share_count, NULL::int AS missing_count
              FROM asn_skp_result r
              JOIN plan p ON p.id = r.skp_id
             WHERE p.state IN ('agreed', 'closed')
               AND EXISTS (SELECT FROM plan t WHERE t.leader_skp_id = p.id)
               AND NOT EXISTS (
                       SELECT FROM asn_skp_result c
                         JOIN plan t ON t.id = c.skp_id
                        WHERE c.parent_id = r.id
                   )
            """,
            self._query_plan_columns(),
        )

    @api.model
    def _query_shares(self):
        """Indicators of leaders whose shares are begun and make no 100 percent."""
        return SQL(
            """
            SELECT i.id * 8 + 2, 'share', i.name, r.kind, %s, r.id, i.id,
                   t.share_sum, t.share_count, t.missing_count
              FROM (
                       SELECT c.leader_indicator_id AS id,
                              SUM(c.share)::numeric(7, 2)::float AS share_sum,
                              COUNT(*)::int AS share_count,
                              (COUNT(*) FILTER (WHERE COALESCE(c.share, 0) = 0))::int
                                  AS missing_count
                         FROM asn_skp_indicator c
                         JOIN plan q ON q.id = c.skp_id
                        WHERE c.leader_indicator_id IS NOT NULL
                     GROUP BY c.leader_indicator_id
                       HAVING SUM(c.share) > 0
                          AND SUM(c.share)::numeric(7, 2) != 100
                   ) t
              JOIN asn_skp_indicator i ON i.id = t.id
              JOIN asn_skp_result r ON r.id = i.result_id
              JOIN plan p ON p.id = i.skp_id
            """,
            self._query_plan_columns(),
        )

    @api.model
    def _query_unlinked(self):
        """Results that serve nothing although the leader's plan is agreed."""
        return SQL(
            """
            SELECT r.id * 8 + 3, 'unlinked', r.name, r.kind, %s, r.id, NULL::int,
                   NULL::float, NULL::int, NULL::int
              FROM asn_skp_result r
              JOIN plan p ON p.id = r.skp_id
              JOIN plan l ON l.id = p.leader_skp_id AND l.state IN ('agreed', 'closed')
         LEFT JOIN asn_skp_result a ON a.id = r.parent_id
         LEFT JOIN asn_skp b ON b.id = a.skp_id
             WHERE r.parent_id IS NULL OR b.period_id != p.period_id
            """,
            self._query_plan_columns(),
        )

    @api.model
    def _query_without_main(self):
        """Plans without main result; additional ones alone do not count."""
        return SQL(
            """
            SELECT p.id * 8 + 4, 'no_main', NULL::text, NULL::varchar, %s, NULL::int,
                   NULL::int, NULL::float, NULL::int, NULL::int
              FROM plan p
             WHERE NOT EXISTS (
                       SELECT FROM asn_skp_result r
                        WHERE r.skp_id = p.id AND r.kind = 'main'
                   )
            """,
            self._query_plan_columns(),
        )

    @api.model
    def _query_without_plan(self):
        """Civil servants of today without plan in a period that runs today."""
        return SQL(
            """
            SELECT p.id * 8 + 5, 'no_plan', NULL::text, NULL::varchar, p.company_id,
                   p.department_id, o.id, p.id, p.user_id, p.name, l.id, l.user_id,
                   l.name, NULL::int, NULL::varchar, NULL::int, NULL::int,
                   NULL::float, NULL::int, NULL::int
              FROM (%s) p
              JOIN LATERAL (
                       SELECT o.id FROM asn_period o
                        WHERE o.company_id = p.company_id AND o.state = 'open'
                          AND p.today BETWEEN o.date_from AND o.date_to
                     ORDER BY o.date_from, o.id LIMIT 1
                   ) o ON TRUE
         LEFT JOIN hr_employee l ON l.id = p.parent_id
             WHERE NOT p.is_excused
               AND NOT EXISTS (
                       SELECT FROM plan s
                        WHERE s.employee_id = p.id AND s.period_id = o.id
                   )
            """,
            self.env["asn.person"]._table_query,
        )
