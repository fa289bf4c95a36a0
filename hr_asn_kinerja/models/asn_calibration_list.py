# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class AsnCalibration(models.Model):
    """The proposals of a session side by side."""

    _inherit = "asn.calibration"

    proposal_count = fields.Integer(
        string="Evaluations",
        compute="_compute_proposal_count",
        help="Those that you may read in this session.",
    )

    def _compute_proposal_count(self):
        for session in self:
            session.proposal_count = len(session._get_proposals())

    def _get_proposals(self):
        """Return the worksheets of the session that the reader may read."""
        self.ensure_one()
        # sudo: asn.calibration.seat - which evaluations the session has taken in
        taken = self.sudo().seat_ids.evaluation_id
        sheets = self.env["asn.assessment"]
        if not taken or not sheets.has_access("read"):
            return sheets
        return sheets.search([("evaluation_id", "in", taken.ids)])

    def action_view_proposals(self):
        """Show them in a list, best predicate first or by any other column."""
        self.ensure_one()
        self.check_access("read")
        return {
            **self.env["ir.actions.act_window"]._for_xml_id(
                "hr_asn_kinerja.asn_assessment_action_calibration"
            ),
            "domain": [("id", "in", self._get_proposals().ids)],
            "context": {"asn_calibration_id": self.id},
            "display_name": self.display_name,
        }

    def action_view_picture(self):
        """Show the distribution of the unit in this interval."""
        self.ensure_one()
        return {
            **self.env["ir.actions.client"]._for_xml_id(
                "hr_asn_kinerja.asn_distribution_action"
            ),
            "params": {
                "interval_id": self.interval_id.id,
                "unit_id": self.department_id.id,
            },
        }
