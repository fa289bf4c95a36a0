# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..kinerja_rules import remedy
from .asn_evaluation import PREDICATES, RATINGS

ENDED = ("settled", "unanswered", "decided", "withdrawn")


class AsnObjection(models.Model):
    """Keberatan: what the employee says against a delivered evaluation, and the answer.

    One for each evaluation and step. Only the flow of the evaluation writes here; the
    employee adds evidence as long as nothing is decided. It has no chatter: what the
    parties say stands in these columns, and only they, the deciding official and the
    auditor read it until the decision.
    """

    _name = "asn.objection"
    _description = "Objection"
    _inherit = "asn.guard.mixin"
    _order = "filed_on desc, id desc"
    _rec_names_search = ["employee_name"]
    _open_fields = frozenset({"evidence_ids"})

    evaluation_id = fields.Many2one(
        "asn.evaluation", required=True, index=True, readonly=True, ondelete="restrict"
    )
    round = fields.Integer(
        required=True,
        readonly=True,
        help="Rises when the evaluation is reopened and delivered again.",
    )
    level = fields.Selection(
        [("assessor", "To the Assessor"), ("superior", "To the Assessor's Superior")],
        string="Goes",
        required=True,
        readonly=True,
    )
    state = fields.Selection(
        [
            ("waiting", "Waiting for the Assessor"),
            ("explained", "Waiting for the Decision"),
            ("settled", "Settled by the Assessor"),
            ("unanswered", "Not Answered in Time"),
            ("decided", "Decided"),
            ("withdrawn", "Withdrawn"),
        ],
        required=True,
        readonly=True,
        default="waiting",
        index=True,
    )
    company_id = fields.Many2one(
        related="evaluation_id.company_id", store=True, index=True, string="Agency"
    )
    department_id = fields.Many2one(
        related="evaluation_id.department_id", store=True, index=True, string="Unit"
    )
    employee_name = fields.Char(
        related="evaluation_id.employee_name", store=True, string="Employee"
    )
    employee_user_id = fields.Many2one(
        related="evaluation_id.employee_user_id", store=True, index=True
    )
    assessor_id = fields.Many2one(
        related="evaluation_id.assessor_id", store=True, index=True
    )
    assessor_user_id = fields.Many2one(
        related="evaluation_id.assessor_user_id", store=True, index=True
    )
    superior_id = fields.Many2one(
        related="evaluation_id.superior_id", store=True, index=True
    )
    superior_user_id = fields.Many2one(
        related="evaluation_id.superior_user_id", store=True, index=True
    )
    decider_user_id = fields.Many2one(
        related="evaluation_id.decider_user_id", store=True, index=True
    )
    result_reason = fields.Text(
        string="About the Result Rating", readonly=True, copy=False
    )
    behaviour_reason = fields.Text(
        string="About the Behaviour Rating", readonly=True, copy=False
    )
    other_reason = fields.Text(string="About Something Else", readonly=True, copy=False)
    evidence_ids = fields.Many2many(
        "ir.attachment",
        "asn_objection_evidence_rel",
        "objection_id",
        "attachment_id",
        string="Evidence",
        help="Files that show it. They are kept inside this record.",
    )
    filed_on = fields.Date(required=True, readonly=True)
    answer_until = fields.Date(
        readonly=True, help="Last day for the assessor to explain or to settle."
    )
    explanation = fields.Text(
        string="Explanation of the Assessor", readonly=True, copy=False
    )
    explained_on = fields.Date(readonly=True)
    explained_by = fields.Char(readonly=True)
    appeal_until = fields.Date(readonly=True)
    outcome = fields.Selection(
        [("upheld", "The Result Stays"), ("changed", "The Result Is Changed")],
        readonly=True,
    )
    decision_reason = fields.Text(readonly=True, copy=False)
    decided_on = fields.Date(readonly=True)
    decided_by = fields.Char(readonly=True)
    appointed_number = fields.Char(
        string="Appointed By Decision Number",
        readonly=True,
        help="Number of the decision by which the deciding official was named.",
    )
    result_before = fields.Selection(RATINGS, readonly=True)
    behaviour_before = fields.Selection(RATINGS, readonly=True)
    predicate_before = fields.Selection(PREDICATES, readonly=True)
    result_after = fields.Selection(RATINGS, readonly=True)
    behaviour_after = fields.Selection(RATINGS, readonly=True)
    predicate_after = fields.Selection(PREDICATES, readonly=True)

    _once = models.UniqueIndex(
        "(evaluation_id, round, level) WHERE state <> 'withdrawn'",
        "There is already an objection to this evaluation.",
    )

    @api.depends("evaluation_id")
    @api.depends_context("lang")
    def _compute_display_name(self):
        for objection in self:
            # sudo: asn.evaluation - whoever reads the objection may know its document
            objection.display_name = self.env._(
                "Objection: %(document)s",
                document=objection.evaluation_id.sudo().display_name or "",
            )

    def read(self, fields=None, load="_classic_read"):
        rows = super().read(fields, load)
        if len(self) == 1:
            self.env["asn.read.log"]._note(self.evaluation_id)
        return rows

    def export_data(self, fields_to_export):
        self.env["asn.read.log"]._note(self.evaluation_id)
        return super().export_data(fields_to_export)

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            raise AccessError(
                self.env._("An objection is filed from the evaluation, please.")
            )
        return super().create(vals_list)

    def write(self, vals):
        if not self.env.su and any(line.state in ENDED for line in self.sudo()):
            raise UserError(
                self.env._("This objection has ended, so nothing is added to it.")
            )
        result = super().write(vals)
        if "evidence_ids" in vals:
            self._keep_evidence()
        return result

    def _keep_evidence(self):
        """Bind fresh uploads to their record, so that its access rules hold."""
        for line in self:
            # sudo: ir.attachment - only the user's own uploads that hang nowhere yet
            files_sudo = line.evidence_ids.sudo()
            fresh = files_sudo.filtered(
                lambda file: not file.res_id and file.create_uid == self.env.user
            )
            fresh.write({"res_model": self._name, "res_id": line.id, "public": False})
            if any(
                (file.res_model, file.res_id) != (self._name, line.id)
                for file in files_sudo
            ):
                raise UserError(
                    self.env._(
                        "Upload the file here. A file that belongs to something else "
                        "could change afterwards."
                    )
                )

    def _get_reasons(self):
        """Return {part: text} of what the employee wrote."""
        self.ensure_one()
        return {part: self[f"{part}_reason"] or "" for part in remedy.PARTS}
