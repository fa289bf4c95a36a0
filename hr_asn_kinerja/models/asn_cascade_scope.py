# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from typing import NamedTuple

from odoo import api, models
from odoo.fields import Domain
from odoo.tools import SQL

from ..tools.typed import as_id


class Scope(NamedTuple):
    """What one reader sees in one period, perhaps of one unit only.

    `plans` and `readable` are domains of plans and results, still under the reader's
    record rules; `path_ids` are the masked or readable results above their own.
    """

    period_id: int
    plans: Domain
    readable: Domain
    path_ids: frozenset


class AsnCascade(models.AbstractModel):
    """Which results stand in the tree of a reader, and which of them on top."""

    _inherit = "asn.cascade"

    @api.model
    def _get_scope(self, period_id, department_id=None):
        """Return the scope; its plan must be readable for a result to be a node.

        Of the leader's results that a team may choose from, only those on the path
        belong into the tree. Within a unit there is nothing above the unit.
        """
        period_id = as_id(period_id)
        plans = Domain("period_id", "=", period_id) & Domain("state", "!=", "cancelled")
        if department_id:
            unit = self.env["hr.department"].browse(as_id(department_id) or [])
            plans &= Domain("department_id", "child_of", unit.exists().ids)
        readable = Domain("skp_id", "any", plans)
        path_ids = set() if department_id else self._get_path_ids(period_id)
        return Scope(period_id, plans, readable, frozenset(path_ids))

    @api.model
    def _get_path_ids(self, period_id):
        """Return the agreed results above the reader's own ones, up to the top."""
        rows = self._query_results(
            SQL(
                """
                WITH RECURSIVE path AS (
                    SELECT r.parent_id AS id
                      FROM asn_skp_result r
                      JOIN asn_skp s ON s.id = r.skp_id
                     WHERE s.employee_user_id = %(user)s AND s.period_id = %(period)s
                       AND s.state != 'cancelled' AND r.parent_id IS NOT NULL
                     UNION
                    SELECT r.parent_id
                      FROM path p
                      JOIN asn_skp_result r ON r.id = p.id
                     WHERE r.parent_id IS NOT NULL
                )
                SELECT p.id
                  FROM path p
                  JOIN asn_skp_result r ON r.id = p.id
                  JOIN asn_skp s ON s.id = r.skp_id
                 WHERE s.state IN ('agreed', 'closed')
                   AND s.company_id = ANY(%(agencies)s)
                """,
                user=self.env.uid,
                period=period_id,
                agencies=self.env.companies.ids,
            )
        )
        return {row[0] for row in rows}

    @api.model
    def _get_root_ids(self, scope):
        """Return what has nothing above it that the reader sees.

        A result that serves nothing although the leader's plan stands in the tree is no
        root but a gap: the report of the gaps lists it.
        """
        top = Domain("skp_id", "any", Domain("leader_skp_id", "not any", scope.plans))
        roots = self.env["asn.skp.result"].search(
            scope.readable
            & Domain("parent_id", "not any", scope.readable)
            & Domain("parent_id", "not in", scope.path_ids)
            & (Domain("parent_id", "!=", False) | top)
        )
        return [*self._get_masked_roots(scope), *roots.ids]

    @api.model
    def _get_masked_roots(self, scope):
        """Return the highest nodes of the reader's path that are no other root."""
        if not scope.path_ids:
            return []
        results = self.env["asn.skp.result"]
        on_path = Domain("id", "in", scope.path_ids)
        seen = set(results.search(scope.readable & on_path).ids)
        # sudo: asn.skp.result - which of the path is above the others
        return [
            result.id
            for result in results.sudo().search(on_path)
            if result.id not in seen and result.parent_id.id not in scope.path_ids
        ]

    @api.model
    def _get_trails(self, ids):
        """Return {id: the ids above it, from the top on}; not all may be visible."""
        rows = self._query_results(
            SQL(
                """
                WITH RECURSIVE trail(id, above, height) AS (
                    SELECT id, parent_id, 1 FROM asn_skp_result
                     WHERE id = ANY(%s) AND parent_id IS NOT NULL
                     UNION
                    SELECT t.id, r.parent_id, t.height + 1
                      FROM trail t
                      JOIN asn_skp_result r ON r.id = t.above
                     WHERE r.parent_id IS NOT NULL
                )
                SELECT id, above FROM trail ORDER BY id, height DESC
                """,
                list(ids),
            )
        )
        trails = {}
        for one, above in rows:
            trails.setdefault(one, []).append(above)
        return trails

    @api.model
    def _get_descendant_ids(self, ids):
        """Return everything below these, whoever may see it."""
        rows = self._query_results(
            SQL(
                """
                WITH RECURSIVE below AS (
                    SELECT id FROM asn_skp_result WHERE id = ANY(%s)
                     UNION
                    SELECT r.id FROM asn_skp_result r JOIN below b ON b.id = r.parent_id
                )
                SELECT id FROM below
                """,
                list(ids),
            )
        )
        return [row[0] for row in rows]

    @api.model
    def _query_results(self, query):
        self.env["asn.skp.result"].flush_model(["parent_id", "skp_id"])
        self.env["asn.skp"].flush_model(
            ["employee_user_id", "period_id", "state", "company_id"]
        )
        return self.env.execute_query(query)
