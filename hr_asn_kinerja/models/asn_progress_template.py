# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError


class AsnProgressTemplate(models.Model):
    """An activity that comes back, kept by one person for the own use only."""

    _name = "asn.progress.template"
    _description = "Activity Template"
    _inherit = "asn.guard.mixin"
    _order = "sequence, id"
    _open_fields = frozenset(
        {
            "sequence",
            "active",
            "name",
            "result_id",
            "start_time",
            "end_time",
            "quantity",
            "unit",
        }
    )

    user_id = fields.Many2one(
        "res.users",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
        default=lambda self: self.env.user,
    )
    company_id = fields.Many2one(
        "res.company",
        string="Agency",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    name = fields.Text(string="Activity", required=True)
    result_id = fields.Many2one(
        "asn.skp.result",
        string="Result",
        ondelete="set null",
        domain="[('skp_id.employee_user_id', '=', uid), "
        "('skp_id.state', 'not in', ('closed', 'cancelled'))]",
        help="Empty: the result that you used last.",
    )
    start_time = fields.Float(string="Start", aggregator=None)
    end_time = fields.Float(string="End", aggregator=None)
    quantity = fields.Float(
        string="Realisation",
        required=True,
        default=1,
        digits=(16, 4),
        aggregator=None,
    )
    unit = fields.Char(string="Unit of Measure")

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

    @api.depends("name")
    def _compute_display_name(self):
        for template in self:
            template.display_name = (template.name or "").strip().split("\n")[0]

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self.env["asn.progress"]._check_numbers(vals)
        return super().create(vals_list)

    def write(self, vals):
        self.env["asn.progress"]._check_numbers(vals)
        return super().write(vals)

    @api.constrains("result_id")
    def _check_result(self):
        for template in self:
            owner = template.result_id.skp_id.employee_user_id
            if owner and owner != template.user_id:
                raise ValidationError(
                    self.env._("Choose a result of your own plan, or leave it empty.")
                )

    def action_use(self):
        """Write today's entry from each template."""
        self.check_access("read")
        progress = self.env["asn.progress"]
        skp, default = progress._get_running_skp(), progress._default_result_id()
        if not default:
            raise UserError(
                self.env._("You have no agreed plan that runs today. Plan first.")
            )
        entries = progress.create(
            [template._prepare_entry_values(skp, default) for template in self]
        )
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._(
                    "Written down for today: %(names)s",
                    names=", ".join(entries.mapped("display_name")),
                ),
            },
        }

    def _prepare_entry_values(self, skp, default):
        self.ensure_one()
        result = self.result_id
        fits = result.active and result.skp_id == skp
        values = {
            "result_id": (result if fits else default).id,
            "name": self.name,
            "start_time": self.start_time,
            "end_time": self.end_time,
            "quantity": self.quantity,
        }
        return {**values, "unit": self.unit} if self.unit else values
