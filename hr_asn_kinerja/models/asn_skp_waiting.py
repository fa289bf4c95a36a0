# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.tools import SQL

from .asn_excuse import EXCUSE_REASONS
from .asn_person import AsnPerson

STAGES = [
    ("none", "No Plan Yet"),
    ("draft", "Draft"),
    ("submitted", "Submitted"),
    ("reviewed", "Reviewed"),
    ("agreed", "Agreed"),
    ("closed", "Closed"),
]
ACTORS = [
    ("employee", "The Employee"),
    ("officer", "The Performance Officer"),
    ("assessor", "The Assessor"),
    ("nobody", "Nobody"),
]


class AsnSkpWaiting(models.Model):
    """Who waits for whom: each person and open period, with or without a plan.

    One query over all people, nothing is stored. The arithmetic of the last day is
    that of `kinerja_rules.window`; a test holds the two together.
    """

    _name = "asn.skp.waiting"
    _description = "Who Waits for Whom"
    _auto = False
    _order = "days_late desc, name, id"
    _rec_names_search = ["name", "nip"]
    _depends = {
        **AsnPerson._depends,
        "hr.version": ["asn_kind", "date_version", "department_id", "employee_id"],
        "res.users": ["active"],
        "asn.skp": [
            "allowed_until",
            "assessor_id",
            "assessor_name",
            "date_from",
            "date_to",
            "department_id",
            "digest",
            "employee_id",
            "period_id",
            "state",
            "superior_id",
        ],
        "asn.decision": ["decided_at", "skp_id", "evaluation_id"],
        "asn.period": [
            "company_id",
            "date_from",
            "date_to",
            "plan_days",
            "plan_from",
            "plan_until",
            "state",
        ],
        "asn.approval.step": ["active", "company_id", "document", "role"],
        "asn.reminder": ["date", "employee_id", "period_id", "kind"],
    }

    name = fields.Char(readonly=True)
    nip = fields.Char(string="NIP", readonly=True)
    company_id = fields.Many2one("res.company", string="Agency", readonly=True)
    department_id = fields.Many2one("hr.department", string="Unit", readonly=True)
    employee_id = fields.Many2one("hr.employee", readonly=True)
    user_id = fields.Many2one("res.users", string="User", readonly=True)
    period_id = fields.Many2one("asn.period", readonly=True)
    skp_id = fields.Many2one("asn.skp", string="SKP", readonly=True)
    assessor_id = fields.Many2one(
        "hr.employee", string="Official Who Assesses", readonly=True
    )
    assessor_user_id = fields.Many2one(
        "res.users", string="Assessor's User", readonly=True
    )
    assessor_name = fields.Char(string="Assessor", readonly=True)
    superior_id = fields.Many2one(
        "hr.employee", string="Assessor's Superior", readonly=True
    )
    superior_user_id = fields.Many2one(
        "res.users", string="Superior's User", readonly=True
    )
    stage = fields.Selection(STAGES, string="State", readonly=True)
    waiting_for = fields.Selection(ACTORS, readonly=True)
    waiting_name = fields.Char(
        string="Who Must Act",
        readonly=True,
        help="The official; whoever acts for them today may do it too.",
    )
    since = fields.Date(readonly=True)
    due = fields.Date(string="Last Day", readonly=True)
    days_late = fields.Integer(readonly=True, aggregator="max")
    is_late = fields.Boolean(string="Late", readonly=True)
    is_excused = fields.Boolean(string="Excused", readonly=True)
    excuse_reason = fields.Selection(EXCUSE_REASONS, readonly=True)
    last_reminder = fields.Date(readonly=True)
    person_count = fields.Integer(string="People", readonly=True, aggregator="sum")

    @property
    def _table_query(self):
        return SQL(
            """
            WITH person AS MATERIALIZED (%(people)s),
            fact AS (%(facts)s),
            dated AS (
                SELECT f.*, %(due)s AS due, %(actor)s AS waiting_for FROM fact f
            )
            SELECT d.id, d.name, d.nip, d.company_id, d.department_id, d.employee_id,
                   d.user_id, d.period_id, d.skp_id, d.stage, d.assessor_id,
                   d.assessor_user_id, d.assessor_name, d.superior_id,
                   d.superior_user_id, d.waiting_for, d.since, d.due, d.is_excused,
                   d.excuse_reason, d.last_reminder, 1 AS person_count,
                   CASE d.waiting_for WHEN 'employee' THEN d.name
                                      WHEN 'assessor' THEN d.assessor_name
                   END AS waiting_name,
                   CASE WHEN d.waiting_for = 'nobody' THEN 0
                        ELSE GREATEST(COALESCE(d.today - d.due, 0), 0)
                   END AS days_late,
                   d.waiting_for <> 'nobody' AND COALESCE(d.today > d.due, FALSE)
                   AS is_late
              FROM dated d
            """,
            people=self.env["asn.person"]._table_query,
            facts=self._get_facts_query(),
            due=self._get_due_expression(),
            actor=self._get_actor_expression(),
        )

    @api.model
    def _get_facts_query(self):
        """People who are expected to plan, with the plan that counts now."""
        return SQL(
            """
            SELECT (r.id::bigint << 32) + p.id AS id, p.name, p.nip, p.company_id,
                   COALESCE(s.department_id, p.department_id) AS department_id,
                   p.employee_id, p.user_id, r.id AS period_id, s.id AS skp_id,
                   COALESCE(s.state, 'none') AS stage, o.id AS assessor_id,
                   o.user_id AS assessor_user_id,
                   COALESCE(s.assessor_name, o.name) AS assessor_name,
                   u.id AS superior_id, u.user_id AS superior_user_id, p.today,
                   p.is_excused, p.excuse_reason, m.last_reminder,
                   r.date_from AS period_from, r.plan_until, r.plan_days,
                   s.allowed_until, s.digest IS NOT NULL
                   AND s.state NOT IN ('agreed', 'closed') AS is_revised,
                   GREATEST(s.date_from, b.begin, r.date_from) AS begin,
                   COALESCE(k.decided_on, s.created_on,
                            GREATEST(b.begin, r.plan_from, r.date_from)) AS since,
                   EXISTS (SELECT 1 FROM asn_approval_step t
                            WHERE t.company_id = r.company_id AND t.active
                              AND t.document = 'skp' AND t.role = 'officer')
                   AS is_reviewed
              FROM person p
              JOIN hr_employee e ON e.id = p.employee_id
              JOIN hr_version v ON v.id = e.current_version_id
              JOIN asn_period r
                ON r.company_id = p.company_id AND r.state = 'open'
               AND r.date_to >= p.today
               AND LEAST(r.plan_from, r.date_from) <= p.today
         %(joins)s
             WHERE e.nip IS NOT NULL OR v.asn_kind IS NOT NULL
            """,
            joins=self._get_joins_query(),
        )

    @api.model
    def _get_joins_query(self):
        """The plan, its last decision, its officials, the first day, the reminder."""
        return SQL(
            """
            LEFT JOIN LATERAL (
                 SELECT s.*, %(created)s AS created_on FROM asn_skp s
                  WHERE s.employee_id = p.employee_id AND s.period_id = r.id
                    AND s.state <> 'cancelled'
                    AND (s.state <> 'closed' OR s.date_to >= p.today)
               ORDER BY s.date_from DESC, s.id DESC LIMIT 1) s ON TRUE
            LEFT JOIN LATERAL (
                 SELECT %(decided)s AS decided_on FROM asn_decision k
                  WHERE k.skp_id = s.id AND k.evaluation_id IS NULL
                    AND k.verb NOT IN ('allow_late', 'reassign')
               ORDER BY k.decided_at DESC, k.id DESC LIMIT 1) k ON TRUE
            LEFT JOIN LATERAL (
                 SELECT MIN(h.date_version) AS begin FROM hr_version h
                  WHERE h.employee_id = p.employee_id) b ON TRUE
            LEFT JOIN LATERAL (
                 SELECT MAX(n.date) AS last_reminder FROM asn_reminder n
                  WHERE n.employee_id = p.employee_id AND n.period_id = r.id
                    AND n.kind <> 'escalation') m ON TRUE
            LEFT JOIN hr_employee o
              ON o.id = CASE WHEN s.id IS NULL THEN p.parent_id ELSE s.assessor_id END
            LEFT JOIN hr_employee u
              ON u.id = CASE WHEN s.id IS NULL THEN o.parent_id ELSE s.superior_id END
            """,
            created=self._get_day_expression("s", "create_date"),
            decided=self._get_day_expression("k", "decided_at"),
        )

    @api.model
    def _get_day_expression(self, table, column):
        """Return the agency's day of a moment that is stored in UTC."""
        return SQL(
            "(%(moment)s AT TIME ZONE 'UTC' AT TIME ZONE p.zone)::date",
            moment=SQL.identifier(table, column),
        )

    @api.model
    def _get_due_expression(self):
        """The last day, as `kinerja_rules.window.last_day` counts it.

        None for what was agreed once: while it is revised the agreed version holds.
        """
        return SQL(
            """
            CASE WHEN f.plan_until IS NULL OR f.is_revised THEN NULL
                 WHEN f.begin > f.period_from AND f.plan_days > 0
                 THEN GREATEST(f.plan_until, f.begin + f.plan_days - 1, f.allowed_until)
                 ELSE GREATEST(f.plan_until, f.allowed_until)
            END
            """
        )

    @api.model
    def _get_actor_expression(self):
        return SQL(
            """
            CASE WHEN f.is_excused THEN 'nobody'
                 WHEN f.stage IN ('none', 'draft') THEN 'employee'
                 WHEN f.stage = 'submitted' AND f.is_reviewed THEN 'officer'
                 WHEN f.stage IN ('submitted', 'reviewed') THEN 'assessor'
                 ELSE 'nobody'
            END
            """
        )
