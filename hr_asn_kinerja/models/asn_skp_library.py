# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.exceptions import UserError


class AsnSkp(models.Model):
    """Filling a draft from the library."""

    _inherit = "asn.skp"

    def action_open_library(self):
        """Open the library on what fits the position of this plan."""
        self._require_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "hr_asn_kinerja.asn_indicator_template_action_take"
        )
        fits = {f"search_default_{self.position_kind}": 1} if self.position_kind else {}
        return {**action, "context": {"asn_kinerja_skp_id": self.id, **fits}}

    def _take_from_library(self, templates):
        """Add the results of the templates that are not in the plan yet."""
        self.ensure_one()
        self.check_access("read")
        # sudo: asn.skp - the lock needs no right; nobody submits in the meantime
        self.sudo().lock_for_update(allow_referencing=True)
        self.invalidate_recordset(["state"])
        if self.state != "draft" or not self.has_access("write"):
            raise UserError(
                self.env._(
                    "Results can be taken into your own plan while it is a draft."
                )
            )
        self._check_period_open("submit")
        new = templates - self.result_ids.template_id
        if not new:
            raise UserError(self.env._("These results are in the plan already."))
        last = max(self.result_ids.mapped("sequence"), default=0)
        # sudo: asn.skp.result - the origin is a column that the user may not write
        self.env["asn.skp.result"].sudo().create(
            [
                {
                    **template._prepare_result_values(last + 10 * number),
                    "skp_id": self.id,
                }
                for number, template in enumerate(new, 1)
            ]
        )
