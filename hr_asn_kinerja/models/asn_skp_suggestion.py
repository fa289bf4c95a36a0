# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..kinerja_rules.workflow import SKP_HOLDING, SKP_RUNNING


class AsnSkp(models.Model):
    """What the results of a team serve, suggested when the leader's plan arrives.

    While a plan runs its links can be put right; what it says stays as it is.
    """

    _inherit = "asn.skp"

    suggestion_count = fields.Integer(
        string="Links to Confirm", compute="_compute_suggestion_count"
    )
    can_suggest = fields.Boolean(
        string="Can Look for Links", compute="_compute_can_suggest"
    )

    @api.depends("result_ids.suggested_parent_id")
    def _compute_suggestion_count(self):
        counts = dict(
            self.env["asn.skp.result"]._read_group(
                [("skp_id", "in", self.ids), ("suggested_parent_id", "!=", False)],
                ["skp_id"],
                ["__count"],
            )
        )
        for skp in self:
            skp.suggestion_count = counts.get(skp._origin, 0)

    @api.depends("state", "result_ids.parent_id", "leader_skp_id.state")
    @api.depends_context("uid")
    def _compute_can_suggest(self):
        roles = self._get_roles()
        # sudo: asn.skp - only the state of the leader's plan is looked at
        for skp, skp_sudo in zip(self, self.sudo(), strict=True):
            skp.can_suggest = bool(
                skp.id
                and skp_sudo.state in SKP_RUNNING
                and skp_sudo._is_leader_agreed()
                and {"employee", "assessor"} & roles[skp.id]
                and skp_sudo.result_ids.filtered(lambda line: line._lacks_parent())
            )

    def action_agree(self):
        result = super().action_agree()
        # sudo: asn.skp - the plans of the team get suggestions, no content
        self.sudo().filtered(lambda skp: skp.state == "agreed")._serve_team()
        return result

    def action_suggest_links(self):
        """Look for results of the leader that those of this plan may serve."""
        self._require_one()
        if not self.can_suggest:
            raise UserError(
                self.env._(
                    "There is nothing to link: either all results serve one of the "
                    "leader's, or the leader's plan is not agreed yet."
                )
            )
        # sudo: asn.skp.result - suggestions are columns that nobody writes by hand
        found = self.sudo()._suggest_parents()
        if not found:
            raise UserError(
                self.env._(
                    "No result of the leader resembles the unlinked ones. Talk to your "
                    "leader about what they serve."
                )
            )

    def action_link_suggestions(self):
        """Link every suggestion of these plans at once."""
        return self.result_ids.filtered("suggested_parent_id").action_link_suggestion()

    def _serve_team(self):
        """Now that these plans hold, suggest their results to the teams."""
        later = self.search(
            Domain("assessor_id", "in", self.employee_id.ids)
            & Domain("company_id", "in", self.company_id.ids)
            & Domain("state", "in", SKP_RUNNING)
        )
        later._link_leader_before()
        team = later.filtered(lambda skp: skp.leader_skp_id in self)
        found = team._suggest_parents()
        self.env["asn.notice"]._send(found._prepare_suggestion_letters())

    def _suggest_parents(self):
        """Suggest a parent for each result that lacks one; return what has one now.

        The plans are read at once, however many they are.
        """
        skps = self.filtered(lambda skp: skp.leader_skp_id.state in SKP_HOLDING)
        results = skps.result_ids.filtered(lambda result: result._lacks_parent())
        return results._suggest()
