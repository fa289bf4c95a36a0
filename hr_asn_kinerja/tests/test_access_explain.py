# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError
from odoo.tests import Form, freeze_time, tagged
from odoo.tools import format_date

from .common import NOW, ROLES
from .test_role import RoleCase


class ExplainCase(RoleCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.skp = cls._make_agreed_skp()
        cls.evaluation = cls._make_evaluation(cls.skp)
        cls.env.flush_all()

    def _ask(self, role, by="manager", **values):
        wizards = self._as_role(self.env["asn.access.explain"], by)
        return wizards.create({"user_id": self.users[role].id, **values})

    def _get_reasons(self, role, **values):
        """Return {kind: reason} of what a person may do."""
        question = self._ask(role, "auditor", **values)._get_question()
        reasons = self.env["asn.access.reasons"]._get_reasons(question)
        return {reason.kind: reason for reason in reasons}

    def _show(self, day):
        return format_date(self._as_role(self.skp, "auditor").env, day)

    def _age(self, *records, moment="2026-01-01 00:00:00"):
        """Let records have been made at a moment: the database has its own clock."""
        for record in records:
            self.env.flush_all()
            self.env.cr.execute(
                f"UPDATE {record._table} SET create_date = %s WHERE id IN %s",
                [moment, tuple(record.ids)],
            )
        self.env.invalidate_all()


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestExplainToday(ExplainCase):
    def test_it_is_asked_by_manager_and_auditor_alone(self):
        for role in ROLES:
            if role == "manager_b":
                continue
            with self.subTest(role=role):
                refused = self._is_refused(self._ask, "own", role)
                self.assertNotEqual(refused, role in ("manager", "auditor"))

    def test_the_check_does_not_hang_on_the_screen(self):
        wizard = self._ask("own")
        for role in ("own", "officer"):
            with self.subTest(role=role):
                seen = wizard.with_user(self.users[role]).sudo(False)
                self._attempt(AccessError, seen._check_may_ask)
                self._attempt(AccessError, seen._get_question)

    def test_another_agency_is_not_explained(self):
        self._attempt(AccessError, lambda: self._ask("own", "manager_b").answer)
        self._attempt(AccessError, lambda: self._ask("manager_b").answer)

    def test_a_document_out_of_sight_is_not_asked_about(self):
        document = f"asn.evaluation,{self.evaluation.id}"
        wizard = self._ask("own", document=document)
        self._attempt(AccessError, lambda: wizard.answer)

    def test_the_reasons_agree_with_the_rules(self):
        """For each role and document: a reason if and only if the rules let it read."""
        self._appoint("auditor", "own", date_from="2026-05-01")
        self._make_delegation("officer_out", self.people["superior"])
        states = [(self.skp, self.evaluation)]
        for step in (None, self._deliver):
            if step:
                step(self.evaluation)
            for document in states[0]:
                self._compare(document)

    def _compare(self, document):
        for role in ROLES:
            if role == "manager_b":
                continue
            with self.subTest(document=document, state=document.state, role=role):
                key = f"{document._name},{document.id}"
                reasons = self._get_reasons(role, document=key)
                readable = self._as_role(document, role).has_access("read")
                self.assertEqual(bool(reasons), readable)

    def test_each_relation_is_named(self):
        self.assertEqual(list(self._get_reasons("own")), ["employee"])
        self.assertEqual(list(self._get_reasons("assessor")), ["assessor"])
        self.assertEqual(list(self._get_reasons("superior")), ["superior"])
        self.assertEqual(list(self._get_reasons("outsider")), [])
        self.assertEqual(self._get_reasons("own")["employee"].count, (1, 1))

    def test_an_officer_is_explained_with_unit_dates_and_decree(self):
        self.scope.mandate_number = "800/3/2026"
        reason = self._get_reasons("officer")["officer"]
        self.assertIn("Unit", reason.title)
        self.assertIn(self._show("2026-01-01"), reason.why)
        self.assertIn("800/3/2026", reason.why)
        self.assertEqual(reason.count, (1, 0))
        self._deliver(self.evaluation)
        self.assertEqual(self._get_reasons("officer")["officer"].count, (1, 1))

    def test_a_deputy_is_explained_with_the_mandate(self):
        reason = self._get_reasons("acting")["acting"]
        self.assertIn("Name assessor", reason.title)
        self.assertIn("800/12/2026", reason.why)
        self.assertEqual(reason.count, (1, 1))

    def test_a_role_says_since_when_and_a_group_that_nobody_knows(self):
        self._appoint("auditor", date_from="2026-02-01")
        why = self._get_reasons("outsider")["auditor"].why
        self.assertIn(self._show("2026-02-01"), why)
        self.assertIn("not recorded", self._get_reasons("auditor")["auditor"].why)
        self.assertEqual(self._get_reasons("manager")["manager"].count, (1, 0))

    def test_a_person_asked_about_leaves_the_rest_out(self):
        about = self.env["hr.employee.public"].browse(self.people["own"].id)
        reasons = self._get_reasons("assessor", employee_id=about.id)
        self.assertEqual(reasons["assessor"].count, (1, 1))
        about = about.browse(self.people["outsider"].id)
        self.assertFalse(self._get_reasons("assessor", employee_id=about.id))

    def test_an_administrator_of_the_system_is_named(self):
        self.users["outsider"].group_ids += self.env.ref("base.group_system")
        self.assertIn("system", self._get_reasons("outsider"))

    def test_the_screen_answers_while_one_chooses(self):
        for asker in ("manager", "auditor"):
            wizards = self._as_role(self.env["asn.access.explain"], asker)
            form = Form(wizards)
            form.user_id = self.users["acting"]
            self.assertIn("800/12/2026", form.answer)
            form.document = f"asn.skp,{self.skp.id}"
            self.assertIn("The rules let this person open", form.answer)
            form.user_id = self.users["outsider"]
            self.assertIn("do not let this person open", form.answer)
            self.assertIn("can see nothing", form.answer)

    def test_it_opens_from_the_employee(self):
        context = {
            "active_model": "hr.employee",
            "active_id": self.people["own"].id,
        }
        wizards = self._as_role(self.env["asn.access.explain"], "manager")
        values = wizards.with_context(**context).default_get(["user_id"])
        self.assertEqual(values["user_id"], self.users["own"].id)

    def test_asking_is_not_reading(self):
        self._deliver(self.evaluation)
        before = self.env["asn.read.log"].search_count([])
        wizard = self._ask("own", document=f"asn.evaluation,{self.evaluation.id}")
        self.assertTrue(wizard.answer)
        self.assertNotIn("Secret", wizard.answer)
        self.assertEqual(self.env["asn.read.log"].search_count([]), before)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestExplainOtherDays(ExplainCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.users_all = cls.env["res.users"].union(*cls.users.values())

    def setUp(self):
        super().setUp()
        self._age(
            self.users_all, self.skp, self.evaluation, self.scope, self.delegation
        )

    def test_rights_that_ended_stand_in_the_past(self):
        self.delegation.date_to = "2026-02-28"
        self._age(self.delegation)
        self.env.cr.execute(
            "UPDATE asn_delegation SET ended_at = '2026-02-20' WHERE id = %s",
            [self.delegation.id],
        )
        self.env.invalidate_all()
        for day, held in (
            ("2026-01-15", True),
            ("2026-02-28", True),
            ("2026-03-01", False),
            ("2026-04-10", False),
            ("2026-05-01", False),
        ):
            with self.subTest(day=day):
                self.assertEqual("acting" in self._get_reasons("acting", day=day), held)

    def test_an_end_that_was_entered_late_had_not_ended_anything(self):
        self.scope.date_to = "2026-02-28"
        self.assertIn("officer", self._get_reasons("officer", day="2026-03-15"))
        self.assertIn("officer", self._get_reasons("officer", day="2026-04-09"))
        self.assertNotIn("officer", self._get_reasons("officer"))

    def test_a_right_gave_nothing_before_it_was_entered(self):
        self._age(self.scope, moment="2026-03-10 00:00:00")
        self.assertNotIn("officer", self._get_reasons("officer", day="2026-03-01"))
        self.assertIn("officer", self._get_reasons("officer", day="2026-03-10"))

    def test_the_future_holds_what_is_entered(self):
        self._appoint("auditor", date_from="2026-06-01", date_to="2026-06-30")
        for day, held in (
            ("2026-05-31", False),
            ("2026-06-01", True),
            ("2026-06-30", True),
            ("2026-07-01", False),
        ):
            with self.subTest(day=day):
                found = self._get_reasons("outsider", day=day)
                self.assertEqual("auditor" in found, held)

    def test_documents_count_from_the_day_they_were_made(self):
        self._age(self.evaluation, moment="2026-04-05 00:00:00")
        count = self._get_reasons("own", day="2026-03-01")["employee"].count
        self.assertEqual(count, (1, 0))
        self._deliver(self.evaluation)
        count = self._get_reasons("officer", day="2026-04-09")["officer"].count
        self.assertEqual(count, (1, 0))

    def test_who_had_no_login_saw_nothing(self):
        self._age(self.users_all, moment="2026-03-01 00:00:00")
        self.assertFalse(self._get_reasons("own", day="2026-02-01"))
        self.assertTrue(self._get_reasons("own", day="2026-03-02"))

    def test_it_says_what_it_cannot_know(self):
        self.assertIn("no trace", self._ask("own", day="2026-03-01").answer)
        self.assertIn("can still change", self._ask("own", day="2026-06-01").answer)
        self.assertNotIn("cannot tell", self._ask("own").answer)
        wizard = self._ask("own")
        self.users["own"].active = False
        wizard.invalidate_recordset()
        self.assertIn("login is closed", wizard.answer)

    def test_what_changed_on_the_day_is_listed(self):
        row = self._appoint("calibration")
        row._end()
        answer = self._ask("outsider").answer
        self.assertIn("Withdrawn", answer)
        self.assertIn("Calibration Member", answer)
