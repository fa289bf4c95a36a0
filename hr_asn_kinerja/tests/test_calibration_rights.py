# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from lxml import etree

from odoo.exceptions import AccessError
from odoo.tests import Form, freeze_time, tagged

from ..models.asn_access_count import Count, Question
from .common import NOW
from .test_calibration import SessionCase

MODELS = ("asn.assessment", "asn.evaluation", "asn.indicator.realisation")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestCalibrationRights(SessionCase):
    """Nothing here clears a cache: a running server does not either."""

    def _can_read(self, role="outsider"):
        self.env.flush_all()
        read = set()
        for record in (self.sheet, self.evaluation, self.evaluation.realisation_ids):
            mine = self._as_role(record, role)
            found = bool(mine.search([("id", "=", record.id)]))
            self.assertEqual(found, not self._is_refused(mine.read, ["id"]))
            read.add(found)
        self.assertEqual(len(read), 1)
        return read.pop()

    def test_members_read_while_the_session_is_open(self):
        self.assertFalse(self._can_read())
        self._begin_session()
        self.assertTrue(self._can_read())
        self._close()
        self.assertFalse(self._can_read())

    def test_reading_ends_with_the_appointment(self):
        self._begin_session()
        self.assertTrue(self._can_read())
        self.session.member_ids.role_id.date_to = "2026-04-30"
        self.assertTrue(self._can_read())
        with freeze_time("2026-05-01 03:00:00"):
            self.assertFalse(self._can_read())
            self._attempt(AccessError, self._change)
        self.session.member_ids.role_id.date_to = "2026-04-09"
        self.assertFalse(self._can_read())

    def test_reading_ends_when_the_appointment_is_deleted(self):
        self._begin_session()
        self.session.member_ids.role_id.unlink()
        self.assertFalse(self._can_read())

    def test_reading_ends_when_the_member_is_taken_out(self):
        self._begin_session()
        self._as_role(self.session.member_ids, "manager").unlink()
        self.assertFalse(self._can_read())

    def test_reading_ends_with_delivery(self):
        self._begin_session()
        official = self._as_role(self.session, "superior")
        official.action_release(self.evaluation.id, "A transfer")
        self._as_role(self.evaluation, "assessor").action_deliver()
        self.assertFalse(self._can_read())

    def test_the_appointment_alone_shows_nothing(self):
        self._appoint("officer")
        self._begin_session()
        self.assertFalse(self._can_read("officer"))

    def test_members_do_not_write_worksheets(self):
        self._begin_session()
        sheet = self._as_role(self.sheet, "outsider")
        self._attempt(AccessError, sheet.write, {"result_rating": "below"})
        self._attempt(AccessError, sheet.action_rate)
        self._attempt(AccessError, sheet.action_deliver)

    def test_members_open_the_whole_worksheet(self):
        self._begin_session()
        sheet = self._as_role(self.sheet, "outsider")
        for name in ("asn.assessment", "asn.calibration", "asn.evaluation"):
            record = {
                "asn.assessment": sheet,
                "asn.calibration": self._as_role(self.session, "outsider"),
                "asn.evaluation": self._as_role(self.evaluation, "outsider"),
            }[name]
            with self.subTest(model=name):
                self.assertTrue(Form(record).id)
                self.assertTrue(self._read_form(record))
        self.assertEqual(sheet.allowed_actions, "")
        self.assertEqual(sheet.achievement_mean, 90)

    def _read_form(self, record):
        """Read each field of the form as the web client does."""
        arch = etree.fromstring(record.get_view(view_type="form")["arch"])
        names = {
            node.get("name")
            for node in arch.iter("field")
            if not any(parent.tag == "field" for parent in node.iterancestors())
        }
        specification = {
            name: {"fields": {"display_name": {}}}
            if record._fields[name].type == "many2one"
            else {}
            for name in names
        }
        return record.web_read(specification)

    def test_nobody_sits_about_themselves_or_their_officials(self):
        """own sits; the assessor of own is judged in the unit above."""
        boss = self._make_agreed_skp(self.people["assessor"])
        self._open()
        theirs = boss.evaluation_ids
        self.session.unlink()
        session = self._make_session("own", unit=self.unit)
        self._as_role(session, "manager").action_open()
        for evaluation in (self.evaluation, theirs):
            sheet = self._as_role(self._get_worksheet(evaluation), "own")
            with self.subTest(name=evaluation.employee_name):
                self._attempt(AccessError, sheet.read, ["result_rating"])
                self._attempt(
                    AccessError,
                    self._as_role(session, "own").action_change,
                    evaluation.id,
                    "below",
                    "below",
                    "Why",
                )

    def test_minutes_are_for_those_who_sit_and_for_the_official(self):
        self._begin_session()
        self._as_role(self.session, "outsider").minutes = "Secret minutes"
        for role, reads in {
            "outsider": True,
            "superior": True,
            "auditor": True,
            "manager": False,
        }.items():
            with self.subTest(role=role):
                seen = self._as_role(self.session, role).minutes
                self.assertEqual(seen, "Secret minutes" if reads else False)
        manager = self._as_role(self.session, "manager")
        self._attempt(AccessError, manager.write, {"minutes": "Mine"})
        self._close()
        for role in ("superior", "auditor"):
            self.env.invalidate_all()
            self.assertTrue(self._as_role(self.session, role).minutes)
        self._attempt(
            AccessError, self._as_role(self.session, "outsider").read, ["minutes"]
        )

    def test_changes_are_for_those_who_read_the_worksheet(self):
        self._begin_session()
        self._change()
        change = self.session.change_ids.filtered(lambda one: one.kind == "change")
        for role, reads in {
            "assessor": True,
            "superior": True,
            "auditor": True,
            "outsider": True,
            "own": False,
            "manager": False,
            "officer": False,
        }.items():
            with self.subTest(role=role):
                refused = self._is_refused(self._as_role(change, role).read, ["reason"])
                self.assertEqual(not refused, reads)
        self._close()
        self._attempt(AccessError, self._as_role(change, "outsider").read, ["reason"])

    def test_the_dialog_changes_what_its_user_may(self):
        self._begin_session()
        action = self._as_role(self.sheet, "outsider").action_calibrate()
        dialogs = self._as_role(self.env["asn.calibration.adjust"], "outsider")
        with Form(dialogs.with_context(**action["context"])) as form:
            self.assertIn("Above", form.before)
            form.result_rating = "below"
            form.reason = "Compared"
        form.record.action_change()
        self.assertEqual(self.sheet.result_rating, "below")

    def test_the_dialog_releases_and_answers(self):
        self._begin_session()
        self._change()
        notes = self._as_role(self.env["asn.calibration.note"], "superior")
        notes = notes.with_context(default_calibration_id=self.session.id)
        with Form(notes) as form:
            form.line = str(self.evaluation.id)
            form.note = "A transfer"
        form.record.action_note()
        self.assertIn("release", self.session.change_ids.mapped("kind"))
        change = self.session.change_ids.filtered(lambda one: one.kind == "change")
        notes = self._as_role(self.env["asn.calibration.note"], "assessor")
        with Form(notes.with_context(default_change_id=change.id)) as form:
            form.note = "The letters were difficult"
        form.record.action_note()
        self.assertEqual(change.answer, "The letters were difficult")

    def test_the_dialog_lists_nobody_to_others(self):
        self._begin_session()
        for role in ("manager", "outsider", "own", "auditor", "assessor"):
            notes = self._as_role(self.env["asn.calibration.note"], role)
            notes = notes.with_context(default_calibration_id=self.session.id)
            with self.subTest(role=role):
                self.assertEqual(notes._selection_line(), [])

    def _explain(self, document=None):
        today = self.env["asn.period"]._today()
        user = self.users["outsider"]
        question = Question(user, today, today, self.agency, document)
        reasons = self.env["asn.access.reasons"]._get_reasons(question)
        return [one.count for one in reasons if one.kind == "calibration_seat"]

    def test_why_a_member_sees_it_is_explained(self):
        self.assertFalse(self._explain())
        self._begin_session()
        self.assertEqual(self._explain(), [Count(evaluations=1)])
        self.assertEqual(self._explain(self.evaluation), [Count(evaluations=1)])
        self.assertFalse(self._explain(self.plan))
        self._close()
        self.assertFalse(self._explain())

    def test_the_steps_that_are_shown_are_those_that_work(self):
        self._begin_session()
        for role, verbs in {
            "outsider": "take_in,change",
            "superior": "take_in,release,close",
            "manager": "take_in",
            "auditor": "",
        }.items():
            with self.subTest(role=role):
                self.assertEqual(
                    self._as_role(self.session, role).allowed_actions, verbs
                )
