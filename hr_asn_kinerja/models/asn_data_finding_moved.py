# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.tools import SQL


class AsnDataFinding(models.Model):
    """Whose post changed in HR while the agreed plan is still of the old one."""

    _inherit = "asn.data.finding"

    @api.model
    def _get_moved_query(self):
        """Return people with a running plan of another unit or position."""
        return SQL(
            """
            SELECT DISTINCT s.employee_id
              FROM asn_skp s
              JOIN running r ON r.id = s.period_id
              JOIN person p ON p.id = s.employee_id
             WHERE s.state = 'agreed'
               AND s.duty = 'main'
               AND p.today BETWEEN s.date_from AND s.date_to
               AND (s.department_id != p.department_id
                    OR s.position_name != p.job_title)
            """
        )

    def action_fix(self):
        """Carry out the change of post; the assistant shows all of it first."""
        if self.kind != "moved":
            return super().action_fix()
        self.check_access("read")
        plan = self.env["asn.skp"]._find_running(
            self.employee_id, self.env["asn.period"]._today()
        )
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "hr_asn_kinerja.asn_skp_transfer_action"
        )
        chosen = {"default_skp_id": plan.id} if plan else {}
        return {
            **action,
            "context": {
                "default_company_id": self.company_id.id,
                "default_person_id": self.employee_id.id,
                **chosen,
            },
        }
