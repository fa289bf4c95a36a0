# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.exceptions import UserError


class AsnSkp(models.Model):
    """The officer's review, where the agency requires it before the agreement."""

    _inherit = "asn.skp"

    def _is_review_required(self):
        self.ensure_one()
        # sudo: res.company - a setting of the agency that the flow asks for
        steps_sudo = self.company_id.sudo().asn_approval_step_ids
        return ("skp", "officer") in steps_sudo.mapped(
            lambda step: (step.document, step.role)
        )

    def _get_allowed_verbs(self, roles):
        verbs = super()._get_allowed_verbs(roles)
        if "agree" in verbs and self._waits_for_review():
            return tuple(verb for verb in verbs if verb != "agree")
        return verbs

    def _begin(self, verb):
        """Say whose review is missing, instead of a state that looks right."""
        self._require_one()
        is_official = verb == "agree" and "assessor" in self._get_roles()[self.id]
        if is_official and self._waits_for_review():
            self.check_access("read")
            raise UserError(
                self.env._(
                    "The performance officer of the unit reviews this plan before you "
                    "agree to it. You can still return it with a note."
                )
            )
        return super()._begin(verb)

    def _get_next_step(self, is_own):
        if not self._waits_for_review():
            return super()._get_next_step(is_own)
        if "review" in self.allowed_actions.split(","):
            return self.env._(
                "Look through the plan, then mark it as reviewed or return it with a "
                "note."
            )
        if self._get_officers():
            return self.env._(
                "Waiting for the performance officer of %(unit)s to review it.",
                unit=self.unit_name or "",
            )
        return self.env._(
            "Waiting for a review, but no performance officer serves %(unit)s. The "
            "agency manager has to appoint one.",
            unit=self.unit_name or "",
        )
