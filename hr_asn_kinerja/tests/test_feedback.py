# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from psycopg2 import IntegrityError

from odoo import Command, fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, freeze_time, tagged
from odoo.tools import mute_logger

from .common import NOW, REFUSALS, ROLES, KinerjaCase

READERS = ("own", "assessor", "superior", "manager", "auditor", "acting")
GIVERS = tuple(role for role in ROLES if role not in ("own", "manager_b"))


class FeedbackCase(KinerjaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.skp = cls._make_agreed_skp()

    @classmethod
    def _give(cls, role="outsider", about="own", **values):
        feedbacks = cls._as(cls.env["asn.feedback"], cls.users[role])
        values = {"emoticon": "good", **values}
        return feedbacks.create({"employee_id": cls.people[about].id, **values})

    @classmethod
    def _age(cls, feedback, **ago):
        """Move feedback into the past."""
        moment = fields.Datetime.now() - timedelta(**ago)
        feedback.sudo().write({"given_at": moment, "date": moment.date()})


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestFeedback(FeedbackCase):
    def test_everybody_of_the_agency_gives_about_a_colleague(self):
        for role in ROLES:
            with self.subTest(role=role):
                if role in GIVERS:
                    self.assertEqual(self._give(role).giver_name, f"Name {role}")
                else:
                    self._attempt(REFUSALS, self._give, role)

    def test_who_the_giver_is_follows_from_the_organisation(self):
        self._make_person("second", self.section, self.people["assessor"])
        for role, kind in {
            "assessor": "leader",
            "superior": "leader",
            "acting": "leader",
            "second": "peer",
            "outsider": "other",
            "officer": "other",
        }.items():
            with self.subTest(role=role):
                self.assertEqual(self._give(role).kind, kind)
        self.assertEqual(self._give("own", "assessor").kind, "subordinate")
        self.assertEqual(self._give("own", "superior").kind, "subordinate")

    def test_who_acts_no_longer_is_no_leader(self):
        self.delegation.date_to = "2026-04-09"
        self.assertEqual(self._give("acting").kind, "other")

    def test_a_user_without_employee_gives_too(self):
        self.people["outsider"].user_id = False
        feedback = self._give()
        self.assertEqual(
            (feedback.kind, feedback.giver_name), ("other", "User outsider")
        )

    def test_readers_and_nobody_else(self):
        feedback = self._give(words="Seen by few")
        for role in ROLES:
            mine = self._as_role(feedback, role)
            with self.subTest(role=role):
                allowed = role in (*READERS, "outsider")
                self.assertNotEqual(self._is_refused(mine.read, ["words"]), allowed)
                found = mine.search([("words", "ilike", "few")])
                self.assertEqual(bool(found), allowed)

    def test_nobody_chooses_what_the_server_finds_out(self):
        for name, value in {
            "kind": "leader",
            "giver_name": "Somebody",
            "giver_user_id": self.users["assessor"].id,
            "date": "2026-01-01",
            "given_at": "2026-01-01 00:00:00",
            "company_id": self.agency_b.id,
            "assessor_id": self.people["outsider"].id,
            "assessor_user_id": self.users["outsider"].id,
            "employee_user_id": self.users["outsider"].id,
            "skp_id": self.skp.id,
        }.items():
            with self.subTest(field=name):
                self._attempt(AccessError, self._give, **{name: value})
        feedback = self._give()
        for name in ("kind", "giver_name", "employee_id", "date", "given_at"):
            with self.subTest(field=name):
                self._attempt(AccessError, feedback.write, {name: feedback[name]})
        hostile = self._as_role(self.env["asn.feedback"], "officer").with_context(
            default_kind="leader",
            default_giver_name="Regent",
            default_date="2020-01-01",
            default_company_id=self.agency_b.id,
        )
        forged = hostile.create(
            {"employee_id": self.people["own"].id, "emoticon": "good"}
        )
        self.assertRecordValues(
            forged.sudo(),
            [
                {
                    "kind": "other",
                    "giver_name": "Name officer",
                    "date": fields.Date.to_date("2026-04-10"),
                    "company_id": self.agency.id,
                }
            ],
        )

    def test_something_is_said_and_not_of_oneself(self):
        for values in (
            {"emoticon": False},
            {"emoticon": False, "words": " \n "},
            {"about": "manager_b"},
            {"role": "own"},
            {"employee_id": 0},
            {"employee_id": "x"},
            {"employee_id": self.regent.id + 10**6},
        ):
            with self.subTest(values=values):
                self._attempt(UserError, self._give, **values)
        with self.assertRaises(ValueError):
            self._give(emoticon="clown")
        self.regent.active = False
        self._attempt(UserError, self._give, employee_id=self.regent.id)
        feedback = self._give(emoticon=False, words="Words alone")
        with mute_logger("odoo.sql_db"):
            self._attempt(IntegrityError, feedback.write, {"words": " "})

    def test_it_is_mended_and_withdrawn_for_a_day(self):
        feedback = self._give(words="A slp")
        feedback.write({"words": "A slip", "emoticon": "thanks"})
        self.assertTrue(feedback.changed_at)
        for role in ROLES:
            if role != "outsider":
                other = self._as_role(feedback, role)
                with self.subTest(role=role):
                    self._attempt(REFUSALS, other.write, {"words": "Other"})
                    self._attempt(REFUSALS, other.action_withdraw)
        self._attempt(REFUSALS, feedback.unlink)
        self._age(feedback, hours=24, seconds=1)
        self._attempt(UserError, feedback.write, {"words": "Too late"})
        self._attempt(UserError, feedback.action_withdraw)
        self._age(feedback, hours=23)
        feedback.action_withdraw()
        self.assertFalse(feedback.exists())

    def test_one_a_minute_about_the_same_person(self):
        feedback = self._give()
        self._attempt(UserError, self._give)
        self._give(about="assessor")
        self._age(feedback, seconds=61)
        self._give()
        both = [{"employee_id": self.people["own"].id, "emoticon": "good"}] * 2
        officer = self._as_role(self.env["asn.feedback"], "officer")
        self._attempt(UserError, officer.create, both)

    def test_two_clicks_at_once_leave_one(self):
        values = self._give().sudo().copy_data()[0]
        with mute_logger("odoo.sql_db"):
            self._attempt(IntegrityError, self.env["asn.feedback"].create, values)

    def test_a_locked_interval_takes_none_and_changes_none(self):
        feedback = self._give()
        self.period.action_close()
        self._attempt(UserError, self._give, "officer")
        self._attempt(UserError, feedback.write, {"words": "Later"})
        self._attempt(UserError, feedback.action_withdraw)

    def test_the_person_is_told_without_a_word_of_it(self):
        partner = self.users["own"].partner_id
        told = [("res_partner_id", "=", partner.id)]
        before = self.env["mail.notification"].search(told)
        self._give(words="Very private")
        notice = self.env["mail.notification"].search(told) - before
        self.assertEqual(len(notice), 1)
        body = f"{notice.mail_message_id.body} {notice.mail_message_id.subject}"
        for secret in ("private", "outsider", "👍"):
            self.assertNotIn(secret, body)

    def test_the_result_is_one_of_the_person_that_the_giver_reads(self):
        result = self.skp.result_ids
        feedback = self._give("assessor", result_id=result.id)
        self.assertEqual(feedback.result_name, result.name)
        self._attempt(REFUSALS, self._give, result_id=result.id)
        foreign = self._make_agreed_skp(self.people["outsider"]).result_ids
        self._attempt(REFUSALS, feedback.write, {"result_id": foreign.id})
        self._attempt(REFUSALS, self._give, "auditor", result_id=foreign.id)

    def test_it_follows_the_plan_to_another_assessor(self):
        feedback = self._give()
        self._attempt(AccessError, self._as_role(feedback, "officer_out").read)
        self.skp.assessor_id = self.people["officer_out"]
        self.assertTrue(self._as_role(feedback, "officer_out").read(["words"]))
        self._attempt(AccessError, self._as_role(feedback, "assessor").read)

    def test_without_a_plan_the_superior_of_hr_reads(self):
        feedback = self._give("own", "outsider")
        self.assertFalse(feedback.skp_id)
        self.assertTrue(self._as_role(feedback, "acting").read(["words"]))
        self._attempt(AccessError, self._as_role(feedback, "assessor").read)

    def test_evidence_is_read_by_whoever_reads_the_feedback(self):
        upload = self._as_role(self.env["ir.attachment"], "outsider").create(
            {"name": "letter.txt", "raw": b"Thanks"}
        )
        feedback = self._give(evidence_ids=[Command.link(upload.id)])
        self.assertEqual(upload.sudo().res_id, feedback.id)
        for role in ROLES:
            with self.subTest(role=role):
                refused = self._is_refused(self._as_role(upload, role).read, ["raw"])
                self.assertNotEqual(refused, role in (*READERS, "outsider"))
        self._attempt(REFUSALS, self._give, "officer", evidence_ids=[(4, upload.id)])
        upload.write({"raw": b"Many thanks"})
        self._age(feedback, hours=25)
        self._attempt(AccessError, upload.write, {"raw": b"Nothing"})
        self._attempt(AccessError, upload.unlink)

    def test_nobody_deletes_a_given_one_with_its_evidence(self):
        for role in ROLES:
            feedback = self._as_role(self._give("officer_out", "superior"), role)
            with self.subTest(role=role):
                self._attempt(REFUSALS, feedback.unlink)
            self._age(feedback, minutes=2 + 2 * ROLES.index(role))

    def test_names_in_lists(self):
        feedback = self._give(words="x" * 100)
        self.assertIn("Well Done", feedback.display_name)
        feedback.emoticon = False
        self.assertLess(len(feedback.display_name), 90)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestFeedbackDialogs(FeedbackCase):
    def _open(self, role="assessor", **context):
        dialogs = self._as_role(self.env["asn.feedback.give"], role)
        return dialogs.with_context(**context)

    def test_a_leader_gives_in_two_taps(self):
        plan = self._as_role(self.skp, "assessor")
        self.assertTrue(plan.can_give_feedback)
        action = plan.action_give_feedback()
        dialog = Form(self._open(**action["context"])).save()
        dialog.with_context(asn_kinerja_emoticon="thanks").action_give()
        self.assertRecordValues(
            self.env["asn.feedback"].search(
                [("employee_id", "=", self.people["own"].id)]
            ),
            [{"emoticon": "thanks", "kind": "leader", "skp_id": self.skp.id}],
        )
        self.assertFalse(self._as_role(self.skp, "own").can_give_feedback)

    def test_the_dialog_offers_results_to_those_who_read_them(self):
        own = self.people["own"].id
        for role, expected in (("assessor", True), ("outsider", False)):
            form = Form(self._open(role, default_person_id=own))
            self.assertEqual(form.has_results, expected)

    def test_an_unknown_emoticon_is_refused(self):
        dialog = self._open().create({"person_id": self.people["own"].id})
        self._attempt(
            UserError, dialog.with_context(asn_kinerja_emoticon="x").action_give
        )
        self._attempt(UserError, dialog.action_give)

    def test_people_are_found_by_name_and_by_complete_nip(self):
        people = self._as_role(self.env["hr.employee.public"], "outsider")
        choosing = people.with_context(asn_kinerja_choosing=True)
        own = self.people["own"]
        spaced = f"{own.nip[:8]} {own.nip[8:14]} {own.nip[14:15]} {own.nip[15:]}"
        for text in ("Name own", own.nip, spaced):
            with self.subTest(text=text):
                found = choosing.name_search(text)
                self.assertEqual([number for number, _name in found], own.ids)
        self.assertIn(
            "Job of Name own, Section", choosing.name_search("Name own")[0][1]
        )
        for text in (own.nip[:17], "1990", self.people["manager_b"].nip):
            self.assertFalse(choosing.name_search(text))
        self.assertFalse(people.name_search(own.nip))
        self.assertEqual(people.name_search("Name own")[0][1], "Name own")

    def test_a_colleague_is_asked_and_answers(self):
        asks = self._as_role(self.env["asn.feedback.ask"], "own")
        colleague = self.people["outsider"].id
        asks.create({"person_id": colleague, "question": "Clear?"}).action_ask()
        request = self.env["asn.feedback.request"].search([])
        self.assertRecordValues(
            request,
            [{"employee_name": "Name own", "asked_name": "Name outsider"}],
        )
        with mute_logger("odoo.sql_db"):
            again = asks.create({"person_id": colleague})
            self._attempt((*REFUSALS, IntegrityError), again.action_ask)
        for role in ROLES:
            mine = self._as_role(request, role)
            allowed = role in ("own", "outsider", "auditor")
            with self.subTest(role=role):
                self.assertNotEqual(self._is_refused(mine.read), allowed)
                if role != "outsider":
                    self._attempt(REFUSALS, mine.action_decline)
        action = self._as_role(request, "outsider").action_give()
        dialog = Form(self._open("outsider", **action["context"]))
        self.assertEqual(dialog.question, "Clear?")
        dialog.save().with_context(asn_kinerja_emoticon="good").action_give()
        self.assertEqual(request.state, "done")
        self._attempt(UserError, self._as_role(request, "outsider").action_decline)

    def test_a_request_is_declined(self):
        requests = self._as_role(self.env["asn.feedback.request"], "own")
        request = requests.create({"asked_id": self.people["outsider"].id})
        self._as_role(request, "outsider").action_decline()
        self.assertEqual(request.state, "declined")
        for wrong in ("own", "manager_b"):
            values = {"asked_id": self.people[wrong].id}
            self._attempt(UserError, requests.create, values)
        self._attempt(UserError, requests.create, {"asked_id": self.regent.id})
        forged = {"asked_id": self.people["officer"].id, "state": "done"}
        self._attempt(AccessError, requests.create, forged)
