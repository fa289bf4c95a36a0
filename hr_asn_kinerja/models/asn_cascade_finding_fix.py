# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class AsnCascadeFinding(models.Model):
    """What closes a gap: each row opens the screen in which that is done."""

    _inherit = "asn.cascade.finding"

    def action_fix(self):
        """Open where this gap is closed, as far as the reader may see it."""
        self.ensure_one()
        self.check_access("read")
        if self.kind == "no_plan":
            return self._open_person()
        if self.kind == "share":
            return self._open_shares()
        return self._open("asn.skp", self.skp_id.id)

    def _open_person(self):
        """Show the person to whoever may, and to the assessor the team's plans."""
        person = self.env["asn.person"].search([("id", "=", self.employee_id.id)])
        if person:
            return self._open("asn.person", person.id)
        return self.env["ir.actions.actions"]._for_xml_id(
            "hr_asn_kinerja.asn_skp_action_team"
        )

    def _open_shares(self):
        """List the team's indicators that add to this one, with their shares."""
        action = self.env["ir.actions.actions"]._for_xml_id(
            "hr_asn_kinerja.asn_skp_indicator_action_shares"
        )
        return {
            **action,
            "domain": [("leader_indicator_id", "=", self.indicator_id.id)],
            "display_name": self.env._(
                "Shares in: %(name)s", name=(self.subject or "")[:60]
            ),
        }

    def _open(self, model, record_id):
        return {
            "type": "ir.actions.act_window",
            "res_model": model,
            "res_id": record_id,
            "view_mode": "form",
            "views": [(False, "form")],
        }
