# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Domain

from ..tools.typed import storable


class AsnActionPlan(models.Model):
    """Rencana aksi: what is done for a result in an interval.

    The employee writes it; the assessor reads it and may note something beside it.
    """

    _name = "asn.action.plan"
    _description = "Action Plan"
    _inherit = "asn.work.mixin"
    _order = "interval_id desc, result_id, sequence, id"
    _open_fields = frozenset(
        {"result_id", "interval_id", "sequence", "name", "target", "planned_date"}
    )

    interval_id = fields.Many2one(
        "asn.period.interval",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self._default_interval_id(),
        domain="[('kind', '!=', 'annual'), ('period_id.state', '=', 'open')]",
    )
    sequence = fields.Integer(default=10)
    name = fields.Text(
        string="Planned Action",
        required=True,
        help="What you will do to reach the result.",
    )
    target = fields.Char(help="How far it will be, such as 25 documents.")
    planned_date = fields.Date(string="Planned Until")
    assessor_note = fields.Text(string="Note of the Assessor")
    assessor_note_by = fields.Char(string="Noted By", readonly=True)
    progress_ids = fields.One2many(
        "asn.progress", "action_plan_id", string="Daily Progress"
    )
    progress_count = fields.Integer(
        string="Number of Entries", compute="_compute_progress_count"
    )
    can_note = fields.Boolean(compute="_compute_can_note")

    @api.model
    def _default_interval_id(self):
        """Return the running month or quarter of the own plan."""
        today = self.env["asn.period"]._today()
        return self._get_running_interval(self._get_running_skp().period_id, today)

    @api.model
    def _get_running_interval(self, period, date):
        return period.interval_ids.filtered(
            lambda one: one.kind != "annual" and one.date_from <= date <= one.date_to
        )[:1]

    @api.depends("name")
    def _compute_display_name(self):
        for plan in self:
            plan.display_name = (plan.name or "").strip().split("\n")[0]

    @api.depends("progress_ids")
    def _compute_progress_count(self):
        counts = dict(
            self.env["asn.progress"]._read_group(
                [("action_plan_id", "in", self.ids)], ["action_plan_id"], ["__count"]
            )
        )
        for plan in self:
            plan.progress_count = counts.get(plan, 0)

    @api.depends("skp_id")
    @api.depends_context("uid")
    def _compute_can_note(self):
        for plan in self:
            plan.can_note = plan.skp_id.is_assessed_by_me

    @api.constrains("interval_id", "result_id", "planned_date")
    def _check_interval(self):
        for plan in self:
            skp, interval = plan.skp_id, plan.interval_id
            if (
                interval.period_id != skp.period_id
                or interval.date_from > skp.date_to
                or interval.date_to < skp.date_from
            ):
                raise ValidationError(
                    self.env._(
                        "Choose an interval in which the plan of the result runs."
                    )
                )
            day = plan.planned_date
            if day and not interval.date_from <= day <= interval.date_to:
                raise ValidationError(
                    self.env._(
                        "“%(name)s” is planned for a day outside %(interval)s. Choose "
                        "a day in it.",
                        name=plan.display_name,
                        interval=interval.display_name,
                    )
                )

    def _get_intervals(self):
        return {plan: plan.interval_id for plan in self}

    def _covers(self, date):
        """Return whether a day lies in the interval of the plan."""
        interval = self.interval_id
        return bool(date and interval) and (
            interval.date_from <= date <= interval.date_to
        )

    def write(self, vals):
        if self.env.su or "assessor_note" not in vals:
            return super().write(vals)
        self._write_note(vals["assessor_note"])
        rest = {name: vals[name] for name in vals if name != "assessor_note"}
        return super().write(rest) if rest else True

    def _write_note(self, note):
        """Note something beside the plan: the assessor, or who acts for them."""
        self.check_access("read")
        roles = self.skp_id._get_roles()
        if any("assessor" not in roles[plan.skp_id.id] for plan in self):
            raise AccessError(
                self.env._("Only the assessor of the plan writes a note beside it.")
            )
        self._check_open()
        values = {
            "assessor_note": storable(note or "").strip() or False,
            "assessor_note_by": self.env.user.name if note else False,
        }
        # sudo: asn.action.plan - the note is the only column of the assessor
        self.sudo().write(values)

    @api.model
    def action_copy_previous(self):
        """Copy the plans of the last interval that has some into the running one."""
        skp = self._get_running_skp()
        today = self.env["asn.period"]._today()
        interval = self._get_running_interval(skp.period_id, today)
        if not interval:
            raise UserError(
                self.env._("You have no agreed plan that runs today. Plan first.")
            )
        plans = self.search(
            Domain("skp_id", "=", skp.id)
            & Domain("interval_id.kind", "!=", "annual")
            & Domain("interval_id.date_from", "<=", interval.date_from)
        )
        here = plans.filtered(lambda plan: plan.interval_id == interval)
        before = (plans - here).sorted(lambda plan: plan.interval_id.date_from)
        last = before[-1:].interval_id
        known = {(plan.result_id, plan.name) for plan in here}
        values = [
            {
                "result_id": plan.result_id.id,
                "interval_id": interval.id,
                "sequence": plan.sequence,
                "name": plan.name,
                "target": plan.target,
            }
            for plan in before.filtered(lambda plan: plan.interval_id == last).sorted()
            if plan.result_id.active and (plan.result_id, plan.name) not in known
        ]
        if not values:
            raise UserError(
                self.env._(
                    "There is nothing to copy: no earlier interval of this plan has "
                    "action plans that are missing in the running one."
                )
            )
        self.create(values)
        return {"type": "ir.actions.client", "tag": "soft_reload"}
