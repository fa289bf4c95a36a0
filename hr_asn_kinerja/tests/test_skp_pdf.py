# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import io
import json
import unittest

from odoo import Command
from odoo.http import Request
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger
from odoo.tools.pdf import PdfFileReader

from odoo.addons.base.models.ir_actions_report import _wkhtml

from .common import NOW, KinerjaCase, KinerjaHttpCase

REPORT = "hr_asn_kinerja.report_asn_skp"
A4 = (595, 842)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestSkpPdf(KinerjaCase):
    """What comes out of the printer; it runs where there is one."""

    def setUp(self):
        super().setUp()
        if _wkhtml().state != "ok":
            raise unittest.SkipTest("wkhtmltopdf is not installed here: no PDF is made")

    def _pages(self, skps, role="own"):
        report = self._as_role(self.env["ir.actions.report"], role)
        report = report.with_context(force_report_rendering=True)
        content, kind = report._render_qweb_pdf(REPORT, skps.ids)
        self.assertEqual(kind, "pdf")
        reader = PdfFileReader(io.BytesIO(content))
        return [reader.getPage(number) for number in range(reader.getNumPages())]

    def _texts(self, *args):
        """Return the text of each page; where its spaces stand is the printer's."""
        return ["".join(page.extractText().split()) for page in self._pages(*args)]

    def _make_long(self, **values):
        text = "Documents are issued on time and every applicant is told so. "
        lines = [
            self._prepare_result_values(
                name=text * (1 + number % 4) + "x" * 400 * (number == 7),
                kind="additional" if number > 16 else "main",
                indicator_ids=[
                    Command.create({"name": f"{text} {part}", "target_min": part})
                    for part in range(1 + number % 4)
                ],
            )
            for number in range(20)
        ]
        results = [Command.create(line) for line in lines]
        return self._make_skp(result_ids=results, **values)

    def test_each_page_is_a4(self):
        for page in self._pages(self._make_long()):
            size = (round(float(page.mediaBox[2])), round(float(page.mediaBox[3])))
            self.assertEqual(size, A4)

    def test_form_and_annex_stand_on_pages_of_their_own(self):
        *form, annex = self._texts(self._make_skp())
        self.assertIn("A.UTAMA", form[0])
        self.assertNotIn("LAMPIRAN", "".join(form))
        self.assertIn("PERILAKUKERJA", "".join(form))
        self.assertIn("SUMBERDAYA", annex)

    def test_a_long_plan_loses_nothing_between_pages(self):
        texts = self._texts(self._make_long())
        self.assertIn(len(texts), range(4, 9))
        self.assertEqual("".join(texts).count("x"), 400)
        self.assertEqual("".join(texts).count("Kuantitas"), 50)
        self.assertIn("LAMPIRAN", texts[-1])

    def test_a_qualitative_plan_prints(self):
        texts = self._texts(self._make_long(approach="qualitative"))
        self.assertIn("KUALITATIF", texts[0])

    def test_many_people_come_as_one_file(self):
        skps = self._make_skp() | self._make_skp("outsider") | self._make_skp("acting")
        texts = self._texts(skps, "manager")
        forms = [text for text in texts if "A.UTAMA" in text]
        annexes = [text for text in texts if "LAMPIRAN" in text]
        for pages in (forms, annexes):
            self.assertEqual(len(pages), 3)
            for text, name in zip(pages, ("own", "outsider", "acting"), strict=True):
                self.assertIn(f"Name{name}", text)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestSkpPaperRoute(KinerjaHttpCase):
    """The address that a browser asks for the paper; in tests Odoo answers as HTML."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.skp = cls._make_agreed_skp()

    def _get(self, role, kind="pdf"):
        self._log_in(role)
        with mute_logger("odoo.http", "odoo.addons.base.models.ir_rule"):
            return self.url_open(f"/report/{kind}/{REPORT}/{self.skp.id}")

    def test_a_reader_gets_the_paper(self):
        for role in ("own", "assessor", "officer"):
            response = self._get(role)
            self.assertEqual(response.status_code, 200)
            self.assertIn("Letters are answered in time", response.text)

    def test_nobody_else_gets_a_word_of_it(self):
        for role in ("outsider", "officer_out", "manager_b"):
            for kind in ("pdf", "html"):
                with self.subTest(role=role, kind=kind):
                    response = self._get(role, kind)
                    self.assertNotEqual(response.status_code, 200)
                    self.assertNotIn("Letters are answered", response.text)
                    self.assertNotIn("Name own", response.text)

    def test_without_login_there_is_no_paper(self):
        response = self.url_open(f"/report/pdf/{REPORT}/{self.skp.id}")
        self.assertIn("/web/login", response.url)

    def test_the_download_has_the_name_of_the_person(self):
        self._log_in("own")
        data = json.dumps([f"/report/pdf/{REPORT}/{self.skp.id}", "qweb-pdf"])
        token = Request.csrf_token(self)
        response = self.url_open(
            "/report/download", data={"data": data, "csrf_token": token}
        )
        self.assertEqual(response.status_code, 200)
        self.assertIn(
            "SKP%202026%20-%20Name%20own.pdf", response.headers["Content-Disposition"]
        )
