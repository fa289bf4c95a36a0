# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.fields import Domain

from ..kinerja_rules.workflow import SKP_WAITING


class AsnDelegation(models.Model):
    """Passes the to-dos of an official on when somebody begins or ends to act."""

    _inherit = "asn.delegation"

    def _mark_told(self):
        result = super()._mark_told()
        self._pass_todos(self.official_id)
        return result

    def unlink(self):
        officials = self.official_id
        result = super().unlink()
        self._pass_todos(officials)
        return result

    @api.model
    def _pass_todos(self, officials):
        """Ask those who may decide today on the plans that wait for these officials."""
        # sudo: asn.skp - the to-dos follow the delegation whoever enters it
        plans_sudo = (
            self.env["asn.skp"]
            .sudo()
            .search(
                Domain("assessor_id", "in", officials.ids)
                & Domain("state", "in", SKP_WAITING)
                & Domain("period_id.state", "=", "open")
            )
        )
        plans_sudo._ask_next()
