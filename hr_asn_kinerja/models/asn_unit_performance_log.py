# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError

from .asn_unit_performance import ORGANISATION_RATINGS

VERBS = [
    ("propose", "Proposed"),
    ("approve", "Approved"),
    ("return", "Returned"),
    ("revise", "Taken Up Again"),
]


class AsnUnitPerformanceLog(models.Model):
    """Who took which step for the rating of a unit, on which content. Append-only."""

    _name = "asn.unit.performance.log"
    _description = "Step of a Unit Performance"
    _order = "id desc"
    _rec_name = "verb"

    performance_id = fields.Many2one(
        "asn.unit.performance",
        string="Unit Performance",
        required=True,
        index=True,
        readonly=True,
        ondelete="cascade",
    )
    company_id = fields.Many2one(
        related="performance_id.company_id", store=True, index=True, string="Agency"
    )
    verb = fields.Selection(VERBS, string="Step", required=True, readonly=True)
    rating = fields.Selection(ORGANISATION_RATINGS, readonly=True)
    basis = fields.Text(readonly=True)
    note = fields.Text(string="Reason", readonly=True)
    user_id = fields.Many2one(
        "res.users", string="Decided By", required=True, readonly=True
    )
    official_name = fields.Char(
        string="On Behalf Of", readonly=True, help="The official in whose place it was."
    )
    mandate_number = fields.Char(readonly=True)
    decided_at = fields.Datetime(required=True, readonly=True)

    @api.model
    def _record(self, performance, verb, note=None):
        """Append a step of the current user."""
        running = self.env["asn.delegation"]._get_running(self.env.user)
        # sudo: hr.department - who leads the unit, for the mandate that is kept
        department_sudo = performance.sudo().department_id
        head = department_sudo.manager_id
        if verb in ("approve", "return"):
            head = performance._get_superiors()[performance]
        mandates = running.filtered(lambda line: line.official_id == head)
        # sudo: hr.employee - whether the head is the user
        if head.sudo().user_id == self.env.user:
            mandates = mandates[:0]
        # sudo: asn.unit.performance.log - nobody may write here, only the flow adds
        return self.sudo().create(
            {
                "performance_id": performance.id,
                "verb": verb,
                "rating": performance.rating,
                "basis": performance.note,
                "note": note,
                "user_id": self.env.uid,
                "official_name": mandates[:1].official_id.name,
                "mandate_number": mandates[:1].mandate_number,
                "decided_at": fields.Datetime.now(),
            }
        )

    def write(self, vals):
        if vals.keys() - {"company_id"}:
            raise AccessError(self.env._("A decision is never changed afterwards."))
        return super().write(vals)
