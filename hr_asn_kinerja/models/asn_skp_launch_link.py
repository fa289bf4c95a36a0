# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.tools import SQL


class AsnSkp(models.Model):
    """The links of many plans to those of their leaders, in one statement a table."""

    _inherit = "asn.skp"

    def _link_leaders_of(self):
        """Do for new plans what `_link_leader` does, and follow the old cascade."""
        if not self:
            return
        self.env.flush_all()
        self.env.cr.execute(self._get_leader_link_query())
        self.env.cr.execute(self._get_result_link_query())
        self.env.invalidate_all(flush=False)

    def _get_leader_link_query(self):
        """Link these plans and their teams' to the plan of the assessor."""
        return SQL(
            """
            WITH wanted AS (
                SELECT s.id, l.id AS leader_id
                  FROM asn_skp s
                  JOIN LATERAL (
                           SELECT l.id
                             FROM asn_skp l
                            WHERE l.employee_id = s.assessor_id
                              AND l.period_id = s.period_id
                              AND l.state <> 'cancelled'
                              AND l.date_from <= s.date_to
                              AND l.date_to >= s.date_from
                         ORDER BY l.date_from, l.id
                            LIMIT 1
                       ) l ON TRUE
                 WHERE s.period_id IN %(periods)s
                   AND s.state <> 'cancelled'
                   AND (s.id IN %(plans)s OR s.assessor_id IN %(people)s)
            )
            UPDATE asn_skp s
               SET leader_skp_id = w.leader_id
              FROM wanted w
             WHERE s.id = w.id AND s.leader_skp_id IS DISTINCT FROM w.leader_id
            """,
            periods=self.period_id._ids,
            plans=self._ids,
            people=self.employee_id._ids,
        )

    def _get_result_link_query(self):
        """Let carried results serve what continues the result that they served.

        Only where the leader's plan is agreed already; otherwise `previous_id` of both
        keeps the trace until it is.
        """
        return SQL(
            """
            UPDATE asn_skp_result r
               SET parent_id = n.id
              FROM asn_skp_result o, asn_skp s, asn_skp l, asn_skp_result n
             WHERE r.skp_id IN %(plans)s AND r.parent_id IS NULL
               AND o.id = r.previous_id AND s.id = r.skp_id
               AND l.id = s.leader_skp_id AND l.state IN ('agreed', 'closed')
               AND n.skp_id = l.id AND n.previous_id = o.parent_id
            """,
            plans=self._ids,
        )
