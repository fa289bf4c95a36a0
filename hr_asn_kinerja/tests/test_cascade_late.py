# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from .common import NOW, REFUSALS, KinerjaCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestCascadeLate(KinerjaCase):
    """A leader who is late blocks nobody, and the links follow."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.last_year = cls._make_period(
            cls.agency, name="2025", date_from="2025-01-01", date_to="2025-12-31"
        )
        cls.before = cls._make_agreed_skp(
            cls.people["assessor"],
            period_id=cls.last_year.id,
            result_ids=[
                Command.create(cls._prepare_result_values(name="Services improve")),
                Command.create(cls._prepare_result_values(name="Audits are finished")),
            ],
        )
        cls.services, cls.audits = cls.before.result_ids
        cls.skp = cls._make_skp()
        cls.result = cls.skp.result_ids

    def _serve(self, parent, role="own"):
        return self._as_role(self.result, role).write({"parent_id": parent.id})

    def _agree_leader(self, *names, continues=None):
        """Let the leader's new plan be agreed; its first result continues another."""
        leader = self._make_skp_of(
            self.people["assessor"],
            result_ids=[
                Command.create(self._prepare_result_values(name=name)) for name in names
            ],
        )
        leader.result_ids[:1].previous_id = continues
        self._as(leader, leader.employee_user_id).action_submit()
        self._as(leader, leader.assessor_user_id).action_agree()
        return leader

    def _answer(self, answer, role="own"):
        self.env.invalidate_all()
        return getattr(
            self._as_role(self.result, role), f"action_{answer}_suggestion"
        )()

    def _get_inbox(self, role):
        return self.env["mail.notification"].search_count(
            [
                ("res_partner_id", "=", self.users[role].partner_id.id),
                ("notification_type", "=", "inbox"),
            ]
        )

    def test_the_last_plan_of_the_leader_is_remembered(self):
        self.assertRecordValues(
            self.skp,
            [
                {
                    "leader_before_id": self.before.id,
                    "servable_skp_id": self.before.id,
                    "is_leader_late": True,
                }
            ],
        )

    def test_the_latest_of_several_earlier_plans_is_remembered(self):
        period = self._make_period(
            self.agency, name="2024", date_from="2024-01-01", date_to="2024-12-31"
        )
        self._make_agreed_skp(self.people["assessor"], period_id=period.id)
        self.skp._link_leader()
        self.assertEqual(self.skp.leader_before_id, self.before)

    def test_a_result_serves_the_last_plan_while_the_new_one_is_not_agreed(self):
        self._serve(self.audits)
        self._make_skp("assessor")
        self._serve(self.services)
        self.assertEqual(self.result.parent_id, self.services)

    def test_a_result_serves_the_last_plan_no_more_once_the_new_one_is_agreed(self):
        self._agree_leader("Something else")
        self._attempt(UserError, self._serve, self.audits)

    def test_a_result_serves_no_last_plan_of_somebody_else(self):
        others = self._make_skp("acting", period_id=self.last_year.id)
        others.state = "agreed"
        self._attempt(UserError, self._serve, others.result_ids)

    def test_an_unlinked_plan_is_submitted_and_agreed(self):
        self._as_role(self.skp, "own").action_submit()
        self._as_role(self.skp, "assessor").action_agree()
        self.assertEqual(self.skp.state, "agreed")

    def test_the_team_of_today_reads_the_last_results_and_nobody_else_does(self):
        expected = {"own": self.before.result_ids}
        for role in ("own", "outsider", "officer_out", "manager_b"):
            self.env.invalidate_all()
            found = self._as_role(self.env["asn.skp.result"], role).search(
                [("skp_id", "=", self.before.id)]
            )
            with self.subTest(role=role):
                self.assertEqual(
                    found.sudo(), expected.get(role, found.browse()).sudo()
                )

    def test_who_waits_no_longer_reads_the_last_results_no_longer(self):
        results = self._as_role(self.env["asn.skp.result"], "own")
        for state in ("cancelled", "closed"):
            self.skp.state = state
            self.env.flush_all()
            with self.subTest(state=state):
                self.assertFalse(results.search([("skp_id", "=", self.before.id)]))

    def test_another_assessor_ends_the_right_to_the_last_plan(self):
        self._serve(self.audits)
        self._agree_leader("Letters are answered")
        self.assertTrue(self.result.suggested_parent_id)
        self.skp._forget_leader()
        self.assertFalse(self.skp.leader_before_id)
        self.assertFalse(self.result.parent_id)
        self.assertFalse(self.result.suggested_parent_id)

    def test_what_continues_the_served_result_is_suggested_before_what_is_alike(self):
        self._serve(self.audits)
        leader = self._agree_leader(
            "Reports are ready", self.result.name, continues=self.audits
        )
        self.assertRecordValues(
            self.result,
            [
                {
                    "suggested_parent_id": leader.result_ids[0].id,
                    "suggestion_kind": "continued",
                    "parent_id": self.audits.id,
                }
            ],
        )

    def test_a_carried_result_finds_what_its_predecessor_served(self):
        old = self._make_skp(period_id=self.last_year.id).result_ids
        old.parent_id = self.services
        self.result.previous_id = old
        leader = self._agree_leader("Nothing alike", continues=self.services)
        self.assertEqual(self.result.suggested_parent_id, leader.result_ids)

    def test_the_most_alike_wording_is_suggested(self):
        leader = self._agree_leader("Budget is spent", "Letters are answered fast")
        self.assertEqual(self.result.suggested_parent_id, leader.result_ids[1])
        self.assertEqual(self.result.suggestion_kind, "alike")

    def test_a_strange_wording_suggests_nothing(self):
        self._agree_leader("Budget is spent")
        self.assertFalse(self.result.suggested_parent_id)

    def test_the_link_is_confirmed_in_any_running_state_by_both(self):
        for state in ("draft", "submitted", "reviewed", "agreed"):
            for role in ("own", "assessor", "acting"):
                with self.subTest(state=state, role=role), self.cr.savepoint() as point:
                    leader = self._agree_leader(self.result.name)
                    self.skp.state = state
                    self._answer("link", role)
                    self.assertRecordValues(
                        self.result,
                        [
                            {
                                "parent_id": leader.result_ids.id,
                                "suggested_parent_id": False,
                            }
                        ],
                    )
                    self._attempt(UserError, self._answer, "link", role)
                    point.rollback()
                    self.env.invalidate_all()

    def test_the_screen_offers_the_link_to_those_two_only(self):
        self._agree_leader(self.result.name)
        for role in ("own", "assessor", "acting", "superior", "officer", "manager"):
            self.env.invalidate_all()
            with self.subTest(role=role):
                self.assertEqual(
                    self._as_role(self.result, role).can_link,
                    role in ("own", "assessor", "acting"),
                )

    def test_the_link_is_refused_to_everybody_else(self):
        self._agree_leader(self.result.name)
        for role in ("superior", "officer", "manager", "auditor", "outsider"):
            for answer in ("link", "refuse"):
                with self.subTest(role=role, answer=answer):
                    self._attempt(AccessError, self._answer, answer, role)

    def test_the_link_is_refused_when_the_plan_or_the_period_is_over(self):
        self._agree_leader(self.result.name)
        for state in ("closed", "cancelled"):
            self.skp.state = state
            with self.subTest(state=state):
                self._attempt(UserError, self._answer, "link")
        self.skp.state = "agreed"
        self.period.state = "closed"
        self._attempt(UserError, self._answer, "link")

    def test_after_a_refusal_the_next_best_comes_and_then_none(self):
        leader = self._agree_leader(
            "Letters are answered in time", "Letters are answered"
        )
        self._answer("refuse")
        self.assertEqual(self.result.suggested_parent_id, leader.result_ids[1])
        self._answer("refuse", "assessor")
        self.assertFalse(self.result.suggested_parent_id)
        self.assertEqual(self.result.refused_parent_ids, leader.result_ids)
        self._attempt(UserError, self._as_role(self.skp, "own").action_suggest_links)

    def test_the_suggestion_is_no_column_to_write(self):
        leader = self._agree_leader("Something else")
        result = self._as_role(self.result, "own")
        for name in ("suggested_parent_id", "suggestion_kind", "refused_parent_ids"):
            value = [leader.result_ids.id] if name.endswith("ids") else "alike"
            value = leader.result_ids.id if name == "suggested_parent_id" else value
            with self.subTest(name=name):
                self._attempt(REFUSALS, result.write, {name: value})

    def test_the_link_is_noted_in_the_plan(self):
        self._agree_leader(self.result.name)
        self.skp.state = "agreed"
        self._answer("link")
        self.assertIn(self.result.name, self.skp.message_ids[0].body)
        self.assertEqual(
            self.skp.message_ids[0].author_id, self.users["own"].partner_id
        )

    def test_a_share_moves_to_the_indicator_of_the_same_name(self):
        self.result.parent_id = self.audits
        self.result.indicator_ids.write(
            {"leader_indicator_id": self.audits.indicator_ids.id, "share": 40}
        )
        leader = self._agree_leader("New", continues=self.audits)
        self._answer("link")
        self.assertRecordValues(
            self.result.indicator_ids,
            [{"leader_indicator_id": leader.result_ids.indicator_ids.id, "share": 40}],
        )

    def test_employee_and_leader_get_one_notice(self):
        before = {
            role: self._get_inbox(role) for role in ("own", "assessor", "officer")
        }
        self.skp.write(
            {
                "result_ids": [
                    Command.create(self._prepare_result_values(name="Letters"))
                ]
            }
        )
        self._agree_leader("Letters are answered")
        self.assertEqual(self._get_inbox("own"), before["own"] + 1)
        self.assertEqual(self._get_inbox("officer"), before["officer"])
        self.assertGreater(self._get_inbox("assessor"), before["assessor"])

    def test_all_links_of_a_plan_are_confirmed_at_once(self):
        self._agree_leader(self.result.name)
        skp = self._as_role(self.skp, "own")
        self.assertTrue(skp.can_suggest)
        self.assertEqual(skp.suggestion_count, 1)
        skp.action_link_suggestions()
        self.assertTrue(self.result.parent_id)
        self.assertFalse(skp.can_suggest)

    def test_a_plan_written_later_asks_for_suggestions(self):
        self._agree_leader("Letters are answered")
        self.skp.state = "cancelled"
        skp = self._make_skp()
        self.assertFalse(skp.result_ids.suggested_parent_id)
        for role in ("superior", "officer", "manager", "auditor"):
            self._attempt(UserError, self._as_role(skp, role).action_suggest_links)
        self._as_role(skp, "own").action_suggest_links()
        self.assertTrue(skp.result_ids.suggested_parent_id)

    def test_suggesting_costs_the_same_for_one_and_for_many(self):
        leader = self._agree_leader("Letters are answered")
        for size in (1, 12):
            people = [
                self._make_employee(
                    f"P{size}{n}", self.section, self.people["assessor"]
                )
                for n in range(size)
            ]
            plans = self.env["asn.skp"].concat(*map(self._make_skp_of, people))
            self.env.flush_all()
            self.env.invalidate_all()
            leader.result_ids.mapped("name")
            start = self.cr.sql_log_count
            found = plans._suggest_parents()
            self.env.flush_all()
            queries = self.cr.sql_log_count - start
            self.assertEqual(len(found), size)
            self.assertLessEqual(queries, 10)
