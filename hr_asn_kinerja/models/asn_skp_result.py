# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..kinerja_rules.workflow import SKP_HOLDING


class AsnSkpResult(models.Model):
    """Rencana Hasil Kerja: one result, and the leader's result that it serves."""

    _name = "asn.skp.result"
    _description = "Planned Result (RHK)"
    _inherit = "asn.skp.line.mixin"
    _order = "skp_id, kind desc, sequence, id"
    _open_fields = frozenset(
        {
            "sequence",
            "name",
            "kind",
            "scope",
            "assigned_by",
            "perspective",
            "parent_id",
            "indicator_ids",
        }
    )
    _open_fields_on_create = frozenset({"skp_id"})

    skp_id = fields.Many2one(
        "asn.skp", string="SKP", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="skp_id.company_id", store=True, index=True, string="Agency"
    )
    sequence = fields.Integer(default=10)
    name = fields.Text(
        string="Result",
        required=True,
        help="Write what will be achieved, not what will be done.",
    )
    kind = fields.Selection(
        [("main", "Main"), ("additional", "Additional")], required=True, default="main"
    )
    scope = fields.Selection(
        [("organisation", "Organisation"), ("individual", "Individual")],
        required=True,
        default="individual",
        help="A result of the organisation stays with the post and passes to the "
        "successor; an individual one ends with the person's plan.",
    )
    assigned_by = fields.Char(
        help="Who gave this task, when it was not the assessor: a person or an office."
    )
    perspective = fields.Selection(
        [
            ("service_recipient", "Service Recipients"),
            ("business_process", "Business Process"),
            ("internal_strengthening", "Internal Strengthening"),
            ("budget", "Budget"),
        ],
        help="From which side the result is seen; for senior officials (JPT) and heads "
        "of independent units.",
    )
    origin = fields.Selection(
        [
            ("employee", "Employee"),
            ("assessor", "Assessor"),
            ("library", "Library"),
            ("carried", "Plan Before"),
        ],
        required=True,
        default="employee",
        readonly=True,
        help="Who brought this result into the plan.",
    )
    previous_id = fields.Many2one(
        "asn.skp.result",
        string="Result Before",
        index="btree_not_null",
        readonly=True,
        copy=False,
        ondelete="set null",
        help="The result of the plan before that this one continues.",
    )
    leader_skp_id = fields.Many2one(related="skp_id.leader_skp_id", related_sudo=False)
    parent_id = fields.Many2one(
        "asn.skp.result",
        string="Leader's Result",
        index=True,
        ondelete="set null",
        domain="[('skp_id', '=', leader_skp_id)]",
        help="The result of your leader that this one serves.",
    )
    child_ids = fields.One2many("asn.skp.result", "parent_id", string="Served By")
    indicator_ids = fields.One2many(
        "asn.skp.indicator", "result_id", string="Indicators", copy=True
    )
    indicator_summary = fields.Text(
        string="Indicators and Targets", compute="_compute_indicator_summary"
    )

    @api.depends("name")
    def _compute_display_name(self):
        for result in self:
            result.display_name = result.name

    @api.depends("indicator_ids.name", "indicator_ids.target_label")
    def _compute_indicator_summary(self):
        for result in self:
            result.indicator_summary = "\n".join(
                f"{line.name}: {line.target_label}" for line in result.indicator_ids
            )

    @api.constrains("parent_id", "skp_id")
    def _check_parent(self):
        # sudo: asn.skp - the leader's plan is checked, not shown
        for result in self.sudo():
            parent = result.parent_id
            if parent and parent.skp_id not in result._get_servable_skps():
                raise ValidationError(
                    self.env._("A result can only serve a result of your own leader.")
                )
            if parent and not parent._is_servable():
                raise ValidationError(
                    self.env._(
                        "The plan of your leader has not been agreed yet. Leave the "
                        "leader's result empty for now."
                    )
                )
        if self.sudo()._has_cycle():
            raise ValidationError(
                self.env._("A result cannot serve itself, not even over others.")
            )

    def _get_servable_skps(self):
        """Return the plans whose agreed results this one may serve."""
        self.ensure_one()
        return self.skp_id.leader_skp_id

    def _is_servable(self):
        """Return whether results of the team may serve this one."""
        return self.skp_id.state in SKP_HOLDING

    def _get_skp(self):
        return self.skp_id

    @api.ondelete(at_uninstall=False)
    def _unlink_except_served(self):
        # sudo: asn.skp.result - the team's results may be out of sight
        served = self.sudo().filtered(
            lambda result: result.child_ids.skp_id.filtered(
                lambda skp: skp.state != "cancelled"
            )
        )
        if served:
            raise UserError(
                self.env._(
                    "Results of your team serve these, so they stay: %(names)s",
                    names=", ".join(served.mapped("name")),
                )
            )
