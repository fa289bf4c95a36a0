# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import io
import re
from urllib.parse import urlsplit

from odoo.tests import tagged
from odoo.tools.pdf import PdfFileReader

from ..report import poster
from .common import CitizenHttpCase


@tagged("post_install", "-at_install")
class TestPoster(CitizenHttpCase):
    def fetch_pdf(self, counters):
        action = counters.action_print_poster()
        return self.url_open(action["url"])

    def test_a_counter_named_often_is_printed_once(self):
        self.authenticate("citizen_user", "citizen_user")
        ids = ",".join([str(self.counter.id)] * 50)
        response = self.url_open(f"/asn/poster/{ids}")
        reader = PdfFileReader(io.BytesIO(response.content))
        self.assertEqual(len(reader.pages), 1)

    def test_one_page_for_each_counter(self):
        self.authenticate("citizen_user", "citizen_user")
        response = self.fetch_pdf(self.counter | self.counter_2)
        self.assertEqual(response.headers["Content-Type"], "application/pdf")
        reader = PdfFileReader(io.BytesIO(response.content))
        self.assertEqual(len(reader.pages), 2)
        width, height = (float(side) for side in reader.pages[0].mediabox[2:])
        self.assertAlmostEqual(width, 148 * 72 / 25.4, places=0)
        self.assertAlmostEqual(height, 210 * 72 / 25.4, places=0)
        text = reader.pages[0].extract_text()
        host = urlsplit(self.counter.public_url).netloc
        for part in (
            "Agency of the Tests",
            "Unit",
            "Counter 1",
            "Bagaimana pelayanan kami?",
            "Kami tidak pernah meminta NIK, OTP, atau uang.",
            host,
        ):
            self.assertIn(part, text)

    def test_a_readable_file_name(self):
        self.authenticate("citizen_user", "citizen_user")
        header = self.fetch_pdf(self.counter).headers["Content-Disposition"]
        self.assertIn("Poster%20Unit%20Counter%201.pdf", header)

    def test_only_for_those_who_may_see_the_counter(self):
        path = f"/asn/poster/{self.counter_b.id}"
        self.authenticate("citizen_user", "citizen_user")
        self.assertEqual(self.url_open(path).status_code, 404)
        mixed = f"/asn/poster/{self.counter_b.id},{self.counter.id}"
        reader = PdfFileReader(io.BytesIO(self.url_open(mixed).content))
        self.assertEqual(len(reader.pages), 1)
        for wrong in ("x", "0", "1,,2", "1;2", "99999999999", "%00"):
            self.assertEqual(self.url_open(f"/asn/poster/{wrong}").status_code, 404)
        self.authenticate(None, None)
        response = self.url_open(path, allow_redirects=False)
        self.assertNotEqual(response.headers["Content-Type"], "application/pdf")

    def test_a_withdrawn_counter_has_no_poster(self):
        self.counter.revoked = True
        self.authenticate("citizen_user", "citizen_user")
        self.assertEqual(self.fetch_pdf(self.counter).status_code, 404)

    def test_the_code_is_coarse_and_large(self):
        url = "https://kinerja.example.go.id/q/0123456789ABCDEF"
        modules = len(poster.code_matrix(url))
        self.assertLessEqual(modules, 33)
        side_mm = poster.CODE_MM * modules / (modules + 2 * poster.QUIET_MODULES)
        self.assertGreaterEqual(side_mm, 40)
        alphanumeric = re.compile(r"[0-9A-Z $%*+\-./:]+")
        self.assertTrue(alphanumeric.fullmatch(url.upper()))

    def test_long_and_foreign_names_fit(self):
        names = ("N" * 300, "Unit " * 60, "Layanan " * 40, "Loket \u0639 \U0001f600")
        self.assertTrue(poster.make([(*names, "http://h/q/0")]).startswith(b"%PDF"))
        empty = ("Agency", "Unit", False, "Counter", "http://h/q/0")
        self.assertTrue(poster.make([empty]).startswith(b"%PDF"))
