# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Domain

OFFICER_GROUP = "hr_asn_kinerja.group_asn_kinerja_officer"


class AsnOfficerScope(models.Model):
    """The units that a performance officer serves, from when to when.

    The manager enters one row for the top unit; the rows of the units below it are
    made from it (`origin_id`) whenever the row or the tree changes. Record rules need
    the plain rows: one department each, with dates. A row makes its user an officer,
    the end of the last one ends that too.
    """

    _name = "asn.officer.scope"
    _description = "Scope of a Performance Officer"
    _inherit = "asn.membership.mixin"
    _order = "user_id, date_from desc, id"
    _check_company_auto = True
    _membership_cron = "hr_asn_kinerja.ir_cron_sync_roles"
    _membership_closed = frozenset({"ended_at", "origin_id"})

    user_id = fields.Many2one(
        "res.users",
        string="Officer",
        required=True,
        index=True,
        ondelete="cascade",
        check_company=True,
        domain="[('share', '=', False), ('company_ids', 'in', company_id)]",
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Unit",
        required=True,
        index=True,
        ondelete="cascade",
        check_company=True,
    )
    mandate_number = fields.Char(string="Decree Number")
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
    # two calls of one double click both find nothing yet
    _once = models.UniqueIndex(
        "(company_id, user_id, department_id, date_from, "
        "COALESCE(date_to, 'infinity'), md5(COALESCE(mandate_number, '')))"
        " WHERE origin_id IS NULL",
        "This officer already serves this unit by this letter for the same days.",
    )

    @api.depends("user_id", "department_id")
    def _compute_display_name(self):
        for scope in self:
            scope.display_name = f"{scope.user_id.name}: {scope.department_id.name}"

    @api.model_create_multi
    def create(self, vals_list):
        self._check_entered(any(vals.get("origin_id") for vals in vals_list))
        scopes = super().create(vals_list)
        scopes._filter_entered()._expand()
        return scopes

    def write(self, vals):
        self._check_entered("origin_id" in vals or self - self._filter_entered())
        result = super().write(vals)
        self._filter_entered()._expand()
        return result

    def unlink(self):
        self._check_entered(self - self._filter_entered())
        return super().unlink()

    @api.model
    def _check_entered(self, made):
        """Rows that are made from another one follow it, and nobody else."""
        if made and not self.env.su:
            raise AccessError(
                self.env._(
                    "The rows of the units below follow the row of the top unit. "
                    "Change that one."
                )
            )

    def _filter_entered(self):
        return self.filtered(lambda scope: not scope.origin_id)

    @api.model
    def _get_entered_domain(self):
        return Domain("origin_id", "=", False)

    def _get_group_rows(self):
        return {OFFICER_GROUP: Domain.TRUE}

    def _get_history_values(self):
        return {"role": "officer", "subject": self.department_id.complete_name}

    def _get_remembered_fields(self):
        return super()._get_remembered_fields() | {"department_id"}

    @api.model
    def _expand_all(self):
        """Make the rows below every chosen unit anew; there are few of them."""
        self.search([("origin_id", "=", False)])._expand()

    def _expand(self):
        """Replace the made rows of `self` by one row for each unit below."""
        if not self:
            return
        below = self._get_units_below()
        # sudo: asn.officer.scope - made rows follow from rows that were checked
        scopes_sudo = self.sudo()
        scopes_sudo.search([("origin_id", "in", self.ids)]).unlink()
        scopes_sudo.create(
            [
                {
                    "user_id": scope.user_id.id,
                    "department_id": unit.id,
                    "company_id": scope.company_id.id,
                    "date_from": scope.date_from,
                    "date_to": scope.date_to,
                    "origin_id": scope.id,
                }
                for scope in self
                for unit in below[scope.department_id]
                # a unit that agencies share may have units of others below it
                if unit.company_id in (scope.company_id, unit.company_id.browse())
            ]
        )

    def _get_units_below(self):
        """Return {unit: the units below it} with one query."""
        tops = self.department_id
        units = (
            self.env["hr.department"]
            .with_context(active_test=False)
            .search_fetch([("id", "child_of", tops.ids)], ["parent_path", "company_id"])
        )
        return {
            top: [
                unit
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
            Domain("user_id", "=", user.id) & self._get_running_domain(today)
        )
        return scopes_sudo.department_id
