# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from .asn_job import BATCH

ROMAN = ("I", "II", "III", "IV")


class AsnPeriodInterval(models.Model):
    """A month, a quarter or the whole year: what one evaluation is about."""

    _name = "asn.period.interval"
    _description = "Evaluation Interval"
    _order = "date_from desc, sequence desc, id"

    period_id = fields.Many2one(
        "asn.period", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        related="period_id.company_id",
        store=True,
        index=True,
    )
    kind = fields.Selection(
        [("month", "Month"), ("quarter", "Quarter"), ("annual", "Annual")],
        required=True,
    )
    sequence = fields.Integer(required=True)
    date_from = fields.Date(string="From", required=True)
    date_to = fields.Date(string="To", required=True)
    evaluation_ids = fields.One2many("asn.evaluation", "interval_id")
    evaluation_count = fields.Integer(compute="_compute_evaluation_count")
    excused_count = fields.Integer(
        string="Excused",
        compute="_compute_excused_count",
        help="Agreed plans without evaluation, because these people are excused on "
        "every day of the interval.",
    )

    _once = models.UniqueIndex(
        "(period_id, kind, date_from)", "This interval already exists in the period."
    )

    @api.depends("kind", "date_from", "period_id.name")
    @api.depends_context("lang")
    def _compute_display_name(self):
        for interval in self:
            interval.display_name = interval._get_title() if interval.date_from else ""

    @api.depends("evaluation_ids")
    def _compute_evaluation_count(self):
        # sudo: asn.evaluation - how many there are, nothing of what stands in them
        counts = dict(
            self.env["asn.evaluation"]
            .sudo()
            ._read_group(
                [("interval_id", "in", self.ids)], ["interval_id"], ["__count"]
            )
        )
        for interval in self:
            interval.evaluation_count = counts.get(interval, 0)

    @api.depends("evaluation_ids")
    def _compute_excused_count(self):
        """Excused people are few: four queries for all intervals."""
        # sudo: asn.excuse, asn.skp, asn.evaluation - how many, nothing else
        excuses_sudo = self.env["asn.excuse"].sudo()
        excuses_sudo = excuses_sudo.search([("company_id", "in", self.company_id.ids)])
        of_them = Domain("employee_id", "in", excuses_sudo.employee_id.ids)
        plans_sudo = excuses_sudo.env["asn.skp"].search(
            of_them
            & Domain("period_id", "in", self.period_id.ids)
            & Domain("state", "=", "agreed")
        )
        evaluations_sudo = excuses_sudo.env["asn.evaluation"].search(
            of_them & Domain("interval_id", "in", self.ids)
        )
        opened = evaluations_sudo.grouped("interval_id")
        for interval in self:
            away = excuses_sudo._filter_throughout(interval.date_from, interval.date_to)
            plans = plans_sudo.filtered(
                lambda plan, interval=interval, away=away: (
                    plan.period_id == interval.period_id
                    and plan.date_from <= interval.date_to
                    and plan.date_to >= interval.date_from
                    and plan.employee_id in away.employee_id
                )
            )
            done = opened.get(interval, evaluations_sudo.browse()).skp_id
            interval.excused_count = len(plans - done)

    def _get_title(self):
        """Return the title as it stands on the forms, such as Triwulan III 2026."""
        year = self.date_from.year
        if self.kind == "quarter":
            quarter = ROMAN[(self.date_from.month - 1) // 3]
            return self.env._(
                "Quarter %(quarter)s %(year)s", quarter=quarter, year=year
            )
        if self.kind == "month":
            return self.env._(
                "Month %(month)s %(year)s", month=self.date_from.month, year=year
            )
        return self.env._("Annual %(year)s", year=year)

    def write(self, vals):
        if not self.env.su and any(self.mapped("evaluation_count")):
            raise UserError(
                self.env._(
                    "Evaluations of this interval are already open, so its dates stay "
                    "as they are."
                )
            )
        return super().write(vals)

    def action_open_evaluations(self):
        """Make an evaluation for each agreed plan of this interval that has none."""
        self.ensure_one()
        self._check_period_open()
        evaluations = self.env["asn.evaluation"]
        evaluations.check_access("create")
        missing = evaluations._find_unopened(self)
        if len(missing) > BATCH:
            return self._open_in_background(missing)
        evaluations._open_for(self, missing)
        return {
            "type": "ir.actions.act_window",
            "name": self.display_name,
            "res_model": "asn.evaluation",
            "view_mode": "list,form",
            "domain": [("interval_id", "=", self.id)],
        }

    def _check_period_open(self):
        if self.period_id.state != "open":
            raise UserError(
                self.env._("Open the period first; then its evaluations can be opened.")
            )

    def _check_unlocked(self):
        """Refuse to change what belongs to an interval that no longer changes.

        Parts of an interval (progress, feedback, realisations, ratings of units) ask
        it before they are written; the flow itself is elevated and passes.
        """
        # sudo: asn.period - only the state is looked at
        if self.env.su or all(
            period.state == "open" for period in self.sudo().period_id
        ):
            return
        raise UserError(
            self.env._("The period is closed, so nothing in it changes any more.")
        )

    def _open_in_background(self, plans):
        """Queue the plans and show the job with its progress."""
        name = self.env._("Open evaluations: %(interval)s", interval=self.display_name)
        # sudo: asn.skp - the name of the person is the label of the line
        payloads = [
            (plan.employee_name, {"skp_id": plan.id, "interval_id": self.id})
            for plan in plans.sudo()
        ]
        job = self.env["asn.job"].with_company(self.company_id)
        return job._start("evaluation_open", name, payloads)._get_action()
