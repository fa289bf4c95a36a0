# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from .common import NOW, KinerjaCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestSkpReviseEvaluation(KinerjaCase):
    """Evaluations and revisions: the past stays, the open interval follows."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.second = cls._get_interval(cls.period, "2026-04-01")
        cls.skp = cls._make_agreed_skp()
        cls.delivered = cls._make_evaluation(cls.skp)
        cls._deliver(cls.delivered)
        cls.open = cls._make_evaluation(cls.skp, cls.second)
        cls.env.flush_all()

    def _revise(self):
        self._as_role(self.skp, "assessor").action_revise("Because")

    def _agree(self):
        self._as_role(self.skp, "own").action_submit()
        self._as_role(self.skp, "assessor").action_agree()
        self.env.invalidate_all()

    def test_what_was_delivered_keeps_text_target_and_achievement(self):
        before = self.delivered.realisation_ids.read(
            ["result_name", "indicator_name", "target_label", "achievement", "value"]
        )
        self._revise()
        self._as_role(self.skp.result_ids, "own").name = "Another result"
        self._as_role(self.skp.result_ids.indicator_ids, "own").write(
            {"name": "Other", "target_min": 10}
        )
        self._agree()
        after = self.delivered.realisation_ids.read(
            ["result_name", "indicator_name", "target_label", "achievement", "value"]
        )
        self.assertEqual(after, before)
        self.assertEqual(len(self.skp.result_ids), 1)

    def test_the_open_evaluation_asks_for_the_new_indicator(self):
        self._revise()
        self._as_role(self.skp.result_ids, "own").indicator_ids = [
            Command.create({"name": "Complaints", "polarity": "lower", "target_max": 5})
        ]
        self.assertEqual(len(self.open.realisation_ids), 1)
        self._agree()
        self.assertEqual(
            self.open.realisation_ids.mapped("indicator_name"),
            ["Letters answered", "Complaints"],
        )
        self.assertEqual(len(self.delivered.realisation_ids), 1)

    def test_the_open_evaluation_forgets_what_was_taken_out_while_empty(self):
        old = self.skp.result_ids
        self._revise()
        self._as_role(self.skp, "own").result_ids = [
            Command.create(self._prepare_result_values(name="New")),
            Command.delete(old.id),
        ]
        self._agree()
        self.assertEqual(self.open.realisation_ids.result_name, "New")

    def test_what_was_written_about_a_dropped_indicator_stays(self):
        self._as_role(self.open, "own").realisation_ids.value = 12
        old = self.skp.result_ids
        self._revise()
        self._as_role(self.skp, "own").result_ids = [
            Command.create(self._prepare_result_values(name="New")),
            Command.delete(old.id),
        ]
        self._agree()
        self.assertEqual(len(self.open.realisation_ids), 2)
        results = self.env["asn.snapshot"]._get_results(self.open)
        self.assertEqual(len(results), 2)

    def test_an_interval_opened_meanwhile_is_made_up_for(self):
        third = self._get_interval(self.period, "2026-07-01")
        self._make_agreed_skp(self.people["outsider"])
        self._revise()
        self._as_role(third, "manager").action_open_evaluations()
        self.assertNotIn(third, self.skp.evaluation_ids.interval_id)
        self._agree()
        self.assertIn(third, self.skp.evaluation_ids.interval_id)

    def test_closing_at_a_date_ends_the_plan_there(self):
        third = self._get_interval(self.period, "2026-07-01")
        self._make_evaluation(self.skp, third)
        plan = self._as_role(self.skp, "assessor")
        plan.action_close("2026-05-14")
        self.assertEqual(self.skp.state, "closed")
        self.assertEqual(str(self.skp.date_to), "2026-05-14")
        self.env.invalidate_all()
        self.assertNotIn(third, self.skp.evaluation_ids.interval_id)
        self._as_role(third, "manager").action_open_evaluations()
        self.assertNotIn(third, self.skp.evaluation_ids.interval_id)

    def test_closing_refuses_days_outside_and_nonsense(self):
        plan = self._as_role(self.skp, "assessor")
        for date in ("2025-12-31", "2027-01-01", "tomorrow", "2026-13-01"):
            with self.subTest(date=date):
                self._attempt(UserError, plan.action_close, date)

    def test_closing_keeps_what_was_written_later(self):
        third = self._get_interval(self.period, "2026-07-01")
        evaluation = self._make_evaluation(self.skp, third)
        self._as_role(evaluation, "own").realisation_ids.value = 3
        plan = self._as_role(self.skp, "assessor")
        self._attempt(UserError, plan.action_close, "2026-05-14")

    def test_the_close_wizard_obeys_the_same_rules(self):
        values = {"skp_id": self.skp.id, "date": "2026-04-30"}
        for role in ("own", "outsider", "superior"):
            wizards = self._as_role(self.env["asn.skp.revise"], role)
            with self.subTest(role=role):
                self._attempt(
                    AccessError,
                    lambda wizards=wizards: wizards.create(values).action_close(),
                )
        self._as_role(self.env["asn.skp.revise"], "manager").create(
            values
        ).action_close()
        self.assertEqual(self.skp.state, "closed")
