# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.tools import SQL

from ..citizen_rules import ELEMENTS, release
from ..tools import figures
from .asn_citizen_response import COUNTED


class AsnSatisfactionRelease(models.Model):
    """A batch of answers of one unit and month that people may see.

    Nothing else about answers is shown to anybody but the auditor. Each release of a
    month contains the earlier ones and at least five answers more.
    """

    _name = "asn.satisfaction.release"
    _description = "Released Satisfaction Figures"
    _order = "period desc, department_id, number desc"
    _rec_name = "period"
    _check_company_auto = True

    company_id = fields.Many2one(
        "res.company", string="Agency", required=True, index=True, readonly=True
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Unit",
        required=True,
        readonly=True,
        ondelete="restrict",
        check_company=True,
    )
    period = fields.Char(string="Month", required=True, readonly=True)
    number = fields.Integer(
        required=True, readonly=True, aggregator=None, help="Release of this month."
    )
    is_current = fields.Boolean(
        string="Newest of the Month", readonly=True, default=True
    )
    date_released = fields.Date(string="Released On", required=True, readonly=True)

    n = fields.Integer(string="Answers", required=True, readonly=True)
    basis = fields.Selection(
        [("elements", "Nine questions"), ("faces", "Faces only")],
        required=True,
        readonly=True,
        help="The index comes from the nine questions as soon as five people answered "
        "them; until then from the faces alone.",
    )
    n_elements = fields.Integer(string="Answers to the Nine Questions", readonly=True)
    index = fields.Float(digits=(5, 4), readonly=True, aggregator="avg")
    converted = fields.Float(
        string="Index (25-100)", digits=(5, 2), readonly=True, aggregator="avg"
    )
    grade = fields.Selection(
        [
            ("A", "A (very good)"),
            ("B", "B (good)"),
            ("C", "C (rather poor)"),
            ("D", "D (poor)"),
        ],
        readonly=True,
    )
    verified_share = fields.Float(digits=(5, 4), readonly=True, aggregator="avg")
    score_1 = fields.Integer(string="Not Satisfied", readonly=True)
    score_2 = fields.Integer(string="Less Satisfied", readonly=True)
    score_3 = fields.Integer(string="Satisfied", readonly=True)
    score_4 = fields.Integer(string="Very Satisfied", readonly=True)
    counter_ids = fields.Many2many("asn.counter", string="Counters", readonly=True)
    element_counts = fields.Json(readonly=True, groups=fields.NO_ACCESS)

    mean_requirements = fields.Float(
        string="Requirements", digits=(5, 4), readonly=True, aggregator="avg"
    )
    mean_procedure = fields.Float(
        string="Procedure", digits=(5, 4), readonly=True, aggregator="avg"
    )
    mean_time = fields.Float(
        string="Time", digits=(5, 4), readonly=True, aggregator="avg"
    )
    mean_cost = fields.Float(
        string="Cost", digits=(5, 4), readonly=True, aggregator="avg"
    )
    mean_product = fields.Float(
        string="Product", digits=(5, 4), readonly=True, aggregator="avg"
    )
    mean_competence = fields.Float(
        string="Competence", digits=(5, 4), readonly=True, aggregator="avg"
    )
    mean_conduct = fields.Float(
        string="Conduct", digits=(5, 4), readonly=True, aggregator="avg"
    )
    mean_complaints = fields.Float(
        string="Handling of Complaints",
        digits=(5, 4),
        readonly=True,
        aggregator="avg",
    )
    mean_facilities = fields.Float(
        string="Facilities", digits=(5, 4), readonly=True, aggregator="avg"
    )

    _number_once = models.UniqueIndex(
        "(department_id, period, number)", "This release already exists."
    )
    _one_current = models.UniqueIndex(
        "(department_id, period) WHERE is_current",
        "A unit has one current release a month.",
    )

    @api.model
    def _cron_release(self):
        """Release what may be released today, in every agency."""
        waiting = self._count_answers()
        shown = {
            (last.department_id.id, last.period): last
            for last in self.search([("is_current", "=", True)])
        }
        today = self._agency_days({company_id for company_id, *_rest in waiting})
        ready = [
            (company_id, department_id, period)
            for company_id, department_id, period, total in waiting
            if self._is_ready(
                total, shown.get((department_id, period)), today[company_id]
            )
        ]
        values = [
            self._prepare_values(key, rows, shown.get(key[1:]), today[key[0]])
            for key, rows in self._group_answers(ready).items()
        ]
        old_ids = [shown[key[1:]].id for key in ready if key[1:] in shown]
        old = self.browse(old_ids)
        old.is_current = False
        old.flush_recordset()
        self.create(values)

    @api.model
    def _agency_days(self, company_ids):
        period = self.env["asn.period"]
        return {
            company.id: period.with_company(company)._today()
            for company in self.env["res.company"].browse(company_ids)
        }

    @api.model
    def _is_ready(self, total, last, today):
        if not last:
            return release.ready(total, None)
        days = max((today - last.date_released).days, 0)
        # A count below the last one can only mean that a job removed answers.
        return release.ready(max(total - last.n, 0), days)

    @api.model
    def _count_answers(self):
        """Return (company, unit, month, countable answers) of all there is."""
        return self.env.execute_query(
            SQL(
                """
                SELECT company_id, department_id, period, count(*)
                  FROM asn_citizen_response
                 WHERE trust IN %s
                 GROUP BY company_id, department_id, period
                 ORDER BY company_id, department_id, period
                """,
                COUNTED,
            )
        )

    @api.model
    def _group_answers(self, keys):
        """Return {key: [(counter, verified, score, nine elements, count)]}."""
        if not keys:
            return {}
        elements = SQL(", ").join(SQL.identifier("detail", code) for code in ELEMENTS)
        rows = self.env.execute_query(
            SQL(
                """
                SELECT answer.company_id, answer.department_id, answer.period,
                       answer.counter_id, answer.trust = 'verified', answer.score,
                       %s, count(*)
                  FROM asn_citizen_response answer
             LEFT JOIN asn_citizen_response_detail detail
                    ON detail.response_id = answer.id
                 WHERE answer.trust IN %s
                   AND (answer.company_id, answer.department_id, answer.period) IN %s
                 GROUP BY 1, 2, 3, 4, 5, 6, %s
                """,
                elements,
                COUNTED,
                tuple(keys),
                elements,
            )
        )
        grouped = {key: [] for key in keys}
        for row in rows:
            grouped[row[:3]].append(row[3:])
        return grouped

    @api.model
    def _prepare_values(self, key, rows, last, today):
        company_id, department_id, period = key
        # sudo: asn.satisfaction.release - counts behind the figures are for jobs only
        shown = last.sudo().element_counts if last else {}
        return {
            "company_id": company_id,
            "department_id": department_id,
            "period": period,
            "number": last.number + 1 if last else 1,
            "date_released": today,
            "counter_ids": [fields.Command.set(sorted({row[0] for row in rows}))],
            **self._prepare_figures(rows, shown or {}),
        }

    @api.model
    def _prepare_figures(self, rows, shown):
        faces, verified, counts = [0] * 4, 0, {code: [0] * 4 for code in ELEMENTS}
        for _counter_id, is_verified, score, *answers, times in rows:
            faces[score - 1] += times
            verified += times * is_verified
            for code, answer in zip(ELEMENTS, answers, strict=True):
                if answer:
                    counts[code][answer - 1] += times
        counts = figures.releasable(counts, shown)
        result = figures.element_index(counts) if counts else figures.face_index(faces)
        means = result.elements if counts else {}
        return {
            "n": sum(faces),
            "n_elements": max(map(sum, counts.values()), default=0),
            "basis": "elements" if counts else "faces",
            "index": result.index,
            "converted": result.converted,
            "grade": result.grade,
            "verified_share": verified / sum(faces),
            "element_counts": counts,
            **{f"score_{score}": times for score, times in enumerate(faces, 1)},
            **{f"mean_{code}": mean for code, mean in means.items()},
        }
