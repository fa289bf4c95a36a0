# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import doctest

from odoo.tests import freeze_time, tagged

from ..tools import suggestions
from .common import NOW, KinerjaCase
from .employees import EmployeeImport, make_csv, make_nip, make_row


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestEmployeeSuggestions(EmployeeImport, KinerjaCase):
    """A shifted column of a large workbook does not keep the server busy."""

    def setUp(self):
        super().setUp()
        self.compared = []
        search = suggestions.get_close_matches

        def count(text, *args, **kwargs):
            self.compared.append(text)
            return search(text, *args, **kwargs)

        self.patch(suggestions, "get_close_matches", count)

    def _get_sentences(self, ranks):
        rows = [make_row(nip=make_nip(n), rank=rank) for n, rank in enumerate(ranks, 1)]
        return list(self._messages(make_csv(rows)).values())

    def test_the_example_in_the_code_holds(self):
        self.assertFalse(doctest.testmod(suggestions).failed)

    def test_the_same_text_is_compared_once(self):
        sentences = self._get_sentences(["Entah", "ENTAH ", "entah"])
        self.assertEqual(self.compared, ["entah"])
        self.assertEqual(len(sentences), 3)
        for sentence in sentences:
            self.assertIn("Did you mean “", sentence)

    def test_only_so_many_texts_are_compared(self):
        self.patch(suggestions, "MAX_SEARCHES", 2)
        sentences = self._get_sentences(["Satu", "Dua", "Tiga", "Empat", "Dua"])
        self.assertEqual(self.compared, ["satu", "dua"])
        meant = ["Did you mean" in sentence for sentence in sentences]
        self.assertEqual(meant, [True, True, False, False, True])
        self.assertIn("“Tiga” is not known. Allowed are: I/a, ", sentences[2])
