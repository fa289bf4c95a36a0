# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from decimal import Decimal

from odoo import api, fields, models
from odoo.exceptions import UserError


class AsnIndicatorRealisation(models.Model):
    """What was achieved for an indicator in an interval, with the evidence.

    The employee writes it until the evaluation is submitted. A source may propose a
    value; it counts only once the employee has taken it over.
    """

    _name = "asn.indicator.realisation"
    _description = "Realisation of an Indicator"
    _inherit = ["asn.guard.mixin", "asn.evidence.mixin"]
    _order = "evaluation_id, indicator_id"
    _open_fields = frozenset({"value", "is_reported", "note", "evidence_ids"})

    evaluation_id = fields.Many2one(
        "asn.evaluation", required=True, index=True, ondelete="cascade", readonly=True
    )
    indicator_id = fields.Many2one(
        "asn.skp.indicator",
        required=True,
        index=True,
        ondelete="restrict",
        readonly=True,
    )
    interval_id = fields.Many2one(
        "asn.period.interval", required=True, ondelete="restrict", readonly=True
    )
    company_id = fields.Many2one(
        related="evaluation_id.company_id", store=True, index=True, string="Agency"
    )
    state = fields.Selection(related="evaluation_id.state", string="Evaluation State")
    result_name = fields.Text(
        related="indicator_id.result_id.name", string="Planned Result"
    )
    indicator_name = fields.Text(related="indicator_id.name", string="Indicator (text)")
    target_label = fields.Char(related="indicator_id.target_label", string="Target")
    unit = fields.Char(related="indicator_id.unit")
    value = fields.Float(string="Realisation", digits=(16, 4))
    is_reported = fields.Boolean(
        string="Reported", help="Off while nothing is known; zero is a realisation too."
    )
    note = fields.Text(help="What lies behind the figure, or why there is none.")
    evidence_ids = fields.Many2many(
        "ir.attachment",
        "asn_realisation_evidence_rel",
        "realisation_id",
        "attachment_id",
        string="Evidence",
        help="Files that show it. They are kept inside this record.",
    )
    evidence_count = fields.Integer(
        string="Number of Files", compute="_compute_evidence_count"
    )
    has_proposal = fields.Boolean(readonly=True)
    proposed_value = fields.Float(digits=(16, 4), readonly=True)
    proposal_note = fields.Char(string="Proposal", readonly=True)
    show_achievement = fields.Boolean(compute="_compute_show_achievement")
    achievement = fields.Float(
        string="Achievement (%)",
        compute="_compute_achievement",
        digits=(16, 2),
        help="Advice only: the official's judgement decides.",
    )

    _once = models.UniqueIndex(
        "(indicator_id, interval_id)",
        "This indicator already has a realisation for the interval.",
    )

    @api.depends("evidence_ids")
    def _compute_evidence_count(self):
        for line in self:
            line.evidence_count = len(line.evidence_ids)

    @api.depends("interval_id.period_id.show_achievement", "indicator_id.approach")
    def _compute_show_achievement(self):
        """A qualitative target is a sentence, of which no percentage is reached."""
        for line in self:
            line.show_achievement = (
                line.interval_id.period_id.show_achievement
                and not line.indicator_id._is_qualitative()
            )

    @api.depends("indicator_name")
    def _compute_display_name(self):
        for line in self:
            line.display_name = line.indicator_name or ""

    @api.depends(
        "value",
        "is_reported",
        "indicator_id.approach",
        "indicator_id.polarity",
        "indicator_id.target_min",
        "indicator_id.target_max",
    )
    def _compute_achievement(self):
        for line in self:
            # a float column holds no more than 4 decimals, its text is exact
            actual = Decimal(str(line.value)) if line.is_reported else None
            line.achievement = float(line.indicator_id._get_achievement(actual) or 0)

    @api.onchange("value")
    def _onchange_value(self):
        self.is_reported = True

    def write(self, vals):
        self._check_open()
        if "value" in vals and "is_reported" not in vals:
            vals = {**vals, "is_reported": True}
        result = super().write(vals)
        if "evidence_ids" in vals:
            self._keep_evidence()
        return result

    def _check_open(self):
        if self.env.su:
            return
        # sudo: asn.evaluation - only the state is looked at
        if any(state != "draft" for state in self.sudo().mapped("state")):
            raise UserError(
                self.env._(
                    "This evaluation has been submitted. Ask your assessor to return "
                    "it if something has to change."
                )
            )

        for evaluation in self.evaluation_id:
            evaluation._check_period_open("submit")

    def action_open_evidence(self):
        """Open the line with its note and its files."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.indicator_name,
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
        }

    def action_use_proposal(self):
        """Take over what the source proposes."""
        for line in self:
            if not line.has_proposal:
                raise UserError(self.env._("The source has nothing to propose yet."))
            line.write({"value": line.proposed_value, "note": line.proposal_note})

    def action_refresh_proposal(self):
        """Ask the sources again."""
        self.check_access("write")
        self._check_open()
        self.sudo()._propose()

    def _propose(self):
        """Store what the sources say; one question per source and interval."""
        for interval, lines in self.grouped("interval_id").items():
            proposals = self.env["asn.indicator.source"]._propose(
                lines.indicator_id, interval
            )
            for line in lines:
                if line.indicator_id.id in proposals:
                    value, explanation = proposals[line.indicator_id.id]
                    line.has_proposal = value is not None
                    line.proposed_value = float(value or 0)
                    line.proposal_note = explanation
