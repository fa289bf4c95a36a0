# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import CitizenHttpCase

LOGGERS = ("odoo.http", "odoo.addons", "odoo.sql_db", "werkzeug")


@tagged("post_install", "-at_install")
class TestBadInput(CitizenHttpCase):
    def test_unknown_revoked_and_malformed_are_one_answer(self):
        self.counter_2.revoked = True
        token_b = self.counter_b.token
        self.counter_b.active = False
        paths = [
            "/q/0000000000000000",
            f"/q/{self.counter_2.token}",
            f"/q/{token_b}",
            f"/q/{self.counter_2.token}/c",
            "/q",
            "/q/",
            "/Q",
            "/q/x",
            f"/q/{self.counter.token}U",
            f"/q/{self.counter.token[:-1]}",
            "/q/%00",
            f"/q/{self.counter.token}%00",
            "/q/%0a",
            "/q/a%0ab/c",
            "/q//s",
            "/q/a//b",
            "/q/%E2%82%AC%FF",
            "/q/1/2/3/4",
            "/q/' OR 1=1 --",
            "/q/" + "A" * 5000,
            f"/q/{self.counter.token}/x",
            f"/q/{self.counter.token}/s/d",
            "/q/static/x.js",
        ]
        answers = {path: self.get(path) for path in paths}
        expected = answers[paths[0]]
        self.assertOurs(expected, 404)
        for path, response in answers.items():
            with self.subTest(path=path[:60]):
                self.assertOurs(response, 404)
                self.assertEqual(response.content, expected.content)
                self.assertEqual(
                    self.fixed_headers(response), self.fixed_headers(expected)
                )

    def fixed_headers(self, response):
        return {key: value for key, value in response.headers.items() if key != "Date"}

    def test_posts_to_nowhere_are_the_same_page(self):
        expected = self.get("/q/x").content
        for what in ("s", "d", "c"):
            response = self.post(f"/q/0000000000000000/{what}", {"score": 4})
            self.assertOurs(response, 404)
            self.assertEqual(response.content, expected)

    def test_a_new_address_closes_the_old_one_at_once(self):
        old = self.counter.token
        nonce = self.fetch()
        self.counter.action_revoke_token()
        self.assertNotEqual(self.counter.token, old)
        self.assertEqual(self.get(f"/q/{old}").content, self.get("/q/x").content)
        self.assertOurs(self.post(f"/q/{old}/s", {"score": 4, "nonce": nonce}), 404)
        self.assertOurs(self.get(f"/q/{self.counter.token}"), 200)
        self.assertFalse(self.stored())

    def test_wrong_methods_get_our_page(self):
        token = self.counter.token
        wrong = [
            (f"/q/{token}", ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND")),
            (f"/q/{token}/s", ("GET", "HEAD", "PUT", "OPTIONS")),
            (f"/q/{token}/d", ("GET", "PUT")),
            (f"/q/{token}/c", ("PUT", "DELETE")),
            ("/q", ("PUT",)),
            ("/track", ("PUT", "OPTIONS")),
            ("/kepuasan", ("POST", "PUT")),
        ]
        for path, methods in wrong:
            for method in methods:
                with self.subTest(path=path, method=method):
                    response = self.opener.request(method, self.base_url() + path)
                    self.assertIn(response.status_code, (404, 405))
                    self.assertIn("default-src", str(response.headers))
                    self.assertNotIn("Set-Cookie", response.headers)
                    if method != "HEAD":
                        self.assertIn("NIK, OTP", response.text)

    def test_wrong_scores_bring_the_form_back(self):
        for score in ("5", "0", "x", "", "1.0", "-1", "١", "4 ", "NaN", "\x00"):
            with self.subTest(score=score):
                response = self.tap(score, comment="Tetap ada")
                self.assertOurs(response, 400)
                self.assertIn("Tetap ada", response.text)
                self.assertIn("Belum ada wajah", response.text)
        self.assertOurs(
            self.post(f"/q/{self.counter.token}/s", {"nonce": self.fetch()}), 400
        )
        self.assertFalse(self.stored())

    def test_two_scores_are_one_answer(self):
        data = [("score", "1"), ("score", "4"), ("nonce", self.fetch())]
        self.assertOurs(self.post(f"/q/{self.counter.token}/s", data), 200)
        self.assertEqual(len(self.stored()), 1)

    def test_wrong_nonces_bring_the_form_back(self):
        nonce = self.fetch()
        changed = nonce[:-1] + ("A" if nonce[-1] != "A" else "B")
        for given in (
            "",
            "x",
            "\x00",
            "A" * 48,
            "é" * 48,
            "=" * 48,
            changed,
            nonce * 2,
        ):
            with self.subTest(nonce=given):
                data = {"score": 3, "nonce": given}
                response = self.post(f"/q/{self.counter.token}/s", data)
                self.assertOurs(response, 400)
                self.assertIn('value="3">Kirim lagi: Puas', response.text)
        self.assertFalse(self.stored())

    def test_a_long_body_is_refused_with_our_page(self):
        for what in ("s", "d", "c"):
            data = {"score": 3, "comment": "x" * 33 * 1024}
            self.assertOurs(self.post(f"/q/{self.counter.token}/{what}", data), 413)
        self.assertOurs(self.post("/track", {"code": "x" * 33 * 1024}), 413)
        self.assertFalse(self.stored())

    def test_other_bodies_than_forms_are_no_answer(self):
        path = self.base_url() + f"/q/{self.counter.token}/s"
        bodies = [
            {"json": {"score": 3}},
            {"data": b"\xff\xfe\x00score=3"},
            {"data": b"{", "headers": {"Content-Type": "application/json"}},
            {"data": b"x", "headers": {"Content-Type": "multipart/form-data"}},
            {"files": {"score": ("3", b"3")}},
        ]
        for body in bodies:
            self.assertOurs(self.opener.post(path, **body), 400)

    def test_query_parameters_do_not_become_arguments(self):
        path = f"/q/{self.counter.token}"
        for query in (
            "self=1",
            "token=x&place=2",
            "allowed=GET",
            "lang=%00",
            "score=4",
        ):
            self.assertOurs(self.get(f"{path}?{query}"), 200)
        self.assertOurs(self.get("/q?allowed=PUT"), 404)
        self.assertOurs(self.post(f"{path}/s?score=4", {"nonce": self.fetch()}), 400)

    def test_comments_of_all_kinds_are_kept_as_text(self):
        comments = {
            "\U0001f621\U0001f621": "\U0001f621\U0001f621",
            "مرحبا \u202eabc": "مرحبا \u202eabc",
            "<script>alert(1)</script>": "<script>alert(1)</script>",
            "y" * 5000: "y" * 1000,
            '=HYPERLINK("http://x")': '=HYPERLINK("http://x")',
            "nul\x00nul\x1b[31m": "nulnul[31m",
        }
        for given in comments:
            self.assertOurs(self.tap(1, comment=given), 200)
        kept = self.stored().detail_ids
        self.assertEqual(set(kept.mapped("comment")), set(comments.values()))
        self.assertIn("'=HYPERLINK", " ".join(kept.mapped("comment_export")))

    def test_text_comes_back_escaped(self):
        data = {"score": 4, "nonce": "x", "comment": "</textarea><script>1</script>"}
        text = self.post(f"/q/{self.counter.token}/s", data).text
        self.assertNotIn("<script", text)
        self.assertIn("&lt;/textarea&gt;&lt;script", text)

    def test_names_of_the_agency_are_escaped(self):
        self.counter.name = "<b>Loket</b> {0} {x}"
        text = self.get(f"/q/{self.counter.token}").text
        self.assertIn("&lt;b&gt;Loket&lt;/b&gt; {0} {x}", text)

    def test_no_text_of_citizens_in_the_log(self):
        with self.assertLogs("", level="DEBUG") as logs:
            self.tap(4, comment="rahasia-komentar")
            self.tap("x", comment="rahasia-komentar")
            data = {"nonce": self.fetch("/c"), "text": "rahasia-pengaduan"}
            self.post(f"/q/{self.counter.token}/c", data)
            self.post("/track", {"code": "rahasia-kode"})
        # Whoever switches on the log of all queries wants to see them.
        told = [
            record.getMessage()
            for record in logs.records
            if record.name != "odoo.sql_db"
        ]
        self.assertTrue(told)
        self.assertNotIn("rahasia", "".join(told))

    def test_a_failure_of_ours_is_our_page(self):
        self.patch(type(self.env["asn.counter"]), "_find_public", lambda *args: 1 / 0)
        with mute_logger(*LOGGERS):
            self.assertOurs(self.get(f"/q/{self.counter.token}"), 500)
