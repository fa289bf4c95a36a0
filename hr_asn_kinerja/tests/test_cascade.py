# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from .common import NOW, REFUSALS, KinerjaCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestCascade(KinerjaCase):
    """A result serves a result of the leader, and of nobody else."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.leader = cls._make_agreed_skp(cls.people["assessor"])
        cls.skp = cls._make_skp()

    def _serve(self, result):
        return self._as_role(self.skp.result_ids, "own").write({"parent_id": result.id})

    def test_the_plan_of_the_leader_is_linked_when_it_came_before(self):
        self.assertEqual(self.skp.leader_skp_id, self.leader)

    def test_the_plan_of_the_leader_is_linked_when_it_comes_after(self):
        skp = self._make_skp("outsider")
        self.assertFalse(skp.leader_skp_id)
        leader = self._make_skp("acting")
        self.assertEqual(skp.leader_skp_id, leader)

    def test_a_new_plan_of_the_leader_replaces_a_cancelled_one(self):
        self.skp.state = "cancelled"
        self.leader.state = "cancelled"
        skp = self._make_skp()
        self.assertFalse(skp.leader_skp_id)
        leader = self._make_skp("assessor")
        self.assertEqual(skp.leader_skp_id, leader)

    def test_a_plan_of_another_period_is_no_leader(self):
        earlier = self.env["asn.period"].create(
            {
                "name": "2025",
                "company_id": self.agency.id,
                "date_from": "2025-01-01",
                "date_to": "2025-12-31",
            }
        )
        skp = self._make_skp(period_id=earlier.id)
        self.assertFalse(skp.leader_skp_id)

    def test_a_result_serves_a_result_of_the_leader(self):
        self._serve(self.leader.result_ids)
        self.assertEqual(self.leader.result_ids.child_ids, self.skp.result_ids)

    def test_a_result_serves_nobody_but_the_leader(self):
        others = self._make_agreed_skp(self.people["outsider"])
        self._attempt(UserError, self._serve, others.result_ids)
        self._attempt(UserError, self._serve, self.skp.result_ids)

    def test_a_result_serves_no_draft_of_the_leader(self):
        # whoever may link it could read it
        for state in ("draft", "submitted", "reviewed", "cancelled"):
            self.leader.write({"state": state, "digest": False})
            with self.subTest(state=state):
                self._attempt(UserError, self._serve, self.leader.result_ids)

    def test_results_do_not_serve_each_other_in_a_circle(self):
        self._serve(self.leader.result_ids)
        self.skp.state = "agreed"
        self.leader.leader_skp_id = self.skp
        self._attempt(
            UserError,
            self.leader.result_ids.write,
            {"parent_id": self.skp.result_ids.id},
        )

    def test_a_served_result_is_not_deleted(self):
        self._serve(self.leader.result_ids)
        self.leader.state = "draft"
        # once agreed it would be taken out of the plan instead
        self.leader.result_ids.is_agreed = False
        result = self._as_role(self.leader.result_ids, "assessor")
        self._attempt(UserError, result.unlink)
        self.skp.state = "cancelled"
        result.unlink()
        self.assertFalse(self.leader.result_ids)

    def test_the_team_reads_the_agreed_results_of_its_leader_only(self):
        results = self._as_role(self.env["asn.skp.result"], "own")
        self.assertEqual(
            results.search([("skp_id", "=", self.leader.id)]), self.leader.result_ids
        )
        self.leader.state = "draft"
        self.env.flush_all()
        self.assertFalse(results.search([("skp_id", "=", self.leader.id)]))
        self._attempt(AccessError, self._as_role(self.leader, "own").read, ["state"])

    def test_a_stranger_reads_no_result_of_the_leader(self):
        results = self._as_role(self.env["asn.skp.result"], "outsider")
        self.assertFalse(results.search([("skp_id", "=", self.leader.id)]))

    def test_serving_gives_no_right_over_the_result_of_the_leader(self):
        self._serve(self.leader.result_ids)
        served = self._as_role(self.leader.result_ids, "own")
        for state in ("draft", "agreed"):
            self.leader.state = state
            with self.subTest(state=state):
                self._attempt(REFUSALS, served.write, {"name": "Mine now"})
