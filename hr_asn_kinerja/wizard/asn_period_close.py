# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..models.asn_workflow_mixin import MANAGER_GROUP


class AsnPeriodClose(models.TransientModel):
    """Closing a year, after showing what is still missing in it.

    Numbers and names only; nothing here is stored or trusted later: each step looks
    again at what there is.
    """

    _name = "asn.period.close"
    _description = "Close a Year"
    _inherit = "asn.shown.mixin"
    _shown_fields = ("period_id",)

    period_id = fields.Many2one(
        "asn.period",
        required=True,
        default=lambda self: self.env["asn.skp"]._get_open_period(),
        domain="[('state', '=', 'open')]",
    )
    state = fields.Selection(related="period_id.state", related_sudo=False)
    annual_id = fields.Many2one(
        "asn.period.interval", string="Annual", compute="_compute_annual_id"
    )
    no_plan_count = fields.Integer(
        string="Without Agreed Plan",
        compute="_compute_plan_counts",
        help="People who are expected to plan and have no agreed plan of this year.",
    )
    undelivered_count = fields.Integer(
        string="Months and Quarters Not Delivered",
        compute="_compute_fill_counts",
        help="Evaluations before the annual one that are not delivered or not opened.",
    )
    unrated_unit_count = fields.Integer(
        string="Units Without Annual Rating",
        compute="_compute_unit_counts",
        help="Units of the plans for which no rating of the year holds, their own or "
        "that of a unit above them.",
    )
    missing_count = fields.Integer(
        string="Annual Evaluations to Make", compute="_compute_annual_counts"
    )
    made_count = fields.Integer(
        string="Annual Evaluations Made", compute="_compute_annual_counts"
    )
    open_count = fields.Integer(
        string="Annual Evaluations Not Delivered", compute="_compute_annual_counts"
    )
    job_id = fields.Many2one(
        "asn.job", string="Work Under Way", compute="_compute_annual_counts"
    )

    def _check_manager(self):
        if not self.env.su and not self.env.user.has_group(MANAGER_GROUP):
            raise AccessError(self.env._("Only the agency manager closes a year."))

    @api.depends("period_id")
    @api.depends_context("lang")
    def _compute_display_name(self):
        for check in self:
            check.display_name = check.period_id.name or self.env._("Close a Year")

    @api.depends("period_id")
    def _compute_annual_id(self):
        for check in self:
            check.annual_id = check.period_id.interval_ids.filtered(
                lambda interval: interval.kind == "annual"
            )[:1]

    @api.depends("period_id")
    def _compute_plan_counts(self):
        waiting = self.env["asn.skp.waiting"]
        for check in self:
            check.no_plan_count = waiting.search_count(check._get_no_plan_domain())

    def _get_no_plan_domain(self):
        return [
            ("period_id", "=", self.period_id.id),
            ("stage", "not in", ("agreed", "closed")),
            ("is_excused", "=", False),
        ]

    def _get_undelivered_domain(self):
        return [
            ("period_id", "=", self.period_id.id),
            ("kind", "!=", "annual"),
            ("stage", "!=", "delivered"),
        ]

    @api.depends("period_id")
    def _compute_fill_counts(self):
        fills = self.env["asn.evaluation.fill"]
        for check in self:
            check.undelivered_count = fills.search_count(
                check._get_undelivered_domain()
            )

    @api.depends("period_id")
    def _compute_unit_counts(self):
        for check in self:
            check.unrated_unit_count = len(check._get_unrated_units())

    def _get_unrated_units(self):
        """Return the units with plans for which no rating of the year holds."""
        # sudo: asn.skp - in which units there are plans, nothing else
        rows = (
            self.env["asn.skp"]
            .sudo()
            ._read_group(
                [
                    ("period_id", "=", self.period_id.id),
                    ("state", "in", ("agreed", "closed")),
                    ("department_id", "!=", False),
                ],
                ["department_id"],
            )
        )
        ratings = self.env["asn.unit.performance"].search(
            [("interval_id", "=", self.annual_id.id), ("state", "=", "approved")]
        )
        rated = set(ratings.department_id.ids)
        units = self.env["hr.department"].browse([unit.id for (unit,) in rows])
        return units.filtered(
            lambda unit: rated.isdisjoint(
                int(key) for key in unit.parent_path.split("/") if key
            )
        )

    @api.depends("period_id")
    def _compute_annual_counts(self):
        for check in self:
            annual = check.annual_id
            evaluations = self.env["asn.evaluation"]
            missing = evaluations._find_unopened(annual) if annual else ()
            check.missing_count = len(missing)
            check.made_count = annual.evaluation_count
            check.open_count = annual.open_count
            job = annual._find_opening_job() if annual else self.env["asn.job"]
            check.job_id = job.sudo(False)

    # --- ACTIONS ---

    def action_generate(self):
        """Make the annual evaluations of everybody who has none."""
        self.ensure_one()
        self._check_manager()
        if not self.annual_id:
            raise UserError(self.env._("Open the period first: it has no intervals."))
        action = self.annual_id.action_open_evaluations()
        return action if action["res_model"] == "asn.job" else self._show()

    def action_close(self):
        """Close the year: nothing in it changes any more."""
        self.ensure_one()
        self._check_manager()
        self.period_id.action_close()
        return self._show()

    def action_show_job(self):
        """Show the work that is under way, with its progress."""
        self.ensure_one()
        return self.job_id._get_action() if self.job_id else self._show()

    def action_show_no_plan(self):
        """List the people without an agreed plan."""
        self.ensure_one()
        return self._list(
            "asn.skp.waiting", self._get_no_plan_domain(), "no_plan_count"
        )

    def action_show_undelivered(self):
        """List whose months or quarters are not delivered."""
        self.ensure_one()
        domain = self._get_undelivered_domain()
        return self._list("asn.evaluation.fill", domain, "undelivered_count")

    def action_show_annual(self):
        """List how far the annual evaluations are."""
        self.ensure_one()
        domain = [("interval_id", "=", self.annual_id.id)]
        return self._list("asn.evaluation.fill", domain, "open_count")

    def action_show_units(self):
        """List the ratings of the units for the year, to add what is missing."""
        self.ensure_one()
        domain = [("interval_id", "=", self.annual_id.id)]
        action = self._list("asn.unit.performance", domain, "unrated_unit_count")
        return {**action, "context": {"default_interval_id": self.annual_id.id}}

    def _list(self, model, domain, name):
        return {
            "type": "ir.actions.act_window",
            "name": self._fields[name]._description_string(self.env),
            "res_model": model,
            "view_mode": "list,kanban",
            "views": [(False, "list"), (False, "kanban")],
            "domain": domain,
        }

    def _show(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Close a Year"),
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "views": [(False, "form")],
        }
