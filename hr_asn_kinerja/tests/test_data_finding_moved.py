# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import freeze_time, tagged

from .common import NOW, KinerjaCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestDataFindingMoved(KinerjaCase):
    """Who has another post in HR than in the agreed plan is listed, with the fix."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.skp = cls._make_agreed_skp()
        cls.other = cls._make_agreed_skp(cls.people["outsider"])

    def _find(self, role="officer"):
        self.env.flush_all()
        self.env.invalidate_all()
        findings = self._as_role(self.env["asn.data.finding"], role)
        return findings.search([("kind", "=", "moved")])

    def test_nobody_has_moved_at_first(self):
        self.assertFalse(self._find("manager"))

    def test_another_position_is_found_until_the_change_is_carried_out(self):
        self.people["own"].create_version(
            {"date_version": "2026-04-10", "job_title": "New post"}
        )
        finding = self._find()
        self.assertEqual(finding.employee_id, self.people["own"])
        action = finding.action_fix()
        wizards = self._as_role(self.env["asn.skp.transfer"], "officer")
        wizard = wizards.with_context(**action["context"]).create(
            {
                "date": "2026-04-10",
                "letter_number": "800/1",
                "assessor_id": self.people["assessor"].id,
            }
        )
        self.assertEqual(wizard.skp_id, self.skp)
        wizard.action_apply()
        self.assertFalse(self._find())

    def test_another_unit_is_found(self):
        self.people["outsider"].create_version(
            {"date_version": "2026-04-10", "department_id": self.section.id}
        )
        self.assertEqual(self._find("manager").employee_id, self.people["outsider"])

    def test_a_draft_follows_hr_by_itself(self):
        self.skp.state = "draft"
        self.people["own"].create_version(
            {"date_version": "2026-04-10", "job_title": "New post"}
        )
        self.assertFalse(self._find("manager"))
