# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import secrets

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..kinerja_rules import chain
from ..kinerja_rules import predicate as predicate_rule
from .asn_evaluation import DELIVERED_STATES, PREDICATES, RATINGS


class AsnAssessment(models.Model):
    """Lembar kerja penilai: the assessor's private worksheet, one per evaluation.

    It has no chatter and no field of the evaluation depends on it. The employee of the
    evaluation never reads it, whatever other role they hold.
    """

    _name = "asn.assessment"
    _description = "Assessor's Worksheet"
    _order = "interval_date_from desc, employee_name, id"
    _inherit = "asn.guard.mixin"
    _rec_names_search = ["employee_name"]
    _open_fields = frozenset(
        {
            "result_rating",
            "result_reason",
            "behaviour_rating",
            "behaviour_reason",
            "recommendation",
        }
    )

    evaluation_id = fields.Many2one(
        "asn.evaluation", required=True, ondelete="cascade", readonly=True
    )
    interval_id = fields.Many2one(
        related="evaluation_id.interval_id", store=True, index=True
    )
    interval_date_from = fields.Date(
        related="evaluation_id.interval_date_from", store=True
    )
    company_id = fields.Many2one(
        related="evaluation_id.company_id", store=True, index=True
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
    position_name = fields.Char(related="evaluation_id.position_name")
    unit_name = fields.Char(related="evaluation_id.unit_name")
    state = fields.Selection(
        related="evaluation_id.state", string="Evaluation State", store=True
    )
    allowed_actions = fields.Char(compute="_compute_allowed_actions")
    is_assessed_by_me = fields.Boolean(
        related="evaluation_id.is_assessed_by_me",
        search="_search_is_assessed_by_me",
        string="I Am the Assessor",
    )
    employee_note = fields.Text(related="evaluation_id.employee_note")
    realisation_ids = fields.One2many(related="evaluation_id.realisation_ids")
    organisation_rating = fields.Char(
        string="Unit Performance", compute="_compute_organisation_rating"
    )
    result_rating = fields.Selection(
        RATINGS, help="Judge the work results of the interval as a whole."
    )
    result_reason = fields.Text(help="What in the evidence led you to this rating.")
    behaviour_rating = fields.Selection(
        RATINGS, help="Judge the behaviour by the seven BerAKHLAK values as a whole."
    )
    behaviour_reason = fields.Text(
        help="What you have seen that led you to this rating."
    )
    reason_salt = fields.Char(readonly=True, groups=fields.NO_ACCESS)
    recommendation = fields.Text(
        string="Note and Recommendation",
        help="Printed on the evaluation. The employee reads it after delivery.",
    )
    predicate = fields.Selection(
        PREDICATES,
        compute="_compute_predicate",
        help="Follows from the two ratings by the matrix of the regulation.",
    )

    _once = models.UniqueIndex("(evaluation_id)", "There is already a worksheet.")

    @api.depends("state")
    @api.depends_context("uid")
    def _compute_allowed_actions(self):
        for sheet in self:
            sheet.allowed_actions = sheet.evaluation_id.allowed_actions

    def _search_is_assessed_by_me(self, operator, value):
        if operator != "in" or True not in value:
            return NotImplemented
        return self.env["asn.evaluation"]._get_assessed_by_me_domain()

    @api.depends("result_rating", "behaviour_rating")
    def _compute_predicate(self):
        for sheet in self:
            sheet.predicate = (
                predicate_rule.predicate(sheet.result_rating, sheet.behaviour_rating)
                if sheet.result_rating and sheet.behaviour_rating
                else False
            )

    @api.depends("evaluation_id")
    @api.depends_context("lang")
    def _compute_organisation_rating(self):
        ratings = self.env["asn.unit.performance"]
        labels = dict(ratings._fields["rating"]._description_selection(self.env))
        found = ratings._find_for(self.evaluation_id)
        for sheet in self:
            rating = found.get(sheet.evaluation_id.id, ratings).rating
            sheet.organisation_rating = labels.get(rating, "")

    @api.depends("evaluation_id")
    @api.depends_context("lang")
    def _compute_display_name(self):
        for sheet in self:
            sheet.display_name = sheet.evaluation_id.display_name

    def read(self, fields=None, load="_classic_read"):
        rows = super().read(fields, load)
        if len(self) == 1:
            self.env["asn.read.log"]._note(self.evaluation_id)
        return rows

    def export_data(self, fields_to_export):
        self.env["asn.read.log"]._note(self.evaluation_id)
        return super().export_data(fields_to_export)

    def write(self, vals):
        # sudo: asn.evaluation - only the state is looked at
        if not self.env.su and any(
            state in DELIVERED_STATES for state in self.sudo().mapped("state")
        ):
            raise UserError(
                self.env._("The evaluation has been delivered and is frozen.")
            )
        for evaluation in self.evaluation_id:
            evaluation._check_period_open("rate")
        return super().write(vals)

    def _check_complete(self):
        for sheet in self:
            if not sheet.result_rating or not sheet.behaviour_rating:
                raise UserError(
                    self.env._(
                        "Choose the result rating and the behaviour rating of %(name)s "
                        "first.",
                        name=sheet.employee_name,
                    )
                )

    def _seal_reasons(self):
        """Return the digest by which the private reasons can be proven later."""
        self.ensure_one()
        # sudo: asn.assessment - the salt is for nobody, the flow writes it
        sheet_sudo = self.sudo()
        sheet_sudo.reason_salt = secrets.token_hex(16)
        reasons = sheet_sudo._get_sealed_reasons()
        return chain.digest(sheet_sudo.reason_salt, chain.canonical(reasons))

    def _get_sealed_reasons(self):
        """Return the private texts that the digest covers."""
        return {
            "result": self.result_reason or "",
            "behaviour": self.behaviour_reason or "",
        }

    def action_rate(self):
        """Confirm the ratings, from the worksheet."""
        self.ensure_one()
        self.evaluation_id.action_rate()

    def action_return(self, note=None):
        """Give the evaluation back to the employee, from the worksheet."""
        self.ensure_one()
        self.evaluation_id.action_return(note)

    def action_deliver(self):
        """Deliver the evaluation, from the worksheet."""
        self.ensure_one()
        self.evaluation_id.action_deliver()
