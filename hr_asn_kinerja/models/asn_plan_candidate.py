# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from dataclasses import dataclass, replace
from datetime import date

from odoo import api, models
from odoo.tools import SQL

# why somebody gets no plan now, in the order in which it is looked at
FINDINGS = [
    ("ready", "Will Get a Plan"),
    ("existing", "Have a Plan Already"),
    ("left", "Have Left"),
    ("later", "Begin Later"),
    ("excused", "Excused"),
    ("no_nip", "Without NIP"),
    ("no_superior", "Without Superior"),
    ("no_unit", "Without Unit"),
    ("unknown", "Not Found"),
]
# what HR can mend afterwards: the launch may be told to overlook it
GAPS = ("no_nip", "no_superior", "no_unit")


@dataclass(frozen=True)
class Candidate:
    """A person as the launch of a period sees them."""

    employee_id: int
    name: str
    nip: str | None
    unit_name: str | None
    finding: str
    is_gap: bool
    date_from: date
    plan_id: int | None
    previous_id: int | None
    approach: str | None
    source: str = "empty"
    from_id: int | bool = False


class AsnPlanCandidate(models.AbstractModel):
    """Who may get a plan in a period, and what speaks against it, in one query."""

    _name = "asn.plan.candidate"
    _description = "Candidate for a Plan"

    @api.model
    def _find(self, period, condition, with_gaps=False):
        """Return the candidates of the agency, by name.

        :param condition: SQL over `e` (hr_employee) and `v` (the version of HR that is
            valid at the beginning of the plan, or today)
        :param with_gaps: take people whose data in HR has gaps for ready
        """
        self.env.flush_all()
        today = max(min(period._today(), period.date_to), period.date_from)
        self.env.cr.execute(self._get_query(period, today, condition))
        candidates = [Candidate(**row) for row in self.env.cr.dictfetchall()]
        if not with_gaps:
            return candidates
        return [
            replace(one, finding="ready") if one.is_gap else one for one in candidates
        ]

    @api.model
    def _choose_sources(self, period, candidates, first):
        """Return the candidates with the source of each: the first that has something.

        The last source, an empty plan, is there for everybody.
        """
        # sudo: asn.skp - where a plan comes from; whoever launches was checked
        plans_sudo = self.env["asn.skp"].sudo()
        chosen, left = {}, list(candidates)
        for key in plans_sudo._get_sources(first):
            found = getattr(plans_sudo, f"_find_source_{key}")(period, left)
            for one in left:
                if one.employee_id in found:
                    values = found[one.employee_id]
                    chosen[one.employee_id] = replace(one, source=key, **values)
            left = [one for one in left if one.employee_id not in chosen]
        return [chosen[one.employee_id] for one in candidates]

    @api.model
    def _get_unit_condition(self, units):
        return SQL("v.department_id IN %s", units._ids or (0,))

    @api.model
    def _get_query(self, period, today, condition):
        return SQL(
            """
            WITH person AS (%(people)s)
            SELECT p.id AS employee_id, p.name, p.nip, p.begun AS date_from,
                   COALESCE(d.name ->> %(lang)s, d.name ->> 'en_US') AS unit_name,
                   plan.id AS plan_id, previous.id AS previous_id, previous.approach,
                   CASE WHEN plan.id IS NOT NULL THEN 'existing'
                        WHEN p.has_left THEN 'left'
                        WHEN p.is_later THEN 'later'
                        WHEN excused.id IS NOT NULL THEN 'excused'
                        ELSE COALESCE(p.gap, 'ready')
                    END AS finding,
                   plan.id IS NULL AND NOT p.has_left AND NOT p.is_later
                   AND excused.id IS NULL AND p.gap IS NOT NULL AND p.is_servant
                   AS is_gap
              FROM person p
         LEFT JOIN hr_department d ON d.id = p.department_id
         LEFT JOIN LATERAL (%(plan)s) plan ON TRUE
         LEFT JOIN LATERAL (%(previous)s) previous ON TRUE
         LEFT JOIN LATERAL (%(excused)s) excused ON TRUE
          ORDER BY p.name, p.id
            """,
            people=self._get_people_query(period, today, condition),
            plan=self._get_plan_query(period),
            previous=self._get_previous_query(period),
            excused=self._get_excused_query(period, today),
            lang=self.env.lang or "en_US",
        )

    @api.model
    def _get_plan_query(self, period):
        """Give the plan of person `p` that overlaps the one to be made."""
        return SQL(
            """
            SELECT s.id
              FROM asn_skp s
             WHERE s.employee_id = p.id AND s.period_id = %s
               AND s.state <> 'cancelled' AND s.date_to >= p.begun
               AND s.duty = 'main'
          ORDER BY s.date_from, s.id
             LIMIT 1
            """,
            period.id,
        )

    @api.model
    def _get_previous_query(self, period):
        """Give the last agreed plan of person `p` in the year before, here."""
        return SQL(
            """
            SELECT s.id, s.approach
              FROM asn_skp s
             WHERE s.employee_id = p.id AND s.company_id = %(company)s
               AND s.state IN ('agreed', 'closed')
               AND s.duty = 'main'
               AND s.date_to < %(begin)s
               AND s.date_to >= %(begin)s::date - INTERVAL '1 year'
          ORDER BY s.date_to DESC, s.id DESC
             LIMIT 1
            """,
            company=period.company_id.id,
            begin=period.date_from,
        )

    @api.model
    def _get_excused_query(self, period, today):
        """Give an excuse of person `p` that lasts to the end of the period."""
        return SQL(
            """
            SELECT x.id
              FROM asn_excuse x
             WHERE x.employee_id = p.id AND x.company_id = %(company)s
               AND x.date_from <= GREATEST(p.begun, %(today)s)
               AND COALESCE(x.date_to, %(end)s) >= %(end)s
             LIMIT 1
            """,
            company=period.company_id.id,
            today=today,
            end=period.date_to,
        )

    @api.model
    def _get_people_query(self, period, today, condition):
        """Give each person with the version of HR that counts.

        A plan begins with the period; for whoever began to work within it, on the first
        day of the contract.
        """
        return SQL(
            """
            SELECT e.id, e.name, e.nip, v.department_id,
                   CASE WHEN e.nip IS NULL THEN 'no_nip'
                        WHEN boss.id IS NULL THEN 'no_superior'
                        WHEN v.department_id IS NULL THEN 'no_unit'
                    END AS gap,
                   e.nip IS NOT NULL OR v.asn_kind IS NOT NULL AS is_servant,
                   NOT e.active OR COALESCE(c.departure_date <= %(today)s, FALSE)
                   AS has_left,
                   GREATEST(span.first, span.begun) > %(today)s AS is_later,
                   CASE WHEN span.begun BETWEEN %(begin)s AND %(end)s THEN span.begun
                        ELSE %(begin)s::date
                    END AS begun
              FROM hr_employee e
         LEFT JOIN hr_version c ON c.id = e.current_version_id
         LEFT JOIN hr_employee boss
                ON boss.id = e.parent_id AND boss.id <> e.id AND boss.active
        CROSS JOIN LATERAL (
                       SELECT MIN(s.date_version) AS first,
                              MIN(s.contract_date_start) AS begun
                         FROM hr_version s
                        WHERE s.employee_id = e.id
                   ) span
         LEFT JOIN LATERAL (%(version)s) v ON TRUE
             WHERE e.company_id = %(company)s AND (%(condition)s)
            """,
            today=today,
            begin=period.date_from,
            end=period.date_to,
            version=self._get_version_query(today),
            company=period.company_id.id,
            condition=condition,
        )

    @api.model
    def _get_version_query(self, today):
        """Give the version of employee `e` as `hr.employee._get_version` chooses it."""
        return SQL(
            """
            SELECT v.department_id, v.asn_kind, v.position_kind
              FROM hr_version v
             WHERE v.employee_id = e.id AND v.active
          ORDER BY %s
             LIMIT 1
            """,
            self.env["hr.version"]._get_order_at(today),
        )
