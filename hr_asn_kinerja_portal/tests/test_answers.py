# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from ..citizen_rules import ELEMENTS, FORM_FIELDS
from ..tools import nonce as nonces
from .common import CitizenHttpCase


@tagged("post_install", "-at_install")
class TestAnswers(CitizenHttpCase):
    def test_one_tap_is_stored_and_nothing_about_the_citizen(self):
        self.assertOurs(self.tap(3), 200)
        answer = self.stored()
        self.assertRecordValues(
            answer,
            [
                {
                    "score": 3,
                    "trust": "walkup",
                    "lang": "id",
                    "company_id": self.agency.id,
                    "department_id": self.unit.id,
                    "service_id": self.service.id,
                    "detail_ids": [],
                }
            ],
        )
        self.assertRegex(answer.period, r"^\d{4}-\d{2}$")
        self.env.cr.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name IN"
            " ('asn_citizen_response', 'asn_citizen_response_detail')"
            " AND (data_type LIKE 'timestamp%' OR data_type IN ('date', 'inet'))"
        )
        self.assertEqual(self.env.cr.fetchall(), [])
        self.assertFalse({"create_date", "write_uid"} & set(answer._fields))

    def test_ids_are_random(self):
        self._seed(200)
        ids = self.stored().ids
        self.assertEqual(len(set(ids)), 200)
        self.assertGreater(max(ids) - min(ids), 100_000_000)
        neighbours = zip(ids, ids[1:], strict=False)
        self.assertNotIn(1, [abs(one - other) for one, other in neighbours])

    def test_a_replay_is_the_same_page_and_no_second_row(self):
        data = {"score": 4, "nonce": self.fetch()}
        first = self.post(f"/q/{self.counter.token}/s", data)
        again = self.post(f"/q/{self.counter.token}/s", data)
        self.assertEqual((again.status_code, again.content), (200, first.content))
        other = self.post(f"/q/{self.counter.token}/s", {**data, "score": 1})
        self.assertOurs(other, 200)
        self.assertEqual(self.stored().mapped("score"), [4])

    def test_faster_than_two_seconds_is_taken_and_quarantined(self):
        self.shift_s = 0
        response = self.tap(4)
        self.assertOurs(response, 200)
        self.assertIn("u9", response.text)
        self.assertEqual(self.stored().trust, "quarantined")

    def test_a_clock_that_runs_behind_quarantines_too(self):
        self.shift_s = -30
        self.assertOurs(self.tap(4), 200)
        self.assertEqual(self.stored().trust, "quarantined")

    def test_staff_on_the_same_phone_is_internal(self):
        nonce = self.fetch()
        self.authenticate("citizen_user", "citizen_user")
        data = {"score": 4, "nonce": nonce}
        response = self.post(f"/q/{self.counter.token}/s", data)
        self.assertEqual(response.status_code, 200)
        self.assertEqual(self.stored().trust, "internal")

    def test_until_a_day_it_counts_and_later_the_form_comes_back_filled(self):
        self.shift_s = nonces.VALID_S - 60
        self.assertOurs(self.tap(2), 200)
        self.assertEqual(self.stored().trust, "walkup")
        self.shift_s = nonces.VALID_S + 60
        response = self.tap(3, comment="Antre <lama>", u3="2", sex="male")
        self.assertOurs(response, 400)
        self.assertIn('<button class="go" name="score" value="3">', response.text)
        self.assertIn("Antre &lt;lama&gt;", response.text)
        self.assertIn('name="u3" value="2"', response.text)
        self.assertIn('name="sex" value="male"', response.text)
        self.assertEqual(len(self.stored()), 1)
        self.shift_s = 60
        data = {"score": 3, "nonce": self.nonce(response), "comment": "Antre", "u3": 2}
        self.assertOurs(self.post(f"/q/{self.counter.token}/s", data), 200)
        self.assertEqual(len(self.stored()), 2)

    def test_a_nonce_of_another_counter_does_not_count(self):
        data = {"score": 4, "nonce": self.fetch(counter=self.counter_2)}
        self.assertOurs(self.post(f"/q/{self.counter.token}/s", data), 400)
        self.assertFalse(self.stored())

    def test_a_nonce_of_another_form_does_not_count(self):
        data = {"score": 4, "nonce": self.fetch("/c")}
        self.assertOurs(self.post(f"/q/{self.counter.token}/s", data), 400)
        self.assertFalse(self.stored())

    def test_a_form_sent_from_another_site_does_not_count(self):
        for site, count in (("cross-site", 0), ("same-site", 0), ("same-origin", 1)):
            data = {"score": 4, "nonce": self.fetch()}
            headers = {"Sec-Fetch-Site": site}
            self.post(f"/q/{self.counter.token}/s", data, **headers)
            self.assertEqual(len(self.stored()), count, site)

    def test_details_are_stored_once(self):
        path = f"/q/{self.counter.token}/d"
        nonce = self.nonce(self.tap(4))
        data = {
            **{name: 1 + number % 4 for number, name in enumerate(FORM_FIELDS)},
            "nonce": nonce,
            "comment": "  Petugas ramah \r\n sekali\x00 ",
            "asked": "no",
            "sex": "female",
            "age_band": "30_39",
            "education": "sma",
            "occupation": "entrepreneur",
        }
        self.assertOurs(self.post(path, data), 200)
        self.assertOurs(self.post(path, {**data, "comment": "Kedua"}), 200)
        detail = self.stored().detail_ids
        self.assertRecordValues(
            detail,
            [
                {
                    **{code: 1 + number % 4 for number, code in enumerate(ELEMENTS)},
                    "comment": "Petugas ramah \n sekali",
                    "comment_export": "Petugas ramah \n sekali",
                    "asked": "no",
                    "sex": "female",
                    "age_band": "30_39",
                    "education": "sma",
                    "occupation": "entrepreneur",
                    "company_id": self.agency.id,
                }
            ],
        )

    def test_details_can_come_with_the_tap(self):
        response = self.tap(2, u7=1, comment="Kurang", asked="yes")
        self.assertOurs(response, 200)
        self.assertNotIn('name="u7"', response.text)
        self.assertRecordValues(
            self.stored().detail_ids,
            [{"conduct": 1, "comment": "Kurang", "asked": "yes", "time": 0}],
        )
        self.env.cr.execute("SELECT time FROM asn_citizen_response_detail")
        self.assertIn((None,), self.env.cr.fetchall())

    def test_nothing_added_stores_nothing_and_leaves_it_open(self):
        path = f"/q/{self.counter.token}/d"
        nonce = self.nonce(self.tap(4))
        self.assertOurs(self.post(path, {"nonce": nonce, "comment": "  "}), 200)
        self.assertFalse(self.stored().detail_ids)
        self.post(path, {"nonce": nonce, "u1": 4})
        self.assertEqual(self.stored().detail_ids.requirements, 4)

    def test_unknown_values_of_details_are_left_out(self):
        nonce = self.nonce(self.tap(4))
        data = {"nonce": nonce, "u1": 5, "u2": "x", "u3": "", "sex": "m", "u4": "3"}
        self.assertOurs(self.post(f"/q/{self.counter.token}/d", data), 200)
        self.assertRecordValues(
            self.stored().detail_ids,
            [{"requirements": 0, "procedure": 0, "time": 0, "cost": 3, "sex": False}],
        )

    def test_details_need_their_own_nonce(self):
        token = self.counter.token
        nonce = self.nonce(self.tap(4))
        cases = [(token, "x"), (token, self.fetch()), (self.counter_2.token, nonce)]
        for address, given in cases:
            response = self.post(f"/q/{address}/d", {"nonce": given, "u1": 1})
            self.assertOurs(response, 400)
        self.shift_s = 2 * nonces.VALID_S + 60
        self.assertOurs(self.post(f"/q/{token}/d", {"nonce": nonce, "u1": 1}), 400)
        self.assertFalse(self.stored().detail_ids)

    def test_nine_equal_answers_in_no_time_are_quarantined(self):
        for shift_s, trust in ((10, "quarantined"), (20, "walkup")):
            self.shift_s = shift_s
            self.tap(4, **dict.fromkeys(FORM_FIELDS, "4"))
            self.assertIn(trust, self.stored().mapped("trust"))

    def test_a_code_is_not_worth_anything_yet(self):
        self.tap(4, code="ABCD-1234")
        self.assertEqual(self.stored().trust, "walkup")
