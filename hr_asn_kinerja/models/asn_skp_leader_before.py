# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain

from ..kinerja_rules.workflow import SKP_HOLDING


class AsnSkp(models.Model):
    """The leader's last plan: what a team serves until the new one is agreed.

    Without it a whole agency would wait in January for whoever writes last.
    """

    _inherit = "asn.skp"

    leader_before_id = fields.Many2one(
        "asn.skp",
        string="Leader's Last Plan",
        index="btree_not_null",
        readonly=True,
        copy=False,
        ondelete="set null",
        help="The plan that your leader agreed to before this one. Its results may be "
        "served until the new plan of the leader is agreed.",
    )
    servable_skp_id = fields.Many2one(
        "asn.skp",
        string="Plan to Serve",
        compute="_compute_servable_skp_id",
        help="The leader's plan whose results can be served now.",
    )
    is_leader_late = fields.Boolean(
        string="Leader's Plan Is Not Agreed Yet", compute="_compute_servable_skp_id"
    )
    team_before_ids = fields.One2many(
        "asn.skp", "leader_before_id", string="Plans That Waited for the Next"
    )

    @api.depends("leader_skp_id.state", "leader_before_id")
    def _compute_servable_skp_id(self):
        # sudo: asn.skp - only which plan it is and its state, for the choice
        for skp in self.sudo():
            skp.servable_skp_id = skp._get_servable_skps()
            skp.is_leader_late = bool(skp.assessor_id) and not skp._is_leader_agreed()

    def _link_leader(self):
        result = super()._link_leader()
        self._link_leader_before()
        return result

    def _forget_leader(self):
        result = super()._forget_leader()
        # what the assessor who left has agreed to is served no more
        before = self.result_ids.filtered(
            lambda line: line.parent_id.skp_id & line.skp_id.leader_before_id
        )
        before.parent_id = False
        self.result_ids._forget_suggestion()
        self.leader_before_id = False
        return result

    def _link_leader_before(self):
        """Remember for each plan which one its assessor agreed to last."""
        plans = self.search(
            Domain("employee_id", "in", self.assessor_id.ids)
            & Domain("company_id", "in", self.company_id.ids)
            & Domain("state", "in", SKP_HOLDING)
            & Domain("date_from", "<", max(self.mapped("date_from"), default=False)),
            order="date_from, id",
        ).grouped("employee_id")
        for skp in self:
            earlier = plans.get(skp.assessor_id, self.browse()).filtered(
                lambda plan, skp=skp: plan.date_from < skp.date_from
            )
            before = earlier[-1:] - skp.leader_skp_id
            if skp.leader_before_id != before:
                skp.leader_before_id = before

    def _is_leader_agreed(self):
        """Return whether the leader's plan of this time holds."""
        return self.leader_skp_id.state in SKP_HOLDING

    def _get_servable_skps(self):
        """Return the leader's plan that can be served now: the new, else the last."""
        self.ensure_one()
        if self._is_leader_agreed():
            return self.leader_skp_id
        return self.leader_before_id
