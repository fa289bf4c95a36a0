# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, freeze_time, tagged

from .common import NOW, REFUSALS, ROLES, KinerjaCase

READERS = {"own", "officer", "manager"}


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
        for role in ("own", "assessor", "superior", "auditor", "acting", "outsider"):
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
                    "department_id": self.section.id,
                    "asn_rank_id": self._get_rank("III/a").id,
                    "correction_count": 1,
                }
            ],
        )
        self.assertIn(" ", person.nip_formatted)

    def test_officers_and_managers_see_the_people_they_serve(self):
        seen = {
            role: self._as_role(self.env["asn.person"], role).search([]).employee_id
            for role in ("officer", "manager", "manager_b")
        }
        own = {role: self.people[role] for role in seen}
        served = self.people["superior"] | self.people["assessor"] | self.people["own"]
        self.assertEqual(seen["officer"], served | own["officer"])
        self.assertIn(self.people["own"], seen["manager"])
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
        ):
            with self.subTest(values=values):
                self._attempt(AccessError, lambda v=values: self._report(**v))
        manager = self._as_role(self.correction, "manager")
        for values in ({"state": "fixed"}, {"wished": "Other"}):
            with self.subTest(values=values):
                self._attempt(AccessError, manager.write, values)

    def test_defaults_of_the_context_open_nothing(self):
        corrections = self._as_role(self.env["asn.data.correction"], "own")
        hostile = corrections.with_context(
            default_state="fixed", default_answer="Other", default_answered_by_id=1
        )
        made = hostile.create({"subject": "other", "wished": "X"})
        self.assertRecordValues(
            made, [{"state": "open", "answer": False, "answered_by_id": False}]
        )

    def test_officer_and_manager_answer(self):
        for role in ("officer", "manager"):
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

    def test_nobody_else_answers_or_deletes(self):
        for role in ROLES:
            mine = self._as_role(self.correction, role)
            with self.subTest(role=role):
                if role not in ("officer", "manager"):
                    self._attempt(REFUSALS, mine.write, {"answer": "Other"})
                    self._attempt(REFUSALS, mine.action_fix)
                self._attempt(REFUSALS, mine.unlink)

    def test_a_login_without_employee_gets_a_clear_word(self):
        self.people["outsider"].user_id = False
        self._attempt(AccessError, self._report, "outsider")
