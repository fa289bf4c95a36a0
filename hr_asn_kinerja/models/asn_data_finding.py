# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.tools import SQL

from .asn_excuse import EXCUSE_REASONS
from .asn_person import AsnPerson

# what is wrong in the data of a person
DATA_KINDS = ("no_superior", "cycle", "no_unit", "no_nip", "no_rank", "no_login")
PLAN_FIELDS = ("date_from", "date_to", "department_id", "duty", "position_name")
FINDING_KINDS = [
    ("no_superior", "No Superior"),
    ("cycle", "Superiors in a Circle"),
    ("no_unit", "No Unit"),
    ("no_nip", "No NIP"),
    ("no_rank", "No Rank"),
    ("no_login", "No Login"),
    ("no_plan", "No Plan in the Open Period"),
    ("moved", "Moved, Plan Not Changed"),
    ("left_login", "Left, Login Still Open"),
    ("unit_no_head", "Unit Without Head"),
    ("excused", "Excused"),
]


class AsnDataFinding(models.Model):
    """What stands in the way of plans and logins, found anew whenever it is read.

    One query over all people, however many they are; nothing is stored. Excused people
    are listed as such and in no other kind.
    """

    _name = "asn.data.finding"
    _description = "Finding of the Data Check"
    _auto = False
    _order = "kind, name, id"
    _depends = {
        **AsnPerson._depends,
        "hr.department": ["active", "company_id", "manager_id", "name"],
        "res.users": ["active"],
        "asn.skp": ["employee_id", "period_id", "state", *PLAN_FIELDS],
        "asn.period": ["company_id", "state", "date_from", "date_to"],
        "asn.delegation": ["company_id", "official_id", "date_from", "date_to"],
    }

    kind = fields.Selection(FINDING_KINDS, readonly=True)
    name = fields.Char(string="Name or Unit", readonly=True)
    nip = fields.Char(string="NIP", readonly=True)
    company_id = fields.Many2one("res.company", string="Agency", readonly=True)
    department_id = fields.Many2one("hr.department", string="Unit", readonly=True)
    employee_id = fields.Many2one("hr.employee", readonly=True)
    excuse_id = fields.Many2one("asn.excuse", readonly=True)
    excuse_reason = fields.Selection(EXCUSE_REASONS, readonly=True)
    excuse_from = fields.Date(string="Excused From", readonly=True)
    excuse_to = fields.Date(string="Excused Until", readonly=True)

    @property
    def _table_query(self):
        return SQL(
            """
            WITH RECURSIVE
            agency AS (%(agencies)s),
            person AS MATERIALIZED (%(people)s),
            running AS (%(running)s),
            planned AS (%(planned)s),
            moved AS (%(moved)s),
            acted AS (%(acted)s),
            %(walk)s
            %(of_people)s
            UNION ALL
            %(of_logins)s
            UNION ALL
            %(of_units)s
            """,
            agencies=self.env["asn.person"]._get_agencies_query(),
            people=self.env["asn.person"]._table_query,
            running=self._get_running_query(),
            planned=self._get_planned_query(),
            moved=self._get_moved_query(),
            acted=self._get_acted_query(),
            walk=self._get_walk_query(),
            of_people=self._get_people_query(),
            of_logins=self._get_logins_query(),
            of_units=self._get_units_query(),
        )

    @api.model
    def _get_running_query(self):
        """Periods that are open and run today."""
        return SQL(
            """
            SELECT p.id, p.company_id
              FROM asn_period p
              JOIN agency a ON a.id = p.company_id
             WHERE p.state = 'open' AND a.today BETWEEN p.date_from AND p.date_to
            """
        )

    @api.model
    def _get_planned_query(self):
        return SQL(
            """
            SELECT DISTINCT s.employee_id
              FROM asn_skp s
              JOIN running r ON r.id = s.period_id
             WHERE s.state != 'cancelled'
            """
        )

    @api.model
    def _get_acted_query(self):
        """Return officials for whom somebody acts today (Plt, Plh)."""
        return SQL(
            """
            SELECT DISTINCT d.official_id AS id
              FROM asn_delegation d
              JOIN agency a ON a.id = d.company_id
             WHERE d.date_from <= a.today
               AND COALESCE(d.date_to, a.today) >= a.today
            """
        )

    @api.model
    def _get_walk_query(self):
        """Who reaches a top is in no circle; the rest walk up until they return."""
        return SQL(
            """
            reached AS (
                SELECT p.id
                  FROM person p
             LEFT JOIN person s ON s.id = p.parent_id
                 WHERE s.id IS NULL
                 UNION
                SELECT p.id FROM person p JOIN reached r ON r.id = p.parent_id
            ),
            walk(start, place) AS (
                SELECT p.id, p.parent_id
                  FROM person p
                 WHERE NOT EXISTS (SELECT FROM reached r WHERE r.id = p.id)
                 UNION
                SELECT w.start, p.parent_id
                  FROM walk w
                  JOIN person p ON p.id = w.place
                 WHERE w.place != w.start
            ),
            circle AS (SELECT DISTINCT start AS id FROM walk WHERE start = place)
            """
        )

    @api.model
    def _get_people_query(self):
        """Every person with every kind that is true for them."""
        return SQL(
            """
            SELECT p.id * 16 + k.number AS id, k.kind, p.name, p.nip, p.company_id,
                   p.department_id, p.id AS employee_id, p.excuse_id,
                   p.excuse_reason, p.excuse_from, p.excuse_to
              FROM person p
         LEFT JOIN person s ON s.id = p.parent_id
         LEFT JOIN acted t ON t.id = p.parent_id
         LEFT JOIN res_users u ON u.id = p.user_id
         LEFT JOIN circle c ON c.id = p.id
         LEFT JOIN planned q ON q.employee_id = p.id
         LEFT JOIN moved m ON m.employee_id = p.id
        CROSS JOIN LATERAL (
                VALUES (1, 'no_superior', s.id IS NULL AND t.id IS NULL),
                       (2, 'cycle', c.id IS NOT NULL),
                       (3, 'no_unit', p.department_id IS NULL),
                       (4, 'no_nip', p.nip IS NULL),
                       (5, 'no_rank', p.asn_rank_id IS NULL),
                       (6, 'no_login', u.active IS NOT TRUE),
                       (7, 'no_plan', q.employee_id IS NULL
                           AND p.company_id IN (SELECT company_id FROM running)),
                       (8, 'excused', TRUE),
                       (10, 'moved', m.employee_id IS NOT NULL)
                   ) k(number, kind, is_found)
             WHERE k.is_found AND p.is_excused = (k.kind = 'excused')
            """
        )

    @api.model
    def _get_logins_query(self):
        """People who left, as long as their login works and nobody else has it.

        Logins of system administrators are kept by those alone.
        """
        return SQL(
            """
            SELECT e.id * 16 + 9, 'left_login', e.name, e.nip, e.company_id,
                   v.department_id, e.id, NULL::int, NULL::varchar, NULL::date,
                   NULL::date
              FROM hr_employee e
              JOIN hr_version v ON v.id = e.current_version_id
              JOIN res_users u ON u.id = e.user_id AND u.active
             WHERE NOT EXISTS (SELECT FROM person p WHERE p.user_id = e.user_id)
               AND NOT u.id = ANY(%(system)s)
            """,
            system=self.env["res.users"]._get_system_login_ids(),
        )

    @api.model
    def _get_units_query(self):
        """Units whose head is missing, or has left and nobody acts."""
        return SQL(
            """
            SELECT d.id * 16 + 15, 'unit_no_head',
                   COALESCE(d.name->>%(lang)s, d.name->>'en_US'), NULL::varchar,
                   d.company_id, d.id, NULL::int, NULL::int, NULL::varchar,
                   NULL::date, NULL::date
              FROM hr_department d
         LEFT JOIN person h ON h.id = d.manager_id
         LEFT JOIN acted t ON t.id = d.manager_id
             WHERE d.active AND h.id IS NULL AND t.id IS NULL
            """,
            lang=self.env.lang or "en_US",
        )
