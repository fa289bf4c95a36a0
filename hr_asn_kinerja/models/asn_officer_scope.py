# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class AsnOfficerScope(models.Model):
    """The units that a performance officer serves, from when to when.

    The manager enters one row for the top unit; the rows of the units below it are
    made from it (`origin_id`) whenever the row or the tree changes. Record rules need
    the plain rows: one department each, with dates.
    """

    _name = "asn.officer.scope"
    _description = "Scope of a Performance Officer"
    _order = "user_id, date_from desc, id"
    _check_company_auto = True

    user_id = fields.Many2one(
        "res.users", string="Officer", required=True, index=True, ondelete="cascade"
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Unit",
        required=True,
        index=True,
        ondelete="cascade",
        check_company=True,
    )
    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    date_from = fields.Date(
        string="From",
        required=True,
        default=lambda self: self.env["asn.period"]._today(),
    )
    date_to = fields.Date(string="To", help="Empty while the end is not known.")
    origin_id = fields.Many2one(
        "asn.officer.scope",
        string="Made From",
        index=True,
        readonly=True,
        ondelete="cascade",
    )

    _dates_in_order = models.Constraint(
        "CHECK(date_to IS NULL OR date_to >= date_from)",
        "The scope must end on or after the day it begins.",
    )

    @api.depends("user_id", "department_id")
    def _compute_display_name(self):
        for scope in self:
            scope.display_name = f"{scope.user_id.name}: {scope.department_id.name}"

    @api.model_create_multi
    def create(self, vals_list):
        scopes = super().create(vals_list)
        scopes.filtered(lambda scope: not scope.origin_id)._expand()
        return scopes

    def write(self, vals):
        result = super().write(vals)
        self.filtered(lambda scope: not scope.origin_id)._expand()
        return result

    @api.model
    def _expand_all(self):
        """Make the rows below every chosen unit anew; there are few of them."""
        self.search([("origin_id", "=", False)])._expand()

    def _expand(self):
        """Replace the made rows of `self` by one row for each unit below."""
        if not self:
            return
        below = self._get_units_below()
        self.search([("origin_id", "in", self.ids)]).unlink()
        self.create(
            [
                {
                    "user_id": scope.user_id.id,
                    "department_id": department_id,
                    "company_id": scope.company_id.id,
                    "date_from": scope.date_from,
                    "date_to": scope.date_to,
                    "origin_id": scope.id,
                }
                for scope in self
                for department_id in below[scope.department_id]
            ]
        )

    def _get_units_below(self):
        """Return {unit: ids of the units below it} with one query."""
        tops = self.department_id
        units = (
            self.env["hr.department"]
            .with_context(active_test=False)
            .search_fetch([("id", "child_of", tops.ids)], ["parent_path"])
        )
        return {
            top: [
                unit.id
                for unit in units
                if unit != top and unit.parent_path.startswith(top.parent_path)
            ]
            for top in tops
        }

    @api.model
    def _get_departments_today(self, user):
        """Return the units that the user serves today."""
        today = self.env["asn.period"]._today()
        # sudo: asn.officer.scope - asks only for the rows of one user
        scopes_sudo = self.sudo().search(
            [
                ("user_id", "=", user.id),
                ("date_from", "<=", today),
                "|",
                ("date_to", "=", False),
                ("date_to", ">=", today),
            ]
        )
        return scopes_sudo.department_id
