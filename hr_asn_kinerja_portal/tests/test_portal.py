# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.tests import tagged

from odoo.addons.hr_asn_kinerja.tests.common import KinerjaHttpCase


@tagged("post_install", "-at_install")
class TestPortal(KinerjaHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # The words are looked for in the language of the source.
        cls.env["res.lang"]._activate_lang("en_US")
        for user in cls.users.values():
            user.lang = "en_US"
        if "website" in cls.env:
            english = cls.env.ref("base.lang_en")
            cls.env["website"].search([]).write(
                {
                    "language_ids": [Command.link(english.id)],
                    "default_lang_id": english.id,
                }
            )

    def page(self, login):
        self.authenticate(login, login)
        return self.url_open("/my/kinerja")

    def test_without_a_plan_the_next_step_is_to_start_one(self):
        response = self.page("asn_own")
        self.assertEqual(response.status_code, 200)
        self.assertIn("You have no plan yet", response.text)

    def test_my_plan_with_targets(self):
        skp = self._make_skp("own")
        text = self.page("asn_own").text
        self.assertIn(skp.result_ids[0].name, text)
        self.assertIn(skp.result_ids.indicator_ids[0].name, text)
        self.assertIn("submit it to your assessor", text)

    def test_nobody_else_s_plan(self):
        skp = self._make_skp("own")
        for role in ("assessor", "superior", "manager", "auditor", "outsider"):
            self.assertNotIn(skp.result_ids[0].name, self.page(f"asn_{role}").text)

    def test_results_only_once_delivered(self):
        evaluation = self._make_evaluation()
        self._rate(evaluation)
        text = self.page("asn_own").text
        self.assertIn("is working on", text)
        for secret in ("Above Expectation", "Meets Expectation", "Very Good", "Secret"):
            self.assertNotIn(secret, text)
        self._as(evaluation, evaluation.assessor_user_id).action_deliver()
        text = self.page("asn_own").text
        for part in ("Above Expectation", "Meets Expectation", "Read your result"):
            self.assertIn(part, text)

    def test_an_entry_on_the_home_page(self):
        self.authenticate("asn_own", "asn_own")
        text = self.url_open("/my").text
        self.assertIn('href="/my/kinerja"', text)
        self.assertIn("Your plan, your results and what comes next", text)

    def test_a_visitor_has_to_log_in(self):
        response = self.url_open("/my/kinerja", allow_redirects=False)
        self.assertIn(response.status_code, (302, 303))
