# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import psycopg2

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from odoo.addons.hr_asn_kinerja.tools import crockford

from .common import CitizenCase


@tagged("post_install", "-at_install")
class TestCounter(CitizenCase):
    def test_tokens_are_random_codes(self):
        tokens = {
            self._make_counter(f"Counter {number}", self.unit).token
            for number in range(20)
        }
        self.assertEqual(len(tokens), 20)
        self.assertTrue(all(crockford.is_code(token, 16) for token in tokens))

    def test_a_copy_has_its_own_address(self):
        self.counter.revoked = True
        copy = self.counter.copy()
        self.assertNotEqual(copy.token, self.counter.token)
        self.assertFalse(copy.revoked)

    @mute_logger("odoo.sql_db")
    def test_an_address_is_used_once_and_well_formed(self):
        for token in (self.counter_2.token, "short", "u" * 16, "U" * 16):
            with self.assertRaises(psycopg2.IntegrityError), self.cr.savepoint():
                self.counter.token = token
                self.counter.flush_recordset()
            self.counter.invalidate_recordset()

    def _serve(self, unit, **dates):
        """Put a unit into the scope of the officer."""
        return self.env["asn.officer.scope"].create(
            {
                "user_id": self.users["officer"].id,
                "department_id": unit.id,
                "company_id": unit.company_id.id,
                "date_from": "2020-01-01",
                **dates,
            }
        )

    def test_who_may_make_an_address_new(self):
        self._serve(self.unit)
        for role in ("officer", "manager"):
            old = self.counter.token
            self.counter.with_user(self.users[role]).action_revoke_token()
            self.assertNotEqual(self.counter.token, old)
        for role in ("user", "auditor", "handler"):
            with self.assertRaises(AccessError):
                self.counter.with_user(self.users[role]).action_revoke_token()

    def test_officers_keep_the_counters_and_services_of_their_units(self):
        scope = self._serve(self.unit)
        other = self._make_unit("Other Unit", self.agency)
        counter = self.counter.with_user(self.users["officer"])
        service = self.service.with_user(self.users["officer"])
        counter.name = "Renamed"
        service.name = "Renamed"
        for record in (counter, service):
            with self.assertRaises(AccessError):
                record.department_id = other
            with self.assertRaises(AccessError):
                record.create(
                    {
                        "name": "Elsewhere",
                        "department_id": other.id,
                        "company_id": self.agency.id,
                    }
                )
        scope.date_to = "2020-12-31"
        for record in (counter, service):
            self.assertEqual(record.name, "Renamed")
            with self.assertRaises(AccessError):
                record.name = "After the end"

    def test_internal_users_see_the_address(self):
        counter = self.counter.with_user(self.users["user"])
        self.assertTrue(counter.public_url.endswith(f"/q/{self.counter.token}"))

    def test_a_counter_and_its_unit_are_of_one_agency(self):
        with self.assertRaises(UserError):
            self._make_counter("Wrong", self.unit_b, company_id=self.agency.id)
        with self.assertRaises(UserError):
            self.counter_b.service_id = self.service

    @mute_logger("odoo.sql_db")
    def test_a_counter_with_answers_stays(self):
        self._seed(1)
        with self.assertRaises(psycopg2.IntegrityError), self.cr.savepoint():
            self.counter.unlink()

    def test_found_in_one_query_with_translated_names(self):
        for code in ("id_ID", "en_US"):
            self.env["res.lang"]._activate_lang(code)
        self.service.with_context(lang="id_ID").name = "Kartu Identitas"
        self.service.with_context(lang="en_US").name = "Identity Card"
        self.env.flush_all()
        find = self.env["asn.counter"]._find_public
        token = self.counter.token
        find(token, "id_ID")
        with self.assertQueryCount(1):
            place = find(token.lower(), "id_ID")
        self.assertEqual(place.service, "Kartu Identitas")
        self.assertEqual(place.company_id, self.agency.id)
        self.assertEqual(find(self.counter.token, "en_US").service, "Identity Card")
        self.assertIsNone(find("0" * 16))
