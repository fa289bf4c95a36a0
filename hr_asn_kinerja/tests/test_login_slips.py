# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import csv
import io
import logging
import re

from openpyxl import load_workbook

from odoo import Command, http
from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from ..log_mask import TokenMask
from ..report import login_slips
from .common import REFUSALS, ROLES, KinerjaCase, KinerjaHttpCase

PASSWORD = "kata sandi yang panjang"


class SlipsCase:
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.new = cls._make_employee(
            "=1+1 Name new", cls.section, cls.people["assessor"], nip=cls._make_nip()
        )
        cls._choose(cls.new).action_create_logins()
        cls.user = cls.new.user_id

    @classmethod
    def _choose(cls, *people, role="manager", **values):
        batches = cls._as(cls.env["asn.login.batch"], cls.users[role])
        ids = [person.id for person in people]
        return batches.create(
            {"reach": "chosen", "employee_ids": [Command.set(ids)], **values}
        )

    def _print(self, *people, **values):
        batch = self._choose(*(people or [self.new]), **values)
        batch.action_print_slips()
        return batch

    def _read_rows(self, batch):
        batch.file_format = "csv"
        text = base64.b64decode(batch.slips).decode("utf-8-sig")
        return list(csv.reader(io.StringIO(text)))

    def _get_token(self, batch):
        return self._read_rows(batch)[1][4].partition("token=")[2]

    def _find(self, token):
        return self.env["res.partner"]._signup_retrieve_info(token)


@tagged("post_install", "-at_install")
class TestLoginSlips(SlipsCase, KinerjaCase):
    """A slip opens one login once; nothing of it is kept or seen by others."""

    def test_the_link_opens_the_login_of_the_person(self):
        token = self._get_token(self._print())
        self.assertEqual(self._find(token)["login"], self.new.nip)

    def test_a_new_slip_kills_the_old_one(self):
        old = self._get_token(self._print())
        new = self._get_token(self._print(only_without_slip=False))
        self.assertFalse(self._find(old))
        self.assertTrue(self._find(new))

    def test_a_valid_slip_is_not_replaced_unasked(self):
        batch = self._print()
        again = self._choose(self.new)
        self.assertEqual(again.slip_count, 0)
        self._attempt(UserError, again.action_print_slips)
        self.assertTrue(self._find(self._get_token(batch)))

    def test_a_slip_is_good_to_the_end_of_its_fourteenth_day(self):
        with freeze_time("2026-04-10 03:00:00"):
            token = self._get_token(self._print())
        with freeze_time("2026-04-24 16:59:00"):
            self.assertTrue(self._find(token))
        with freeze_time("2026-04-24 17:01:00"):
            self.assertFalse(self._find(token))
            self.assertEqual(self._choose(self.new).slip_count, 1)

    def test_a_used_slip_is_dead_and_gives_no_other(self):
        token = self._get_token(self._print())
        self.env["res.users"].signup({"password": PASSWORD}, token)
        self.assertFalse(self._find(token))
        batch = self._choose(self.new, only_without_slip=False)
        self.assertEqual(batch.waiting_count, 0)
        self._attempt(UserError, batch.action_print_slips)

    def test_who_left_cannot_use_the_slip(self):
        token = self._get_token(self._print())
        self.new.with_context(no_wizard=True).action_archive()
        self.assertFalse(self._find(token))

    def test_logins_in_use_and_of_the_system_get_no_slip(self):
        people = [self.people["own"], self.people["auditor"], self.people["officer"]]
        self._attempt(UserError, self._choose(*people).action_print_slips)
        self.user.group_ids += self.env.ref("base.group_system")
        self._attempt(UserError, self._choose(self.new).action_print_slips)

    def test_a_login_with_another_agency_gets_no_slip(self):
        self.user.company_ids += self.agency_b
        self._attempt(UserError, self._choose(self.new).action_print_slips)

    def test_an_invitation_by_somebody_else_is_not_read(self):
        batch = self._print()
        self.user.partner_id.signup_prepare(signup_type="reset")
        self.env.invalidate_all()
        self.assertEqual(len(self._read_rows(batch)), 1)

    def test_only_who_printed_reads_the_slips(self):
        batch = self._print()
        group = self.env.ref("hr_asn_kinerja.group_asn_kinerja_manager")
        self.users["outsider"].group_ids += group
        for role in set(ROLES) - {"manager"}:
            with self.subTest(role=role):
                other = self._as_role(batch, role)
                self._attempt(AccessError, other.read, ["slips"])
                self._attempt(AccessError, other.action_print_slips)

    def test_the_mark_is_read_by_nobody(self):
        batch = self._print()
        self._attempt(AccessError, batch.read, ["mark"])
        hostile = {
            "mark": "slip-20990101-0",
            "printed_ids": [Command.set(self.new.ids)],
        }
        self._attempt(REFUSALS, self._choose, self.new, **hostile)
        batches = self._as_role(self.env["asn.login.batch"], "manager")
        batches = batches.with_context(default_mark="slip-20990101-0")
        self._attempt(REFUSALS, batches.create, {"reach": "agency"})

    def test_the_file_is_stored_nowhere(self):
        before = self.env["ir.attachment"].search_count([])
        batch = self._print()
        self.assertTrue(batch.slips)
        self.env.flush_all()
        self.assertEqual(self.env["ir.attachment"].search_count([]), before)
        self.assertFalse(batch._fields["slips"].store)

    def test_printing_leaves_no_message_and_no_token_in_the_log(self):
        messages = self.env["mail.message"].search_count([])
        with self.assertLogs("odoo", "DEBUG") as log:
            token = self._get_token(self._print())
        self.assertEqual(self.env["mail.message"].search_count([]), messages)
        self.assertNotIn(token[:40], "".join(log.output))

    def test_the_pdf_is_a_pdf_of_as_many_pages_as_needed(self):
        slips = [login_slips.Slip("N", "1", "1", "U", "http://x")] * 11
        words = self._print()._get_words()
        text = login_slips.draw_pdf(slips, words)
        self.assertTrue(text.startswith(b"%PDF"))
        self.assertEqual(len(re.findall(rb"/Type /Page\b", text)), 2)

    def test_the_workbook_keeps_formulas_as_text(self):
        batch = self._print(file_format="xlsx")
        stream = io.BytesIO(base64.b64decode(batch.slips))
        cells = load_workbook(stream).active[2]
        self.assertEqual([cell.data_type for cell in cells], ["s"] * 5)
        self.assertEqual(cells[0].value, "=1+1 Name new")
        self.assertEqual(cells[3].value, self.new.nip)

    def test_the_text_file_disarms_formulas(self):
        self.assertEqual(self._read_rows(self._print())[1][0], "'=1+1 Name new")
        self.new.name = "\u00a0{=1+1}"
        again = self._print(only_without_slip=False)
        self.assertEqual(self._read_rows(again)[1][0], "'\u00a0{=1+1}")

    def test_the_mask_hides_tokens_from_any_logger(self):
        record = logging.LogRecord(
            "werkzeug",
            20,
            "",
            0,
            "%s",
            ("GET /web/reset_password?a=1&token=AbC HTTP",),
            0,
        )
        TokenMask().filter(record)
        self.assertEqual(
            record.getMessage(), "GET /web/reset_password?a=1&token=*** HTTP"
        )


