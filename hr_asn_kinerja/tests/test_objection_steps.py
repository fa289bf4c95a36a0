# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from .objections import NOW, ObjectionCase

# 17 April 2026, the last day of a week in Jakarta, and the minute after
LAST = "2026-04-17 16:59:00"
OVER = "2026-04-17 17:01:00"


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestTwoSteps(ObjectionCase):
    """The variant of one ministry: first the assessor, then within 7 days an appeal."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.period.objection_steps = "2"

    def _settle(self, role="assessor", outcome="upheld", ratings=None):
        assessor = self._as_role(self.evaluation, role)
        assessor.action_settle(outcome, ratings, "The register says so")

    def test_the_first_step_goes_to_the_assessor(self):
        objection = self._object()
        self.assertEqual(objection.level, "assessor")
        self.assertEqual(self._allowed("assessor"), {"settle"})
        self.assertEqual(self._allowed("superior"), set())
        self.assertEqual(self._allowed("own"), {"withdraw"})
        self._attempt(UserError, self._decide)

    def test_a_settlement_can_be_appealed_from_within_its_days(self):
        objection = self._object()
        self._settle()
        self.assertRecordValues(
            objection,
            [{"state": "settled", "appeal_until": date(2026, 4, 17)}],
        )
        own = self._as_role(self.evaluation, "own")
        with freeze_time(OVER):
            self._attempt(UserError, own.action_appeal, "Still wrong")
            self.assertNotIn("appeal", self._allowed("own"))
        with freeze_time(LAST):
            self.assertEqual(self._allowed("own"), {"appeal"})
            own.action_appeal("Still wrong")
        self.assertEqual(
            self.evaluation.objection_ids.sorted("id").mapped("level"),
            ["assessor", "superior"],
        )
        self._explain()
        self._decide()
        self.assertEqual(self.evaluation.predicate, "very_good")

    def test_days_can_be_working_days_without_holidays(self):
        self.period.objection_working_days = True
        self.env["asn.holiday"].create(
            {"name": "Day off", "date": "2026-04-13", "company_id": self.agency.id}
        )
        objection = self._object()
        # from Friday: Tuesday is day 1, the next Wednesday day 7
        self.assertEqual(objection.answer_until, date(2026, 4, 22))
        self._settle()
        self.assertEqual(objection.appeal_until, date(2026, 4, 22))

    def test_a_settlement_may_change_the_result(self):
        self._object()
        ratings = {"result_rating": "meets", "behaviour_rating": "meets"}
        self._settle("acting", "changed", ratings)
        self.assertRecordValues(
            self.evaluation,
            [
                {
                    "state": "decided",
                    "result_rating": "meets",
                    "first_result_rating": "above",
                    "predicate": "good",
                }
            ],
        )

    def test_the_first_result_stays_the_first_through_two_decisions(self):
        self._object()
        ratings = {"result_rating": "meets", "behaviour_rating": "meets"}
        self._settle("assessor", "changed", ratings)
        self._as_role(self.evaluation, "own").action_appeal("Still wrong")
        self._explain()
        self._decide(outcome="changed", result="below", behaviour_rating="meets")
        self.assertEqual(self.evaluation.first_result_rating, "above")
        self.assertEqual(self.evaluation.result_rating, "below")

    def test_an_assessor_who_keeps_silent_does_not_stop_the_appeal(self):
        self._object()
        own = self._as_role(self.evaluation, "own")
        with freeze_time(LAST):
            self._attempt(UserError, own.action_appeal, "No answer")
        with freeze_time(OVER):
            own.action_appeal("No answer")
        self.assertEqual(
            self.evaluation.objection_ids.sorted("id").mapped("state"),
            ["unanswered", "waiting"],
        )

    def test_a_settlement_is_final_only_after_the_days_to_appeal(self):
        self._object()
        self._settle()
        cron = self.env.ref("hr_asn_kinerja.ir_cron_finalise")
        manager = self._as_role(self.evaluation, "manager")
        for moment, state in ((LAST, "decided"), (OVER, "final")):
            with freeze_time(moment), self.enter_registry_test_mode():
                if state == "decided":
                    self._attempt(UserError, manager.action_finalise)
                cron.method_direct_trigger()
            self.env.invalidate_all()
            self.assertEqual(self.evaluation.state, state)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestOwnMatter(ObjectionCase):
    """Nobody decides on their own matter, in whatever office they act."""

    def test_the_assessor_does_not_decide_in_the_place_of_the_superior(self):
        self._make_delegation("assessor", self.people["superior"])
        self._object()
        self._explain()
        self.assertEqual(self._allowed("assessor"), set())
        self._attempt(AccessError, self._decide, "assessor")

    def test_the_employee_does_not_decide_in_the_place_of_anybody(self):
        for role in ("assessor", "superior"):
            self._make_delegation("own", self.people[role])
        self._object()
        self._attempt(AccessError, self._explain, "own")
        self._explain()
        self._attempt(AccessError, self._decide, "own")
        self.assertEqual(self._allowed("own"), {"withdraw"})

    def test_whoever_rated_for_the_assessor_does_not_decide_for_the_superior(self):
        other = self._make_evaluation(
            self._make_agreed_skp(self.people["outsider"]), self.interval
        )
        self.assertTrue(other)
        self._make_delegation("acting", self.people["superior"])
        self._object()
        self._explain("acting")
        self.assertEqual(self._allowed("acting"), set())
        self._attempt(AccessError, self._decide, "acting")

    def test_a_superior_who_explained_for_the_assessor_does_not_decide(self):
        self._make_delegation("superior", self.people["assessor"])
        self._object()
        self._explain("superior")
        self._attempt(AccessError, self._decide)

    def test_whoever_acts_for_the_superior_decides(self):
        self._make_delegation("outsider", self.people["superior"])
        self._object()
        self._explain()
        self._decide("outsider")
        decision = self.evaluation.decision_ids.filtered(lambda line: line.snapshot)
        decision = decision.sorted("id")[-1:]
        self.assertEqual(decision.official_name, "Name superior")

    def test_an_ended_delegation_decides_no_more(self):
        delegation = self._make_delegation("outsider", self.people["superior"])
        self._object()
        self._explain()
        delegation.date_to = "2026-04-09"
        self._attempt(AccessError, self._decide, "outsider")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestAppointing(ObjectionCase):
    """A superior without a login, or with a part in the matter, is replaced."""

    def _appoint(self, role="outsider", number="800/77/2026", by="manager"):
        self._as_role(self.evaluation, by).action_appoint(self.users[role].id, number)

    def test_nobody_is_appointed_beside_a_superior_who_can_decide(self):
        self._object()
        self._attempt(UserError, self._appoint)

    def test_an_appointed_official_reads_and_decides(self):
        self.people["superior"].user_id = False
        self._object()
        self._explain()
        outsider = self._as_role(self.evaluation, "outsider")
        self._attempt(AccessError, outsider.read, ["state"])
        self.assertEqual(self._allowed("manager"), {"appoint"})
        self._appoint()
        self.assertEqual(self._allowed("outsider"), {"decide"})
        objection = self._as_role(self.evaluation.objection_ids, "outsider")
        self.assertEqual(objection.appointed_number, "800/77/2026")
        self._decide("outsider")
        self.assertEqual(self.evaluation.predicate, "very_good")

    def test_only_the_manager_appoints(self):
        self.people["superior"].user_id = False
        self._object()
        for role in ("own", "assessor", "officer", "auditor", "outsider"):
            with self.subTest(role=role):
                self._attempt(AccessError, self._appoint, "outsider", "1", role)

    def test_nobody_of_the_matter_is_appointed(self):
        self.people["superior"].user_id = False
        self._object()
        self._explain("acting")
        for role in ("own", "assessor", "acting", "manager", "manager_b"):
            with self.subTest(role=role):
                self._attempt(UserError, self._appoint, role)
        self.users["outsider"].active = False
        for wrong in (self.users["outsider"].id, 0, None, "x", 10**9):
            manager = self._as_role(self.evaluation, "manager")
            with self.subTest(wrong=wrong):
                self._attempt(UserError, manager.action_appoint, wrong, "800/1")

    def test_an_appointment_has_a_number(self):
        self.people["superior"].user_id = False
        self._object()
        for number in (None, "", "  ", 5, "9" * 101):
            with self.subTest(number=number):
                self._attempt(UserError, self._appoint, "outsider", number)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestReopening(ObjectionCase):
    """A final evaluation is opened only by an order with a number."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.evaluation._finish("finalise")

    def _reopen(self, role="manager", note="The file was lost", number="800/9/2026"):
        self._as_role(self.evaluation, role).action_reopen(note, number)

    def test_it_goes_back_to_the_assessor_and_the_first_result_stays(self):
        self._reopen()
        link = self.evaluation.decision_ids.filtered(lambda line: line.verb == "reopen")
        self.assertRecordValues(
            self._as_role(self.evaluation, "own"),
            [
                {
                    "state": "rated",
                    "predicate": False,
                    "result_rating": False,
                    "first_predicate": "good",
                    "reopened_on": date(2026, 4, 10),
                    "reopen_number": "800/9/2026",
                    "reopen_note": "The file was lost",
                    "digest": link.digest,
                    "objection_until": False,
                }
            ],
        )

    def test_it_is_delivered_again_and_can_be_objected_to_again(self):
        self._reopen()
        self.period.state = "closed"
        self._fill_worksheet(self.evaluation, "below", "meets")
        assessor = self._as_role(self.evaluation, "assessor")
        assessor.action_rate()
        assessor.action_deliver()
        self.assertEqual(self.evaluation.predicate, "needs_improvement")
        self.assertEqual(self.evaluation.first_predicate, "good")
        self._object()
        links = self.evaluation.decision_ids.filtered("snapshot").sorted("sequence")
        self.assertEqual(links.mapped("verb"), ["deliver", "reopen", "deliver"])
        decisions = self.env["asn.decision"]
        self.assertFalse(decisions._find_broken(self.people["own"]))
        self.assertFalse(decisions._find_lost(self.people["own"]))

    def test_the_reasons_of_the_first_delivery_can_still_be_proven(self):
        self._reopen()
        sheet = self._get_worksheet(self.evaluation)
        [seal] = sheet.sudo().kept_seals
        self.assertEqual(seal["result"], "Secret reason of the result")
        self.assertTrue(seal["salt"])
        for role in ("assessor", "auditor", "manager"):
            sheet_as = self._as_role(sheet, role)
            with self.subTest(role=role):
                self._attempt(AccessError, sheet_as.read, ["kept_seals"])

    def test_a_reason_and_a_number_are_asked_for(self):
        for note, number in ((" ", "800"), ("Why", ""), (None, None), ("Why", 5)):
            with self.subTest(note=note, number=number):
                self._attempt(UserError, self._reopen, "manager", note, number)

    def test_nobody_reopens_their_own(self):
        self.users["own"].group_ids += self.env.ref(
            "hr_asn_kinerja.group_asn_kinerja_manager"
        )
        self._attempt(AccessError, self._reopen, "own")
