# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, freeze_time, tagged
from odoo.tools import mute_logger

from .common import NOW, REFUSALS, ROLES, KinerjaCase

READERS = {"own", "officer", "manager", "auditor"}
ANSWERERS = ("officer", "manager")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestDataCorrection(KinerjaCase):
    """Employees see their own data and say what is wrong; the answer comes back."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.correction = cls._report(subject="superior", wished="Name superior")

    @classmethod
    def _report(cls, role="own", **values):
        corrections = cls._as(cls.env["asn.data.correction"], cls.users[role])
        return corrections.create({"subject": "unit", "wished": "Unit X", **values})

    def _get_activities(self, user):
        return (
            self.env["mail.activity"]
            .sudo()
            .search(
                [
                    ("user_id", "=", user.id),
                    ("res_model", "=", "asn.data.correction"),
                    ("res_id", "=", self.correction.id),
                ]
            )
        )

    def test_everybody_sees_the_own_data_and_no_other(self):
        for role in ("own", "assessor", "superior", "acting", "outsider"):
            people = self._as_role(self.env["asn.person"], role).search([])
            with self.subTest(role=role):
                self.assertEqual(people.employee_id, self.people[role])
        person = self._as_role(self.env["asn.person"], "own").search([])
        self.assertRecordValues(
            person,
            [
                {
                    "name": "Name own",
                    "nip": self.people["own"].nip,
                    "job_title": "Job of Name own",
                    "superior_name": "Name assessor",
                    "assessor_name": "Name assessor",
                    "department_id": self.section.id,
                    "asn_rank_id": self._get_rank("III/a").id,
                    "correction_count": 1,
                }
            ],
        )
        self.assertIn(" ", person.nip_formatted)

    def test_the_assessor_is_the_one_of_the_running_plan(self):
        skp = self._make_skp()
        self.people["own"].parent_id = self.people["superior"]
        self.env.invalidate_all()
        person = self._as_role(self.env["asn.person"], "own").search([])
        self.assertEqual(person.superior_name, "Name superior")
        self.assertEqual(person.assessor_name, "Name assessor")
        skp.sudo().state = "cancelled"
        self.env.invalidate_all()
        self.assertEqual(person.assessor_name, "Name superior")

    def test_officers_and_managers_see_the_people_they_serve(self):
        seen = {
            role: self._as_role(self.env["asn.person"], role).search([]).employee_id
            for role in ("officer", "manager", "auditor", "manager_b")
        }
        own = {role: self.people[role] for role in seen}
        served = self.people["superior"] | self.people["assessor"] | self.people["own"]
        self.assertEqual(seen["officer"], served | own["officer"])
        self.assertIn(self.people["own"], seen["manager"])
        self.assertEqual(seen["auditor"], seen["manager"])
        self.assertEqual(seen["manager_b"], own["manager_b"])

    def test_the_screen_makes_a_request(self):
        person = self._as_role(self.env["asn.person"], "own").search([])
        action = person.action_report()
        model = self._as_role(self.env["asn.data.correction"], "own")
        view = self.env.ref("hr_asn_kinerja.asn_data_correction_view_new")
        with Form(model.with_context(**action["context"]), view=view) as form:
            form.subject = "rank"
            form.wished = "III/b"
        correction = form.record
        self.assertIn("III/a", correction.current)
        self.assertEqual(correction.state, "open")
        self.assertEqual(correction.action_send()["tag"], "display_notification")

    def test_a_request_keeps_what_stood_there(self):
        self.assertRecordValues(
            self.correction,
            [
                {
                    "employee_id": self.people["own"].id,
                    "employee_name": "Name own",
                    "company_id": self.agency.id,
                    "department_id": self.section.id,
                    "current": "Name assessor",
                    "state": "open",
                    "answer_until": date(2026, 4, 13),
                }
            ],
        )

    def test_it_reaches_the_officers_of_the_unit_and_the_managers(self):
        for role in ROLES:
            with self.subTest(role=role):
                self.assertEqual(
                    len(self._get_activities(self.users[role])),
                    int(role in ("officer", "manager")),
                )

    def test_no_mail_goes_out(self):
        before = self.env["mail.mail"].search_count([])
        self._report()
        self.assertEqual(self.env["mail.mail"].search_count([]), before)

    def test_nobody_else_reads_it(self):
        for role in ROLES:
            found = self._as_role(self.env["asn.data.correction"], role).search([])
            with self.subTest(role=role):
                self.assertEqual(bool(found), role in READERS)
                refused = self._is_refused(
                    self._as_role(self.correction, role).read, ["wished"]
                )
                self.assertEqual(refused, role not in READERS)

    def test_nobody_reports_for_somebody_else(self):
        values = {"employee_id": self.people["outsider"].id}
        for role in ("own", "officer", "manager"):
            with self.subTest(role=role):
                self._attempt(AccessError, lambda r=role: self._report(r, **values))

    def test_nobody_sets_the_closed_columns(self):
        for values in (
            {"state": "fixed"},
            {"employee_user_id": self.users["outsider"].id},
            {"current": "Other"},
            {"answer": "Other"},
            {"answer_until": "2030-01-01"},
            {"closed_at": "2026-01-01 00:00:00"},
        ):
            with self.subTest(values=values):
                self._attempt(AccessError, lambda v=values: self._report(**v))
        manager = self._as_role(self.correction, "manager")
        for values in ({"state": "fixed"}, {"wished": "Other"}):
            with self.subTest(values=values):
                self._attempt(AccessError, manager.write, values)

    def test_commands_on_messages_reach_nothing(self):
        """What is written elevated takes the named columns and no lines."""
        message = self._make_skp().message_ids[:1]
        body = message.body
        for name, command in (
            ("message_ids", [(1, message.id, {"body": "Forged"})]),
            ("message_ids", [(2, message.id)]),
            ("activity_ids", [(0, 0, {"summary": "Forged"})]),
        ):
            correction = self._report(subject="other", **{name: command})
            self.assertTrue(message.exists())
            self.assertEqual(message.body, body)
            summaries = correction.sudo().activity_ids.mapped("summary")
            self.assertNotIn("Forged", summaries)

    def test_defaults_of_the_context_open_nothing(self):
        corrections = self._as_role(self.env["asn.data.correction"], "own")
        hostile = corrections.with_context(
            default_state="fixed",
            default_answer="Other",
            default_answered_by_id=1,
            default_closed_at="2026-01-01 00:00:00",
        )
        made = hostile.create({"subject": "other", "wished": "X"})
        self.assertRecordValues(
            made,
            [
                {
                    "state": "open",
                    "answer": False,
                    "answered_by_id": False,
                    "closed_at": False,
                }
            ],
        )

    def test_officer_and_manager_answer(self):
        for role in ANSWERERS:
            correction = self._as_role(self._report(), role)
            self.assertTrue(correction.can_answer)
            correction.answer = "Changed in HR"
            correction.action_fix()
            with self.subTest(role=role):
                self.assertRecordValues(
                    correction,
                    [{"state": "fixed", "answered_by_id": self.users[role].id}],
                )
                self.assertFalse(correction.can_answer)

    def test_the_employee_sees_state_and_answer(self):
        officer = self._as_role(self.correction, "officer")
        officer.answer = "The decree says otherwise"
        officer.action_refuse()
        mine = self._as_role(self.correction, "own")
        self.assertEqual(mine.state, "refused")
        self.assertEqual(mine.answer, "The decree says otherwise")
        self.assertEqual(len(self._get_activities(self.users["own"])), 1)
        self.assertFalse(self._get_activities(self.users["manager"]))

    def test_a_refusal_needs_a_reason(self):
        officer = self._as_role(self.correction, "officer")
        self._attempt(UserError, officer.action_refuse)

    def test_an_answer_is_given_once(self):
        officer = self._as_role(self.correction, "officer")
        officer.action_fix()
        self._attempt(UserError, officer.action_fix)

    def test_an_answer_stays_as_it_was_told(self):
        officer = self._as_role(self.correction, "officer")
        officer.answer = "The decree says otherwise"
        officer.action_refuse()
        self._attempt(UserError, officer.write, {"answer": "Other"})

    def test_the_employee_confirms_to_have_read_the_answer(self):
        mine = self._as_role(self.correction, "own")
        self.assertFalse(mine.can_close)
        self._attempt(UserError, mine.action_close)
        self._as_role(self.correction, "officer").action_fix()
        self.assertTrue(mine.can_close)
        mine.action_close()
        self.assertTrue(mine.closed_at)
        self.assertFalse(mine.can_close)
        self.assertFalse(self._get_activities(self.users["own"]))

    def test_nobody_else_confirms_to_have_read_the_answer(self):
        self._as_role(self.correction, "officer").action_fix()
        for role in set(ROLES) - {"own"}:
            mine = self._as_role(self.correction, role)
            with self.subTest(role=role):
                self.assertTrue(self._is_refused(mine.action_close))

    def test_the_to_do_of_the_employee_can_be_done(self):
        self._as_role(self.correction, "officer").action_fix()
        activity = self._get_activities(self.users["own"])
        activity.with_user(self.users["own"]).action_feedback()
        self.assertFalse(self._get_activities(self.users["own"]))

    def test_the_same_is_reported_once(self):
        with mute_logger("odoo.sql_db"):
            self._attempt((IntegrityError, UserError), self._report, subject="superior")
        self._as_role(self.correction, "officer").action_fix()
        self.assertTrue(self._report(subject="superior"))

    def test_a_request_is_late_after_three_days(self):
        officer = self._as_role(self.correction, "officer")
        self.assertFalse(officer.is_late)
        with freeze_time("2026-04-14 03:00:00"):
            self.env.invalidate_all()
            self.assertTrue(officer.is_late)
            officer.action_fix()
            self.assertFalse(officer.is_late)

    def test_without_officer_the_managers_get_it(self):
        self.scope.date_to = "2026-04-09"
        self.correction = self._report()
        self.assertFalse(self._get_activities(self.users["officer"]))
        self.assertTrue(self._get_activities(self.users["manager"]))

    def test_the_person_opens_from_the_request(self):
        for role, model in (("officer", "asn.person"), ("manager", "hr.employee")):
            action = self._as_role(self.correction, role).action_open_employee()
            record = self._as_role(self.env[model], role).browse(action["res_id"])
            with self.subTest(role=role):
                self.assertEqual(action["res_model"], model)
                self.assertEqual(record.display_name, "Name own")

    def test_nobody_else_answers_or_deletes(self):
        for role in ROLES:
            mine = self._as_role(self.correction, role)
            with self.subTest(role=role):
                if role not in ANSWERERS:
                    self._attempt(REFUSALS, mine.write, {"answer": "Other"})
                    self._attempt(REFUSALS, mine.action_fix)
                self._attempt(REFUSALS, mine.unlink)

    def test_a_login_without_employee_gets_a_clear_word(self):
        self.people["outsider"].user_id = False
        self._attempt(AccessError, self._report, "outsider")
