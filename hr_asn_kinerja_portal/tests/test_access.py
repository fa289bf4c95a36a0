# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import CitizenCase

RAW = ("asn.citizen.response", "asn.citizen.response.detail")
NOT_AUDITOR = ("user", "officer", "manager", "handler", "system")
IDENTITY = ("contact_name", "contact_phone", "contact_email")


@tagged("post_install", "-at_install")
class TestAccess(CitizenCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._seed(6, element=3)
        cls.answer = cls.answers.search([("counter_id", "=", cls.counter.id)], limit=1)
        cls.complaint = cls.env["asn.complaint"].create(
            {
                "text": "Antre",
                "company_id": cls.agency.id,
                "department_id": cls.unit.id,
                "counter_id": cls.counter.id,
                "date_received": "2026-03-02",
                "contact_name": "Budi",
            }
        )

    def ways_to_read(self, records):
        """Return every way in which a client may come to the content of records."""
        model = records.browse()
        return {
            "read": lambda: records.read(),
            "search": lambda: model.search([]),
            "search_count": lambda: model.search_count([]),
            "search_read": lambda: model.search_read([]),
            "web_search_read": lambda: model.web_search_read([], {"id": {}}),
            "read_group": lambda: model.formatted_read_group([], [], ["__count"]),
            "export": lambda: records.export_data(["company_id/name"]),
            "name_search": lambda: model.name_search(""),
            "display_name": lambda: records.mapped("display_name"),
            "copy": lambda: records.copy_data(),
        }

    @mute_logger("odoo.models", "odoo.addons.base.models.ir_rule")
    def test_nobody_but_the_auditor_reads_raw_answers(self):
        for role in NOT_AUDITOR:
            for records in (self.answer, self.answer.detail_ids):
                hidden = records.with_user(self.users[role])
                hidden.invalidate_recordset()
                for way, attempt in self.ways_to_read(hidden).items():
                    with self.subTest(role=role, model=records._name, way=way):
                        self.assertRaises(AccessError, attempt)

    def test_the_auditor_reads_and_changes_nothing(self):
        answer = self.answer.with_user(self.users["auditor"])
        self.assertEqual(answer.score, 4)
        self.assertEqual(answer.detail_ids.time, 3)
        self.assertEqual(answer.search_count([]), 6)
        for attempt in (
            lambda: answer.write({"score": 1}),
            lambda: answer.unlink(),
            lambda: answer.copy(),
            lambda: answer.detail_ids.write({"time": 1}),
            lambda: answer.detail_ids.unlink(),
            lambda: answer.create({"score": 1}),
        ):
            self.assertRaises(AccessError, attempt)

    @mute_logger("odoo.models")
    def test_the_nonce_is_for_nobody(self):
        for role in ("auditor", "manager"):
            answers = self.answers.with_user(self.users[role])
            with self.assertRaises(AccessError):
                answers.search([("nonce_hash", "!=", False)])
            self.assertNotIn("nonce_hash", answers.fields_get())

    def test_even_the_superuser_changes_answers_only_in_a_job(self):
        for records in (self.answer, self.answer.detail_ids):
            self.assertRaises(AccessError, records.unlink)
        self.assertRaises(AccessError, lambda: self.answer.write({"score": 1}))
        self.assertRaises(
            AccessError, lambda: self.answer.detail_ids.write({"comment": "x"})
        )
        self.answer.with_context(asn_citizen_job=True).write({"score": 1})
        self.assertEqual(self.answer.score, 1)
        job = self.answer.with_user(self.users["manager"])
        job = job.with_context(asn_citizen_job=True)
        self.assertRaises(AccessError, lambda: job.write({"score": 2}))

    def test_the_comment_leaves_only_harmless(self):
        self.details.sudo().create(
            {
                "response_id": self.answers.search([("detail_ids", "=", False)]).id
                or self._one_more().id,
                "company_id": self.agency.id,
                "comment": "=1+1",
            }
        )
        details = self.details.with_user(self.users["auditor"])
        fields = details.fields_get(attributes=["exportable"])
        self.assertFalse(fields["comment"]["exportable"])
        self.assertTrue(fields["comment_export"]["exportable"])
        found = details.search([("comment", "=", "=1+1")])
        self.assertEqual(found.comment_export, "'=1+1")

    def _one_more(self):
        self._seed(1, counter=self.counter_2)
        return self.answers.search([("counter_id", "=", self.counter_2.id)])

    @mute_logger("odoo.models", "odoo.addons.base.models.ir_rule")
    def test_complaints_are_for_handlers_and_auditors(self):
        for role in ("user", "officer", "manager", "system"):
            hidden = self.complaint.with_user(self.users[role])
            hidden.invalidate_recordset()
            for way, attempt in self.ways_to_read(hidden).items():
                with self.subTest(role=role, way=way):
                    self.assertRaises(AccessError, attempt)
            for name in IDENTITY:
                with self.assertRaises(AccessError):
                    hidden.search([(name, "!=", False)])
        for role in ("handler", "auditor"):
            complaint = self.complaint.with_user(self.users[role])
            self.assertEqual(complaint.contact_name, "Budi")
        with self.assertRaises(AccessError):
            self.complaint.with_user(self.users["auditor"]).action_verify()
        with self.assertRaises(AccessError):
            self.complaint.with_user(self.users["handler"]).unlink()

    def test_released_figures_are_for_all_and_nobody_writes_them(self):
        self.releases._cron_release()
        release = self.releases.search([("department_id", "=", self.unit.id)])
        for role, user in self.users.items():
            with self.subTest(role=role):
                seen = release.with_user(user)
                self.assertEqual(seen.n, 6)
                self.assertNotIn("element_counts", seen.fields_get())
                self.assertRaises(AccessError, lambda seen=seen: seen.write({"n": 9}))
                self.assertRaises(AccessError, seen.unlink)
