# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import io

import openpyxl

from odoo import Command
from odoo.exceptions import AccessError
from odoo.tests import JsonRpcException, freeze_time, new_test_user, tagged
from odoo.tools import mute_logger

from .common import NOW, KinerjaCase, KinerjaHttpCase


class TreeRecords:
    """superior -> assessor -> own, each serving the one above."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.top = cls._make_named("superior", "The agency is healthy")
        cls.middle = cls._make_named("assessor", "The unit is healthy", cls.top)
        cls.low = cls._make_named("own", "=HYPERLINK(1)", cls.middle, state="draft")
        cls.tree = cls.env["asn.cascade"]

    @classmethod
    def _make_named(cls, role, name, parent=None, state="agreed"):
        skp = cls._make_skp(role)
        skp.result_ids.name = name
        skp.state = state
        skp.result_ids.parent_id = parent
        return skp.result_ids


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestCascadeTree(TreeRecords, KinerjaCase):
    """Everybody sees the tree as far as their rights go, and the path above them."""

    def _start(self, role, **options):
        self.env.flush_all()
        self.env.invalidate_all()
        return self._as_role(self.tree, role).get_start(self.period.id, **options)

    def _below(self, role, result):
        self.env.invalidate_all()
        level = self._as_role(self.tree, role).get_children([result.id], self.period.id)
        return [level["nodes"][one] for one in level["children"][result.id]]

    def _count(self, call, *args):
        self.env.flush_all()
        self.env.invalidate_all()
        start = self.cr.sql_log_count
        call(*args)
        return self.cr.sql_log_count - start

    def test_the_first_two_levels_come_at_once(self):
        start = self._start("manager")
        self.assertEqual(start["children"][0], self.top.ids)
        self.assertEqual(start["children"][self.top.id], self.middle.ids)
        self.assertNotIn(self.low.id, start["nodes"])
        self.assertEqual(start["period_id"], self.period.id)
        node = start["nodes"][self.middle.id]
        self.assertEqual(node["owner"], "Name assessor")
        self.assertEqual(node["child_count"], 1)
        self.assertIn("Letters answered", node["indicators"][0]["text"])

    def test_who_sees_the_whole_tree_from_the_top(self):
        for role in ("manager", "auditor", "superior"):
            with self.subTest(role=role):
                start = self._start(role)
                self.assertEqual(start["children"][0], self.top.ids)
                self.assertFalse(start["nodes"][self.top.id]["is_masked"])

    def test_an_officer_begins_where_the_own_units_begin(self):
        self.scope.department_id = self.section
        self.assertEqual(self._start("officer")["children"][0], self.middle.ids)
        self.assertFalse(self._start("officer_out")["children"][0])
        self.assertFalse(
            self._as_role(self.tree, "manager_b").get_start()["children"][0]
        )

    def test_an_employee_sees_wording_and_position_above_and_no_more(self):
        start = self._start("own")
        self.assertEqual(start["children"][0], self.top.ids)
        top, middle = start["nodes"][self.top.id], start["nodes"][self.middle.id]
        for node, result, role in (
            (top, self.top, "superior"),
            (middle, self.middle, "assessor"),
        ):
            self.assertEqual(
                node,
                {
                    "id": result.id,
                    "name": result.name,
                    "position": f"Job of Name {role}",
                    "is_masked": True,
                    "indicators": [],
                    "gaps": [],
                    "child_count": 1,
                },
            )
        self.assertEqual(
            [node["id"] for node in self._below("own", self.middle)], [self.low.id]
        )

    def test_a_sibling_is_not_on_the_path(self):
        person = self._make_employee("Twin", self.section, self.people["assessor"])
        twin = self._make_skp_of(person)
        twin.result_ids.parent_id = self.middle
        self.assertEqual(len(self._below("own", self.middle)), 1)
        self.assertEqual(len(self._below("assessor", self.middle)), 2)

    def test_a_plan_above_that_is_not_agreed_is_no_path(self):
        self.top.skp_id.state = "draft"
        start = self._start("own")
        self.assertEqual(start["children"][0], self.middle.ids)
        self.assertNotIn(self.top.id, start["nodes"])

    def test_an_outsider_sees_neither_nodes_nor_words(self):
        tree = self._as_role(self.tree, "outsider")
        self.assertFalse(self._start("outsider")["nodes"])
        self.assertFalse(self._below("outsider", self.middle))
        self.assertFalse(tree.get_node(self.middle.id, self.period.id))
        self.assertFalse(tree.find_nodes("healthy", self.period.id))

    def test_somebody_from_outside_gets_no_tree(self):
        portal = new_test_user(self.env, "portal", groups="base.group_portal")
        tree = self.tree.with_user(portal)
        for method, args in (
            ("get_start", ()),
            ("get_children", ([0], self.period.id)),
            ("find_nodes", ("a", self.period.id)),
            ("get_node", (self.top.id, self.period.id)),
            ("export_tree", (self.period.id,)),
        ):
            with self.subTest(method=method):
                self._attempt(AccessError, getattr(tree, method), *args)

    def test_a_word_or_a_person_is_found_with_the_path(self):
        tree = self._as_role(self.tree, "manager")
        for words in ("HYPERLINK", "Name own"):
            (found,) = tree.find_nodes(words, self.period.id)
            with self.subTest(words=words):
                self.assertEqual(found["id"], self.low.id)
                trail = [step["id"] for step in found["trail"]]
                self.assertEqual(trail, [self.top.id, self.middle.id])
        self.assertFalse(tree.find_nodes("  ", self.period.id))

    def test_the_name_of_a_masked_owner_finds_nothing(self):
        tree = self._as_role(self.tree, "own")
        self.assertFalse(tree.find_nodes("Name superior", self.period.id))
        self.assertFalse(tree.find_nodes("Job of Name superior", self.period.id))
        (found,) = tree.find_nodes("agency", self.period.id)
        self.assertTrue(found["is_masked"])

    def test_gaps_are_marked_with_words(self):
        self.low.skp_id.result_ids.parent_id = False
        node = self._start("manager")["nodes"][self.middle.id]
        self.assertEqual(node["gaps"], ["Nobody carries this result"])
        self.low.parent_id = self.middle
        self.low.indicator_ids.write(
            {"leader_indicator_id": self.middle.indicator_ids.id, "share": 80}
        )
        node = self._start("manager")["nodes"][self.middle.id]
        self.assertEqual(node["gaps"], ["The shares of “Letters answered” make 80 %"])

    def test_a_unit_is_shown_from_its_own_top(self):
        start = self._start("manager", department_id=self.section.id)
        self.assertEqual(start["children"][0], self.middle.ids)
        names = [unit["name"] for unit in start["departments"]]
        self.assertIn(self.section.complete_name, names)

    def test_what_serves_nothing_is_no_root_and_a_late_leader_makes_one(self):
        self.low.parent_id = False
        self.assertEqual(self._start("manager")["children"][0], self.top.ids)
        self.low.skp_id.leader_skp_id = False
        roots = self._start("manager")["children"][0]
        self.assertEqual(set(roots), {self.top.id, self.low.id})

    def test_many_children_come_in_pages(self):
        person = self._make_employee("Many", self.section, self.people["assessor"])
        lines = [Command.create({"name": f"R{n}"}) for n in range(90)]
        skp = self._make_skp_of(person, result_ids=lines)
        skp.result_ids.parent_id = self.middle
        tree = self._as_role(self.tree, "manager")
        first = tree.get_children(self.middle.ids, self.period.id)
        self.assertEqual(first["totals"][self.middle.id], 91)
        self.assertEqual(len(first["nodes"]), 80)
        rest = tree.get_children(self.middle.ids, self.period.id, offset=80)
        self.assertEqual(
            {*first["nodes"], *rest["nodes"]}, {*skp.result_ids.ids, self.low.id}
        )

    def test_the_workbook_holds_what_the_reader_sees_below_the_root(self):
        rows = self._export("manager")
        self.assertEqual(
            [(row[0], row[1]) for row in rows[1:]],
            [
                (1, "The agency is healthy"),
                (2, "The unit is healthy"),
                (3, "'=HYPERLINK(1)"),
            ],
        )
        rows = self._export("manager", self.middle.id)
        self.assertEqual(len(rows), 3)
        rows = self._export("own")
        self.assertEqual([row[3] for row in rows[1:]], ["", "", "Name own"])

    def _export(self, role, root=None):
        self.env.invalidate_all()
        file = self._as_role(self.tree, role).export_tree(self.period.id, root_id=root)
        book = openpyxl.load_workbook(io.BytesIO(base64.b64decode(file["content"])))
        return list(book.active.iter_rows(values_only=True))

    def test_who_may_not_export_does_not(self):
        export = self.env.ref("base.group_allow_export")
        for role, may in (("own", False), ("assessor", False), ("auditor", True)):
            self.users[role].group_ids -= export
            tree = self._as_role(self.tree, role)
            with self.subTest(role=role):
                self.assertEqual(tree.get_start()["can_export"], may)
                if may:
                    self.assertTrue(tree.export_tree(self.period.id)["content"])
                else:
                    self._attempt(AccessError, tree.export_tree, self.period.id)

    def test_the_tree_costs_the_same_however_large_it_is(self):
        tree = self._as_role(self.tree, "manager")
        own = self._as_role(self.tree, "own")
        calls = (
            lambda: tree.get_start(self.period.id),
            lambda: own.get_start(self.period.id),
            lambda: tree.find_nodes("healthy", self.period.id),
            lambda: tree.export_tree(self.period.id),
        )
        for _warm_up in range(2):
            before = [self._count(call) for call in calls]
        for number in range(15):
            person = self._make_employee(
                f"P{number}", self.section, self.people["assessor"]
            )
            skp = self._make_skp_of(person)
            skp.result_ids.write({"parent_id": self.middle.id, "name": "healthy too"})
        after = [self._count(call) for call in calls]
        self.assertEqual(after, before)
        self.assertLess(before[0], 60)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestCascadeRpc(TreeRecords, KinerjaHttpCase):
    """The screen calls over RPC, with strings for keys and whatever one sends."""

    def test_the_tree_is_read_over_rpc(self):
        self._log_in("own")
        start = self._call("asn.cascade", "get_start")
        self.assertEqual(start["children"]["0"], self.top.ids)
        level = self._call(
            "asn.cascade", "get_children", ([str(self.middle.id)], start["period_id"])
        )
        self.assertEqual(level["children"][str(self.middle.id)], self.low.ids)

    def test_a_manager_walks_through_the_tree_by_keyboard(self):
        self.users["manager"].password = "asn_manager"
        self.start_tour("/odoo/kinerja-pohon", "asn_cascade_walk", login="asn_manager")

    @mute_logger("odoo.http")
    def test_what_makes_the_tree_is_not_called_from_outside(self):
        self._log_in("own")
        for method in ("_get_nodes", "_get_path_ids", "_get_rows"):
            with self.subTest(method=method), self.assertRaises(JsonRpcException):
                self._call("asn.cascade", method, ([self.top.id],))

    def test_what_is_no_number_is_nothing(self):
        self._log_in("own")
        period = self.period.id
        for wrong in ("x", [1], {}, True, 3.5, 10**30, -1):
            calls = (
                ("get_start", (wrong, wrong)),
                ("get_children", (wrong, period)),
                ("get_children", ([wrong], wrong, wrong, wrong)),
                ("find_nodes", (wrong, wrong, wrong)),
                ("get_node", (wrong, wrong, wrong)),
            )
            for method, args in calls:
                with self.subTest(method=method, wrong=wrong):
                    self._call("asn.cascade", method, args)
