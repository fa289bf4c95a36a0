# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain
from odoo.tools import format_date

#: What the national application shows as the source of each entry.
DATA_SOURCE = "ekinerja"


class AsnProgress(models.Model):
    """One entry of daily work, with the nine fields of the national application.

    The employee writes it; the assessor finds it beside the rating. It keeps pointing
    to its result also when a revision has taken that out of the plan.
    """

    _name = "asn.progress"
    _description = "Daily Progress"
    _inherit = "asn.work.mixin"
    _order = "date desc, start_time desc, id desc"
    _open_fields = frozenset(
        {
            "result_id",
            "indicator_id",
            "action_plan_id",
            "date",
            "start_time",
            "end_time",
            "duration",
            "name",
            "data_source",
            "quantity",
            "unit",
            "evidence_ids",
            "evidence_link",
        }
    )
    _number_fields = ("quantity", "start_time", "end_time", "duration")

    action_plan_id = fields.Many2one(
        "asn.action.plan",
        string="Action Plan",
        compute="_compute_action_plan_id",
        store=True,
        readonly=False,
        precompute=True,
        index="btree_not_null",
        ondelete="set null",
        domain="[('result_id', '=', result_id), ('interval_id.date_from', '<=', date),"
        " ('interval_id.date_to', '>=', date)]",
    )
    indicator_id = fields.Many2one(
        "asn.skp.indicator",
        string="Indicator",
        compute="_compute_indicator_id",
        store=True,
        readonly=False,
        precompute=True,
        ondelete="restrict",
        domain="[('result_id', '=', result_id)]",
        help="Entries with an indicator are counted together and proposed as its "
        "realisation.",
    )
    date = fields.Date(
        required=True, default=lambda self: self.env["asn.period"]._today()
    )
    start_time = fields.Float(string="Start", aggregator=None)
    end_time = fields.Float(string="End", aggregator=None)
    duration = fields.Float(
        string="Hours",
        compute="_compute_duration",
        store=True,
        readonly=False,
        precompute=True,
        help="Filled from start and end; or type the hours only.",
    )
    name = fields.Text(
        string="Activity", required=True, help="What you did, in one sentence."
    )
    data_source = fields.Char(
        default=DATA_SOURCE, help="As the national application asks for it."
    )
    # entries of different units are listed together: a sum would mean nothing
    quantity = fields.Float(
        string="Realisation",
        required=True,
        default=1,
        digits=(16, 4),
        aggregator=None,
    )
    unit = fields.Char(
        string="Unit of Measure",
        compute="_compute_unit",
        store=True,
        readonly=False,
        precompute=True,
        help="As in the target of the indicator, such as documents or percent.",
    )
    evidence_ids = fields.Many2many(
        "ir.attachment",
        "asn_progress_evidence_rel",
        "progress_id",
        "attachment_id",
        string="Evidence",
        copy=False,
        help="Files that show it. They are kept inside this record.",
    )
    evidence_count = fields.Integer(
        string="Number of Files", compute="_compute_evidence_count"
    )
    evidence_link = fields.Char(
        string="Link for e-Kinerja",
        copy=False,
        help="Only for entering it again in the national application, which takes "
        "links. For your assessor attach the file here.",
    )

    _by_plan = models.Index("(skp_id, date DESC, id DESC)")
    _by_indicator = models.Index("(indicator_id, date) WHERE indicator_id IS NOT NULL")
    _quantity_positive = models.Constraint(
        "CHECK(quantity > 0)", "The quantity must be above 0, such as 1."
    )
    _times_in_order = models.Constraint(
        "CHECK((COALESCE(start_time, 0) = 0 AND COALESCE(end_time, 0) = 0) OR "
        "(COALESCE(start_time, 0) >= 0 AND COALESCE(end_time, 0) <= 24 "
        "AND COALESCE(start_time, 0) < COALESCE(end_time, 0)))",
        "The end must be after the start, on the same day. Leave both empty if you "
        "do not know them.",
    )
    _duration_in_day = models.Constraint(
        "CHECK(duration >= 0 AND duration <= 24)",
        "The hours of one entry lie between 0 and 24.",
    )

    @api.depends("name")
    def _compute_display_name(self):
        for entry in self:
            first = (entry.name or "").strip().split("\n")[0]
            entry.display_name = first if len(first) <= 80 else f"{first[:79]}…"

    @api.depends("result_id")
    def _compute_indicator_id(self):
        """A result with one indicator leaves no choice."""
        for entry in self:
            if entry.indicator_id.result_id != entry.result_id:
                indicators = entry.result_id.indicator_ids
                entry.indicator_id = indicators if len(indicators) == 1 else False

    @api.depends("result_id", "date")
    def _compute_action_plan_id(self):
        plans = self.env["asn.action.plan"].search(
            Domain("result_id", "in", self.result_id.ids)
            & Domain("interval_id.kind", "!=", "annual")
        )
        by_result = plans.grouped("result_id")
        for entry in self:
            plan = entry.action_plan_id
            if plan.result_id == entry.result_id and plan._covers(entry.date):
                continue
            fitting = by_result.get(entry.result_id._origin, plans[:0]).filtered(
                lambda line, date=entry.date: line._covers(date)
            )
            entry.action_plan_id = fitting if len(fitting) == 1 else False

    @api.depends("start_time", "end_time")
    def _compute_duration(self):
        for entry in self:
            if entry.end_time > entry.start_time:
                entry.duration = entry.end_time - entry.start_time
            else:
                entry.duration = entry.duration

    @api.depends("indicator_id")
    def _compute_unit(self):
        for entry in self:
            entry.unit = entry.indicator_id.unit or entry.unit

    @api.depends("evidence_ids")
    def _compute_evidence_count(self):
        for entry in self:
            entry.evidence_count = len(entry.evidence_ids)

    @api.constrains("date", "result_id")
    def _check_date(self):
        for period, entries in self.grouped(lambda one: one.skp_id.period_id).items():
            today = period._today()
            for entry in entries:
                skp = entry.skp_id
                if entry.date > today:
                    raise ValidationError(
                        self.env._(
                            "Progress is written when the work is done. Choose today "
                            "or an earlier day."
                        )
                    )
                if not skp.date_from <= entry.date <= skp.date_to:
                    raise ValidationError(
                        self.env._(
                            "The plan of this result runs from %(begin)s to %(end)s. "
                            "Choose a day in it.",
                            begin=format_date(self.env, skp.date_from),
                            end=format_date(self.env, skp.date_to),
                        )
                    )

    @api.constrains("indicator_id", "action_plan_id", "result_id", "date")
    def _check_belongs(self):
        for entry in self:
            plan, indicator = entry.action_plan_id, entry.indicator_id
            if indicator and indicator.result_id != entry.result_id:
                raise ValidationError(
                    self.env._("Choose an indicator of the same result.")
                )
            if plan and not (
                plan.result_id == entry.result_id and plan._covers(entry.date)
            ):
                raise ValidationError(
                    self.env._("Choose an action plan of the same result and interval.")
                )

    @api.constrains("evidence_link")
    def _check_evidence_link(self):
        for entry in self:
            link = entry.evidence_link
            if link and not link.startswith(("https://", "http://")):
                raise ValidationError(
                    self.env._("A link begins with https://. Copy it from the browser.")
                )
