# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import gzip
import io
import re
from unittest.mock import patch

import qrcode
from lxml import html
from PIL import Image

from odoo.tests import HttpCase, tagged

from odoo.addons.hr_asn_kinerja.tests.common import KinerjaPeople

from ..pages.words import LANGUAGES
from .common import CitizenHttpCase
from .test_pages import LIMIT

REPORT = "hr_asn_kinerja.report_asn_skp"


@tagged("post_install", "-at_install")
class TestCheck(KinerjaPeople, HttpCase):
    """The public page of a printed plan; the year of the plan is 2026."""

    get = CitizenHttpCase.get
    assertOurs = CitizenHttpCase.assertOurs

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.skp = cls._make_skp("own", state="agreed", agreed_on="2026-01-28")
        cls.decision = cls._decide("agree", "2026-01-27 23:30:00", "a" * 64)

    @classmethod
    def _decide(cls, verb, moment, digest=False):
        return cls.env["asn.decision"].create(
            {
                "skp_id": cls.skp.id,
                "employee_id": cls.skp.employee_id.id,
                "verb": verb,
                "user_id": cls.env.uid,
                "decided_at": moment,
                "digest": digest,
            }
        )

    def _text(self, response):
        page = html.fromstring(response.content)
        return " ".join(page.xpath("string(//main)").split())

    def test_a_valid_number_tells_number_digest_and_date_only(self):
        response = self.get(f"/v/{self.decision.number}")
        self.assertOurs(response, 200)
        text = self._text(response)
        for part in (
            "BERLAKU",
            self.decision._get_number_label(),
            "a" * 64,
            # in Jakarta it was the morning after
            "28 Januari 2026",
        ):
            self.assertIn(part, text)

    def test_no_name_and_no_content_is_told(self):
        text = self.get(f"/v/{self.decision.number}").text
        skp = self.skp
        for secret in (
            skp.employee_name,
            skp.employee_nip,
            skp.assessor_name,
            skp.assessor_nip,
            skp.position_name,
            skp.unit_name,
            skp.company_id.name,
            skp.result_ids.name,
        ):
            self.assertTrue(secret)
            self.assertNotIn(secret, text)

    def test_a_newer_agreement_replaces_it_on_its_day(self):
        newer = self._decide("agree", "2026-06-01 03:00:00", "b" * 64)
        text = self._text(self.get(f"/v/{self.decision.number}"))
        self.assertIn("SUDAH DIGANTI", text)
        self.assertIn("Sejak 1 Juni 2026", text)
        self.assertIn("a" * 64, text)
        self.assertNotIn("b" * 64, text)
        self.assertIn("BERLAKU", self._text(self.get(f"/v/{newer.number}")))

    def test_a_cancelled_plan_is_withdrawn(self):
        self._decide("revise", "2026-06-01 03:00:00")
        self.assertIn("BERLAKU", self._text(self.get(f"/v/{self.decision.number}")))
        self._decide("cancel", "2026-06-02 03:00:00")
        text = self._text(self.get(f"/v/{self.decision.number}"))
        self.assertIn("DIBATALKAN", text)
        self.assertIn("2 Juni 2026", text)

    def test_unknown_and_malformed_are_one_answer(self):
        number = self.decision.number
        paths = [
            "/v/0000000000000000",
            "/v/x",
            f"/v/{number[:-1]}",
            f"/v/{number}U",
            f"/v/{number}%00",
            "/v/%00",
            "/v/%0a",
            "/v/a/b/c",
            "/v/1/2",
            "/v/' OR 1=1 --",
            "/v/%E2%82%AC%FF",
            "/v/" + "A" * 5000,
            f"/v/{self.decision.id}",
            f"/v/{self.decision.digest}",
        ]
        expected = self.get(paths[0])
        self.assertIn("TIDAK DIKENAL", self._text(expected))
        queries = self._count_queries(paths[0])
        for path in paths:
            with self.subTest(path=path[:60]):
                response = self.get(path)
                self.assertOurs(response, 404)
                self.assertEqual(response.content, expected.content)
                self.assertEqual(self._count_queries(path), queries)

    def _count_queries(self, path):
        number = path.removeprefix("/v/")
        self.env.flush_all()
        before = self.cr.sql_log_count
        self.env["asn.decision"]._find_document(number)
        return self.cr.sql_log_count - before

    def test_a_number_is_read_as_people_type_it(self):
        label = self.decision._get_number_label()
        number = self.decision.number
        for typed in (label, label.lower(), label.replace("-", " "), f" {number}"):
            with self.subTest(typed=typed):
                response = self.url_open("/v?n=" + typed.replace(" ", "%20"))
                self.assertOurs(response, 200)
        self.assertOurs(self.get(f"/V/{number}"), 200)
        self.assertOurs(self.get("/v"), 200)

    def test_the_page_is_small_private_and_without_cookie(self):
        for lang in LANGUAGES:
            for path in ("/v", f"/v/{self.decision.number}", "/v/x"):
                with self.subTest(lang=lang, path=path):
                    response = self.get(f"{path}?l={lang}")
                    self.assertNotIn("Set-Cookie", response.headers)
                    self.assertIn("noindex", response.headers["X-Robots-Tag"])
                    self.assertEqual(response.headers["Cache-Control"], "no-store")
                    self.assertIn(f'<html lang="{lang}">', response.text)
                    size = len(gzip.compress(response.content, 6))
                    self.assertLessEqual(size, LIMIT)
                    self.assertNotRegex(response.text, r"https?://|<script|@import")

    def test_wrong_methods_get_our_page(self):
        for method in ("POST", "PUT", "DELETE", "OPTIONS"):
            with self.subTest(method=method):
                url = f"{self.base_url()}/v/{self.decision.number}"
                response = self.opener.request(method, url)
                self.assertEqual(response.status_code, 405)
                self.assertIn("default-src", str(response.headers))
                self.assertNotIn("Set-Cookie", response.headers)

    def test_query_parameters_do_not_become_arguments(self):
        self.assertOurs(self.get(f"/v?number={self.decision.number}"), 200)
        text = self._text(self.get(f"/v?number={self.decision.number}"))
        self.assertNotIn("BERLAKU", text)

    def test_the_paper_names_the_page(self):
        with patch.object(
            type(self.env["asn.decision"]), "get_base_url", lambda self: "https://x.id"
        ):
            report = self.env["ir.actions.report"].with_user(self.users["own"])
            source = report._render_qweb_html(REPORT, self.skp.ids)[0]
        page = html.fromstring(source)
        text = " ".join(page.xpath("string(//body)").split())
        self.assertIn(f"https://x.id/v/{self.decision.number}", text)
        self.assertIn(self.decision._get_number_label(), text)
        self.assertIn("a" * 64, text)
        [form, annex] = page.xpath("//img/@src")
        self.assertEqual(form, annex)
        self._assert_code(form, f"https://x.id/v/{self.decision.number}")

    def _assert_code(self, source, url):
        """The picture is the code of the address, drawn a second time here."""
        data = re.fullmatch(r"data:image/png;base64,(.+)", source)[1]
        drawn = Image.open(io.BytesIO(base64.b64decode(data))).convert("1")
        code = qrcode.QRCode(
            error_correction=qrcode.constants.ERROR_CORRECT_M, border=4, box_size=8
        )
        code.add_data(url.upper())
        expected = code.make_image().get_image().convert("1")
        self.assertEqual(drawn.tobytes(), expected.tobytes())
