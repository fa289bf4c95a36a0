# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from unittest.mock import patch

from odoo.tests import TransactionCase, tagged

from ..tools import nonce as nonces


@tagged("post_install", "-at_install")
class TestNonce(TransactionCase):
    def understand(self, text, scope=nonces.FORM):
        return nonces.read(self.env, scope, text)

    def test_a_nonce_names_its_subject(self):
        text = nonces.issue(self.env, nonces.FORM, 42)
        nonce = self.understand(text)
        self.assertEqual(nonce.subject_id, 42)
        self.assertLess(nonce.age_s, 5)
        self.assertRegex(text, r"^[A-Za-z0-9_-]{48}$")

    def test_two_nonces_differ(self):
        texts = {nonces.issue(self.env, nonces.FORM, 42) for _each in range(50)}
        self.assertEqual(len(texts), 50)

    def test_a_changed_nonce_is_none(self):
        text = nonces.issue(self.env, nonces.FORM, 42)
        for place in range(len(text)):
            other = "A" if text[place] != "A" else "B"
            self.assertIsNone(self.understand(text[:place] + other + text[place + 1 :]))

    def test_garbage_is_none(self):
        for text in ("", "x", "x" * 48, "\x00" * 48, "é" * 48, "A" * 5000, "====", "%"):
            self.assertIsNone(self.understand(text), text)

    def test_each_scope_has_its_own(self):
        text = nonces.issue(self.env, nonces.FORM, 42)
        self.assertIsNone(self.understand(text, nonces.DETAIL))
        self.assertIsNone(self.understand(text, nonces.COMPLAINT))

    def test_a_day_is_the_limit(self):
        text = nonces.issue(self.env, nonces.FORM, 42)
        issued_ms = self.understand(text).issued_ms
        for age_s, valid in ((nonces.VALID_S, True), (nonces.VALID_S + 1, False)):
            now = issued_ms + age_s * 1000
            with patch.object(nonces, "_now_ms", return_value=now):
                self.assertEqual(bool(self.understand(text)), valid, age_s)

    def test_a_follow_up_is_the_same_each_time(self):
        nonce = self.understand(nonces.issue(self.env, nonces.FORM, 42))
        twice = {
            nonces.issue(self.env, nonces.DETAIL, 7, like=nonce) for _each in range(2)
        }
        self.assertEqual(len(twice), 1)

    def test_another_secret_makes_another_nonce(self):
        text = nonces.issue(self.env, nonces.FORM, 42)
        self.env["ir.config_parameter"].set_param("database.secret", "another")
        self.assertIsNone(self.understand(text))
