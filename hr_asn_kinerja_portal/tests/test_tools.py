# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import doctest

from odoo.tests import TransactionCase, tagged

from odoo.addons.hr_asn_kinerja.tools import crockford
from odoo.addons.hr_asn_kinerja.tools.formulas import guard

from ..pages.words import DATABASE_LANGUAGE, LANGUAGES, words
from ..tools import figures, text


@tagged("post_install", "-at_install")
class TestTools(TransactionCase):
    def test_examples_hold(self):
        for module in (crockford, figures, text):
            with self.subTest(module=module.__name__):
                result = doctest.testmod(module)
                self.assertGreater(result.attempted, 0)
                self.assertEqual(result.failed, 0)

    def test_each_language_says_everything_in_the_same_shape(self):
        indonesian = LANGUAGES["id"]
        for lang, texts in LANGUAGES.items():
            self.assertFalse(set(texts) - set(indonesian), lang)
            for key, value in indonesian.items():
                if not isinstance(value, str):
                    self.assertEqual(len(value), len(words(lang)[key]), (lang, key))
        self.assertEqual(set(LANGUAGES["en"]), set(indonesian))
        self.assertEqual(set(DATABASE_LANGUAGE), set(LANGUAGES))

    def test_a_partial_language_falls_back_to_indonesian(self):
        LANGUAGES["xx"] = {"lang": "xx", "title": "Lokal"}
        self.addCleanup(LANGUAGES.pop, "xx")
        self.assertEqual(words("xx")["title"], "Lokal")
        self.assertEqual(words("xx")["faces"], LANGUAGES["id"]["faces"])

    def test_text_is_cleaned_and_guarded(self):
        cases = {
            "\u202eterbalik\u202c": "\u202eterbalik\u202c",
            "\U0001f600" * 3: "\U0001f600" * 3,
            "a\x00b\x07c\x7f": "abc",
            "x\ud800y": "xy",
            " \r\n ": "",
        }
        for given, kept in cases.items():
            self.assertEqual(text.clean(given), kept)
        self.assertEqual(len(text.clean("x" * 5000)), text.MAX_LENGTH)
        for start in "=+-@\t\r":
            self.assertEqual(guard(f" {start}1"), f"' {start}1")
        self.assertEqual(guard("baik = bagus"), "baik = bagus")
