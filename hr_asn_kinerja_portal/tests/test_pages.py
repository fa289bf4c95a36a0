# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import gzip
import re
from hashlib import sha256
from unittest.mock import patch

from lxml import html

from odoo.http import FilesystemSessionStore
from odoo.tests import tagged
from odoo.tools import config

from ..pages.words import LANGUAGES
from .common import CitizenHttpCase

LIMIT = 14_336


@tagged("post_install", "-at_install")
class TestPages(CitizenHttpCase):
    def pages(self, lang):
        """Return every state of the public pages in one language."""
        token = self.counter.token
        thanks = self.post(
            f"/q/{token}/s", {"score": 2, "nonce": self.fetch(), "l": lang}
        )
        detail = {"nonce": self.nonce(thanks), "u1": 3, "l": lang}
        complaint = {"nonce": self.fetch("/c"), "text": "Lambat", "l": lang}
        long = {"nonce": "x", "score": 3, "comment": "é<" * 500, "u1": 1, "l": lang}
        return {
            "form": self.get(f"/q/{token}?l={lang}"),
            "thanks": thanks,
            "again": self.post(f"/q/{token}/s", long),
            "done": self.post(f"/q/{token}/d", detail),
            "complaint": self.get(f"/q/{token}/c?l={lang}"),
            "taken": self.post(f"/q/{token}/c", complaint),
            "track": self.get(f"/track?l={lang}"),
            "results": self.get(f"/kepuasan?l={lang}"),
            "nothing": self.get(f"/q/nothing?l={lang}"),
        }

    def test_every_page_is_small_and_self_contained(self):
        for lang in LANGUAGES:
            for name, response in self.pages(lang).items():
                with self.subTest(lang=lang, page=name):
                    size = len(gzip.compress(response.content, 6))
                    self.assertLessEqual(size, LIMIT)
                    self.assertNotRegex(
                        response.text, r"https?://|<script|url\(|@import"
                    )
                    self.assertNotRegex(response.text, r"\son[a-z]+=|\sstyle=")
                    self.assertIn(f'<html lang="{lang}">', response.text)

    def test_every_page_has_our_headers_and_no_cookie(self):
        for name, response in self.pages("id").items():
            with self.subTest(page=name):
                headers = response.headers
                self.assertNotIn("Set-Cookie", headers)
                self.assertEqual(headers["Content-Type"], "text/html; charset=utf-8")
                self.assertEqual(headers["Cache-Control"], "no-store")
                self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
                self.assertEqual(headers["Referrer-Policy"], "no-referrer")
                self.assertIn("noindex", headers["X-Robots-Tag"])
                self.assertPolicy(response)

    def assertPolicy(self, response):
        style = re.search(r"<style>(.*?)</style>", response.text, re.DOTALL)[1]
        digest = base64.b64encode(sha256(style.encode()).digest()).decode()
        policy = dict(
            part.strip().split(" ", 1)
            for part in response.headers["Content-Security-Policy"].split(";")
        )
        self.assertEqual(
            policy,
            {
                "default-src": "'none'",
                "style-src": f"'sha256-{digest}'",
                "img-src": "data:",
                "form-action": "'self'",
                "frame-ancestors": "'none'",
                "base-uri": "'none'",
            },
        )

    def test_one_tap_is_four_buttons_with_words(self):
        page = html.fromstring(self.get(f"/q/{self.counter.token}").content)
        buttons = page.xpath("//form//button[@name='score']")
        self.assertEqual([button.get("value") for button in buttons], list("1234"))
        self.assertEqual(
            [button.text_content() for button in buttons],
            ["Tidak puas", "Kurang puas", "Puas", "Sangat puas"],
        )
        text = page.text_content()
        for part in ("Agency of the Tests", "Unit", "Identity Card", "Counter 1"):
            self.assertIn(part, text)

    def test_the_nine_official_questions_follow(self):
        page = html.fromstring(self.tap().content)
        for number in range(1, 10):
            values = page.xpath(f"//input[@name='u{number}']/@value")
            self.assertEqual(values, list("1234"))
        labels = page.xpath("//input[@name='u4']/../span/text()")
        self.assertEqual(labels, ["Sangat mahal", "Cukup mahal", "Murah", "Gratis"])
        for control in page.xpath("//select|//textarea"):
            self.assertTrue(page.xpath(f"//label[@for='{control.get('id')}']"))
        for fieldset in page.xpath("//fieldset"):
            self.assertTrue(fieldset.xpath("./legend"))

    def test_language_by_browser_and_by_switch(self):
        path = f"/q/{self.counter.token}"
        cases = [
            ("", "id", "id"),
            ("", "en-US,en;q=0.9", "en"),
            ("", "fr", "id"),
            ("", "fr,en;q=0.5", "en"),
            ("", "*", "id"),
            ("", "id-ID", "id"),
            ("", ";;,=", "id"),
            ("?l=en", "id", "en"),
            ("?l=id", "en", "id"),
            ("?l=xx", "en", "en"),
            ("?l=%00", "id", "id"),
        ]
        for query, accepted, expected in cases:
            with self.subTest(query=query, accepted=accepted):
                response = self.get(path + query, lang=accepted)
                self.assertIn(f'<html lang="{expected}">', response.text)

    def test_the_switch_is_kept_through_the_forms(self):
        page = self.get(f"/q/{self.counter.token}?l=en")
        data = {"score": 3, "nonce": self.nonce(page), "l": "en"}
        self.assertIn("Thank you!", self.post(f"/q/{self.counter.token}/s", data).text)

    def test_upper_and_lower_case_are_one_address(self):
        token = self.counter.token
        for path in (f"/Q/{token}", f"/q/{token.lower()}", f"/Q/{token.lower()}"):
            self.assertOurs(self.get(path), 200)
        self.counter.token = "0101010101010101"
        for path in ("/q/OIOIoIOlOLOlOlO1", "/Q/olololololololol"):
            self.assertOurs(self.get(path), 200)

    def test_head_has_no_body(self):
        response = self.url_open(f"/q/{self.counter.token}", method="HEAD")
        self.assertEqual(response.status_code, 200)
        self.assertEqual(response.content, b"")
        self.assertIn("Content-Security-Policy", response.headers)

    def test_compressed_when_the_client_can_and_no_proxy_does(self):
        path = f"/q/{self.counter.token}"
        accept = {"Accept-Encoding": "br, gzip"}
        response = self.get(path, **accept)
        self.assertEqual(response.headers["Content-Encoding"], "gzip")
        self.assertLess(int(response.headers["Content-Length"]), 6000)
        for refused in ("identity", "gzip;q=0", "br"):
            response = self.get(path, **{"Accept-Encoding": refused})
            self.assertNotIn("Content-Encoding", response.headers)
        self.addCleanup(config._runtime_options.pop, "proxy_mode", None)
        config["proxy_mode"] = True
        behind = {**accept, "X-Forwarded-Host": "example.go.id"}
        self.assertNotIn("Content-Encoding", self.get(path, **behind).headers)

    def test_debug_makes_no_session_file(self):
        with patch.object(FilesystemSessionStore, "save") as save:
            for path in (f"/q/{self.counter.token}", "/kepuasan", "/track", "/q/x"):
                self.opener.cookies.clear()
                response = self.get(f"{path}?debug=1")
                self.assertNotIn("Set-Cookie", response.headers)
            self.post(f"/q/{self.counter.token}/s?debug=1", {"score": 4})
        save.assert_not_called()

    def test_query_budget(self):
        path = f"/q/{self.counter.token}"
        self.tap()
        for lang in ("id", "en", "fr"):
            self.assertLessEqual(self.count(lambda lang=lang: self.get(path, lang)), 6)
        data = {"score": 4, "nonce": self.fetch()}
        self.assertLessEqual(self.count(lambda: self.post(f"{path}/s", data)), 10)
        data = {"score": 4, "nonce": self.fetch(), "u1": 4, "comment": "Baik"}
        self.assertLessEqual(self.count(lambda: self.post(f"{path}/s", data)), 10)
        self.assertLessEqual(self.count(lambda: self.post(f"{path}/s", data)), 10)
        data = {"nonce": self.nonce(self.tap()), "u1": 4}
        self.assertLessEqual(self.count(lambda: self.post(f"{path}/d", data)), 10)

    def count(self, request):
        self.env.flush_all()
        before = self.env.cr.sql_log_count
        request()
        return self.env.cr.sql_log_count - before
