# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from .asn_evaluation import DELIVERED_STATES, PREDICATES, RATINGS

OUTCOMES = [
    ("differs", "Differs"),
    ("only_there", "Only There"),
    ("only_here", "Only Here"),
    ("same", "Same"),
]


class AsnRecapComparison(models.Model):
    """The national application beside us, person by person.

    One row for each person and interval of which something was imported. Only what
    was delivered counts here: before that nobody but the assessor knows a rating.
    """

    _name = "asn.recap.comparison"
    _description = "Comparison With the National Application"
    _auto = False
    _order = "outcome, interval_id desc, name, id"
    _rec_names_search = ["name", "nip"]
    _depends = {
        "asn.recap.result": [
            "behaviour_rating",
            "company_id",
            "employee_id",
            "interval_id",
            "name",
            "nip",
            "predicate",
            "result_rating",
        ],
        "asn.evaluation": [
            "behaviour_rating",
            "company_id",
            "department_id",
            "employee_id",
            "employee_name",
            "employee_nip",
            "interval_id",
            "predicate",
            "result_rating",
            "state",
        ],
        "hr.version": ["department_id"],
        "hr.employee": ["current_version_id"],
    }

    company_id = fields.Many2one("res.company", string="Agency", readonly=True)
    interval_id = fields.Many2one("asn.period.interval", readonly=True)
    nip = fields.Char(string="NIP", readonly=True)
    name = fields.Char(readonly=True)
    employee_id = fields.Many2one("hr.employee", readonly=True)
    department_id = fields.Many2one("hr.department", string="Unit", readonly=True)
    outcome = fields.Selection(OUTCOMES, string="Compared", readonly=True)
    predicate_here = fields.Selection(PREDICATES, readonly=True)
    predicate_there = fields.Selection(PREDICATES, readonly=True)
    result_here = fields.Selection(RATINGS, string="Result Rating Here", readonly=True)
    result_there = fields.Selection(
        RATINGS, string="Result Rating There", readonly=True
    )
    behaviour_here = fields.Selection(
        RATINGS, string="Behaviour Rating Here", readonly=True
    )
    behaviour_there = fields.Selection(
        RATINGS, string="Behaviour Rating There", readonly=True
    )
    is_unknown = fields.Boolean(
        string="NIP Not Known Here",
        readonly=True,
        help="Nobody in the agency has this NIP: correct it, or enter the person.",
    )
    evaluation_id = fields.Many2one("asn.evaluation", readonly=True)
    result_id = fields.Many2one(
        "asn.recap.result", string="Imported Row", readonly=True
    )
    person_count = fields.Integer(string="People", readonly=True, aggregator="sum")

    @property
    def _table_query(self):
        return SQL(
            """
            WITH here AS MATERIALIZED (%(here)s)
            SELECT CASE WHEN e.id IS NULL THEN r.id::bigint * 2
                        ELSE e.id::bigint * 2 + 1 END AS id,
                   COALESCE(r.company_id, e.company_id) AS company_id,
                   COALESCE(r.interval_id, e.interval_id) AS interval_id,
                   COALESCE(r.nip, e.employee_nip) AS nip,
                   COALESCE(e.employee_name, r.name) AS name,
                   COALESCE(e.employee_id, r.employee_id) AS employee_id,
                   COALESCE(e.department_id, v.department_id) AS department_id,
                   e.predicate AS predicate_here, r.predicate AS predicate_there,
                   e.result_rating AS result_here, r.result_rating AS result_there,
                   e.behaviour_rating AS behaviour_here,
                   r.behaviour_rating AS behaviour_there,
                   e.id IS NULL AND r.employee_id IS NULL AS is_unknown,
                   e.id AS evaluation_id, r.id AS result_id, 1 AS person_count,
                   %(outcome)s AS outcome
              FROM asn_recap_result r
         FULL JOIN here e
                ON e.interval_id = r.interval_id AND e.employee_nip = r.nip
         LEFT JOIN hr_employee p ON p.id = r.employee_id
         LEFT JOIN hr_version v ON v.id = p.current_version_id
            """,
            here=self._get_here_query(),
            outcome=self._get_outcome_expression(),
        )

    @api.model
    def _get_here_query(self):
        """Return what was delivered; the last plan of a person in the interval."""
        return SQL(
            """
            SELECT DISTINCT ON (e.interval_id, e.employee_nip) e.*
              FROM asn_evaluation e
             WHERE e.state IN %(states)s AND e.employee_nip IS NOT NULL
               AND e.interval_id IN (SELECT interval_id FROM asn_recap_result)
          ORDER BY e.interval_id, e.employee_nip, e.skp_id DESC, e.id DESC
            """,
            states=DELIVERED_STATES,
        )

    @api.model
    def _get_outcome_expression(self):
        """A rating that the file leaves out is not held against it."""
        return SQL(
            """
            CASE WHEN r.id IS NULL THEN 'only_here'
                 WHEN e.id IS NULL THEN 'only_there'
                 WHEN r.predicate = e.predicate
                  AND COALESCE(r.result_rating, e.result_rating) = e.result_rating
                  AND COALESCE(r.behaviour_rating, e.behaviour_rating)
                      = e.behaviour_rating THEN 'same'
                 ELSE 'differs'
            END
            """
        )

    def action_open(self):
        """Open our evaluation, or the imported row where there is none."""
        self.ensure_one()
        record = self.evaluation_id or self.result_id
        return {
            "type": "ir.actions.act_window",
            "res_model": record._name,
            "res_id": record.id,
            "view_mode": "form",
        }

    def action_export(self):
        """Return the chosen rows, or all that the user sees, as XLSX."""
        lines = self or self.search(Domain("company_id", "in", self.env.companies.ids))
        lines.check_access("read")
        return self.env["asn.recap.export"]._make_comparison(lines)
