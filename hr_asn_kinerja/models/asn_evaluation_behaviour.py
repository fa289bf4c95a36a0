# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError

from .asn_evaluation import RATINGS


class AsnEvaluationBehaviour(models.Model):
    """The rating of one core value as it was delivered; made by the flow, frozen."""

    _name = "asn.evaluation.behaviour"
    _description = "Delivered Rating of a Core Value"
    _order = "evaluation_id, sequence, id"

    evaluation_id = fields.Many2one(
        "asn.evaluation", required=True, index=True, ondelete="cascade", readonly=True
    )
    company_id = fields.Many2one(
        related="evaluation_id.company_id", store=True, index=True, string="Agency"
    )
    behaviour_id = fields.Many2one(
        "asn.behaviour",
        string="Value",
        required=True,
        readonly=True,
        ondelete="restrict",
    )
    sequence = fields.Integer(related="behaviour_id.sequence", store=True)
    rating = fields.Selection(RATINGS, required=True, readonly=True)

    _once = models.UniqueIndex(
        "(evaluation_id, behaviour_id)", "This value was already delivered."
    )

    @api.depends("behaviour_id.name")
    def _compute_display_name(self):
        for line in self:
            line.display_name = line.behaviour_id.name

    def _get_rating_label(self):
        labels = dict(self._fields["rating"]._description_selection(self.env))
        return labels[self.rating]

    @api.model_create_multi
    def create(self, vals_list):
        self._refuse_users()
        return super().create(vals_list)

    def write(self, vals):
        self._refuse_users()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        self._refuse_users()

    @api.model
    def _refuse_users(self):
        if not self.env.su:
            raise AccessError(
                self.env._("The evaluation has been delivered and is frozen.")
            )
