# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import re
from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import CitizenHttpCase


@tagged("post_install", "-at_install")
class TestComplaint(CitizenHttpCase):
    def complain(self, **values):
        data = {"nonce": self.fetch("/c"), "text": "Antre dua jam", **values}
        return self.post(f"/q/{self.counter.token}/c", data)

    def code(self, response):
        return re.search(r'class="code">([^<]+)<', response.text)[1]

    def complaints(self):
        self.env.invalidate_all()
        return self.env["asn.complaint"].search([("counter_id", "=", self.counter.id)])

    def test_anonymous_by_default(self):
        response = self.complain()
        self.assertOurs(response, 200)
        self.assertRegex(self.code(response), r"^([0-9A-HJKMNP-TV-Z]{4}-?){3}$")
        self.assertRecordValues(
            self.complaints(),
            [
                {
                    "text": "Antre dua jam",
                    "state": "received",
                    "is_anonymous": True,
                    "company_id": self.agency.id,
                    "department_id": self.unit.id,
                    "contact_name": False,
                }
            ],
        )

    def test_contact_is_cleaned(self):
        self.complain(
            contact_name="Budi\r\nBcc: x\x00",
            contact_phone="0" * 99,
            contact_email="b@x",
        )
        complaint = self.complaints()
        self.assertEqual(complaint.contact_name, "Budi Bcc: x")
        self.assertEqual(complaint.contact_phone, "0" * 30)
        self.assertFalse(complaint.is_anonymous)

    def test_never_linked_to_an_answer(self):
        models = {
            field.comodel_name
            for field in self.env["asn.complaint"]._fields.values()
            if field.relational
        }
        self.assertFalse(
            models & {"asn.citizen.response", "asn.citizen.response.detail"}
        )

    def test_sent_twice_is_one_complaint_with_one_code(self):
        data = {"nonce": self.fetch("/c"), "text": "Antre"}
        first = self.post(f"/q/{self.counter.token}/c", data)
        again = self.post(f"/q/{self.counter.token}/c", data)
        self.assertEqual(first.content, again.content)
        self.assertEqual(len(self.complaints()), 1)

    def test_an_edited_complaint_is_another_complaint(self):
        data = {"nonce": self.fetch("/c"), "text": "Antre"}
        first = self.post(f"/q/{self.counter.token}/c", data)
        second = self.post(
            f"/q/{self.counter.token}/c", {**data, "text": "Antre dua jam"}
        )
        self.assertNotEqual(self.code(first), self.code(second))
        self.assertEqual(
            set(self.complaints().mapped("text")), {"Antre", "Antre dua jam"}
        )

    def test_handlers_write_what_is_theirs_and_nothing_else(self):
        self.complain(contact_name="Budi")
        complaint = self.complaints().with_user(self.users["handler"])
        complaint.write({"answer": "Sudah diperbaiki", "kind": "inspection"})
        for values in (
            {"text": "Lain"},
            {"state": "closed"},
            {"date_received": "2020-01-01"},
            {"contact_phone": "0"},
            {"company_id": self.agency_b.id},
        ):
            with self.subTest(values=values), self.assertRaises(AccessError):
                complaint.write(values)
        complaint.action_verify()
        complaint.action_process()
        complaint.action_answer()
        complaint.action_close()
        self.assertEqual(complaint.state, "closed")

    def test_the_code_is_not_stored(self):
        code = self.code(self.complain()).replace("-", "")
        self.env.cr.execute(
            "SELECT count(*) FROM asn_complaint WHERE asn_complaint::text LIKE %s",
            [f"%{code}%"],
        )
        self.assertEqual(self.env.cr.fetchone(), (0,))

    def test_the_code_shows_state_and_dates_only(self):
        code = self.code(self.complain(contact_name="Budi Santoso"))
        complaint = self.complaints()
        complaint.answer = "Jawaban rahasia"
        for typed in (code, code.lower(), code.replace("-", " "), f" {code} "):
            response = self.post("/track", {"code": typed})
            self.assertOurs(response, 200)
            self.assertIn("Diterima", response.text)
        for secret in ("Budi", "Antre dua jam", "rahasia", "Counter 1", "Unit"):
            self.assertNotIn(secret, response.text)

    def test_unknown_codes_are_one_answer(self):
        pages = {
            self.post("/track", {"code": code}).content
            for code in ("", "x", "0" * 12, "\x00" * 12, "é" * 12, "0" * 3000, "%' OR")
        }
        self.assertEqual(len(pages), 1)
        self.assertOurs(self.post("/track", {"code": "x"}), 404)
        self.assertOurs(self.get("/track?code=000000000000"), 200)

    def test_a_stale_or_empty_form_comes_back_filled(self):
        self.shift_s = 25 * 3600
        response = self.complain(contact_name="Budi")
        self.assertOurs(response, 400)
        self.assertIn("Antre dua jam", response.text)
        self.assertIn('value="Budi"', response.text)
        self.shift_s = 60
        self.assertOurs(self.complain(text=" \x00 "), 400)
        for nonce in ("x", self.fetch(), self.fetch("/c", self.counter_2)):
            self.assertOurs(self.complain(nonce=nonce), 400)
        self.assertFalse(self.complaints())

    def test_clocks_count_working_days(self):
        self.complain()
        complaint = self.complaints()
        complaint.date_received = date(2026, 11, 20)
        self.assertEqual(complaint.date_first_due, date(2026, 11, 25))
        complaint.kind = "information"
        self.assertEqual(complaint.date_due, date(2026, 11, 27))

    def test_clocks_pass_over_the_holidays_of_the_agency(self):
        self.complain()
        complaint = self.complaints()
        complaint.write({"date_received": date(2026, 12, 23), "kind": "information"})
        # joint leave on the 24th, holidays on the 25th and on 1 January
        self.assertEqual(complaint.date_due, date(2027, 1, 4))
        self.assertEqual(complaint.date_first_due, date(2026, 12, 30))

    def test_the_way_to_the_answer(self):
        self.complain()
        complaint = self.complaints().with_user(self.users["handler"])
        with self.assertRaises(UserError):
            complaint.action_process()
        complaint.action_verify()
        self.assertTrue(complaint.date_verified)
        complaint.action_process()
        self.assertEqual(complaint.user_id, self.users["handler"])
        with self.assertRaises(UserError):
            complaint.action_answer()
        complaint.answer = "Kami tambah petugas."
        complaint.action_answer()
        complaint.action_close()
        self.assertEqual(complaint.state, "closed")

    def test_late_is_late(self):
        self.complain()
        complaint = self.complaints()
        self.assertFalse(complaint.is_late)
        complaint.date_received = date(2020, 1, 1)
        self.assertTrue(complaint.is_late)
        complaint.action_verify()
        self.assertTrue(complaint.is_late)
        complaint.action_process()
        complaint.answer = "Selesai"
        complaint.action_answer()
        self.assertFalse(complaint.is_late)
