# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import io
from unittest.mock import patch

from reportlab.pdfgen.canvas import Canvas

from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged
from odoo.tools.pdf import PdfFileReader

from ..wizard import asn_skp_print
from .common import NOW, ROLES, KinerjaCase

PRINTERS = ("officer", "officer_out", "manager", "auditor", "manager_b")


def draw(self, report_ref, res_ids=None, data=None):
    """Stand in for the printer: one page for each plan, with its number."""
    self.env["asn.skp"].browse(res_ids).check_access("read")
    stream = io.BytesIO()
    canvas = Canvas(stream)
    for number in res_ids:
        canvas.drawString(100, 100, f"plan {number}")
        canvas.showPage()
    canvas.save()
    return stream.getvalue(), "pdf"


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestSkpPrint(KinerjaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.agreed = cls._make_agreed_skp()
        cls.draft = cls._make_skp("assessor")
        cls.elsewhere = cls._make_skp("outsider", state="agreed")

    def _choose(self, role="manager", **values):
        return self._as_role(self.env["asn.skp.print"], role).create(
            {"period_id": self.period.id, **values}
        )

    def _printed(self, wizard):
        return wizard.action_print()["context"]["active_ids"]

    def test_who_serves_others_may_print_for_a_unit_and_nobody_else(self):
        for role in ROLES:
            with self.subTest(role=role):
                if role in PRINTERS:
                    self.assertTrue(
                        self._as_role(self.env["asn.skp.print"], role).has_access(
                            "create"
                        )
                    )
                else:
                    self._attempt(AccessError, self._choose, role)

    def test_it_prints_what_the_user_may_read_and_no_more(self):
        cases = {
            "manager": self.agreed | self.elsewhere,
            "auditor": self.agreed | self.elsewhere,
            "officer": self.agreed,
            "officer_out": self.elsewhere,
        }
        for role, expected in cases.items():
            with self.subTest(role=role):
                wizard = self._choose(role)
                self.assertEqual(wizard.plan_count, len(expected))
                self.assertEqual(set(self._printed(wizard)), set(expected.ids))

    def test_the_plans_of_another_agency_are_not_found(self):
        self._attempt(AccessError, self._choose, "manager_b", company_id=self.agency.id)
        wizard = self._choose("manager_b", company_id=self.agency_b.id)
        self.assertFalse(wizard.plan_count)
        self._attempt(UserError, wizard.action_print)

    def test_a_unit_is_printed_with_or_without_those_below(self):
        wizard = self._choose(department_id=self.unit.id)
        self.assertEqual(self._printed(wizard), self.agreed.ids)
        wizard.with_units_below = False
        self._attempt(UserError, wizard.action_print)

    def test_drafts_are_printed_when_asked_for_and_cancelled_plans_never(self):
        wizard = self._choose(only_agreed=False, department_id=self.section.id)
        self.assertEqual(set(self._printed(wizard)), {self.agreed.id, self.draft.id})
        self.draft.state = "cancelled"
        self.env.flush_all()
        self.assertEqual(self._printed(wizard), self.agreed.ids)

    def test_a_choice_belongs_to_whoever_made_it(self):
        wizard = self._choose("officer")
        self._attempt(AccessError, self._as_role(wizard, "officer_out").action_print)

    def _start(self, role="manager", part=1, **values):
        wizard = self._choose(role, **values)
        with (
            patch.object(asn_skp_print, "AT_ONCE", 0),
            patch.object(asn_skp_print, "PART", part),
        ):
            return self.env["asn.job"].browse(wizard.action_print()["res_id"])

    def _work(self, job, printer=draw):
        report = self.registry["ir.actions.report"]
        with patch.object(report, "_render_qweb_pdf", printer):
            while job.state in ("queued", "running"):
                job._run_batch()

    def _pages(self, job):
        reader = PdfFileReader(io.BytesIO(base64.b64decode(job.file)))
        return [
            int(reader.getPage(number).extractText().split()[-1])
            for number in range(reader.getNumPages())
        ]

    def test_many_plans_become_one_file_in_the_background(self):
        job = self._start(only_agreed=False)
        self.assertEqual(job.total, 3)
        self._work(job)
        self.assertEqual((job.state, job.done, job.failed), ("done", 3, 0))
        plans = self.env["asn.skp"].search(
            [("period_id", "=", self.period.id)],
            order="department_id, employee_name, id",
        )
        self.assertEqual(self._pages(job), plans.ids)
        self.assertRegex(job.file_name, r"^SKP 2026 - \d+\.pdf$")
        self.assertFalse(any(job.line_ids.mapped("part")))

    def test_each_part_shows_as_progress(self):
        job = self._start(only_agreed=False)
        with patch.object(self.registry["ir.actions.report"], "_render_qweb_pdf", draw):
            job._run_batch()
        self.assertEqual((job.state, job.done), ("running", 1))
        self.assertAlmostEqual(job.progress, 100 / 3)

    def test_a_part_that_fails_is_listed_and_comes_in_its_place_later(self):
        job = self._start(only_agreed=False)
        bad, reason = self.agreed.id, "No paper"

        def jammed(report, report_ref, res_ids=None, data=None):
            if bad in res_ids:
                raise UserError(reason)
            return draw(report, report_ref, res_ids)

        self._work(job, jammed)
        self.assertEqual((job.done, job.failed), (2, 1))
        self.assertEqual(job.failed_line_ids.reason, reason)
        self.assertNotIn(bad, self._pages(job))
        self._as_role(job, "manager").action_retry()
        self._work(job)
        self.assertFalse(job.failed)
        plans = self.env["asn.skp"].search(
            [("period_id", "=", self.period.id)],
            order="department_id, employee_name, id",
        )
        self.assertEqual(self._pages(job), plans.ids)

    def test_a_right_that_ended_ends_the_printing(self):
        job = self._start("officer")
        self.scope.date_to = "2026-01-31"
        self.env.flush_all()
        self.env.registry.clear_cache()
        self._work(job)
        self.assertEqual((job.done, job.failed), (0, 1))
        self.assertFalse(job.file)

    def test_the_file_is_for_its_officer_the_managers_and_the_auditors(self):
        job = self._start("officer")
        self._work(job)
        for role in ROLES:
            with self.subTest(role=role):
                self.env.invalidate_all()
                seen = self._as_role(job, role)
                if role in ("officer", "manager", "auditor"):
                    self.assertTrue(seen.file)
                    self.assertEqual(seen.line_ids.state, "done")
                else:
                    self._attempt(AccessError, seen.read, ["file"])

    def test_nobody_reads_a_part(self):
        job = self._start("officer")
        line = self._as_role(job.line_ids, "officer")
        self._attempt(AccessError, line.read, ["part"])

    def test_the_file_goes_after_a_week(self):
        job = self._start()
        self._work(job)
        with freeze_time("2026-04-16 03:00:00"):
            job._gc_prints()
        self.assertTrue(job.file)
        with freeze_time("2026-04-18 03:00:00"):
            job._gc_prints()
        self.assertFalse(job.file)
