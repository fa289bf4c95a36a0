# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from ..models.hr_version import POSITION_KINDS
from .common import NOW, REFUSALS, KinerjaCase, KinerjaHttpCase

LIBRARIANS = ("officer", "manager")


class Library:
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.template = cls._make_template("Letters leave in time")

    @classmethod
    def _make_template(cls, name, **values):
        line = {"name": "Letters sent", "target_min": 50, "unit": "letters"}
        return cls.env["asn.indicator.template"].create(
            {
                "name": name,
                "company_id": cls.agency.id,
                "state": "approved",
                "line_ids": [Command.create(line)],
                **values,
            }
        )


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestLibrary(Library, KinerjaCase):
    def _take(self, skp, templates=None, role="own"):
        templates = self._as_role(templates or self.template, role)
        return templates.with_context(asn_kinerja_skp_id=skp.id).action_take()

    def _propose(self, result, role="own"):
        return self._as_role(result, role).action_propose_to_library()

    def _find_proposal(self):
        return self.env["asn.indicator.template"].search([("state", "=", "proposed")])

    def test_a_draft_is_filled_from_the_library(self):
        skp = self._make_skp()
        self._take(skp)
        taken = skp.result_ids.filtered("template_id")
        self.assertRecordValues(
            taken, [{"name": "Letters leave in time", "origin": "library"}]
        )
        self.assertEqual(taken.indicator_ids.target_label, "50 letters")
        self.assertEqual(self.template.used_count, 1)

    def test_nothing_is_taken_twice(self):
        skp = self._make_skp()
        self._take(skp)
        self._attempt(UserError, self._take, skp)
        second = self._make_template("Second")
        self._take(skp, self.template | second)
        self.assertEqual(len(skp.result_ids), 3)

    def test_only_the_own_draft_is_filled(self):
        skp = self._make_skp()
        for role in ("assessor", "superior", "officer", "manager", "auditor", "acting"):
            with self.subTest(role=role):
                self._attempt(REFUSALS, self._take, skp, role=role)
        self._attempt(REFUSALS, self._take, skp, role="outsider")
        for state in ("submitted", "agreed", "closed", "cancelled"):
            skp.state = state
            with self.subTest(state=state):
                self._attempt(UserError, self._take, skp)

    def test_from_the_menu_the_only_draft_is_filled(self):
        own = self._as_role(self.template, "own")
        self._attempt(UserError, own.action_take)
        skp = self._make_skp()
        self.assertEqual(own.action_take()["res_id"], skp.id)

    def test_only_the_approved_is_taken(self):
        proposed = self._make_template("New", state="proposed")
        self._attempt(REFUSALS, self._take, self._make_skp(), proposed)

    def test_the_library_opens_on_the_kind_of_the_position(self):
        skp = self._make_skp()
        skp.position_kind = "pelaksana"
        action = self._as_role(skp, "own").action_open_library()
        self.assertEqual(action["context"]["search_default_pelaksana"], 1)

    def test_nobody_says_where_their_result_comes_from(self):
        skp = self._make_skp()
        results = self._as_role(self.env["asn.skp.result"], "own").with_context(
            default_origin="assessor", default_template_id=self.template.id
        )
        result = results.create({"skp_id": skp.id, "name": "Mine"})
        self.assertRecordValues(
            result.sudo(), [{"origin": "employee", "template_id": False}]
        )
        self._attempt(AccessError, result.write, {"origin": "assessor"})

    def test_an_agreed_result_is_proposed_without_a_name(self):
        skp = self._make_agreed_skp()
        self._propose(skp.result_ids)
        proposal = self._find_proposal()
        self.assertEqual(proposal.name, "Letters are answered in time")
        self.assertEqual(proposal.line_ids.target_min, 100)
        self._as_role(proposal, "officer").action_approve()
        seen = self._as_role(proposal, "outsider")
        self.assertNotIn("proposer_id", seen.fields_get())
        shown = seen.read()[0]
        own = (self.users["own"].id, self.people["own"].id)
        for name, value in shown.items():
            is_person = isinstance(value, tuple) and name != "approved_by_id"
            with self.subTest(field=name):
                self.assertFalse(is_person and name.endswith("uid") and value[0] in own)
        self.assertNotIn(self.users["own"].name, str(shown))
        self._attempt(
            AccessError, seen.search, [("proposer_id", "=", self.users["own"].id)]
        )

    def test_only_the_own_agreed_result_is_proposed(self):
        draft = self._make_skp("outsider").result_ids
        self._attempt(UserError, self._propose, draft, "outsider")
        agreed = self._make_agreed_skp().result_ids
        for role in ("assessor", "superior", "officer", "manager", "outsider"):
            with self.subTest(role=role):
                self._attempt(AccessError, self._propose, agreed, role)

    def test_nothing_is_proposed_twice(self):
        skp = self._make_agreed_skp()
        self._propose(skp.result_ids)
        with self.assertRaisesRegex(UserError, "in the library already"):
            self._propose(skp.result_ids)

    def test_officers_and_managers_decide_once(self):
        for role in LIBRARIANS:
            proposed = self._make_template(f"New {role}", state="proposed")
            with self.subTest(role=role):
                self._as_role(proposed, role).action_approve()
                self.assertEqual(proposed.approved_by_id, self.users[role])
                self._attempt(UserError, self._as_role(proposed, role).action_approve)
                self._as_role(proposed, role).action_archive()
                self.assertEqual(proposed.state, "archived")

    def test_nobody_else_decides(self):
        proposed = self._make_template("New", state="proposed")
        for role in ("own", "assessor", "superior", "auditor", "manager_b"):
            with self.subTest(role=role):
                self._attempt(AccessError, self._as_role(proposed, role).action_approve)
                self._attempt(AccessError, self._as_role(proposed, role).action_archive)

    def test_a_proposal_is_seen_by_its_proposer_and_who_decides(self):
        self._propose(self._make_agreed_skp().result_ids)
        proposal = self._find_proposal()
        for role in ("own", "officer", "manager", "auditor"):
            self.assertTrue(
                self._as_role(proposal, role).search([("id", "in", proposal.ids)])
            )
        for role in ("outsider", "assessor", "manager_b"):
            self.assertFalse(
                self._as_role(proposal, role).search([("id", "in", proposal.ids)])
            )

    def test_one_vote_each_and_back_again(self):
        self._as_role(self.template, "own").action_vote()
        self._as_role(self.template, "outsider").action_vote()
        self.assertEqual(self.template.vote_count, 2)
        own = self._as_role(self.template, "own")
        self.assertTrue(own.has_my_vote)
        own.action_vote()
        self.assertEqual(self.template.vote_count, 1)
        self.assertFalse(own.has_my_vote)
        self._attempt(REFUSALS, self._as_role(self.template, "manager_b").action_vote)

    def test_the_search_finds_words_in_indicators(self):
        found = self._as_role(self.template, "own").name_search("letters sent")
        self.assertEqual([name[0] for name in found], self.template.ids)

    def test_sources_cost_the_same_for_one_kind_and_for_all(self):
        kinds = [kind for kind, _label in POSITION_KINDS]
        for kind in kinds:
            self._make_template(f"For {kind}", position_kind=kind)

        def count(wanted):
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.env["asn.indicator.template"]._get_library_sources(wanted, self.agency)
            return self.env.cr.sql_log_count - before

        count(kinds)
        self.assertEqual(count(kinds[:1]), count(kinds))

    def test_sources_by_kind(self):
        clerk = self._make_template("Clerk", position_kind="pelaksana")
        own = self._as_role(self.template, "manager")
        sources = own._get_library_sources(["pelaksana", "pengawas"], self.agency)
        self.assertEqual(sources["pelaksana"], clerk | self.template)
        self.assertEqual(sources["pengawas"], self.template)
        self.assertFalse(
            own._get_library_sources(["pengawas"], self.agency_b)["pengawas"]
        )

    def test_the_report_counts_what_comes_from_employees(self):
        skp = self._make_skp()
        self._take(skp)
        self.env.flush_all()
        domain = [("skp_id", "=", skp.id)]
        for role in ("officer", "manager", "auditor"):
            report = self._as_role(self.env["asn.skp.origin.report"], role)
            with self.subTest(role=role):
                rows = report._read_group(domain, [], ["__count", "employee_share:avg"])
                self.assertEqual(rows, [(2, 50.0)])
        for role in ("officer_out", "manager_b"):
            report = self._as_role(self.env["asn.skp.origin.report"], role)
            self.assertFalse(report.search_count(domain))
        for role in ("own", "assessor", "outsider"):
            report = self._as_role(self.env["asn.skp.origin.report"], role)
            self._attempt(AccessError, report.search_count, domain)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestLibraryRpc(Library, KinerjaHttpCase):
    def test_the_library_works_over_rpc(self):
        skp = self._make_skp()
        self._log_in("own")
        self._call("asn.indicator.template", "action_vote", [self.template.ids])
        self._call(
            "asn.indicator.template",
            "action_take",
            [self.template.ids],
            {"context": {"asn_kinerja_skp_id": skp.id}},
        )
        self.assertEqual(skp.result_ids[-1:].origin, "library")
        self.assertEqual(self.template.vote_count, 1)
