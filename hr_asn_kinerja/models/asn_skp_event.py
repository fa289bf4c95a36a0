# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError

EVENT_KINDS = [
    ("mutation", "Mutation"),
    ("promotion", "Promotion"),
    ("retirement", "Retirement"),
    ("study", "Study Assignment"),
    ("leave", "Long Leave"),
    ("plt", "Acting, Post Vacant (Plt)"),
    ("plh", "Acting, Official Absent (Plh)"),
]


class AsnSkpEvent(models.Model):
    """What happened to a plan during the year, by which letter. Append-only."""

    _name = "asn.skp.event"
    _description = "Change During the Year"
    _order = "date desc, id desc"

    skp_id = fields.Many2one(
        "asn.skp",
        string="SKP",
        required=True,
        index=True,
        readonly=True,
        ondelete="restrict",
    )
    company_id = fields.Many2one(
        related="skp_id.company_id", store=True, index=True, string="Agency"
    )
    employee_name = fields.Char(string="Name", readonly=True)
    kind = fields.Selection(EVENT_KINDS, string="Event", required=True, readonly=True)
    date = fields.Date(string="In Effect From", required=True, readonly=True)
    letter_number = fields.Char(required=True, readonly=True)
    user_id = fields.Many2one(
        "res.users", string="Entered By", required=True, readonly=True
    )
    summary = fields.Text(string="What Happened", readonly=True)
    is_closing = fields.Boolean(string="Ended the Plan", readonly=True)
    date_to_before = fields.Date(string="Last Day Before", readonly=True)
    evaluation_id = fields.Many2one(
        "asn.evaluation",
        string="Closing Evaluation",
        index="btree_not_null",
        readonly=True,
        ondelete="set null",
    )
    is_evaluation_new = fields.Boolean(readonly=True)
    next_skp_id = fields.Many2one(
        "asn.skp",
        string="Next Plan",
        index="btree_not_null",
        readonly=True,
        ondelete="restrict",
    )
    receiver_skp_id = fields.Many2one(
        "asn.skp",
        string="Plan That Received Results",
        index="btree_not_null",
        readonly=True,
        ondelete="restrict",
    )
    is_receiver_new = fields.Boolean(readonly=True)
    is_receiver_revised = fields.Boolean(readonly=True)
    result_ids = fields.One2many(
        "asn.skp.result", "event_id", string="Results That Passed", readonly=True
    )
    undone_on = fields.Date(readonly=True)
    undone_by_id = fields.Many2one("res.users", string="Undone By", readonly=True)
    can_undo = fields.Boolean(compute="_compute_can_undo")

    @api.depends("kind", "employee_name", "date")
    @api.depends_context("lang")
    def _compute_display_name(self):
        labels = dict(self._fields["kind"]._description_selection(self.env))
        for event in self:
            event.display_name = (
                f"{labels.get(event.kind, '')}: {event.employee_name or ''}"
            )

    def write(self, vals):
        opened = {"undone_on", "undone_by_id"} if self.env.su else set()
        # related columns follow their document
        if vals.keys() - {"company_id"} - opened:
            raise AccessError(
                self.env._("What happened is not rewritten. Undo it instead.")
            )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise AccessError(self.env._("What happened is kept. Undo it instead."))
