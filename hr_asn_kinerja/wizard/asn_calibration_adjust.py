# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError

from ..models.asn_evaluation import PREDICATES, RATINGS


class AsnCalibrationAdjust(models.TransientModel):
    """Asks for the new ratings of one evaluation in a session, and the reason."""

    _name = "asn.calibration.adjust"
    _description = "Change a Rating in a Calibration"
    _inherit = "asn.shown.mixin"
    _shown_fields = ("evaluation_id", "calibration_id")

    calibration_id = fields.Many2one(
        "asn.calibration",
        string="Session",
        compute="_compute_calibration_id",
        store=True,
        readonly=False,
    )
    evaluation_id = fields.Many2one("asn.evaluation", required=True)
    before = fields.Char(string="Proposed", compute="_compute_before")
    result_rating = fields.Selection(RATINGS, string="Work Result", required=True)
    behaviour_rating = fields.Selection(RATINGS, string="Behaviour", required=True)
    predicate = fields.Selection(PREDICATES, compute="_compute_predicate")
    reason = fields.Text(
        required=True,
        help="The assessor, the assessor's superior and the auditor read it.",
    )

    @api.depends("evaluation_id")
    def _compute_calibration_id(self):
        """Without the list of a session: the open one in which the user sits."""
        for dialog in self:
            # sudo: asn.calibration - the unit of the evaluation, steps are checked
            found = dialog.evaluation_id.sudo()._find_open_calibration()
            mine = found.with_user(self.env.user).filtered(
                lambda session: session._is_sitting()
            )
            dialog.calibration_id = dialog.calibration_id or mine[:1]

    @api.depends("evaluation_id")
    @api.depends_context("uid", "lang")
    def _compute_before(self):
        """The reader's own rights decide whether there is a worksheet to show."""
        sheets = self.env["asn.assessment"].search(
            [("evaluation_id", "in", self.evaluation_id.ids)]
        )
        labels = dict(sheets._fields["result_rating"]._description_selection(self.env))
        by_evaluation = {sheet.evaluation_id.id: sheet for sheet in sheets}
        for dialog in self:
            sheet = by_evaluation.get(dialog.evaluation_id.id, sheets.browse())
            pair = sheet.result_rating, sheet.behaviour_rating
            dialog.before = " / ".join(labels[key] for key in pair if key)

    @api.depends("result_rating", "behaviour_rating")
    def _compute_predicate(self):
        rule = self.env["asn.calibration.change"]
        for dialog in self:
            dialog.predicate = rule._get_predicate(
                dialog.result_rating, dialog.behaviour_rating
            )

    def action_change(self):
        """Change it; the session's own checks decide whether that is allowed."""
        self.ensure_one()
        if not self.calibration_id:
            raise UserError(
                self.env._("There is no open session in which you decide on this.")
            )
        self.calibration_id.action_change(
            self.evaluation_id.id,
            self.result_rating,
            self.behaviour_rating,
            self.reason,
        )
        return {"type": "ir.actions.act_window_close"}
