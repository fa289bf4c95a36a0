# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from unittest.mock import patch

from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..wizard import asn_login_batch
from .common import REFUSALS, ROLES, KinerjaCase


@tagged("post_install", "-at_install")
class TestLogin(KinerjaCase):
    """The agency manager makes logins, and nothing more than logins."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["res.lang"]._activate_lang("id_ID")
        cls.agency.resource_calendar_id.tz = "Asia/Jayapura"
        cls.new = cls._make_employee(
            "Name new", cls.section, cls.people["assessor"], nip=cls._make_nip()
        )
        cls.mailed = cls._make_employee("Name mailed", cls.unit, cls.regent)
        cls.mailed.work_email = "Mailed@Example.com"

    def _open(self, role="manager", **values):
        batches = self._as_role(self.env["asn.login.batch"], role)
        return batches.create({"reach": "agency", **values})

    def _choose(self, *people, **values):
        ids = [person.id for person in people]
        chosen = {"reach": "chosen", "employee_ids": [Command.set(ids)]}
        return self._open(**chosen, **values)

    def test_a_login_is_the_nip_of_a_plain_internal_user(self):
        self._choose(self.new).action_create_logins()
        user = self.new.user_id
        self.assertRecordValues(
            user,
            [
                {
                    "login": self.new.nip,
                    "name": "Name new",
                    "lang": "id_ID",
                    "tz": "Asia/Jayapura",
                    "company_id": self.agency.id,
                    "company_ids": self.agency.ids,
                    "group_ids": self.env.ref("base.group_user").ids,
                    "partner_id": self.new.work_contact_id.id,
                    "share": False,
                }
            ],
        )
        self.env.cr.execute("SELECT password FROM res_users WHERE id = %s", [user.id])
        self.assertIsNone(self.env.cr.fetchone()[0])

    def test_without_nip_the_email_is_the_login(self):
        self._choose(self.mailed).action_create_logins()
        self.assertEqual(self.mailed.user_id.login, "mailed@example.com")

    def test_no_mail_is_sent(self):
        mails = self.env["mail.mail"].search_count([])
        self._choose(self.mailed).with_context(
            no_reset_password=False
        ).action_create_logins()
        self.assertEqual(self.env["mail.mail"].search_count([]), mails)
        self.assertFalse(self.mailed.user_id.partner_id.signup_type)

    def test_a_unit_means_the_units_below_too(self):
        batch = self._open(reach="unit", department_id=self.unit.id)
        self.assertEqual(batch.missing_count, 2)
        batch.action_create_logins()
        self.assertTrue(self.new.user_id)
        self.assertTrue(self.mailed.user_id)
        self.assertRecordValues(batch, [{"missing_count": 0, "waiting_count": 2}])

    def test_people_with_a_login_are_left_alone(self):
        user = self.people["own"].user_id
        before = user.read()
        self._choose(self.people["own"], self.new).action_create_logins()
        self.assertEqual(self.people["own"].user_id, user)
        self.assertEqual(user.read(), before)

    def test_nobody_to_do_is_a_helpful_refusal(self):
        batch = self._choose(self.regent)
        self.assertEqual(batch.impossible_count, 1)
        with self.assertRaises(UserError):
            batch.action_create_logins()

    def test_a_login_of_another_agency_is_never_taken_over(self):
        self.new.nip = self.people["manager_b"].nip
        self.users["manager_b"].login = self.new.nip
        with self.assertRaises(UserError):
            self._choose(self.new).action_create_logins()
        self.assertFalse(self.new.user_id)

    def test_many_logins_become_a_job(self):
        with patch.object(asn_login_batch, "BATCH", 1):
            action = self._open(
                reach="unit", department_id=self.unit.id
            ).action_create_logins()
        job = self.env["asn.job"].browse(action["res_id"])
        self.assertRecordValues(
            job, [{"kind": "login_create", "total": 2, "state": "queued"}]
        )
        self.assertFalse(self.new.user_id)
        job._run_batch()
        self.assertRecordValues(job, [{"state": "done", "done": 2, "failed": 0}])
        self.assertTrue(self.new.user_id)

    def test_a_bad_line_of_the_job_is_listed(self):
        self.new.nip = self.people["manager_b"].nip
        self.users["manager_b"].login = self.new.nip
        with patch.object(asn_login_batch, "BATCH", 1):
            action = self._open(
                reach="unit", department_id=self.unit.id
            ).action_create_logins()
        job = self.env["asn.job"].browse(action["res_id"])
        job._run_batch()
        self.assertRecordValues(job, [{"done": 1, "failed": 1}])
        self.assertIn("Name new", job.failed_line_ids.reason)

    def test_the_job_ends_with_the_rights_of_who_started_it(self):
        with patch.object(asn_login_batch, "BATCH", 1):
            action = self._open(
                reach="unit", department_id=self.unit.id
            ).action_create_logins()
        manager = self.env.ref("hr_asn_kinerja.group_asn_kinerja_manager")
        self.users["manager"].group_ids -= manager
        job = self.env["asn.job"].browse(action["res_id"])
        job._run_batch()
        self.assertEqual(job.failed, 2)
        self.assertFalse(self.new.user_id)

    def test_only_the_manager_opens_it(self):
        for role in set(ROLES) - {"manager", "manager_b"}:
            with self.subTest(role=role):
                self._attempt(AccessError, self._open, role)
                people = self._as_role(self.new, role)
                self._attempt(AccessError, people._create_logins)

    def test_personnel_without_our_role_makes_no_logins(self):
        self.users["outsider"].group_ids += self.env.ref("hr.group_hr_manager")
        self._attempt(AccessError, self._as_role(self.new, "outsider")._create_logins)

    def test_another_agency_is_out_of_reach(self):
        other = self._make_employee(
            "Name b", self.unit_b, None, nip=self._make_nip(), agency=self.agency_b
        )
        self._attempt(REFUSALS, lambda: self._choose(other).action_create_logins())
        people = self._as_role(other, "manager")
        self._attempt(AccessError, people._create_logins)
        self._attempt(REFUSALS, self._open, "manager", company_id=self.agency_b.id)
        self.assertFalse(other.user_id)
