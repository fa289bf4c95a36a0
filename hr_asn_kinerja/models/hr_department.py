# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError

from ..tools.employee_columns import fold


class HrDepartment(models.Model):
    _inherit = "hr.department"

    officer_scope_ids = fields.One2many(
        "asn.officer.scope",
        "department_id",
        string="Performance Officers",
        groups="hr_asn_kinerja.group_asn_kinerja_manager",
    )

    @api.model_create_multi
    def create(self, vals_list):
        departments = super().create(vals_list)
        self._refresh_scopes()
        return departments

    def write(self, vals):
        result = super().write(vals)
        if vals.keys() & {"parent_id", "company_id"}:
            self._refresh_scopes()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_served(self):
        """Who was appointed for a unit stays on record."""
        # sudo: asn.officer.scope - whether there is one
        scopes_sudo = self.env["asn.officer.scope"].sudo()
        entered = [("department_id", "in", self.ids), ("origin_id", "=", False)]
        if scopes_sudo.search_count(entered, limit=1):
            raise UserError(
                self.env._(
                    "Performance officers were appointed for this unit, which stays "
                    "on record. Archive the unit instead."
                )
            )

    def unlink(self):
        # the foreign key empties the parent behind the ORM's back: then the path of
        # the units below, and with it rights, would still run through the deleted one
        below = self.with_context(active_test=False).child_ids - self
        below.parent_id = False
        result = super().unlink()
        self._refresh_scopes()
        return result

    @api.model
    def _refresh_scopes(self):
        """Let the rights of officers follow the tree."""
        # sudo: asn.officer.scope - whoever changes the tree changes no right on purpose
        self.env["asn.officer.scope"].sudo()._expand_all()

    @api.model
    def _get_paths(self):
        """Return {folded names from the top down: unit} of the units in use here."""
        units = self.search_fetch(
            [("company_id", "in", [self.env.company.id, False])],
            ["name", "parent_id"],
            order="id desc",
        )
        paths = {}
        for unit in units:
            names, above = [], unit
            while above and len(names) < 50:
                names.insert(0, fold(above.name))
                above = above.parent_id
            paths[tuple(names)] = unit
        return paths

    @api.model
    def _make_paths(self, wanted):
        """Make the units that are missing, one create for each depth of the tree.

        :param wanted: lists of names from the top down
        :return: as _get_paths, with the new units
        """
        paths = self._get_paths()
        for depth in range(1, max(map(len, wanted), default=0) + 1):
            missing = {
                tuple(map(fold, names[:depth])): names[depth - 1]
                for names in reversed(wanted)
                if len(names) >= depth and tuple(map(fold, names[:depth])) not in paths
            }
            if not missing:
                continue
            units = self.create(
                [
                    {
                        "name": name,
                        "company_id": self.env.company.id,
                        "parent_id": depth > 1 and paths[path[:-1]].id,
                    }
                    for path, name in missing.items()
                ]
            )
            paths.update(zip(missing, units, strict=True))
        return paths
