# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from decimal import Decimal

from odoo import api, models
from odoo.fields import Domain

from ..kinerja_rules.workflow import SKP_HOLDING
from .asn_skp_indicator import format_figure


class AsnCascade(models.AbstractModel):
    """What the tree tells of each result, and what it says is missing."""

    _inherit = "asn.cascade"

    @api.model
    def _get_nodes(self, scope, ids):
        """Return {id: node} of what the reader sees of these, in a few queries."""
        ids = list(ids)
        results = self.env["asn.skp.result"]
        readable = results.search(scope.readable & Domain("id", "in", ids))
        masked = results.browse(set(ids) & scope.path_ids) - readable
        facts = self._get_facts(scope, readable)
        labels = dict(
            self.env["asn.skp"]._fields["state"]._description_selection(self.env)
        )
        nodes = {one.id: self._make_masked(one) for one in masked.sudo()}
        for result in readable:
            nodes[result.id] = self._make_node(result, facts, labels)
        below = self._count_below(scope, ids)
        for one, node in nodes.items():
            node["child_count"] = below.get(one, 0)
        return nodes

    @api.model
    def _make_masked(self, result_sudo):
        """Return what everybody may know of the path above them."""
        return {
            "id": result_sudo.id,
            "name": result_sudo.name,
            "position": result_sudo.skp_id.position_name or "",
            "is_masked": True,
            "indicators": [],
            "gaps": [],
        }

    @api.model
    def _make_node(self, result, facts, labels):
        skp = result.skp_id
        return {
            "id": result.id,
            "skp_id": skp.id,
            "name": result.name,
            "kind": result.kind,
            "owner": skp.employee_name or "",
            "position": skp.position_name or "",
            "unit": skp.unit_name or "",
            "state": skp.state,
            "state_label": labels[skp.state],
            "is_own": skp.employee_user_id == self.env.user,
            "is_masked": False,
            "indicators": [
                {
                    "text": f"{line.name}: {line.target_label}",
                    "share": line.share,
                    "share_label": self._format(line.share) if line.share else "",
                }
                for line in facts["indicators"].get(result, ())
            ],
            "gaps": self._get_gaps(result, facts),
        }

    @api.model
    def _get_gaps(self, result, facts):
        """Return what is missing here, in words."""
        gaps = []
        if (
            result.skp_id.state in SKP_HOLDING
            and result.skp_id in facts["leaders"]
            and result.id not in facts["carried"]
        ):
            gaps.append(self.env._("Nobody carries this result"))
        if result.id in facts["before"]:
            gaps.append(self.env._("Still serves the leader's last plan"))
        for line in facts["indicators"].get(result, ()):
            together = facts["shares"].get(line.id, 0)
            if together and round(together, 2) != 100:
                gaps.append(
                    self.env._(
                        "The shares of “%(name)s” make %(sum)s %%",
                        name=line.name,
                        sum=self._format(together),
                    )
                )
        return gaps

    @api.model
    def _get_facts(self, scope, results):
        """Return what the nodes need besides their own columns, read at once."""
        lines = self.env["asn.skp.indicator"].search([("result_id", "in", results.ids)])
        running = Domain("skp_id.state", "!=", "cancelled")
        # sudo: asn.skp.result, asn.skp.indicator, asn.skp - that somebody carries a
        # result is known to its reader, whoever it is
        results_sudo = self.env["asn.skp.result"].sudo()
        lines_sudo = self.env["asn.skp.indicator"].sudo()
        carried = results_sudo._read_group(
            running & Domain("parent_id", "in", results.ids), ["parent_id"]
        )
        shares = lines_sudo._read_group(
            running & Domain("leader_indicator_id", "in", lines.ids),
            ["leader_indicator_id"],
            ["share:sum"],
        )
        leaders = (
            self.env["asn.skp"]
            .sudo()
            ._read_group(
                [
                    ("leader_skp_id", "in", results.skp_id.ids),
                    ("state", "!=", "cancelled"),
                ],
                ["leader_skp_id"],
            )
        )
        before = results_sudo.search(
            Domain("id", "in", results.ids)
            & Domain("parent_id.skp_id.period_id", "!=", scope.period_id)
            & Domain("parent_id", "!=", False)
        )
        return {
            "indicators": lines.grouped("result_id"),
            "carried": {parent.id for (parent,) in carried},
            "shares": {line.id: total for line, total in shares},
            "leaders": self.env["asn.skp"].browse([one.id for (one,) in leaders]),
            "before": set(before.ids),
        }

    @api.model
    def _count_below(self, scope, ids):
        """Return {id: how many nodes the reader sees below it}."""
        below = Domain("parent_id", "in", ids)
        results = self.env["asn.skp.result"]
        counts = {
            parent.id: count
            for parent, count in results._read_group(
                scope.readable & below, ["parent_id"], ["__count"]
            )
        }
        if not scope.path_ids:
            return counts
        seen = results.search(scope.readable & Domain("id", "in", scope.path_ids)).ids
        # sudo: asn.skp.result - the next ones on the reader's own path
        masked = results.sudo().search(
            Domain("id", "in", scope.path_ids - set(seen)) & below
        )
        for one in masked:
            counts[one.parent_id.id] = counts.get(one.parent_id.id, 0) + 1
        return counts

    @api.model
    def _format(self, figure):
        """Return a share as people write it."""
        return format_figure(self.env, Decimal(f"{figure:.2f}"))
