# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.exceptions import AccessError
from odoo.tests import freeze_time, tagged

from ..tools.word_diff import mark_words
from .common import NOW, KinerjaCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestSkpCompare(KinerjaCase):
    """The difference is shown word by word, and nothing typed becomes markup."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.skp = cls._make_agreed_skp()
        cls.version = cls.skp.version_ids
        cls.result = cls.skp.result_ids
        cls._as(cls.skp, cls.users["assessor"]).action_revise("Because")

    def _compare(self, role="own", **values):
        action = self._as_role(self.version, role).action_compare()
        wizards = self._as_role(self.env["asn.skp.compare"], role)
        return wizards.with_context(**action["context"]).create(values)

    def test_nothing_has_changed_at_first(self):
        self.assertIn("Nothing has changed", self._compare().difference)

    def test_changed_words_are_marked(self):
        self._as_role(self.result, "own").name = "Letters are answered today"
        difference = self._compare().difference
        self.assertIn("<ins>today</ins>", difference)
        self.assertIn("Changed", difference)

    def test_added_and_removed_lines_say_so(self):
        self._as_role(self.skp, "own").result_ids = [
            Command.create(self._prepare_result_values(name="New one")),
            Command.delete(self.result.id),
        ]
        difference = self._compare().difference
        self.assertIn("+ Added", difference)
        self.assertIn("− Removed", difference)

    def test_a_new_word_for_the_same_choice_is_no_change(self):
        old = self.version._get_content()
        new = self.version._get_content()
        line = new["parts"]["result_ids"][0]
        line["labels"]["scope"] = "Another word"
        rows = self.env["asn.skp.version"]._get_difference(old, new)
        self.assertEqual({row["mark"] for row in rows}, {"same"})
        line["values"]["scope"] = "organisation"
        rows = self.env["asn.skp.version"]._get_difference(
            self.version._get_content(), new
        )
        self.assertIn("changed", {row["mark"] for row in rows})

    def test_all_lines_are_shown_when_asked(self):
        self.assertIn("= Same", self._compare(is_changes_only=False).difference)

    def test_typed_markup_stays_text(self):
        text = "<script>alert(1)</script><img src=x onerror=alert(1)>"
        self._as_role(self.result, "own").name = text
        self._as_role(self.skp, "own").action_submit()
        difference = self._compare("assessor").difference
        self.assertNotIn("<script", difference)
        self.assertNotIn("<img", difference)
        self._as_role(self.skp, "assessor").action_agree()
        content = self.skp.version_ids.sorted("number")[-1].content
        self.assertNotIn("<script", content)
        self.assertIn("&lt;script&gt;", content)

    def test_two_versions_are_compared(self):
        self._as_role(self.result.indicator_ids, "own").target_min = 42
        self._as_role(self.skp, "own").action_submit()
        self._as_role(self.skp, "assessor").action_agree()
        wizard = self._compare()
        self.assertEqual(wizard.new_id.number, 2)
        self.assertIn("<ins>42</ins>", wizard.difference)

    def test_nobody_compares_what_they_may_not_read(self):
        values = {"skp_id": self.skp.id, "old_id": self.version.id}
        for role in ("outsider", "officer_out", "manager_b"):
            wizards = self._as_role(self.env["asn.skp.compare"], role)
            with self.subTest(role=role):
                self._attempt(AccessError, wizards.create, values)
                self._attempt(AccessError, self._read_unsaved, wizards, values)

    def test_the_team_does_not_see_the_draft_of_its_leader(self):
        leader = self._make_agreed_skp(self.people["assessor"])
        self._as_role(leader, "superior").action_revise("Because")
        self.skp.leader_skp_id = leader
        self.env.flush_all()
        wizards = self._as_role(self.env["asn.skp.compare"], "own")
        values = {"skp_id": self.skp.id, "old_id": leader.version_ids.id}
        self._attempt(AccessError, self._read_unsaved, wizards, values)

    def _read_unsaved(self, wizards, values):
        """Ask as a dialog does while it is being filled in."""
        return wizards.new(values).difference

    def test_very_long_texts_are_compared_at_once(self):
        left, right = mark_words("a " * 5000, "b " * 5000)
        self.assertTrue(left.startswith("<del>"))
        self.assertTrue(right.startswith("<ins>"))
