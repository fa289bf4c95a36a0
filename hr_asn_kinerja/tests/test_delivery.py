# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import json
from datetime import date

from odoo import Command
from odoo.exceptions import UserError
from odoo.tests import freeze_time, tagged

from .common import NOW, REFUSALS, KinerjaCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestDelivery(KinerjaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.evaluation = cls._make_evaluation()

    def test_delivery_gives_the_employee_everything_at_once(self):
        self._deliver(self.evaluation, "above", "above")
        self.assertRecordValues(
            self._as_role(self.evaluation, "own"),
            [
                {
                    "state": "delivered",
                    "result_rating": "above",
                    "behaviour_rating": "above",
                    "predicate": "very_good",
                    "organisation_rating": "good",
                    "recommendation": "Secret recommendation",
                    "delivered_on": date(2026, 4, 10),
                    "objection_until": date(2026, 4, 24),
                }
            ],
        )
        self.assertRegex(self.evaluation.digest, "^[0-9a-f]{64}$")

    def test_working_days_move_the_deadline(self):
        self.period.write({"objection_working_days": True, "objection_days": 5})
        self._deliver(self.evaluation)
        # Friday 10 April: Monday is the first working day, the next Friday the fifth
        self.assertEqual(self.evaluation.objection_until, date(2026, 4, 17))

    def test_the_snapshot_tells_the_whole_document(self):
        self._deliver(self.evaluation)
        decision = self.evaluation.decision_ids.filtered("snapshot")
        self.assertEqual(decision.verb, "deliver")
        snapshot = json.loads(decision.snapshot)
        self.assertEqual(snapshot["ratings"]["predicate"]["key"], "good")
        self.assertEqual(snapshot["ratings"]["organisation_rating"]["key"], "good")
        self.assertEqual(snapshot["people"]["employee"]["name"], "Name own")
        self.assertEqual(snapshot["people"]["superior"]["unit"], "Unit")
        indicator = snapshot["results"][0]["indicators"][0]
        self.assertEqual(indicator["actual"], "90")
        self.assertRegex(snapshot["reasons_digest"], "^[0-9a-f]{64}$")
        self.assertNotIn("Secret reason", decision.snapshot)
        self.assertEqual(snapshot["schema"], 3)
        self.assertGreaterEqual(len(snapshot["nonce"]), 32)
        self.assertEqual(self.evaluation.digest, decision.digest)

    def test_the_snapshot_tells_expectations_and_annexes(self):
        skp = self.evaluation.skp_id
        skp.behaviour_ids[:1].expectation = "Visit two villages a month"
        skp.write(
            {"annex_ids": [Command.create({"kind": "consequences", "name": "Praise"})]}
        )
        self._deliver(self.evaluation)
        snapshot = json.loads(
            self.evaluation.decision_ids.filtered("snapshot").snapshot
        )
        self.assertEqual(len(snapshot["behaviours"]), 7)
        first = snapshot["behaviours"][0]
        self.assertEqual(first["expectation"], "Visit two villages a month")
        self.assertEqual(len(first["indicators"]), 3)
        self.assertEqual(
            snapshot["annexes"], [{"kind": "consequences", "name": "Praise"}]
        )
        self.assertEqual(snapshot["results"][0]["scope"], "individual")

    def test_labels_in_the_snapshot_are_words(self):
        self._deliver(self.evaluation)
        snapshot = json.loads(
            self.evaluation.decision_ids.filtered("snapshot").snapshot
        )
        for name, rating in snapshot["ratings"].items():
            with self.subTest(rating=name):
                self.assertTrue(rating["label"])
                self.assertNotEqual(rating["label"], rating["key"])

    def test_the_employee_is_told_without_a_rating(self):
        self._deliver(self.evaluation, "above", "above")
        partner = self.users["own"].partner_id
        message = self.env["mail.message"].search(
            [
                ("model", "=", "asn.evaluation"),
                ("res_id", "=", self.evaluation.id),
                ("notified_partner_ids", "in", partner.ids),
            ]
        )
        self.assertEqual(len(message), 1)
        self.assertNotIn("Very Good", message.body)

    def test_acknowledging_keeps_the_right_to_object(self):
        self._deliver(self.evaluation)
        self._as_role(self.evaluation, "own").action_acknowledge()
        self.assertRecordValues(
            self.evaluation,
            [{"state": "delivered", "acknowledged_on": date(2026, 4, 10)}],
        )

    def test_nothing_is_final_before_the_deadline_has_passed(self):
        self._deliver(self.evaluation)
        manager = self._as_role(self.evaluation, "manager")
        # the last day of the deadline in Jakarta
        with freeze_time("2026-04-24 16:59:00"):
            self._attempt(UserError, manager.action_finalise)
        with freeze_time("2026-04-24 17:01:00"):
            manager.action_finalise()
        self.assertEqual(self.evaluation.state, "final")

    def test_a_closed_period_still_lets_the_employee_acknowledge(self):
        self._deliver(self.evaluation)
        self.period.state = "closed"
        self._as_role(self.evaluation, "own").action_acknowledge()
        self.assertTrue(self.evaluation.acknowledged_on)

    def test_the_day_of_delivery_is_the_day_of_the_agency(self):
        self._rate(self.evaluation)
        with freeze_time("2026-04-10 18:30:00"):
            self._as_role(self.evaluation, "assessor").action_deliver()
        self.assertEqual(self.evaluation.delivered_on, date(2026, 4, 11))

    def test_realisations_are_frozen_after_submission(self):
        self._fill_and_submit(self.evaluation)
        line = self._as_role(self.evaluation.realisation_ids, "own")
        for state in ("submitted", "rated", "delivered", "final"):
            self.evaluation.state = state
            for values in ({"value": 1}, {"note": "x"}, {"evidence_ids": []}):
                with self.subTest(state=state, values=values):
                    self._attempt(REFUSALS, line.write, values)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestFinalCron(KinerjaCase):
    """Each agency has its own day, also around midnight UTC."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.cron = cls.env.ref("hr_asn_kinerja.ir_cron_finalise")
        cls.agency.resource_calendar_id.tz = "Asia/Jayapura"
        cls.agency_b.resource_calendar_id.tz = "UTC"
        cls.period_b = cls._make_period(cls.agency_b)
        cls.east = cls._make_evaluation()
        cls.west = cls._make_west()
        (cls.east | cls.west).write({"state": "delivered"})

    @classmethod
    def _make_west(cls):
        skp = cls.env["asn.skp"].create(
            {
                "employee_id": cls.people["manager_b"].id,
                "period_id": cls.period_b.id,
                "state": "agreed",
            }
        )
        interval = cls._get_interval(cls.period_b, "2026-01-01")
        return cls.env["asn.evaluation"]._open_for(interval, skp)

    def _run(self):
        with self.enter_registry_test_mode():
            self.cron.method_direct_trigger()
        self.env.invalidate_all()
        return (self.east.state, self.west.state)

    def test_only_what_is_due_becomes_final(self):
        self.east.objection_until = "2026-04-09"
        self.west.objection_until = "2026-04-10"
        self.assertEqual(self._run(), ("final", "delivered"))

    def test_each_agency_goes_by_its_own_day(self):
        (self.east | self.west).write({"objection_until": "2026-04-10"})
        with freeze_time("2026-04-10T18:30:00Z"):
            self.assertEqual(self._run(), ("final", "delivered"))
        with freeze_time("2026-04-11T00:30:00Z"):
            self.assertEqual(self._run(), ("final", "final"))

    def test_other_states_are_left_alone(self):
        (self.east | self.west).write({"objection_until": "2026-04-01"})
        self.east.state = "objected"
        self.west.state = "rated"
        self.assertEqual(self._run(), ("objected", "rated"))

    def test_the_cron_leaves_a_decision(self):
        self.east.objection_until = "2026-04-09"
        self.west.objection_until = "2026-04-11"
        self._run()
        self.assertRecordValues(
            self.east.decision_ids,
            [{"verb": "finalise", "state_before": "delivered", "state_after": "final"}],
        )
