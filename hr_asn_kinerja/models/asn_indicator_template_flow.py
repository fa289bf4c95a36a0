# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import SUPERUSER_ID, Command, api, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

from ..kinerja_rules.workflow import SKP_HOLDING


class AsnIndicatorTemplate(models.Model):
    """What people do with the library: approve, vote, take into a plan."""

    _inherit = "asn.indicator.template"

    def action_approve(self):
        """Let everybody in the agency find the proposal."""
        self._begin_decision("proposed", "archived")
        if not all(template.line_ids for template in self):
            raise UserError(
                self.env._("Write at least one indicator before you approve.")
            )
        # sudo: asn.indicator.template - the state only changes through the actions
        self.sudo().write(
            {
                "state": "approved",
                "approved_by_id": self.env.uid,
                "approved_on": self.env["asn.period"]._today(),
            }
        )

    def action_archive(self):
        """Take it out of the library; plans that use it keep their wording."""
        self._begin_decision("proposed", "approved")
        # sudo: asn.indicator.template - the state only changes through the actions
        self.sudo().write({"state": "archived"})

    def _begin_decision(self, *states):
        self.check_access("write")
        self.lock_for_update(allow_referencing=True)
        if any(template.state not in states for template in self):
            raise UserError(
                self.env._(
                    "Somebody has decided on this already. Reload the page to see how "
                    "it stands."
                )
            )

    def action_vote(self):
        """Say that it is useful, or take that back."""
        self.ensure_one()
        self.check_access("read")
        if self.state != "approved":
            raise UserError(self.env._("Only what is approved can be voted for."))
        # sudo: asn.indicator.template.vote - the user's own vote and no other
        votes_sudo = self.env["asn.indicator.template.vote"].sudo()
        mine = votes_sudo.search(
            [("template_id", "=", self.id), ("user_id", "=", self.env.uid)]
        )
        if mine:
            mine.unlink()
        else:
            votes_sudo.create({"template_id": self.id, "user_id": self.env.uid})

    def action_take(self):
        """Write the chosen results into the user's own draft plan."""
        self.check_access("read")
        if not self:
            raise UserError(self.env._("Choose at least one result of the library."))
        if any(template.state != "approved" for template in self):
            raise UserError(self.env._("Only what is approved can be taken over."))
        skp = self._get_plan_to_fill()
        skp._take_from_library(self)
        return {
            "type": "ir.actions.act_window",
            "res_model": "asn.skp",
            "res_id": skp.id,
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "current",
        }

    @api.model
    def _get_plan_to_fill(self):
        """Return the plan from which the library was opened, or the only own draft."""
        opened_from = self.env.context.get("asn_kinerja_skp_id")
        if isinstance(opened_from, int):
            return self.env["asn.skp"].browse(opened_from)
        drafts = self.env["asn.skp"].search(
            Domain("employee_user_id", "=", self.env.uid)
            & Domain("state", "=", "draft")
            & Domain("period_id.state", "=", "open"),
            order="date_from desc",
        )
        if len(drafts) == 1:
            return drafts
        raise UserError(
            self.env._(
                "Open the draft plan that you want to fill and choose Take From the "
                "Library there."
            )
        )

    @api.model
    def _propose(self, results):
        """Put agreed results of the user's own plan forward, without any name."""
        roles = results.skp_id._get_roles()
        for skp in results.skp_id:
            if "employee" not in roles[skp.id]:
                raise AccessError(
                    self.env._("You can only propose results of your own plan.")
                )
            if skp.state not in SKP_HOLDING:
                raise UserError(
                    self.env._(
                        "Only a result that your assessor has agreed to can be "
                        "proposed to the library."
                    )
                )
        self._check_new(results)
        # created by the system, so that no column tells everybody who it was
        templates = self.with_user(SUPERUSER_ID).create(
            [self._prepare_proposal(result) for result in results]
        )
        return self.browse(templates.ids)

    @api.model
    def _prepare_proposal(self, result):
        lines = self.env["asn.indicator.template.line"]
        return {
            "name": result.name.strip(),
            "company_id": result.company_id.id,
            "position_kind": result.skp_id.position_kind,
            "state": "proposed",
            "proposer_id": self.env.uid,
            "line_ids": [
                Command.create(lines._prepare_line_values(indicator))
                for indicator in result.indicator_ids
            ],
        }

    @api.model
    def _check_new(self, results):
        """Say in a sentence what the index would refuse."""
        # sudo: asn.indicator.template - also those that wait for their approval
        known = self.sudo().search(
            Domain("company_id", "in", results.company_id.ids)
            & Domain("state", "!=", "archived")
            & Domain("position_kind", "in", results.skp_id.mapped("position_kind"))
        )
        names = {(line.position_kind, line.name.strip().lower()) for line in known}
        if any(
            result.template_id
            or (result.skp_id.position_kind, result.name.strip().lower()) in names
            for result in results
        ):
            raise UserError(
                self.env._(
                    "This result is in the library already, or waits for its approval."
                )
            )
