# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError
from odoo.tests import TransactionCase, freeze_time, tagged

from .common import PORTAL, CitizenCommon

HANDLER = f"{PORTAL}.group_asn_kinerja_complaint_handler"


@tagged("post_install", "-at_install")
@freeze_time("2026-04-10 03:00:00")
class TestHandlerRole(CitizenCommon, TransactionCase):
    """The agency manager appoints who handles complaints, with dates."""

    def _appoint(self, user, by="manager", **values):
        rows = self.env["asn.role.assignment"].with_user(self.users[by])
        return rows.with_context(allowed_company_ids=self.agency.ids).create(
            {
                "user_id": self.users[user].id,
                "role": "complaint_handler",
                "company_id": self.agency.id,
                "date_from": "2026-01-01",
                "mandate_number": "800/5/2026",
                **values,
            }
        )

    def test_a_handler_reads_complaints_until_the_end(self):
        user = self.users["user"]
        complaints = self.env["asn.complaint"].with_user(user)
        self.assertFalse(complaints.has_access("read"))
        row = self._appoint("user")
        self.assertTrue(user.has_group(HANDLER))
        self.assertTrue(complaints.has_access("read"))
        row.date_to = "2026-04-09"
        self.assertFalse(user.has_group(HANDLER))
        self.assertFalse(complaints.has_access("read"))

    def test_only_the_manager_appoints_and_never_themselves(self):
        for user, by in (("user", "handler"), ("user", "auditor"), ("user", "user")):
            with self.subTest(by=by), self.assertRaises(AccessError):
                self._appoint(user, by)
        with self.assertRaises(AccessError):
            self._appoint("manager")

    def test_the_role_is_on_the_list_and_explained(self):
        self._appoint("user")
        holders = self.env["asn.role.holder"].with_user(self.users["manager"])
        holder = holders.search([("user_id", "=", self.users["user"].id)])
        self.assertEqual(holder.role, "complaint_handler")
        wizards = self.env["asn.access.explain"].with_user(self.users["manager"])
        wizard = wizards.with_context(allowed_company_ids=self.agency.ids).create(
            {"user_id": self.users["user"].id, "company_id": self.agency.id}
        )
        self.assertIn("Complaint Handler", wizard.answer)
