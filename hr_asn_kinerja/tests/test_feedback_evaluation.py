# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import freeze_time, tagged

from .common import NOW
from .test_feedback import FeedbackCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestFeedbackOfEvaluations(FeedbackCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.evaluation = cls._make_evaluation(cls.skp)
        cls.inside = cls._give(words="<b>In the quarter</b>")
        cls._age(cls.inside, days=20)
        cls.later = cls._give("officer", words="After the quarter")

    def _get_of(self, evaluation, role="assessor"):
        feedbacks = self._as_role(self.env["asn.feedback"], role)
        found = feedbacks._get_for_evaluations(self._as_role(evaluation, role))
        return found[evaluation.id]

    def test_feedback_belongs_to_the_interval_of_its_day(self):
        for role in ("own", "assessor", "superior", "acting", "auditor", "manager"):
            with self.subTest(role=role):
                self.assertEqual(
                    self._get_of(self.evaluation, role).ids, self.inside.ids
                )
        self.assertFalse(self._get_of(self.evaluation, "officer_out"))
        second = self._get_interval(self.period, "2026-04-01")
        evaluation = self._make_evaluation(self.skp, second)
        self.assertEqual(self._get_of(evaluation).ids, self.later.ids)
        year = self._get_interval(self.period, "2026-01-01", "annual")
        both = self._get_of(self._make_evaluation(self.skp, year))
        self.assertEqual(both, self._as_role(self.later | self.inside, "assessor"))

    def test_feedback_of_another_plan_stays_with_that_plan(self):
        other = self.skp.copy({"state": "cancelled"})
        self.inside.sudo().skp_id = other
        self.assertFalse(self._get_of(self.evaluation))
        self.inside.sudo().skp_id = False
        self.assertTrue(self._get_of(self.evaluation))

    def test_it_stands_beside_the_evaluation_as_text(self):
        for role in ("own", "assessor"):
            sections = self._as_role(self.evaluation, role)._get_evidence_sections()
            [body] = [body for number, _title, body in sections if number == 30]
            for part in (
                "👍 Well Done",
                "&lt;b&gt;In the quarter",
                "Name outsider (Others)",
            ):
                self.assertIn(part, body)
        self.inside.sudo().unlink()
        sections = self._as_role(self.evaluation, "own")._get_evidence_sections()
        self.assertNotIn(30, [number for number, _title, _body in sections])

    def test_buttons_count_and_open_what_one_may_read(self):
        evaluation = self._as_role(self.evaluation, "assessor")
        self.assertEqual(evaluation.feedback_count, 1)
        domain = evaluation.action_open_feedback()["domain"]
        self.assertEqual(self.env["asn.feedback"].search(domain), self.inside.sudo())
        plan = self._as_role(self.skp, "assessor")
        self.assertEqual(plan.feedback_count, 2)
        domain = plan.action_open_feedback()["domain"]
        self.assertEqual(self.env["asn.feedback"].search_count(domain), 2)
        self.assertEqual(self._as_role(self.skp, "officer").feedback_count, 1)

    def test_nobody_opens_the_list_of_a_plan_that_is_not_theirs(self):
        for role in ("outsider", "manager_b"):
            plan = self._as_role(self.skp, role)
            self.assertTrue(self._is_refused(plan.action_open_feedback))
            self.assertTrue(self._is_refused(plan.action_give_feedback))


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestFeedbackBatch(FeedbackCase):
    """The number of queries does not grow with the number of people."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.staff = cls.env["hr.employee"]
        for number in range(24):
            cls.staff += cls._make_employee(
                f"Staff {number:02}", cls.section, cls.people["assessor"]
            )

    def _count(self, function, *args):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.cr.sql_log_count
        function(*args)
        self.env.flush_all()
        return self.cr.sql_log_count - before

    def _give_to(self, employees):
        return self._as_role(self.env["asn.feedback"], "outsider").create(
            [{"employee_id": one.id, "emoticon": "good"} for one in employees]
        )

    def test_giving_to_many_costs_the_same(self):
        self._count(self._give_to, self.staff[:2])
        expected = self._count(self._give_to, self.staff[2:4])
        self.assertLessEqual(self._count(self._give_to, self.staff[4:]), expected)

    def test_counting_for_many_costs_the_same(self):
        plans = self.env["asn.skp"].create(
            [{"employee_id": one.id, "period_id": self.period.id} for one in self.staff]
        )
        plans.write({"state": "agreed"})
        self._make_evaluation(plans[:1])
        self._give_to(self.staff)
        evaluations = plans.evaluation_ids
        for records in (plans, evaluations):
            few = self._as_role(records[:2].browse(records[:2].ids), "assessor")
            many = self._as_role(records[2:].browse(records[2:].ids), "assessor")
            self._count(few.mapped, "feedback_count")
            expected = self._count(few.mapped, "feedback_count")
            cost = self._count(many.mapped, "feedback_count")
            self.assertLessEqual(cost, expected)
