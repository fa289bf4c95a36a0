# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Domain

from .asn_unit_performance import ORGANISATION_RATINGS

RATINGS = [
    ("above", "Above Expectation"),
    ("meets", "Meets Expectation"),
    ("below", "Below Expectation"),
]
PREDICATES = [
    ("very_good", "Very Good"),
    ("good", "Good"),
    ("needs_improvement", "Needs Improvement"),
    ("poor", "Poor"),
    ("very_poor", "Very Poor"),
]
DELIVERED_STATES = ("delivered", "objected", "decided", "final")


class AsnEvaluation(models.Model):
    """The evaluation of a plan in an interval, as the employee will receive it.

    Until delivery it holds nothing of the rating: that stands on the assessor's
    worksheet alone. No field here may be related to, computed from or dependent on it.
    """

    _name = "asn.evaluation"
    _description = "Performance Evaluation"
    _inherit = ["asn.workflow.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "interval_date_from desc, employee_name, id"
    _rec_names_search = ["employee_name", "employee_nip"]
    _check_company_auto = True
    _workflow_document = "evaluation"
    _open_fields = frozenset({"employee_note", "realisation_ids"})

    skp_id = fields.Many2one(
        "asn.skp", string="SKP", required=True, index=True, ondelete="restrict"
    )
    interval_id = fields.Many2one(
        "asn.period.interval", required=True, index=True, ondelete="restrict"
    )
    interval_date_from = fields.Date(related="interval_id.date_from", store=True)
    state = fields.Selection(
        [
            ("draft", "Being Filled In"),
            ("submitted", "Submitted"),
            ("rated", "Rated"),
            ("delivered", "Delivered"),
            ("objected", "Objection"),
            ("decided", "Decided"),
            ("final", "Final"),
        ],
        required=True,
        default="draft",
        readonly=True,
        copy=False,
        index=True,
    )
    realisation_ids = fields.One2many(
        "asn.indicator.realisation", "evaluation_id", string="Realisations"
    )
    employee_note = fields.Text(help="What you want your assessor to know.")
    return_note = fields.Text(
        readonly=True, copy=False, help="Why it was returned the last time."
    )
    organisation_rating = fields.Selection(ORGANISATION_RATINGS, readonly=True)
    result_rating = fields.Selection(RATINGS, readonly=True, copy=False)
    behaviour_rating = fields.Selection(RATINGS, readonly=True, copy=False)
    predicate = fields.Selection(PREDICATES, readonly=True, copy=False)
    recommendation = fields.Text(readonly=True, copy=False)
    delivered_on = fields.Date(readonly=True, copy=False)
    acknowledged_on = fields.Date(readonly=True, copy=False)
    objection_until = fields.Date(readonly=True, copy=False)
    digest = fields.Char(readonly=True, copy=False)
    decision_ids = fields.One2many("asn.decision", "evaluation_id", string="Decisions")

    _listed = models.Index("(interval_date_from DESC, employee_name, id)")
    _once = models.UniqueIndex(
        "(skp_id, interval_id)", "This plan already has an evaluation for the interval."
    )

    @api.depends("employee_name", "interval_id")
    @api.depends_context("lang")
    def _compute_display_name(self):
        for evaluation in self:
            evaluation.display_name = (
                f"{evaluation.interval_id.display_name} - "
                f"{evaluation.employee_name or ''}"
            )

    def read(self, fields=None, load="_classic_read"):
        rows = super().read(fields, load)
        if len(self) == 1:
            self.env["asn.read.log"]._note(self)
        return rows

    def export_data(self, fields_to_export):
        self.env["asn.read.log"]._note(self)
        return super().export_data(fields_to_export)

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            raise AccessError(
                self.env._("Evaluations are opened from the interval of the period.")
            )
        return super().create(vals_list)

    @api.model
    def _open_for(self, interval, skps=None):
        """Make the missing evaluations of an interval, with their realisations.

        :param skps: only these plans; all agreed ones of the period by default
        """
        self.check_access("create")
        # sudo: asn.skp - the flow opens them for everybody, rights were checked above
        skps_sudo = (skps or self.env["asn.skp"]).sudo()
        if skps is None:
            skps_sudo = self._find_unopened(interval).sudo()
        todo = skps_sudo - skps_sudo._find_opened(interval)
        evaluations_sudo = self.sudo()._insert_opened(interval, todo)
        evaluations_sudo._make_parts()
        return evaluations_sudo.sudo(self.env.su)

    @api.model
    def _find_unopened(self, interval, skps=None):
        """Return the agreed plans of the interval without an evaluation.

        :param skps: look only at these plans
        """
        domain = self._get_open_domain(interval)
        if skps is not None:
            domain &= Domain("id", "in", skps.ids)
        # sudo: asn.skp - which are missing; the caller checks the right to open them
        plans_sudo = self.env["asn.skp"].sudo().search(domain)
        return (plans_sudo - plans_sudo._find_opened(interval)).sudo(self.env.su)

    @api.model
    def _get_open_domain(self, interval):
        """Plans that held in the interval, but of nobody who was away all the time."""
        excused = self.env["asn.excuse"]._get_excused(
            interval.company_id, interval.date_from, interval.date_to
        )
        return (
            Domain("period_id", "=", interval.period_id.id)
            & self._get_held_domain(interval)
            & Domain("date_from", "<=", interval.date_to)
            & Domain("date_to", ">=", interval.date_from)
            & Domain("employee_id", "not in", excused.ids)
        )

    @api.model
    def _get_held_domain(self, interval):
        """Plans that are in force when the evaluations of the interval are opened."""
        return Domain("state", "=", "agreed")

    def _get_period(self):
        return self.interval_id.period_id
