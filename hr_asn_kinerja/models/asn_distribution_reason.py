# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError


class AsnDistributionReason(models.Model):
    """Why the predicates of a unit depart from the pattern, in the leader's words.

    Written through the picture of the distribution alone, and never changed: a new
    reason stands beside the old one.
    """

    _name = "asn.distribution.reason"
    _description = "Reason of a Distribution"
    _inherit = "asn.guard.mixin"
    _order = "written_at desc, id desc"

    company_id = fields.Many2one(
        related="interval_id.company_id", store=True, index=True, string="Agency"
    )
    interval_id = fields.Many2one(
        "asn.period.interval",
        required=True,
        index=True,
        readonly=True,
        ondelete="restrict",
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Unit",
        required=True,
        index=True,
        readonly=True,
        ondelete="restrict",
    )
    text = fields.Text(string="Reason", required=True, readonly=True)
    user_id = fields.Many2one(
        "res.users", string="Written By", required=True, readonly=True, index=True
    )
    written_at = fields.Datetime(required=True, readonly=True)

    @api.depends("department_id", "interval_id")
    @api.depends_context("lang")
    def _compute_display_name(self):
        for reason in self:
            # sudo: hr.department - the name of the unit that the reason is about
            unit = reason.department_id.sudo().name
            reason.display_name = f"{unit} - {reason.interval_id.display_name}"

    def write(self, vals):
        # related columns follow their interval
        if vals.keys() - {"company_id"}:
            raise AccessError(
                self.env._("A reason is never changed. Write another one beside it.")
            )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise AccessError(self.env._("A reason is never deleted."))
