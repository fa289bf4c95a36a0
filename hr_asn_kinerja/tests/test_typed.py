# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import doctest

from odoo.tests import freeze_time, tagged

from ..tools import typed
from .common import NOW, KinerjaCase

TYPED = "Si\x00ti \ud800Aminah"
KEPT = "Siti Aminah"


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestTyped(KinerjaCase):
    """What no database keeps is taken out of a text, and the rest stays."""

    def test_examples(self):
        self.assertFalse(doctest.testmod(typed).failed)

    def test_texts_are_kept_without_it(self):
        corrections = self._as_role(self.env["asn.data.correction"], "own")
        correction = corrections.create({"subject": "other", "wished": TYPED})
        self.assertEqual(correction.wished, KEPT)
        holiday = self._as_role(self.env["asn.holiday"], "manager").create(
            {"name": TYPED, "date": "2026-11-18", "kind": "agency"}
        )
        holiday.note = TYPED
        self.env.flush_all()
        self.assertEqual((holiday.name, holiday.note), (KEPT, KEPT))

    def test_texts_of_lines_too(self):
        skp = self._make_skp("own")
        line = {"name": TYPED, "kind": "additional"}
        skp = self._as_role(skp, "own")
        skp.write({"result_ids": [(0, 0, line)]})
        self.assertIn(KEPT, skp.result_ids.mapped("name"))

    def test_searches_answer(self):
        holidays = self._as_role(self.env["asn.holiday"], "manager")
        made = holidays.create({"name": KEPT, "date": "2026-11-18", "kind": "agency"})
        self.assertEqual(holidays.name_search(TYPED)[0][0], made.id)
        self.assertEqual(holidays.search([("name", "in", [TYPED])]), made)
        self.assertEqual(holidays.search_count([("name", "=", TYPED)]), 1)
        [(count,)] = holidays._read_group([("name", "=", TYPED)], [], ["__count"])
        self.assertEqual(count, 1)
        people = self._as_role(self.env["asn.person"], "own")
        self.assertFalse(people.search([("name", "ilike", "Nobody\x00")]))
