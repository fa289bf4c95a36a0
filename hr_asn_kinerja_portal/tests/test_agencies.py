# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .common import CitizenHttpCase

MODELS = (
    "asn.service",
    "asn.counter",
    "asn.citizen.response",
    "asn.citizen.response.detail",
    "asn.satisfaction.release",
    "asn.complaint",
)


@tagged("post_install", "-at_install")
class TestAgencies(CitizenHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["asn.service"].create({"name": "B", "company_id": cls.agency_b.id})
        for counter in (cls.counter, cls.counter_b):
            cls._seed(6, counter=counter, element=3)
            cls.env["asn.complaint"].create(
                {
                    "text": "Antre",
                    "company_id": counter.company_id.id,
                    "date_received": "2026-03-02",
                }
            )
        cls.releases._cron_release()
        cls.users["auditor"].group_ids += cls.env.ref(
            "hr_asn_kinerja_portal.group_asn_kinerja_complaint_handler"
        )

    def test_each_model_is_seen_in_its_own_agency_only(self):
        for name in MODELS:
            with self.subTest(model=name):
                model = self.env[name].with_user(self.users["auditor"])
                self.assertTrue(model.search([]))
                self.assertEqual(model.search([]).company_id, self.agency)

    def test_a_public_answer_belongs_to_the_agency_of_the_counter(self):
        token = self.counter_b.token
        data = {"score": 4, "nonce": self.fetch(counter=self.counter_b), "u1": 4}
        self.assertOurs(self.post(f"/q/{token}/s", data), 200)
        answers = self.stored(self.counter_b)
        self.assertEqual(answers.company_id, self.agency_b)
        self.assertEqual(answers.detail_ids.company_id, self.agency_b)
        data = {"text": "Antre", "nonce": self.fetch("/c", self.counter_b)}
        self.post(f"/q/{token}/c", data)
        complaint = self.env["asn.complaint"].search(
            [("counter_id", "=", self.counter_b.id)]
        )
        self.assertEqual(complaint.company_id, self.agency_b)

    def test_the_public_results_name_each_agency(self):
        text = self.get("/kepuasan?l=en").text
        if "no results" in text:
            self.skipTest("the seeded month is older than a year")
        self.assertIn("Agency of the Tests", text)
        self.assertIn("Other Agency", text)

    def test_the_month_is_the_agency_s(self):
        self.agency.resource_calendar_id.tz = "Pacific/Kiritimati"
        self.agency_b.resource_calendar_id.tz = "Pacific/Midway"
        find = self.env["asn.counter"]._find_public
        self.assertEqual(find(self.counter.token).timezone, "Pacific/Kiritimati")
        self.assertEqual(find(self.counter_b.token).timezone, "Pacific/Midway")
        halves = {
            self.answers._moment(zone)[1]
            for zone in ("Pacific/Kiritimati", "Pacific/Wake")
        }
        self.assertTrue(halves <= {"am", "pm"})
