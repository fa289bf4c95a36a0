# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import freeze_time, tagged

from .common import NOW, KinerjaCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestScopeOfOddUnits(KinerjaCase):
    """The scope of an officer follows the tree however the tree changes."""

    def _get_units(self, role="officer"):
        scopes = self.env["asn.officer.scope"]
        return scopes._get_departments_today(self.users[role])

    def test_a_unit_below_that_has_no_agency_follows_the_tree(self):
        shared = self.env["hr.department"].create(
            {"name": "Shared", "parent_id": self.section.id, "company_id": False}
        )
        self.assertIn(shared, self._get_units())
        shared.parent_id = self.other_unit
        self.assertNotIn(shared, self._get_units())

    def test_the_units_below_a_deleted_unit_leave_the_scope(self):
        desk = self.env["hr.department"].create(
            {"name": "Desk", "company_id": self.agency.id}
        )
        middle = self.env["hr.department"].create(
            {"name": "Middle", "parent_id": self.unit.id, "company_id": self.agency.id}
        )
        desk.parent_id = middle
        self.assertIn(desk, self._get_units())
        middle.unlink()
        self.assertNotIn(desk, self._get_units())
