# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from .calibration import CalibrationCase
from .common import NOW


class SessionCase(CalibrationCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls._make_agreed_skp()
        cls.evaluation = cls._make_evaluation(cls.plan)
        cls._rate(cls.evaluation, "above", "meets")
        cls.sheet = cls._get_worksheet(cls.evaluation)
        cls.session = cls._make_session("outsider")

    def _begin_session(self):
        self._as_role(self.session, "manager").action_open()

    def _change(self, role="outsider", reason="Compared with the others", **values):
        ratings = {"result_rating": "meets", "behaviour_rating": "meets", **values}
        return self._as_role(self.session, role).action_change(
            self.evaluation.id, reason=reason, **ratings
        )

    def _close(self, role="superior"):
        self.session.minutes_kept = "All were present"
        self._as_role(self.session, role).action_close()


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestCalibration(SessionCase):
    def test_a_session_from_beginning_to_end(self):
        self._begin_session()
        self._change()
        self.assertEqual(self.sheet.result_rating, "meets")
        change = self.session.change_ids.filtered(lambda one: one.kind == "change")
        self.assertRecordValues(
            change,
            [
                {
                    "result_before": "above",
                    "result_after": "meets",
                    "predicate_before": "good",
                    "predicate_after": "good",
                    "reason": "Compared with the others",
                    "user_id": self.users["outsider"].id,
                }
            ],
        )
        self._close()
        self.assertEqual(self.session.state, "closed")
        events = self.session.change_ids.sorted("id")
        self.assertEqual(events.mapped("kind"), ["open", "change", "close"])
        self.assertTrue(events[-1].digest)

    def test_delivery_waits_for_the_session(self):
        self._begin_session()
        assessor = self._as_role(self.evaluation, "assessor")
        with self.assertRaisesRegex(UserError, "calibrated"):
            assessor.action_deliver()
        self._close()
        assessor.action_deliver()
        self.assertEqual(self.evaluation.state, "delivered")

    def test_a_session_of_a_unit_above_holds_it_too(self):
        self.session.unlink()
        session = self._make_session("acting", unit=self.unit)
        self._as_role(session, "manager").action_open()
        assessor = self._as_role(self.evaluation, "assessor")
        self._attempt(UserError, assessor.action_deliver)

    def test_the_official_releases_one_evaluation(self):
        self._begin_session()
        for role in ("manager", "outsider", "assessor", "own", "auditor"):
            with self.subTest(role=role):
                session = self._as_role(self.session, role)
                self._attempt(
                    AccessError, session.action_release, self.evaluation.id, "Why"
                )
        official = self._as_role(self.session, "superior")
        self._attempt(UserError, official.action_release, self.evaluation.id, " ")
        self._attempt(UserError, official.action_release, 0, "Why")
        official.action_release(self.evaluation.id, "A transfer")
        self._as_role(self.evaluation, "assessor").action_deliver()
        self.assertIn("release", self.session.change_ids.mapped("kind"))

    def test_only_members_change_and_only_with_a_reason(self):
        self._begin_session()
        for role in ("manager", "superior", "assessor", "own", "auditor", "acting"):
            with self.subTest(role=role):
                self._attempt(AccessError, self._change, role)
        for reason in ("", "  ", None, 7):
            with self.subTest(reason=reason):
                self._attempt(UserError, self._change, "outsider", reason)
        self._attempt(UserError, lambda: self._change(result_rating="above"))
        for bad in ("best", None, ["above"], {"above": 1}, 3):
            with self.subTest(bad=bad):
                change = self._as_role(self.session, "outsider").action_change
                ratings = self.evaluation.id, bad, "meets"
                self._attempt(UserError, change, *ratings, "Reason")
                self._attempt(AccessError, change, bad, "meets", "meets", "Reason")

    def test_nothing_is_changed_before_opening_nor_after_closing(self):
        self._attempt((AccessError, UserError), self._change)
        self._begin_session()
        self._close()
        self._attempt((AccessError, UserError), self._change)

    def test_what_the_session_changed_stays_while_it_is_open(self):
        self._begin_session()
        self._change()
        sheet = self._as_role(self.sheet, "assessor")
        self._attempt(UserError, sheet.write, {"result_rating": "above"})
        sheet.write({"recommendation": "Go on"})
        self._close()
        sheet.write({"result_rating": "above"})

    def test_the_assessor_is_told_and_answers_once(self):
        self._begin_session()
        before = self.env["mail.message"].search([])
        self._change()
        told = self.env["mail.message"].search([]) - before
        people = self.users["assessor"] | self.users["acting"]
        self.assertEqual(told.partner_ids, people.partner_id)
        self.assertNotIn("Meets", str(told.mapped("body")))
        change = self.session.change_ids.filtered(lambda one: one.kind == "change")
        for role in ("superior", "outsider", "auditor", "manager", "own"):
            with self.subTest(role=role):
                self._attempt(
                    AccessError, self._as_role(change, role).action_answer, "I"
                )
        assessor = self._as_role(change, "assessor")
        self.assertTrue(assessor.can_answer)
        self._attempt(UserError, assessor.action_answer, " ")
        assessor.action_answer("The letters were difficult")
        self._attempt(AccessError, assessor.action_answer, "Once more")
        self.assertEqual(change.answer, "The letters were difficult")

    def test_events_are_never_changed_or_deleted(self):
        self._begin_session()
        event = self.session.change_ids
        self._attempt(AccessError, event.write, {"reason": "Other"})
        self._attempt(AccessError, event.unlink)

    def test_closing_needs_minutes_and_the_official(self):
        self._begin_session()
        self._attempt(UserError, self._as_role(self.session, "superior").action_close)
        self.session.minutes_kept = "Minutes"
        for role in ("manager", "outsider", "assessor", "auditor", "own"):
            with self.subTest(role=role):
                session = self._as_role(self.session, role)
                self._attempt(AccessError, session.action_close)
        self._as_role(self.session, "superior").action_close()

    def test_without_an_official_the_manager_closes(self):
        self.session.unlink()
        self.session = self._make_session("acting", official=None)
        self._begin_session()
        self._close("manager")
        self.assertEqual(self.session.closed_by_id, self.users["manager"])

    def test_nobody_closes_a_session_about_themselves(self):
        self.session.unlink()
        self.session = self._make_session("outsider", official="own")
        self._begin_session()
        self.session.minutes_kept = "Minutes"
        own = self._as_role(self.session, "own")
        self._attempt(UserError, own.action_close)
        self._attempt(AccessError, own.action_release, self.evaluation.id, "Me")

    def test_a_session_needs_members_with_an_appointment(self):
        self.session.unlink()
        session = self._make_session()
        self._attempt(UserError, self._as_role(session, "manager").action_open)
        members = self._as_role(self.env["asn.calibration.member"], "manager")
        ended = self._appoint("acting", date_to="2026-03-01")
        elsewhere = self._appoint("own", department_id=self.other_unit.id)
        for role in (ended, elsewhere, self.env["asn.role.assignment"]):
            values = {"calibration_id": session.id, "role_id": role.id}
            with self.subTest(role=role):
                self._attempt(UserError, members.create, values)

    def test_evaluations_opened_later_are_taken_in(self):
        self._begin_session()
        self._make_staff(1)
        self._open()
        late = self.interval.evaluation_ids - self.evaluation
        sheet = self._get_worksheet(late)
        self._attempt(AccessError, self._as_role(sheet, "outsider").read, ["state"])
        self._as_role(self.session, "outsider").action_take_in()
        self.assertTrue(self._as_role(sheet, "outsider").read(["state"]))

    def test_the_plan_of_an_open_session_stays(self):
        self._begin_session()
        session = self._as_role(self.session, "manager")
        for values in (
            {"department_id": self.unit.id},
            {"official_id": self.people["acting"].id},
            {"state": "closed"},
        ):
            with self.subTest(values=values):
                self._attempt((AccessError, UserError), session.write, values)
        self._attempt(UserError, session.unlink)

    def test_nothing_moves_in_a_closed_period(self):
        self.period.action_close()
        self._attempt(UserError, self._as_role(self.session, "manager").action_open)
