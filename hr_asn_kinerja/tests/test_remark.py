# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, freeze_time, tagged

from .common import NOW, REFUSALS, ROLES, KinerjaCase, KinerjaHttpCase


class RemarkPlan:
    """A submitted plan with two results, and helpers to speak about it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.skp = cls._make_skp(
            result_ids=[
                Command.create(cls._prepare_result_values()),
                Command.create(cls._prepare_result_values(name="Second result")),
            ]
        )
        cls.first, cls.second = cls.skp.result_ids
        cls.indicator = cls.first.indicator_ids
        cls._as(cls.skp, cls.users["own"]).action_submit()

    def _remark(self, line=None, role="assessor", **values):
        """Write a remark as a role; a change with a reason unless told otherwise."""
        column = "indicator_id" if line and line._name.endswith("r") else "result_id"
        values = {
            "skp_id": self.skp.id,
            column: line.id if line else False,
            "text": "Too low",
            **values,
        }
        return self._as_role(self.env["asn.skp.remark"], role).create(values)

    def _return(self):
        self._as_role(self.skp, "assessor").action_return()


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestRemark(RemarkPlan, KinerjaCase):
    def test_only_the_assessor_and_who_acts_write_remarks(self):
        for role in ROLES:
            with self.subTest(role=role):
                if role in ("assessor", "acting"):
                    self.assertTrue(self._remark(self.first, role))
                else:
                    self._attempt(AccessError, self._remark, self.first, role)

    def test_remarks_are_written_while_the_plan_waits(self):
        for state in ("submitted", "reviewed"):
            self.skp.state = state
            self.assertTrue(self._remark(self.first))
        for state in ("draft", "agreed", "closed", "cancelled"):
            self.skp.state = state
            with self.subTest(state=state):
                self._attempt(UserError, self._remark, self.first)

    def test_a_closed_period_ends_the_dialogue(self):
        self.period.state = "closed"
        self._attempt(UserError, self._remark, self.first)

    def test_a_remark_needs_a_reason_and_an_acceptance_none(self):
        self._attempt(UserError, self._remark, self.first, text="  ")
        accepted = self._remark(self.first, kind="accept", text=False)
        self.assertEqual(accepted.state, "settled")
        self.assertEqual(self.first.remark_state, "accepted")

    def test_a_line_that_is_gone_is_told_in_a_sentence(self):
        gone = self.second.id
        self.second.unlink()
        with self.assertRaisesRegex(UserError, "no longer in the plan"):
            self._remark(self.env["asn.skp.result"].browse(gone))

    def test_a_line_of_another_plan_is_refused(self):
        foreign = self._make_skp("outsider").result_ids
        self._attempt(UserError, self._remark, foreign)

    def test_nobody_writes_as_somebody_else(self):
        remark = self._as_role(self.env["asn.skp.remark"], "assessor").with_context(
            default_author_name="Regent", default_state="settled", default_answer="Yes"
        )
        remark = remark.create({"skp_id": self.skp.id, "text": "Reason"})
        self.assertEqual(remark.author_name, "User assessor")
        self.assertEqual(remark.state, "open")
        self.assertFalse(remark.answer)

    def test_no_side_rewrites_the_words_of_the_other(self):
        remark = self._remark(self.first)
        for role in ROLES:
            with self.subTest(role=role):
                mine = self._as_role(remark, role)
                self._attempt(REFUSALS, mine.write, {"text": "Praise"})
                self._attempt(REFUSALS, mine.write, {"answer": "Yes"})
                self._attempt(REFUSALS, mine.unlink)

    def test_a_proposal_is_taken_over_with_one_click(self):
        remark = self._remark(
            self.indicator,
            suggested_name="Letters answered in a day",
            suggested_min=120,
        )
        self.assertIn("120 letters", remark.suggestion)
        self._return()
        own = self._as_role(remark, "own")
        self.assertTrue(own.can_take_over)
        own.action_take_over()
        self.assertRecordValues(
            self.indicator, [{"name": "Letters answered in a day", "target_min": 120}]
        )
        self.assertRecordValues(remark, [{"state": "settled", "outcome": "taken"}])
        self.assertEqual(self.first.origin, "employee")

    def test_a_proposal_waits_until_the_plan_is_returned(self):
        remark = self._remark(self.indicator, suggested_min=120)
        self._attempt(REFUSALS, self._as_role(remark, "own").action_take_over)
        self.assertEqual(self.indicator.target_min, 100)

    def test_nobody_but_the_employee_answers(self):
        remark = self._remark(self.indicator, suggested_min=120)
        self._return()
        for role in ROLES:
            if role == "own":
                continue
            with self.subTest(role=role):
                mine = self._as_role(remark, role)
                self._attempt(AccessError, mine.action_take_over)
                self._attempt(AccessError, mine.action_answer, "No")

    def test_the_own_wording_is_kept_with_a_reason(self):
        remark = self._remark(self.indicator, suggested_min=120)
        self._return()
        own = self._as_role(remark, "own")
        self._attempt(UserError, own.action_answer, " ")
        own.action_answer("There are only 110 letters a year.")
        self.assertRecordValues(remark, [{"state": "answered", "outcome": "kept"}])
        self.assertEqual(self.indicator.target_min, 100)
        self._attempt(UserError, own.action_answer, "Again")

    def test_a_question_is_answered_without_a_return(self):
        remark = self._remark(self.first, kind="question")
        self._as_role(remark, "own").action_answer("Because")
        self.assertRecordValues(remark, [{"state": "answered", "outcome": "answered"}])

    def test_the_assessor_settles_an_answer(self):
        remark = self._remark(self.first, kind="question")
        self._as_role(remark, "own").action_answer("Because")
        for role in ("own", "superior", "officer", "manager", "auditor"):
            self._attempt(AccessError, self._as_role(remark, role).action_settle)
        self._as_role(remark, "assessor").action_settle()
        self.assertEqual(remark.state, "settled")

    def test_open_remarks_become_the_note_of_the_return(self):
        self._attempt(UserError, self._return)
        self._remark(self.first, text="Say it as a result")
        self._return()
        self.assertEqual(
            self.skp.return_note, "Letters are answered in time: Say it as a result"
        )

    def test_the_dialog_of_the_return_begins_with_the_remarks(self):
        self._remark(self.first, text="Say it as a result")
        wizard = self._as_role(self.env["asn.skp.return"], "assessor")
        form = Form(wizard.with_context(default_skp_id=self.skp.id))
        self.assertIn("Say it as a result", form.note)

    def test_no_submission_while_a_wanted_change_is_unanswered(self):
        self._remark(self.indicator, suggested_min=120)
        self._return()
        own = self._as_role(self.skp, "own")
        with self.assertRaisesRegex(UserError, "Letters answered"):
            own.action_submit()
        self._as_role(self.indicator, "own").target_min = 110
        own.action_submit()
        self.assertEqual(self.skp.remark_ids.outcome, "changed")

    def test_a_removed_line_answers_its_remark(self):
        remark = self._remark(self.second)
        of_indicator = self._remark(self.second.indicator_ids, suggested_min=7)
        self._return()
        self._as_role(self.second, "own").unlink()
        self._attempt(REFUSALS, self._as_role(of_indicator, "own").action_take_over)
        self._as_role(self.skp, "own").action_submit()
        self.assertEqual(remark.outcome, "removed")
        self.assertEqual(of_indicator.outcome, "removed")
        self.assertEqual(remark.line_text, "Second result")

    def test_a_removed_indicator_is_not_its_result(self):
        remark = self._remark(self.indicator, suggested_name="Other words")
        self._return()
        own = self._as_role(self.first, "own")
        own.indicator_ids = [Command.create({"name": "New"})]
        self._as_role(self.indicator, "own").unlink()
        self._attempt(UserError, self._as_role(remark, "own").action_take_over)
        self.assertEqual(self.first.name, "Letters are answered in time")

    def test_an_agreement_settles_everything(self):
        remark = self._remark(self.first)
        self._as_role(self.skp, "assessor").action_agree()
        self.assertEqual(remark.state, "settled")

    def test_the_rest_is_accepted_at_once(self):
        self._remark(self.first)
        self._as_role(self.skp, "assessor").action_accept_remaining()
        self.assertEqual(self.first.remark_state, "open")
        self.assertEqual(self.second.remark_state, "accepted")
        self._attempt(UserError, self._as_role(self.skp, "own").action_accept_remaining)

    def test_the_form_begins_with_the_line(self):
        action = self._as_role(self.indicator, "assessor").action_remark()
        remarks = self._as_role(self.env["asn.skp.remark"], "assessor")
        form = Form(remarks.with_context(**action["context"]))
        self.assertEqual(form.suggested_min, 100)
        form.text = "More"
        form.suggested_min = 130
        self.assertTrue(form.save().has_suggestion)

    def test_a_proposal_like_the_line_is_none(self):
        remark = self._remark(self.indicator, suggested_min=100)
        self.assertFalse(remark.has_suggestion)

    def test_both_submissions_stand_side_by_side(self):
        self._remark(self.indicator, suggested_min=120)
        self._return()
        own = self._as_role(self.indicator, "own")
        own.write({"name": "Letters <b>answered</b>", "target_min": 120})
        self.assertIn("<ins>&lt;b&gt;answered", self.skp.submission_difference)
        self._as_role(self.skp, "own").action_submit()
        self.assertEqual(self.skp.submission_count, 2)
        self.assertIn("100</del>", self.skp.submission_difference)
        self.assertIn("120</ins>", self.skp.submission_difference)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestRemarkRpc(RemarkPlan, KinerjaHttpCase):
    def test_the_dialogue_works_over_rpc(self):
        self._log_in("assessor")
        remark = self._call(
            "asn.skp.remark",
            "create",
            [
                {
                    "skp_id": self.skp.id,
                    "indicator_id": self.indicator.id,
                    "text": "More",
                    "suggested_min": 120,
                }
            ],
        )
        self._call("asn.skp", "action_accept_remaining", [self.skp.ids])
        self._call("asn.skp", "action_return", [self.skp.ids])
        self._log_in("own")
        self._call("asn.skp.remark", "action_take_over", [[remark]])
        self._call("asn.skp", "action_submit", [self.skp.ids])
        self.assertEqual(self.skp.state, "submitted")
        self.assertEqual(self.indicator.target_min, 120)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestRemarkRevision(RemarkPlan, KinerjaCase):
    """A revision takes agreed lines out of the plan without deleting them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._as(cls.skp, cls.users["assessor"]).action_agree()
        cls._as(cls.skp, cls.users["assessor"]).action_revise("The budget was cut")
        cls.plan = cls._as(cls.skp, cls.users["own"])

    def _take_out(self):
        self._as_role(self.second, "own").unlink()
        self.assertFalse(self.second.active)

    def test_a_line_that_is_taken_out_answers_its_remark(self):
        self.plan.action_submit()
        remark = self._remark(self.second, suggested_name="Other words")
        self._return()
        self._take_out()
        mine = self._as_role(remark, "own")
        self.assertFalse(mine.can_take_over)
        self._attempt(UserError, mine.action_take_over)
        self.plan.action_submit()
        self.assertRecordValues(remark, [{"state": "answered", "outcome": "removed"}])

    def test_nothing_is_said_about_a_line_that_is_taken_out(self):
        self._take_out()
        self.plan.action_submit()
        for line in (self.second, self.second.with_context(active_test=False)):
            with self.assertRaisesRegex(UserError, "no longer in the plan"):
                self._remark(line)

    def test_what_was_said_about_a_revision_ends_with_it(self):
        self.plan.action_submit()
        remark = self._remark(self.first)
        self.plan.action_restore()
        self.assertEqual(remark.state, "settled")
        self._as_role(self.skp, "assessor").action_revise("Again")
        self.plan.action_submit()
        self.assertEqual(self.skp.state, "submitted")

    def test_what_is_no_text_and_no_figure_is_refused_in_a_sentence(self):
        self.plan.action_submit()
        self._attempt(UserError, self._remark, self.first, text="\x00")
        for figure in ("much", float("nan"), [1]):
            with self.subTest(figure=figure):
                self._attempt(
                    UserError, self._remark, self.indicator, suggested_min=figure
                )
        for line in ("x", [1], True, 3.5, 2**40):
            with self.subTest(line=line):
                self._attempt(UserError, self._remark, indicator_id=line)
