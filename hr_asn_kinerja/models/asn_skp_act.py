# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..kinerja_rules import correction


class AsnSkp(models.Model):
    """What the officer of the unit or the agency manager mends beside the flow."""

    _inherit = "asn.skp"

    allowed_acts = fields.Char(
        compute="_compute_allowed_acts",
        help="What you may mend in this plan now, separated by commas.",
    )

    @api.depends("state")
    @api.depends_context("uid")
    def _compute_allowed_acts(self):
        roles = self._get_roles()
        for skp in self:
            skp.allowed_acts = ",".join(
                act
                for act in correction.allowed_acts(skp.state, roles[skp.id])
                if act != "allow_late" or skp._needs_permission()
            )

    def _begin_act(self, act):
        """Lock the plans and make sure that the user may mend this in them now.

        :raises AccessError: the user never may
        :raises UserError: not in this state, or somebody else is at it right now
        """
        self.check_access("read")
        if not self:
            raise UserError(self.env._("Choose at least one plan."))
        # sudo: deciding is no write of the user's own; the lock needs no right
        self.sudo().lock_for_update(allow_referencing=True)
        self.invalidate_recordset(["state"])
        states, may = correction.ACTS[act]
        for skp, roles in zip(self, self._get_roles().values(), strict=True):
            if not roles.intersection(may) or "employee" in roles:
                raise AccessError(
                    self.env._(
                        "Only the performance officer of the unit or the agency "
                        "manager mends this, and nobody in their own plan."
                    )
                )
            if skp.state not in states:
                raise UserError(
                    self.env._(
                        "%(name)s is in state “%(state)s”, where this is not possible "
                        "any more. Leave it out.",
                        name=skp.display_name,
                        state=skp._get_label("state"),
                    )
                )
            skp._check_period_open(act)

    def _record_act(self, act, note):
        """Keep who mended what and why; the state stays."""
        for skp in self:
            self.env["asn.decision"]._record(skp, act, skp.state, note=note)
