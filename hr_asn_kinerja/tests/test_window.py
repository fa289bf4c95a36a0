# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, freeze_time, tagged

from .common import NOW, REFUSALS, ROLES, KinerjaCase

MAY = ("officer", "manager")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestWindow(KinerjaCase):
    """10 April 2026: the last day to submit plans was 31 March."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.period.plan_until = "2026-03-31"
        cls.skp = cls._make_skp()
        cls.plan = cls._as(cls.skp, cls.users["own"])

    def _allow(self, role, until="2026-04-12", reason="Began late"):
        return self._as_role(self.skp, role).action_allow_late(until, reason)

    def test_after_the_last_day_nobody_submits(self):
        with self.assertRaisesRegex(UserError, "last day.*31/03/2026.*officer"):
            self.plan.action_submit()
        self.assertEqual(self.skp.state, "draft")

    def test_before_the_first_day_nobody_submits(self):
        self.period.write({"plan_from": "2026-04-11", "plan_until": "2026-04-30"})
        with self.assertRaisesRegex(UserError, "11/04/2026"):
            self.plan.action_submit()
        self.period.plan_from = "2026-04-10"
        self.plan.action_submit()
        self.assertEqual(self.skp.state, "submitted")

    def test_the_last_day_itself_is_in_time_on_the_agencys_own_day(self):
        self.period.plan_until = "2026-04-10"
        # 11 April has begun in Jakarta, not yet in UTC
        with freeze_time("2026-04-10 17:30:00"):
            self._attempt(UserError, self.plan.action_submit)
        with freeze_time("2026-04-10 16:30:00"):
            self.plan.action_submit()
        self.assertRecordValues(self.skp, [{"state": "submitted", "days_late": 0}])

    def test_without_a_last_day_nothing_is_late(self):
        self.period.plan_until = False
        self.assertRecordValues(self.skp, [{"submit_until": False, "is_late": False}])
        self.plan.action_submit()
        self.assertEqual(self.skp.days_late, 0)

    def test_an_agency_may_only_mark_lateness(self):
        self.period.late_rule = "mark"
        self.assertIn("marked 10 days late", self.plan.next_step)
        self.plan.action_submit()
        self.assertRecordValues(self.skp, [{"state": "submitted", "days_late": 10}])

    def test_a_returned_plan_comes_back_whenever_it_is_ready(self):
        self.period.plan_until = "2026-04-10"
        self.plan.action_submit()
        self._as_role(self.skp, "assessor").action_return("Sharpen it")
        with freeze_time("2026-05-20 03:00:00"):
            self.plan.action_submit()
        self.assertRecordValues(self.skp, [{"state": "submitted", "days_late": 0}])

    def test_a_permission_opens_the_window_until_its_day(self):
        for role in MAY:
            with self.subTest(role=role), self.cr.savepoint() as savepoint:
                self._allow(role)
                self.assertRecordValues(
                    self.skp, [{"submit_until": date(2026, 4, 12), "is_late": False}]
                )
                with freeze_time("2026-04-13 03:00:00"):
                    self._attempt(UserError, self.plan.action_submit)
                self.plan.action_submit()
                self.assertEqual(self.skp.state, "submitted")
                savepoint.rollback()
                self.env.invalidate_all()

    def test_a_permission_keeps_who_and_why(self):
        self._allow("officer")
        self.assertRecordValues(
            self.skp.decision_ids,
            [
                {
                    "verb": "allow_late",
                    "user_id": self.users["officer"].id,
                    "state_before": "draft",
                    "state_after": "draft",
                    "note": "12/04/2026: Began late",
                }
            ],
        )

    def test_nobody_else_gives_permission(self):
        for role in ROLES:
            if role in MAY:
                continue
            with self.subTest(role=role):
                self._attempt(AccessError, self._allow, role)

    def test_the_permission_is_offered_where_it_is_needed(self):
        plan = self._as_role(self.skp, "officer")
        self.assertEqual(plan.allowed_acts, "allow_late,reassign")
        self.period.late_rule = "mark"
        self.env.invalidate_all()
        self.assertEqual(plan.allowed_acts, "reassign")
        self.assertEqual(self.plan.allowed_acts, "")

    def test_nobody_allows_their_own_plan(self):
        plan = self._make_skp("manager")
        own = self._as_role(plan, "manager")
        self._attempt(AccessError, own.action_allow_late, "2026-04-12", "Because")

    def test_a_permission_needs_a_reason_a_possible_day_and_a_draft(self):
        for until, reason in (
            ("2026-04-12", " "),
            ("2026-04-09", "Late"),
            ("2027-01-01", "Late"),
            (False, "Late"),
        ):
            with self.subTest(until=until, reason=reason):
                self._attempt(UserError, self._allow, "officer", until, reason)
        self.skp.state = "submitted"
        self._attempt(UserError, self._allow, "officer")

    def test_the_wizard_asks_for_day_and_reason(self):
        for role in ("own", "assessor", "auditor", "officer_out"):
            wizards = self._as_role(self.env["asn.skp.allow"], role)
            values = {"skp_id": self.skp.id, "until": "2026-04-12", "reason": "Why"}
            with self.subTest(role=role):
                self._attempt(REFUSALS, lambda w=wizards, v=values: w.create(v))
        wizards = self._as_role(self.env["asn.skp.allow"], "officer")
        with Form(wizards.with_context(default_skp_id=self.skp.id)) as form:
            form.reason = "Sick in March"
        form.record.action_allow()
        self.assertEqual(str(self.skp.allowed_until), "2026-04-17")

    def test_who_begins_later_has_days_of_their_own(self):
        self.skp.date_from = "2026-04-01"
        self.assertEqual(str(self.skp.submit_until), "2026-04-30")
        self.period.plan_days = 5
        self.assertEqual(str(self.skp.submit_until), "2026-04-05")
        self.period.plan_days = 0
        self.assertEqual(str(self.skp.submit_until), "2026-03-31")

    def test_who_came_later_has_days_of_their_own(self):
        self.people["own"].version_id.date_version = "2026-04-02"
        self.env.invalidate_all()
        self.assertEqual(str(self.skp.submit_until), "2026-05-01")
        self.assertIn("01/05/2026, 21 days left", self.plan.next_step)

    def test_impossible_windows_are_refused(self):
        period = self._as_role(self.period, "manager")
        for values in (
            {"plan_until": "2027-01-01"},
            {"plan_from": "2024-12-31"},
            {"plan_until": "2062-01-31"},
        ):
            with self.subTest(values=values):
                self._attempt(ValidationError, period.write, values)

    def test_the_columns_of_the_window_are_closed(self):
        for name, value in (("allowed_until", "2026-12-31"), ("days_late", 0)):
            with self.subTest(field=name):
                self._attempt(AccessError, self.plan.write, {name: value})

    def test_what_is_no_day_and_no_reason_is_refused_in_a_sentence(self):
        for until in ("soon", 12, [1], True, 3.5):
            with self.subTest(until=until):
                self._attempt(UserError, self._allow, "officer", until)
        for reason in (None, 5, ["x"], "\x00"):
            with self.subTest(reason=reason):
                self._attempt(UserError, self._allow, "officer", reason=reason)
        plans = self._as_role(self.skp | self._make_skp("outsider"), "manager")
        for several in (plans, plans[:0]):
            self._attempt(UserError, several.action_allow_late, "2026-04-12", "Why")

    def test_an_agreed_plan_that_is_revised_is_not_late(self):
        self._allow("officer")
        self.plan.action_submit()
        self._as_role(self.skp, "assessor").action_agree()
        with freeze_time("2026-06-10 03:00:00"):
            self._as_role(self.skp, "assessor").action_revise("The budget was cut")
            self.assertFalse(self.skp.is_late)
            self.env.flush_all()
            lines = self.env["asn.skp.waiting"].search([("skp_id", "=", self.skp.id)])
            self.assertRecordValues(
                lines, [{"waiting_for": "employee", "is_late": False, "due": False}]
            )
            self.plan.action_submit()
        self.assertEqual(self.skp.state, "submitted")
