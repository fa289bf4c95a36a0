# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64

from odoo import api, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

from ..tools import cascade_workbook
from ..tools.typed import as_id
from .asn_officer_scope import OFFICER_GROUP
from .asn_workflow_mixin import AUDITOR_GROUP, MANAGER_GROUP

EXPORTERS = (
    "base.group_allow_export",
    OFFICER_GROUP,
    MANAGER_GROUP,
    AUDITOR_GROUP,
)


class AsnCascade(models.AbstractModel):
    """The tree as a workbook, with what its reader sees and nothing else."""

    _inherit = "asn.cascade"

    @api.model
    def export_tree(self, period_id, department_id=None, root_id=None):
        """Return everything below a node, or below all roots, as a workbook.

        :return: ``{"name": name of the file, "content": the file in base 64}``
        """
        self._check_reader()
        if not self._can_export():
            raise AccessError(
                self.env._(
                    "You may not export. Ask the administrator for the right to export."
                )
            )
        scope = self._get_scope(period_id, department_id)
        roots = [as_id(root_id)] if root_id else self._get_root_ids(scope)
        rows = self._get_rows(scope, roots)
        if not rows:
            raise UserError(
                self.env._(
                    "There is nothing to export here. Choose another period or unit."
                )
            )
        title = self.env._("Performance Cascade")
        content = cascade_workbook.write_cascade(title, self._get_headings(), rows)
        year = self.env["asn.period"].browse(scope.period_id).date_from.year
        return {
            "name": f"{title.lower().replace(' ', '-')}-{year}.xlsx",
            "content": base64.b64encode(content).decode(),
        }

    @api.model
    def _can_export(self):
        """Return whether the reader has Odoo's right to export, or a role whose task it
        is to report on others.
        """
        return any(map(self.env.user.has_group, EXPORTERS))

    @api.model
    def _get_rows(self, scope, roots):
        """Return (depth, cells) from each root down, parents before their children."""
        below = self._get_descendant_ids(roots)
        results = self.env["asn.skp.result"]
        ordered = results.search(scope.readable & Domain("id", "in", below)).ids
        path = scope.path_ids & set(below)
        ids = list(dict.fromkeys([*sorted(path), *ordered]))
        nodes = self._get_nodes(scope, ids)
        # sudo: asn.skp.result - below which node of the tree each one stands
        parents = {one.id: one.parent_id.id for one in results.sudo().browse(ids)}
        children = {}
        for one in ids:
            children.setdefault(parents[one], []).append(one)
        # an invisible result in between cuts no branch off
        cut = [one for one in ids if parents[one] not in nodes]
        tops = [one for one in dict.fromkeys([*roots, *cut]) if one in nodes]
        kinds = dict(results._fields["kind"]._description_selection(self.env))
        rows, stack = [], [(0, one) for one in reversed(tops)]
        while stack:
            depth, one = stack.pop()
            rows.append((depth, self._get_cells(nodes[one], kinds)))
            stack += [(depth + 1, kid) for kid in reversed(children.get(one, ()))]
        return rows

    @api.model
    def _get_cells(self, node, kinds):
        return (
            node["name"],
            kinds.get(node.get("kind"), ""),
            node.get("owner", ""),
            node["position"],
            node.get("unit", ""),
            "\n".join(line["text"] for line in node["indicators"]),
            "\n".join(line["share_label"] for line in node["indicators"]).strip(),
            node.get("state_label", ""),
            "\n".join(node["gaps"]),
        )

    @api.model
    def _get_headings(self):
        return (
            self.env._("Level"),
            self.env._("Result"),
            self.env._("Kind"),
            self.env._("Name"),
            self.env._("Position"),
            self.env._("Unit"),
            self.env._("Indicators and Targets"),
            self.env._("Share (%)"),
            self.env._("State"),
            self.env._("Gap"),
        )