@tagged("post_install", "-at_install")
class TestLoginActivation(SlipsCase, KinerjaHttpCase):
    """The person chooses the password on Odoo's own page."""

    def _download(self, batch):
        return self.url_open(f"/web/content/asn.login.batch/{batch.id}/slips")

    def test_the_manager_downloads_and_the_person_activates(self):
        batch = self._print()
        self._log_in("manager")
        answer = self._download(batch)
        self.assertTrue(answer.content.startswith(b"%PDF"))
        token = self._get_token(batch)
        self.logout()
        page = self.url_open(f"/web/reset_password?token={token}")
        self.assertIn('name="confirm_password"', page.text)
        self.url_open(
            "/web/reset_password",
            data={
                "token": token,
                "login": self.new.nip,
                "name": self.new.name,
                "password": PASSWORD,
                "confirm_password": PASSWORD,
                "csrf_token": http.Request.csrf_token(self),
            },
        )
        self.authenticate(self.new.nip, PASSWORD)
        self.assertEqual(self.session.uid, self.user.id)
        again = self.url_open(f"/web/reset_password?token={token}")
        self.assertNotIn('name="confirm_password"', again.text)

    def test_nobody_else_downloads(self):
        batch = self._print()
        for role in ("own", "officer", "auditor", "manager_b"):
            self._log_in(role)
            with self.subTest(role=role):
                self.assertNotEqual(self._download(batch).status_code, 200)
        self.logout()
        self.assertNotEqual(self._download(batch).status_code, 200)
