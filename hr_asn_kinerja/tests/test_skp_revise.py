# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import json

from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from .common import NOW, REFUSALS, ROLES, KinerjaCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestSkpRevise(KinerjaCase):
    """An agreed plan is revised; what was agreed stays readable and untouched."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.leader = cls._make_agreed_skp(cls.people["assessor"])
        cls.skp = cls._make_skp()
        cls._as(cls.skp.result_ids, cls.users["own"]).parent_id = cls.leader.result_ids
        cls._as(cls.skp, cls.users["own"]).action_submit()
        cls._as(cls.skp, cls.users["assessor"]).action_agree()
        cls.result = cls.skp.result_ids
        cls.indicator = cls.result.indicator_ids
        cls.env.flush_all()

    def _revise(self, note="The budget was cut"):
        self._as_role(self.skp, "assessor").action_revise(note)

    def _agree(self):
        self._as_role(self.skp, "own").action_submit()
        self._as_role(self.skp, "assessor").action_agree()

    def _get_all(self, model):
        lines = self.env[model].with_context(active_test=False)
        return lines.search([("skp_id", "=", self.skp.id)])

    def test_agreement_keeps_a_version_that_is_a_link_of_the_chain(self):
        version = self.skp.version_ids
        self.assertRecordValues(version, [{"number": 1, "replaced_on": False}])
        decision = version.decision_id
        self.assertEqual((decision.verb, decision.sequence), ("agree", 1))
        self.assertEqual(self.skp.digest, decision.digest)
        content = json.loads(decision.snapshot)
        [line] = content["parts"]["result_ids"]
        self.assertEqual(line["values"]["name"], "Letters are answered in time")
        self.assertEqual(line["values"]["parent_id"], self.leader.result_ids.id)
        [indicator] = line["lines"]["indicator_ids"]
        self.assertEqual(indicator["values"]["target_min"], "100")
        self.assertEqual(content["people"]["assessor"]["name"], "Name assessor")

    def test_a_lost_version_is_noticed(self):
        decisions = self.env["asn.decision"]
        employee = self.people["own"]
        self.assertFalse(decisions._find_lost(employee))
        self.env.flush_all()
        self.env.cr.execute(
            "DELETE FROM asn_skp_version WHERE skp_id = %s", [self.skp.id]
        )
        self.env.cr.execute(
            "DELETE FROM asn_decision WHERE skp_id = %s AND verb = 'agree'",
            [self.skp.id],
        )
        self.env.invalidate_all()
        self.assertEqual(decisions._find_lost(employee), self.skp)

    def test_a_revision_needs_a_reason(self):
        plan = self._as_role(self.skp, "assessor")
        for note in (None, "", "  "):
            with self.subTest(note=note):
                self._attempt(UserError, plan.action_revise, note)

    def test_a_new_agreement_replaces_the_version(self):
        self._revise()
        self.assertRecordValues(
            self.skp,
            [{"state": "draft", "revision_note": "The budget was cut"}],
        )
        first = self.skp.version_ids
        self.assertFalse(first.replaced_on)
        self._as_role(self.indicator, "own").target_min = 80
        self._agree()
        second = self.skp.version_ids - first
        self.env.invalidate_all()
        self.assertRecordValues(
            second, [{"number": 2, "note": "The budget was cut", "replaced_on": False}]
        )
        self.assertEqual(first.replaced_on, second.agreed_on)
        self.assertEqual(self.skp.digest, second.digest)
        self.assertIn("100 letters", first.content)
        self.assertIn("80 letters", second.content)
        self.assertFalse(self.env["asn.decision"]._find_broken(self.people["own"]))

    def test_a_plan_in_revision_is_not_cancelled_but_restored(self):
        self._revise()
        for role in ("assessor", "manager"):
            plan = self._as_role(self.skp, role)
            self.assertNotIn("cancel", plan.allowed_actions.split(","))
            self._attempt(REFUSALS, plan.action_cancel)

    def test_a_first_draft_has_nothing_to_restore(self):
        plan = self._as_role(self._make_skp("outsider"), "outsider")
        self.assertEqual(plan.allowed_actions, "submit")
        self._attempt(UserError, plan.action_restore)

    def test_giving_up_brings_everything_back_exactly(self):
        before = self.env["asn.snapshot"]._get_plan_content(self.skp)
        for role in ("own", "assessor", "acting"):
            with self.subTest(role=role):
                self._revise()
                plan = self._as_role(self.skp, "own")
                plan.approach = "qualitative"
                self.result.with_user(plan.env.user).write(
                    {"name": "Other", "parent_id": False, "kind": "additional"}
                )
                self._as_role(self.indicator, "own").unlink()
                plan.result_ids = [
                    Command.create(self._prepare_result_values(name="Another"))
                ]
                self._as_role(self.skp, role).action_restore()
                self.env.invalidate_all()
                after = self.env["asn.snapshot"]._get_plan_content(self.skp)
                self.assertEqual(after, before)
                self.assertEqual(self.skp.state, "agreed")
                self.assertEqual(len(self.skp.version_ids), 1)

    def test_giving_up_brings_expectations_and_annexes_back(self):
        annexes = self.env["asn.skp.annex"]
        self._revise("They were missing")
        behaviour = self._as_role(self.skp, "own").behaviour_ids[0]
        behaviour.expectation = "Answer within a day"
        kept, removed = self._as_role(annexes, "own").create(
            [
                {"skp_id": self.skp.id, "kind": "resources", "name": "Laptop"},
                {"skp_id": self.skp.id, "kind": "consequences", "name": "Praise"},
            ]
        )
        self._agree()
        before = self.env["asn.snapshot"]._get_plan_content(self.skp)
        self._revise()
        behaviour.expectation = "Other"
        kept.write({"name": "Car", "kind": "accountability"})
        removed.unlink()
        added = kept.create({"skp_id": self.skp.id, "name": "Another"})
        self._as_role(self.skp, "assessor").action_restore()
        self.env.invalidate_all()
        after = self.env["asn.snapshot"]._get_plan_content(self.skp)
        self.assertEqual(after, before)
        self.assertEqual(len(after["parts"]["annex_ids"]), 2)
        self.assertFalse(added.exists())

    def test_giving_up_links_to_no_leader_who_is_none_any_more(self):
        self._revise()
        leader_indicator = self.leader.result_ids.indicator_ids
        self._as_role(self.indicator, "own").write(
            {"leader_indicator_id": leader_indicator.id, "share": 10}
        )
        self._agree()
        self._revise()
        self._as_role(self.result, "own").name = "Other"
        plan = self._as_role(self.skp, "officer")
        plan.action_correct_assessor(self.people["acting"].id, "Moved")
        self._as_role(self.skp, "own").action_restore()
        self.env.invalidate_all()
        self.assertRecordValues(
            self.skp, [{"state": "agreed", "assessor_id": self.people["acting"].id}]
        )
        self.assertRecordValues(
            self.result,
            [{"name": "Letters are answered in time", "parent_id": False}],
        )
        self.assertRecordValues(
            self.indicator, [{"leader_indicator_id": False, "share": 0}]
        )

    def test_only_employee_and_assessor_give_up(self):
        self._revise()
        for role in ROLES:
            if role in ("own", "assessor", "acting"):
                continue
            with self.subTest(role=role):
                plan = self._as_role(self.skp, role)
                self._attempt(AccessError, plan.action_restore)

    def test_agreed_lines_are_taken_out_and_never_deleted(self):
        self._revise()
        plan = self._as_role(self.skp, "own")
        plan.write(
            {
                "result_ids": [
                    Command.create(self._prepare_result_values(name="New")),
                    Command.delete(self.result.id),
                ]
            }
        )
        self.env.invalidate_all()
        self.assertEqual(self.skp.result_ids.mapped("name"), ["New"])
        self.assertTrue(self.result.exists())
        self.assertFalse(self.result.active)
        self.assertFalse(self.indicator.active)
        new = self.skp.result_ids
        self._as_role(new, "own").unlink()
        self.assertFalse(new.exists())

    def test_agreed_lines_are_not_taken_out_without_a_revision(self):
        for role in ROLES:
            with self.subTest(role=role):
                self._attempt(REFUSALS, self._as_role(self.result, role).unlink)

    def test_the_teams_results_keep_their_link(self):
        plan = self._as_role(self.leader, "superior")
        plan.action_revise("New target")
        results = self._as_role(self.leader.result_ids, "assessor")
        results.name = "Letters are answered the same day"
        self.assertEqual(self.result.parent_id, self.leader.result_ids)
        shown = self._as_role(self.result, "own").web_read(
            {"parent_id": {"fields": {"display_name": {}}}}
        )
        self.assertEqual(
            shown[0]["parent_id"]["display_name"], "Letters are answered in time"
        )
        results.unlink()
        self.env.invalidate_all()
        self.assertFalse(self.leader.result_ids)
        self.assertTrue(self.result.parent_id.exists())

    def test_everybody_who_read_the_plan_reads_the_version_meanwhile(self):
        self._revise()
        self._as_role(self.result, "own").name = "Draft text"
        for role in ("own", "assessor", "superior", "officer", "manager", "auditor"):
            with self.subTest(role=role):
                version = self._as_role(self.skp.version_ids, role)
                self.env.invalidate_all()
                self.assertIn("Letters are answered in time", version.content)
                self.assertNotIn("Draft text", version.content)

    def test_the_team_reads_the_version_of_its_leader(self):
        version = self._as_role(self.leader.version_ids, "own")
        self.assertTrue(version.content)
        version = self._as_role(self.leader.version_ids, "outsider")
        self._attempt(AccessError, version.read, ["content"])

    def test_a_version_is_never_changed(self):
        version = self.skp.version_ids
        for record in (version.sudo(), self._as_role(version, "manager")):
            self._attempt(AccessError, record.write, {"number": 9})
            self._attempt(AccessError, record.unlink)

    def test_a_plan_agreed_before_versions_gets_its_first_one(self):
        self.env.flush_all()
        self.env.cr.execute(
            "DELETE FROM asn_skp_version WHERE skp_id = %s", [self.skp.id]
        )
        self.env.invalidate_all()
        self._revise()
        self.assertEqual(self.skp.version_ids.decision_id.verb, "revise")
        self._as_role(self.result, "own").name = "Draft text"
        self._as_role(self.skp, "own").action_restore()
        self.assertEqual(self.result.name, "Letters are answered in time")

    def test_the_wizard_obeys_the_same_rules(self):
        values = {"skp_id": self.skp.id, "note": "Because"}
        for role in ("own", "outsider", "officer", "manager_b"):
            wizards = self._as_role(self.env["asn.skp.revise"], role)
            with self.subTest(role=role):
                self._attempt(
                    AccessError,
                    lambda wizards=wizards: wizards.create(values).action_revise(),
                )
        wizard = self._as_role(self.env["asn.skp.revise"], "assessor").create(values)
        wizard.action_revise()
        self.assertEqual(self.skp.state, "draft")

    def _share_with_the_leader(self):
        """Let the agreed plan carry half of the leader's target."""
        leader = self.leader.result_ids.indicator_ids
        self._revise()
        line = self._as_role(self.indicator, "own")
        line.write({"leader_indicator_id": leader.id, "share": 50})
        self._agree()
        self._revise("Once more")
        self._as_role(self.result, "own").name = "Draft text"

    def _assert_restored_without_link(self):
        self._as_role(self.skp, "own").action_restore()
        self.assertEqual(self.skp.state, "agreed")
        self.assertEqual(self.result.name, "Letters are answered in time")
        self.assertFalse(self.result.parent_id or self.indicator.leader_indicator_id)
        self.assertFalse(self.indicator.share)

    def test_it_is_given_up_although_the_assessor_was_corrected(self):
        self._share_with_the_leader()
        plan = self._as_role(self.skp, "officer")
        plan.action_correct_assessor(self.people["acting"].id, "Moved")
        self._assert_restored_without_link()

    def test_it_is_given_up_although_hr_has_another_superior(self):
        self._share_with_the_leader()
        self.people["own"].parent_id = self.people["acting"]
        self._as_role(self.skp, "own").action_submit()
        self.assertEqual(self.skp.assessor_id, self.people["acting"])
        self._assert_restored_without_link()

    def test_a_link_that_still_holds_comes_back(self):
        self._share_with_the_leader()
        self._as_role(self.result, "own").parent_id = False
        self.assertFalse(self.indicator.leader_indicator_id)
        self._as_role(self.skp, "own").action_restore()
        self.assertEqual(self.result.parent_id, self.leader.result_ids)
        self.assertEqual(self.indicator.share, 50)
