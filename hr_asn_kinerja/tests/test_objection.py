# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import json
from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from .common import REFUSALS, ROLES
from .objections import NOW, ObjectionCase

ACTIONS = {
    "object": ("own",),
    "withdraw": ("own",),
    "explain": ("assessor", "acting"),
    "decide": ("superior",),
    "reopen": ("manager",),
}
ARGUMENTS = {
    "object": ["Because"],
    "explain": ["Because"],
    "decide": ["upheld", None, "Because"],
    "reopen": ["Because", "800/1"],
}


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestObjection(ObjectionCase):
    """PP 30/2019 Pasal 59, one step."""

    def test_an_objection_keeps_its_reasons_for_each_part(self):
        objection = self._object({"result": " Late ", "other": "", "foreign": "x"})
        self.assertRecordValues(
            objection,
            [
                {
                    "level": "superior",
                    "state": "waiting",
                    "result_reason": "Late",
                    "behaviour_reason": False,
                    "other_reason": False,
                    "filed_on": date(2026, 4, 10),
                    "answer_until": date(2026, 4, 17),
                    "predicate_before": "good",
                }
            ],
        )
        self.assertEqual(self.evaluation.state, "objected")

    def test_an_objection_needs_a_reason(self):
        for reasons in (None, "", "  ", {}, {"result": " "}, ["x"], 5):
            with self.subTest(reasons=reasons):
                own = self._as_role(self.evaluation, "own")
                self._attempt(UserError, own.action_object, reasons)

    def test_the_last_day_is_in_time_in_the_time_of_the_agency(self):
        own = self._as_role(self.evaluation, "own")
        with freeze_time("2026-04-24 17:01:00"):
            self._attempt(UserError, own.action_object, "Late")
            self.assertNotIn("object", self._allowed("own"))
        with freeze_time("2026-04-24 16:59:00"):
            self.assertIn("object", self._allowed("own"))
            own.action_object("In time")
        self.assertEqual(self.evaluation.state, "objected")

    def test_after_receipt_was_confirmed_one_may_still_object(self):
        self._as_role(self.evaluation, "own").action_acknowledge()
        self._object()
        self.assertEqual(self.evaluation.state, "objected")

    def test_each_step_is_refused_for_everybody_else(self):
        states = {"object": "delivered", "reopen": "final"}
        self._object()
        for verb, roles in ACTIONS.items():
            self.evaluation.state = states.get(verb, "objected")
            for role in ROLES:
                if role in roles:
                    continue
                with self.subTest(verb=verb, role=role):
                    action = getattr(
                        self._as_role(self.evaluation, role), f"action_{verb}"
                    )
                    self._attempt(AccessError, action, *ARGUMENTS.get(verb, ()))

    def test_each_step_is_refused_in_every_other_state(self):
        states = ("draft", "submitted", "rated", "delivered", "decided", "final")
        for verb, roles in ACTIONS.items():
            for state in states:
                if (verb, state) in (("object", "delivered"), ("reopen", "final")):
                    continue
                self.evaluation.state = state
                action = getattr(
                    self._as_role(self.evaluation, roles[0]), f"action_{verb}"
                )
                with self.subTest(verb=verb, state=state):
                    self._attempt(REFUSALS, action, *ARGUMENTS.get(verb, ()))

    def test_the_assessor_is_heard_before_the_decision(self):
        self._object()
        self.assertEqual(self._allowed("superior"), set())
        self._attempt(UserError, self._decide)
        self._explain()
        self.assertEqual(self._allowed("superior"), {"decide"})
        self._decide()
        self.assertEqual(self.evaluation.state, "decided")

    def test_silence_does_not_stop_the_decision(self):
        self._object()
        with freeze_time("2026-04-17 10:00:00"):
            self._attempt(UserError, self._decide)
        with freeze_time("2026-04-18 10:00:00"):
            self._decide()
        self.assertEqual(self.evaluation.state, "decided")

    def test_one_explains_once(self):
        self._object()
        self._explain("acting")
        self._attempt(UserError, self._explain)
        self.assertEqual(self.evaluation.objection_ids.explained_by, "User acting")

    def test_a_changed_result_follows_the_matrix_and_keeps_the_first(self):
        objection = self._object()
        self._explain()
        self._decide()
        self.assertRecordValues(
            self._as_role(self.evaluation, "own"),
            [
                {
                    "state": "decided",
                    "result_rating": "above",
                    "behaviour_rating": "above",
                    "predicate": "very_good",
                    "first_result_rating": "above",
                    "first_behaviour_rating": "meets",
                    "first_predicate": "good",
                }
            ],
        )
        self.assertRecordValues(
            objection,
            [
                {
                    "state": "decided",
                    "outcome": "changed",
                    "predicate_before": "good",
                    "predicate_after": "very_good",
                    "decided_by": "User superior",
                }
            ],
        )

    def test_an_upheld_result_stays_as_it_was(self):
        self._object()
        self._explain()
        self._decide(outcome="upheld")
        self.assertRecordValues(
            self.evaluation,
            [{"state": "decided", "predicate": "good", "first_predicate": False}],
        )

    def test_a_decision_that_is_none_is_refused(self):
        self._object()
        self._explain()
        superior = self._as_role(self.evaluation, "superior")
        above = {"result_rating": "above", "behaviour_rating": "above"}
        same = {"result_rating": "above", "behaviour_rating": "meets"}
        for arguments in (
            ("changed", same, "Because"),
            ("changed", {}, "Because"),
            ("changed", {"result_rating": "best"}, "Because"),
            ("changed", above, "  "),
            ("lost", above, "Because"),
            (None, above, "Because"),
        ):
            with self.subTest(arguments=arguments):
                self._attempt(UserError, superior.action_decide, *arguments)

    def test_the_decision_is_a_link_of_the_chain(self):
        self._object()
        self._explain()
        first = self.evaluation.digest
        self._decide()
        link = self.evaluation.decision_ids.filtered(lambda line: line.verb == "decide")
        self.assertEqual(self.evaluation.digest, link.digest)
        self.assertNotEqual(first, link.digest)
        snapshot = json.loads(link.snapshot)
        self.assertEqual(snapshot["document"], "objection")
        self.assertEqual(snapshot["before"]["predicate"]["key"], "good")
        self.assertEqual(snapshot["after"]["predicate"]["key"], "very_good")
        self.assertEqual(snapshot["reasons"]["other"], "My figures were left out")
        self.assertEqual(snapshot["explanation"], "They came too late")
        decisions = self.env["asn.decision"]
        self.assertFalse(decisions._find_broken(self.people["own"]))
        self.assertFalse(decisions._find_lost(self.people["own"]))

    def test_a_withdrawn_objection_leaves_the_result(self):
        self._object()
        self._as_role(self.evaluation, "own").action_withdraw()
        self.assertEqual(self.evaluation.state, "delivered")
        # within the days one may object again
        self._object()
        self.assertEqual(len(self.evaluation.objection_ids), 2)

    def test_a_closed_period_does_not_end_the_right(self):
        self.period.state = "closed"
        self._object()
        self._explain()
        self._decide()
        self.assertEqual(self.evaluation.state, "decided")

    def test_what_is_decided_is_final_the_day_after(self):
        self._object()
        self._explain()
        self._decide()
        cron = self.env.ref("hr_asn_kinerja.ir_cron_finalise")
        for moment, state in (
            ("2026-04-10 16:59:00", "decided"),
            ("2026-04-10 17:01:00", "final"),
        ):
            with freeze_time(moment), self.enter_registry_test_mode():
                cron.method_direct_trigger()
            self.env.invalidate_all()
            self.assertEqual(self.evaluation.state, state)

    def test_an_open_objection_is_not_made_final(self):
        self._object()
        with freeze_time("2026-08-01 03:00:00"), self.enter_registry_test_mode():
            self.env.ref("hr_asn_kinerja.ir_cron_finalise").method_direct_trigger()
        self.env.invalidate_all()
        self.assertEqual(self.evaluation.state, "objected")

    def test_people_are_told_without_a_rating(self):
        self._object()
        self._explain()
        self._decide()
        messages = self.env["mail.message"].search(
            [("model", "=", "asn.evaluation"), ("res_id", "=", self.evaluation.id)]
        )
        told = messages.filtered(
            lambda line: self.users["own"].partner_id in line.notified_partner_ids
        )
        self.assertEqual(len(told), 2)
        for word in ("Very Good", "Above", "figures", "very_good"):
            self.assertNotIn(word, " ".join(messages.mapped("body")))

    def test_who_must_act_is_asked(self):
        self._object()
        asked = self.evaluation.activity_ids.user_id
        self.assertEqual(asked, self.users["assessor"] | self.users["acting"])
        self._explain()
        self.assertEqual(self.evaluation.activity_ids.user_id, self.users["superior"])
        self._decide()
        self.assertFalse(self.evaluation.activity_ids)
