# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.fields import Domain


class AsnSkp(models.Model):
    """Whose plan a plan serves: that of the assessor in the same time."""

    _inherit = "asn.skp"

    leader_skp_id = fields.Many2one(
        "asn.skp",
        string="Leader's Plan",
        index=True,
        readonly=True,
        copy=False,
        ondelete="set null",
        help="The plan of the assessor in the same period; its results may be served.",
    )
    team_skp_ids = fields.One2many("asn.skp", "leader_skp_id", string="Team's Plans")

    def _link_leader(self):
        """Link each plan to its assessor's plan, and the team's plans to these."""
        peers = self.search(
            Domain("period_id", "in", self.period_id.ids)
            & Domain("state", "not in", ("cancelled",))
            & (
                Domain("employee_id", "in", self.assessor_id.ids)
                | Domain("assessor_id", "in", self.employee_id.ids)
            )
        )
        plans = (peers | self).grouped(lambda skp: (skp.period_id, skp.employee_id))
        for skp in peers | self:
            of_leader = plans.get((skp.period_id, skp.assessor_id), self.browse())
            leader = skp._pick_leader_skp(of_leader)
            if leader and skp.leader_skp_id != leader:
                skp.leader_skp_id = leader

    def _forget_leader(self):
        """Cut the links to a leader who is no longer the assessor."""
        served = self.result_ids.filtered(
            lambda result: result.parent_id.skp_id == result.skp_id.leader_skp_id
        )
        served.parent_id = False
        self.leader_skp_id = False

    def _pick_leader_skp(self, plans):
        """Return the leader's plan that runs when this one begins, else the next."""
        overlapping = plans.filtered(
            lambda plan: (
                plan.date_from <= self.date_to and plan.date_to >= self.date_from
            )
        )
        return overlapping.sorted("date_from")[:1]
