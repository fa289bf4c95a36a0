# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from unittest.mock import patch

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..models import asn_job
from .common import REFUSALS, KinerjaCase

BAD = "This one is bad."


@tagged("post_install", "-at_install")
class TestJob(KinerjaCase):
    """Bulk work goes on in batches, lists what fails and loses nothing."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.handled = []

    def setUp(self):
        super().setUp()
        self.handled.clear()
        self.startPatcher(patch.object(asn_job, "BATCH", 4))
        self.startPatcher(
            patch.object(
                type(self.env["asn.job"]), "_apply_probe", self._apply, create=True
            )
        )

    @staticmethod
    def _apply(job, lines):
        names = [line.payload["name"] for line in lines]
        TestJob.handled.append((job.env.user.login, job.env.company.name, names))
        if "bad" in names:
            raise UserError(BAD)
        if "odd" in names:
            raise ZeroDivisionError("secret name")

    def _start(self, *names):
        jobs = self._as_role(self.env["asn.job"], "manager")
        return jobs._start("probe", "Probe", [(name, {"name": name}) for name in names])

    def test_a_job_works_as_the_person_who_started_it(self):
        job = self._start("a")
        job._run_batch()
        self.assertEqual(self.handled, [("asn_manager", "Agency of the Tests", ["a"])])

    def test_a_job_goes_on_batch_by_batch(self):
        job = self._start(*"abcdefghi")
        self.assertEqual(job._run_batch(), 4)
        self.assertRecordValues(
            job, [{"state": "running", "done": 4, "failed": 0, "total": 9}]
        )
        job._run_batch()
        job._run_batch()
        self.assertRecordValues(job, [{"state": "done", "done": 9, "failed": 0}])
        self.assertTrue(job.finished_at)
        self.assertEqual([names for *_who, names in self.handled][2], ["i"])

    def test_a_bad_line_is_listed_and_the_rest_goes_on(self):
        job = self._start("a", "bad", "b", "odd")
        with self.assertLogs("odoo.addons.hr_asn_kinerja.models.asn_job_line") as log:
            job._run_batch()
        job._run_batch()
        self.assertRecordValues(job, [{"state": "done", "done": 2, "failed": 2}])
        bad, odd = job.failed_line_ids
        self.assertEqual(bad.reason, BAD)
        self.assertIn("ZeroDivisionError", odd.reason)
        self.assertNotIn("secret name", log.output[0] + odd.reason)

    def test_failed_lines_can_be_tried_again(self):
        job = self._start("bad")
        job._run_batch()
        job.line_ids.payload = {"name": "good"}
        self._as_role(job, "manager").action_retry()
        job._run_batch()
        self.assertRecordValues(job, [{"state": "done", "done": 1, "failed": 0}])

    def test_a_stopped_job_rests_until_it_is_resumed(self):
        job = self._start(*"abcdef")
        job._run_batch()
        mine = self._as_role(job, "manager")
        mine.action_stop()
        self.assertNotIn(job, self.env["asn.job"]._next_job())
        with self.assertRaises(UserError):
            mine.action_stop()
        mine.action_resume()
        self.assertEqual(self.env["asn.job"]._next_job(), job)
        job._run_batch()
        self.assertRecordValues(job, [{"state": "done", "done": 6}])

    def test_an_unknown_kind_is_refused(self):
        with self.assertRaises(ValueError):
            self.env["asn.job"]._start("nothing", "Nothing", [])

    def test_only_the_manager_of_the_agency_steers_a_job(self):
        job = self._start("a")
        for role in ("own", "officer", "auditor", "manager_b"):
            with self.subTest(role=role):
                self._attempt(AccessError, self._as_role(job, role).action_stop)

    def test_nobody_writes_a_job_or_its_lines(self):
        job = self._start("a")
        for role in ("manager", "auditor", "own"):
            mine = self._as_role(job, role)
            for records, values in (
                (mine, {"state": "done"}),
                (mine, {"user_id": self.users["own"].id}),
                (self._as_role(job.line_ids, role), {"payload": {}}),
            ):
                with self.subTest(role=role, values=values):
                    self._attempt(REFUSALS, records.write, values)
