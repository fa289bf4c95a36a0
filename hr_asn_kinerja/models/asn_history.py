# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from .asn_evaluation import DELIVERED_STATES, PREDICATES, RATINGS

INTERVAL_KINDS = [("month", "Month"), ("quarter", "Quarter"), ("annual", "Annual")]
#: Height of a predicate in the picture of the years, best first.
LEVELS = {key: len(PREDICATES) - place for place, (key, _) in enumerate(PREDICATES)}


class AsnHistory(models.Model):
    """The predicates of a person over years and intervals, delivered ones only.

    Besides the people of each evaluation, the assessor of the plan that runs today
    reads what was delivered to the person before.
    """

    _name = "asn.history"
    _description = "Performance History"
    _auto = False
    _order = "date_from desc, kind, id desc"
    _rec_name = "employee_name"
    _depends = {
        "asn.evaluation": [
            "state",
            "predicate",
            "result_rating",
            "behaviour_rating",
            "interval_id",
            "company_id",
            "department_id",
            "employee_id",
            "employee_name",
            "employee_nip",
            "position_name",
            "unit_name",
            "assessor_id",
            "assessor_name",
            "superior_id",
            "employee_user_id",
            "assessor_user_id",
            "superior_user_id",
        ],
        "asn.legacy.score": [
            "score",
            "predicate",
            "period_id",
            "company_id",
            "department_id",
            "date_from",
            "employee_id",
            "employee_name",
            "employee_nip",
            "employee_user_id",
            "position_name",
            "unit_name",
            "withdrawn_on",
        ],
        "asn.period.interval": ["kind", "date_from", "sequence"],
        "asn.skp": ["employee_id", "state", "date_from", "date_to", "assessor_user_id"],
    }

    evaluation_id = fields.Many2one("asn.evaluation", readonly=True)
    score = fields.Float(
        string="Numeric Score",
        digits=(7, 3),
        readonly=True,
        aggregator=None,
        help="Of closed years that PP 30/2019 appraised by numbers.",
    )
    company_id = fields.Many2one("res.company", string="Agency", readonly=True)
    department_id = fields.Many2one("hr.department", string="Unit", readonly=True)
    employee_id = fields.Many2one("hr.employee", string="Person", readonly=True)
    employee_name = fields.Char(string="Employee", readonly=True)
    employee_nip = fields.Char(string="NIP", readonly=True)
    position_name = fields.Char(string="Position", readonly=True)
    unit_name = fields.Char(string="Unit (as printed)", readonly=True)
    assessor_name = fields.Char(string="Assessor", readonly=True)
    assessor_id = fields.Many2one(
        "hr.employee", string="Assessing Official", readonly=True
    )
    superior_id = fields.Many2one("hr.employee", readonly=True)
    employee_user_id = fields.Many2one("res.users", readonly=True)
    assessor_user_id = fields.Many2one("res.users", readonly=True)
    superior_user_id = fields.Many2one("res.users", readonly=True)
    current_assessor_user_id = fields.Many2one(
        "res.users", string="Assessor of Today", readonly=True
    )
    year = fields.Char(readonly=True)
    date_from = fields.Date(string="From", readonly=True)
    kind = fields.Selection(INTERVAL_KINDS, readonly=True)
    number = fields.Integer(readonly=True, aggregator=None)
    interval_name = fields.Char(string="Interval", compute="_compute_interval_name")
    state = fields.Selection(
        selection=lambda self: self.env["asn.evaluation"]._fields["state"].selection,
        readonly=True,
    )
    result_rating = fields.Selection(RATINGS, readonly=True)
    behaviour_rating = fields.Selection(RATINGS, readonly=True)
    predicate = fields.Selection(PREDICATES, readonly=True)
    level = fields.Integer(
        readonly=True,
        aggregator="max",
        help="5 is very good, 1 very poor. Only the height in the picture: predicates "
        "are no numbers.",
    )

    @api.depends("kind", "number", "year")
    @api.depends_context("lang")
    def _compute_interval_name(self):
        for row in self:
            values = {"number": row.number, "year": row.year}
            row.interval_name = {
                "month": self.env._("Month %(number)s %(year)s", **values),
                "quarter": self.env._("Quarter %(number)s %(year)s", **values),
            }.get(row.kind, self.env._("Annual %(year)s", year=row.year))

    @property
    def _table_query(self):
        """Delivered evaluations, and the scores of closed years of before."""
        return SQL("%s UNION ALL %s", self._get_evaluations(), self._get_scores())

    @api.model
    def _get_level(self, column):
        cases = SQL(" ").join(
            SQL("WHEN %s THEN %s", key, level) for key, level in LEVELS.items()
        )
        return SQL("CASE %s %s END", column, cases)

    @api.model
    def _get_evaluations(self):
        return SQL(
            """
            SELECT e.id * 2 AS id, e.id AS evaluation_id, e.company_id,
                   e.department_id, e.employee_id, e.employee_name, e.employee_nip,
                   e.position_name, e.unit_name, e.assessor_name, e.assessor_id,
                   e.superior_id, e.employee_user_id, e.assessor_user_id,
                   e.superior_user_id, p.assessor_user_id AS current_assessor_user_id,
                   i.date_from,
                   EXTRACT(YEAR FROM i.date_from)::int::varchar AS year, i.kind,
                   CASE i.kind WHEN 'month' THEN EXTRACT(MONTH FROM i.date_from)
                        WHEN 'quarter' THEN EXTRACT(QUARTER FROM i.date_from)
                        ELSE 0 END::int AS number,
                   e.state, e.result_rating, e.behaviour_rating, e.predicate,
                   NULL::numeric AS score, %(level)s AS level
              FROM asn_evaluation e
              JOIN asn_period_interval i ON i.id = e.interval_id
         LEFT JOIN (%(plans)s) p ON p.employee_id = e.employee_id
             WHERE e.state IN %(delivered)s AND e.predicate IS NOT NULL
            """,
            plans=self._get_plans_of_today(),
            level=self._get_level(SQL("e.predicate")),
            delivered=DELIVERED_STATES,
        )

    @api.model
    def _get_scores(self):
        return SQL(
            """
            SELECT l.id * 2 + 1, NULL::int, l.company_id, l.department_id,
                   l.employee_id, l.employee_name, l.employee_nip, l.position_name,
                   l.unit_name, NULL::varchar, NULL::int, NULL::int,
                   l.employee_user_id, NULL::int, NULL::int, p.assessor_user_id,
                   l.date_from, EXTRACT(YEAR FROM l.date_from)::int::varchar,
                   'annual', 0, 'final', NULL::varchar, NULL::varchar, l.predicate,
                   l.score, %(level)s
              FROM asn_legacy_score l
         LEFT JOIN (%(plans)s) p ON p.employee_id = l.employee_id
             WHERE l.withdrawn_on IS NULL
            """,
            plans=self._get_plans_of_today(),
            level=self._get_level(SQL("l.predicate")),
        )

    @api.model
    def _get_plans_of_today(self):
        return SQL(
            """
            SELECT DISTINCT ON (s.employee_id) s.employee_id, s.assessor_user_id
              FROM asn_skp s
             WHERE s.state IN ('submitted', 'reviewed', 'agreed')
               AND s.date_from <= %(today)s AND s.date_to >= %(today)s
          ORDER BY s.employee_id, s.date_from DESC, s.id DESC
            """,
            today=self.env["asn.period"]._today(),
        )

    def action_open(self):
        """Open the evaluation itself, as far as the reader may."""
        self.ensure_one()
        if not self.evaluation_id:
            raise UserError(
                self.env._("This year was appraised by numbers, before evaluations.")
            )
        self.evaluation_id.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "res_model": "asn.evaluation",
            "res_id": self.evaluation_id.id,
            "views": [(False, "form")],
        }
