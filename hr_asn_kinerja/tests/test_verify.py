# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import hashlib

from odoo.exceptions import AccessError
from odoo.tests import freeze_time, tagged

from .common import ROLES
from .objections import NOW, ObjectionCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestVerify(ObjectionCase):
    """A plan, a delivery and a decision on an objection are frozen."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.decisions = cls.env["asn.decision"]
        cls.employee = cls.people["own"]

    def _find(self):
        self.env.flush_all()
        self.env.invalidate_all()
        return self.decisions._find_faults(self.employee)

    def _tamper(self, query, *values):
        self.env.flush_all()
        self.env.cr.execute(query, values)

    def _get_links(self):
        return self.decisions.search(
            [("employee_id", "=", self.employee.id), ("sequence", "!=", 0)],
            order="sequence",
        )

    def test_an_honest_chain_holds_through_all_steps(self):
        self.assertFalse(self._find())
        self._object()
        self._explain()
        self._decide()
        self.assertFalse(self._find())
        self.evaluation._finish("finalise")
        self._as_role(self.evaluation, "manager").action_reopen("Why", "800/1")
        self.assertFalse(self._find())
        assessor = self._as_role(self.evaluation, "assessor")
        self._fill_worksheet(self.evaluation, "meets", "meets")
        assessor.action_rate()
        assessor.action_deliver()
        self.assertFalse(self._find())

    def test_the_first_broken_record_is_named(self):
        self._object()
        self._explain()
        self._decide()
        link = self._get_links()[1]
        self._tamper(
            "UPDATE asn_decision SET snapshot = replace(snapshot, 'good', 'poor') "
            "WHERE id = %s",
            link.id,
        )
        [fault] = self._find()
        self.assertEqual((fault.kind, fault.sequence), ("broken", link.sequence))
        sentence = self.decisions._explain_fault(fault)
        for word in ("Name own", "Quarter I 2026", "link 2"):
            self.assertIn(word, sentence)

    def test_a_deleted_last_link_is_named(self):
        self._tamper("DELETE FROM asn_decision WHERE id = %s", self._get_links()[-1].id)
        [fault] = self._find()
        self.assertEqual(fault.kind, "lost")
        self.assertIn("Quarter I 2026", fault.document)

    def test_changed_columns_are_shown_differently_not_broken(self):
        for values in (
            {"predicate": "poor"},
            {"result_rating": "below"},
            {"organisation_rating": "poor"},
            {"recommendation": "Other"},
            {"employee_name": "Other"},
            {"assessor_nip": False},
            {"delivered_on": "2026-04-09"},
        ):
            savepoint = self.cr.savepoint()
            self.evaluation.write(values)
            with self.subTest(values=values):
                [fault] = self._find()
                self.assertEqual(fault.kind, "different")
                self.assertIn("differently", self.decisions._explain_fault(fault))
            savepoint.rollback()
            self.env.invalidate_all()
        self.evaluation.realisation_ids.value = 91
        self.assertEqual(self._find()[0].kind, "different")

    def test_the_result_before_the_decision_is_not_shown_any_more(self):
        self._object()
        self._explain()
        self._decide()
        self.evaluation.predicate = "good"
        self.assertEqual(self._find()[0].kind, "different")

    def test_frozen_text_of_other_schemas_is_read_tolerantly(self):
        read = self.env["asn.snapshot"]
        for text in ("", "forged", "[]", '{"document": "other"}'):
            self.assertEqual(read._read_frozen([self._fake(text)]), {})
        bare = '{"document": "evaluation", "schema": 1, "ratings": {}}'
        self.assertEqual(read._read_frozen([self._fake(bare)]), {"actuals": []})

    def _fake(self, text):
        return self.decisions.new({"snapshot": text})

    def test_the_button_names_what_it_found(self):
        link = self._as_role(self._get_links()[-1], "auditor")
        action = link.action_verify_chain()
        self.assertEqual(action["params"]["type"], "success")
        self.evaluation.predicate = "poor"
        action = link.action_verify_chain()
        self.assertEqual(action["params"]["type"], "danger")
        self.assertIn("Name own", action["params"]["message"])

    def test_all_chains_are_verified_as_bulk_work(self):
        self._make_agreed_skp(self.people["outsider"])
        self.evaluation.predicate = "poor"
        auditor = self._as_role(self.decisions, "auditor")
        job = self.env["asn.job"].browse(auditor.action_verify_all()["res_id"])
        job._run_batch()
        self.assertRecordValues(job, [{"total": 2, "done": 1, "failed": 1}])
        self.assertIn("Name own", job.failed_line_ids.reason)

    def test_only_manager_and_auditor_verify_all(self):
        for role in ROLES:
            verify = self._as_role(self.decisions, role).action_verify_all
            with self.subTest(role=role):
                if role in ("manager", "auditor", "manager_b"):
                    self.assertTrue(verify()["res_id"])
                else:
                    self._attempt(AccessError, verify)

    def test_the_command_sees_all_agencies(self):
        number, sentences = self.decisions._verify()
        self.assertGreaterEqual(number, 1)
        self.assertFalse([text for text in sentences if "Name own" in text])
        self.evaluation.predicate = "poor"
        _number, sentences = self.decisions._verify()
        self.assertTrue([text for text in sentences if "Name own" in text])


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestChainHeads(ObjectionCase):
    """The heads of all chains, once a day, for the auditor alone."""

    def _export(self):
        heads = self.env["asn.chain.heads"].with_company(self.agency)
        return heads._export(self.agency)

    def test_one_file_a_day_holds_each_head(self):
        heads = self._export()
        self.assertEqual(self._export(), heads)
        text = base64.b64decode(heads.file)
        self.assertEqual(heads.digest, hashlib.sha256(text).hexdigest())
        row = f"{self.people['own'].id},2,{self.evaluation.digest}"
        self.assertIn(row, text.decode().splitlines())
        with freeze_time("2026-04-11 03:00:00"):
            self.assertNotEqual(self._export(), heads)

    def test_a_day_without_anything_frozen_keeps_no_file(self):
        self.assertFalse(self.env["asn.chain.heads"]._export(self.agency_b))

    def test_the_auditor_alone_reads_it_and_the_file(self):
        heads = self._export()
        for role in ROLES:
            mine = self._as_role(heads, role)
            with self.subTest(role=role):
                self.assertEqual(
                    self._is_refused(mine.read, ["file"]), role != "auditor"
                )
            self.assertFalse(mine.has_access("write") or mine.has_access("unlink"))

    def test_the_nightly_job_runs(self):
        with self.enter_registry_test_mode():
            cron = self.env.ref("hr_asn_kinerja.ir_cron_chain_heads")
            cron.method_direct_trigger()
        self.env.invalidate_all()
        kept = self.env["asn.chain.heads"].search([("company_id", "=", self.agency.id)])
        self.assertEqual(len(kept), 1)
