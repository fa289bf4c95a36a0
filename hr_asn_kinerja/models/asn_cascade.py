# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import AccessError
from odoo.fields import Domain

from ..tools.typed import as_id

#: Nodes below one other that are sent at once; the rest comes when asked for.
PAGE = 80
FOUND = 30
#: The roots stand below a node that does not exist.
ROOT = 0


class AsnCascade(models.AbstractModel):
    """The tree from the head's result down to a person, with the reader's own rights.

    Whoever reads a plan sees its results as nodes. Above their own results everybody
    also sees the path to the top, but of it no more than the wording and the position:
    these nodes are masked. Each call costs the same few queries for ten people and for
    thousands.
    """

    _name = "asn.cascade"
    _description = "Cascade of Results"

    @api.model
    def get_start(self, period_id=None, department_id=None):
        """Return the choices of the screen, the roots and what is below them.

        :param period_id: without it the one of today, or the last one
        :param department_id: only the plans of this unit and of those below it
        """
        self._check_reader()
        periods = self._get_periods()
        today = self.env["asn.period"]._today()
        asked = periods.filtered(lambda one: one.id == period_id)
        running = periods.filtered(lambda one: one.date_from <= today <= one.date_to)
        period = (asked or running or periods)[:1]
        scope = self._get_scope(period.id, department_id)
        return {
            "periods": [{"id": one.id, "name": one.display_name} for one in periods],
            "period_id": period.id,
            "departments": self._get_departments(period),
            "can_export": self._can_export(),
            **self._get_levels(scope),
        }

    @api.model
    def get_children(self, parent_ids, period_id, department_id=None, offset=0):
        """Return the nodes below these, by parent, from the given number on.

        :return: ``{"nodes": {id: node}, "children": {parent id: [ids]},
            "totals": {parent id: how many there are}}``; the roots stand below 0
        """
        self._check_reader()
        scope = self._get_scope(period_id, department_id)
        asked = parent_ids if isinstance(parent_ids, list | tuple) else []
        return self._get_level(scope, list(map(as_id, asked)), as_id(offset))

    @api.model
    def find_nodes(self, words, period_id, department_id=None):
        """Return nodes whose result or owner has these words, with their path."""
        self._check_reader()
        words = words.strip() if isinstance(words, str) else ""
        if not words:
            return []
        scope = self._get_scope(period_id, department_id)
        results = self.env["asn.skp.result"]
        wording = Domain("name", "ilike", words)
        owner = Domain("employee_name", "ilike", words)
        position = Domain("position_name", "ilike", words)
        found = results.search(
            scope.readable & (wording | Domain("skp_id", "any", owner | position)),
            limit=FOUND,
        ).ids
        # sudo: asn.skp.result - the wording of the reader's own path
        path_sudo = results.sudo().search(
            Domain("id", "in", scope.path_ids) & wording, limit=FOUND
        )
        return self._describe(scope, list(dict.fromkeys(found + path_sudo.ids)))

    @api.model
    def get_node(self, result_id, period_id, department_id=None):
        """Return one node with its path, False when the reader may not see it."""
        self._check_reader()
        scope = self._get_scope(period_id, department_id)
        found = self._describe(scope, [as_id(result_id)])
        return found[0] if found else False

    @api.model
    def _describe(self, scope, ids):
        """Return the visible ones of these nodes, each with its visible ancestors."""
        trails = self._get_trails(ids)
        everything = {*ids, *(one for trail in trails.values() for one in trail)}
        nodes = self._get_nodes(scope, everything)
        return [
            {
                **nodes[one],
                "trail": [
                    {"id": above, "name": nodes[above]["name"]}
                    for above in trails.get(one, ())
                    if above in nodes
                ],
            }
            for one in ids
            if one in nodes
        ]

    @api.model
    def _get_levels(self, scope):
        """Return the roots and the level below them."""
        first = self._get_level(scope, [ROOT])
        below = self._get_level(scope, list(first["nodes"]))
        return {key: {**first[key], **below[key]} for key in first}

    @api.model
    def _get_level(self, scope, parent_ids, offset=0):
        results = self.env["asn.skp.result"]
        by_parent = {parent_id: [] for parent_id in parent_ids}
        if ROOT in by_parent:
            by_parent[ROOT] += self._get_root_ids(scope)
        below = Domain("parent_id", "in", [one for one in parent_ids if one])
        children = results.search(scope.readable & below)
        # sudo: asn.skp.result - the next ones on the reader's own path
        children |= results.sudo().search(Domain("id", "in", scope.path_ids) & below)
        for child in children.sudo():
            by_parent[child.parent_id.id].append(child.id)
        pages = {key: ids[offset : offset + PAGE] for key, ids in by_parent.items()}
        shown = {one for ids in pages.values() for one in ids}
        return {
            "nodes": self._get_nodes(scope, shown),
            "children": pages,
            "totals": {key: len(ids) for key, ids in by_parent.items()},
        }

    @api.model
    def _get_periods(self):
        return self.env["asn.period"].search(
            [("company_id", "in", self.env.companies.ids), ("state", "!=", "draft")],
            order="date_from desc, id desc",
        )

    @api.model
    def _get_departments(self, period):
        """Return the units in which the reader sees plans, for the choice."""
        rows = self.env["asn.skp"]._read_group(
            [("period_id", "=", period.id), ("state", "!=", "cancelled")],
            ["department_id"],
        )
        if len(rows) < 2:
            return []
        # sudo: hr.department - names of units whose plans the reader sees
        units_sudo = self.env["hr.department"].sudo()
        units_sudo = units_sudo.concat(*(row[0].sudo() for row in rows if row[0]))
        above = {
            int(one)
            for unit in units_sudo
            for one in (unit.parent_path or "").split("/")[:-1]
        }
        units_sudo = units_sudo.browse(sorted(above))
        names = [{"id": one.id, "name": one.complete_name} for one in units_sudo]
        return sorted(names, key=lambda one: one["name"])

    @api.model
    def _check_reader(self):
        if not self.env.user._is_internal():
            raise AccessError(self.env._("The cascade is for people of the agency."))
