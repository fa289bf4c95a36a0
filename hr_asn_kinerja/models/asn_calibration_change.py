# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError

from ..kinerja_rules import predicate as predicate_rule
from .asn_evaluation import PREDICATES, RATINGS

KINDS = [
    ("open", "Opened"),
    ("take_in", "Evaluations Taken In"),
    ("change", "Rating Changed"),
    ("release", "Delivery Released"),
    ("close", "Closed"),
]
ANSWER = frozenset({"answer", "answered_at", "answered_by_id"})
# related columns follow their documents
FOLLOWING = frozenset(
    {
        "company_id",
        "employee_name",
        "employee_user_id",
        "assessor_user_id",
        "superior_user_id",
        "assessor_id",
        "superior_id",
        "predicate_before",
        "predicate_after",
    }
)


class AsnCalibrationChange(models.Model):
    """What happened in a session: who changed what, with before, after and reason.

    Append-only; the assessor may answer once. Changes of ratings are for those who
    may read the worksheet, never for the employee.
    """

    _name = "asn.calibration.change"
    _description = "Event of a Calibration"
    _order = "happened_at desc, id desc"
    _rec_name = "kind"

    calibration_id = fields.Many2one(
        "asn.calibration", required=True, index=True, readonly=True, ondelete="restrict"
    )
    company_id = fields.Many2one(
        related="calibration_id.company_id", store=True, index=True, string="Agency"
    )
    kind = fields.Selection(KINDS, string="Event", required=True, readonly=True)
    evaluation_id = fields.Many2one(
        "asn.evaluation", index=True, readonly=True, ondelete="restrict"
    )
    employee_name = fields.Char(
        related="evaluation_id.employee_name", store=True, string="Employee"
    )
    employee_user_id = fields.Many2one(
        related="evaluation_id.employee_user_id", store=True, index=True
    )
    assessor_user_id = fields.Many2one(
        related="evaluation_id.assessor_user_id", store=True, index=True
    )
    superior_user_id = fields.Many2one(
        related="evaluation_id.superior_user_id", store=True, index=True
    )
    assessor_id = fields.Many2one(
        related="evaluation_id.assessor_id", store=True, index=True
    )
    superior_id = fields.Many2one(
        related="evaluation_id.superior_id", store=True, index=True
    )
    result_before = fields.Selection(RATINGS, readonly=True)
    result_after = fields.Selection(RATINGS, readonly=True)
    behaviour_before = fields.Selection(RATINGS, readonly=True)
    behaviour_after = fields.Selection(RATINGS, readonly=True)
    predicate_before = fields.Selection(
        PREDICATES, compute="_compute_predicates", store=True
    )
    predicate_after = fields.Selection(
        PREDICATES, compute="_compute_predicates", store=True
    )
    reason = fields.Text(readonly=True)
    user_id = fields.Many2one("res.users", string="By", required=True, readonly=True)
    happened_at = fields.Datetime(string="When", required=True, readonly=True)
    digest = fields.Char(
        readonly=True, help="Of the minutes, as they stood when the session closed."
    )
    answer = fields.Text(string="Answer of the Assessor", readonly=True)
    answered_at = fields.Datetime(readonly=True)
    answered_by_id = fields.Many2one("res.users", readonly=True)
    can_answer = fields.Boolean(compute="_compute_can_answer")

    @api.depends("result_before", "result_after", "behaviour_before", "behaviour_after")
    def _compute_predicates(self):
        for change in self:
            for side in ("before", "after"):
                change[f"predicate_{side}"] = self._get_predicate(
                    change[f"result_{side}"], change[f"behaviour_{side}"]
                )

    @api.model
    def _get_predicate(self, result, behaviour):
        """Return the predicate of the matrix, False while a rating is missing."""
        if not result or not behaviour:
            return False
        return predicate_rule.predicate(result, behaviour)

    @api.depends("kind", "answer", "assessor_user_id")
    @api.depends_context("uid")
    def _compute_can_answer(self):
        officials = self.env["asn.delegation"]._get_running(self.env.user).official_id
        for change in self:
            # sudo: asn.calibration.change - who is asked for an answer
            line = change.sudo()
            change.can_answer = (
                line.kind == "change"
                and not line.answer
                and line.employee_user_id != self.env.user
                and (
                    line.assessor_user_id == self.env.user
                    or line.assessor_id in officials
                )
            )

    @api.depends("kind", "calibration_id")
    @api.depends_context("lang")
    def _compute_display_name(self):
        labels = dict(self._fields["kind"]._description_selection(self.env))
        for change in self:
            change.display_name = labels.get(change.kind, "")

    def write(self, vals):
        answering = self.env.su and not any(self.mapped("answer"))
        if vals.keys() - FOLLOWING - (ANSWER if answering else set()):
            raise AccessError(
                self.env._("What happened in a calibration is never changed.")
            )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise AccessError(self.env._("What happened in a calibration stays on record."))
