# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import io
from unittest.mock import patch

from reportlab.pdfgen.canvas import Canvas

from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged
from odoo.tools.pdf import PdfFileReader

from ..wizard import asn_evaluation_print
from .common import NOW, ROLES, KinerjaCase

PRINTERS = ("officer", "officer_out", "manager", "auditor", "manager_b")


def draw(self, report_ref, res_ids=None, data=None):
    """Stand in for the printer: one page for each evaluation, with its number."""
    self.env["asn.evaluation"].browse(res_ids).check_access("read")
    stream = io.BytesIO()
    canvas = Canvas(stream)
    for number in res_ids:
        canvas.drawString(100, 100, f"evaluation {number}")
        canvas.showPage()
    canvas.save()
    return stream.getvalue(), "pdf"


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestEvaluationPrint(KinerjaCase):
    """Delivered evaluations of a unit become one file."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.delivered = cls._make_evaluation()
        cls._deliver(cls.delivered)
        cls.rated = cls._make_evaluation(cls._make_agreed_skp(cls.people["assessor"]))
        cls._rate(cls.rated)

    def _choose(self, role="manager", **values):
        return self._as_role(self.env["asn.evaluation.print"], role).create(
            {"interval_id": self.interval.id, **values}
        )

    def _start(self, role="manager"):
        wizard = self._choose(role)
        with (
            patch.object(asn_evaluation_print, "AT_ONCE", 0),
            patch.object(asn_evaluation_print, "PART", 1),
        ):
            return self.env["asn.job"].browse(wizard.action_print()["res_id"])

    def _work(self, job):
        report = self.registry["ir.actions.report"]
        with patch.object(report, "_render_qweb_pdf", draw):
            while job.state in ("queued", "running"):
                job._run_batch()

    def test_who_serves_others_may_print_for_a_unit_and_nobody_else(self):
        for role in ROLES:
            with self.subTest(role=role):
                if role in PRINTERS:
                    wizards = self._as_role(self.env["asn.evaluation.print"], role)
                    self.assertTrue(wizards.has_access("create"))
                else:
                    self._attempt(AccessError, self._choose, role)

    def test_only_delivered_ones_in_reach_are_printed(self):
        for role in ("manager", "auditor", "officer"):
            with self.subTest(role=role):
                wizard = self._choose(role)
                self.assertEqual(wizard.evaluation_count, 1)
                action = wizard.action_print()
                self.assertEqual(action["context"]["active_ids"], self.delivered.ids)
        self._attempt(UserError, self._choose("officer_out").action_print)

    def test_a_unit_is_printed_with_or_without_those_below(self):
        wizard = self._choose(department_id=self.unit.id)
        self.assertEqual(wizard.evaluation_count, 1)
        wizard.with_units_below = False
        self.assertFalse(wizard.evaluation_count)

    def test_many_become_one_file_in_the_background(self):
        job = self._start()
        self._work(job)
        self.assertEqual((job.state, job.done, job.failed), ("done", 1, 0))
        pages = PdfFileReader(io.BytesIO(base64.b64decode(job.file)))
        self.assertEqual(pages.getNumPages(), 1)
        self.assertIn(str(self.delivered.id), pages.getPage(0).extractText().split())
        self.assertRegex(job.file_name, r"^Evaluasi 2026 - \d+\.pdf$")

    def test_a_right_that_ended_ends_the_printing(self):
        job = self._start("officer")
        self.scope.date_to = "2026-01-31"
        self.env.flush_all()
        self.env.registry.clear_cache()
        self._work(job)
        self.assertEqual((job.done, job.failed), (0, 1))
        self.assertFalse(job.file)

    def test_the_file_goes_after_a_week(self):
        job = self._start()
        self._work(job)
        with freeze_time("2026-04-16 03:00:00"):
            job._gc_evaluation_prints()
        self.assertTrue(job.file)
        with freeze_time("2026-04-18 03:00:00"):
            job._gc_evaluation_prints()
        self.assertFalse(job.file)

    def test_a_choice_belongs_to_whoever_made_it(self):
        wizard = self._choose("officer")
        self._attempt(AccessError, self._as_role(wizard, "officer_out").action_print)
