# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import JsonRpcException, freeze_time, tagged
from odoo.tools import mute_logger

from .common import NOW, REFUSALS, ROLES, KinerjaCase, KinerjaHttpCase
from .objections import ObjectionCase

PARTIES = ("own", "assessor", "superior", "acting", "auditor")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestObjectionEvidence(ObjectionCase):
    """Evidence stays inside the objection; reasons stay with the parties."""

    def _upload(self, role="own", **values):
        files = self._as_role(self.env["ir.attachment"], role)
        return files.create({"name": "register.txt", "raw": b"figures", **values})

    def test_evidence_is_bound_to_the_objection(self):
        file = self._upload()
        objection = self._object(attachment_ids=file.ids)
        self.assertEqual((file.res_model, file.res_id), ("asn.objection", objection.id))
        for role in ROLES:
            with self.subTest(role=role):
                refused = self._is_refused(self._as_role(file, role).read, ["raw"])
                self.assertEqual(refused, role not in PARTIES)

    def test_a_file_of_somebody_else_is_no_evidence(self):
        own = self._as_role(self.evaluation, "own")
        realisation = self.evaluation.realisation_ids
        bound = {"res_model": realisation._name, "res_id": realisation.id}
        for file in (
            self._upload("assessor"),
            self.env["ir.attachment"].create({"name": "x", "raw": b"x"}),
            self.env["ir.attachment"].create({"name": "y", "raw": b"x", **bound}),
        ):
            with self.subTest(file=file.name):
                self._attempt(REFUSALS, own.action_object, "Because", file.ids)
        for wrong in ([10**9], ["x"], "x"):
            with self.subTest(wrong=wrong):
                self._attempt(UserError, own.action_object, "Because", wrong)

    def test_evidence_is_added_until_the_decision_and_by_the_employee_alone(self):
        objection = self._object()
        values = {"evidence_ids": [Command.link(self._upload().id)]}
        self._as_role(objection, "own").write(values)
        self.assertEqual(len(objection.evidence_ids), 1)
        more = {"evidence_ids": [Command.link(self._upload("assessor").id)]}
        self._attempt(AccessError, self._as_role(objection, "assessor").write, more)
        self._explain()
        self._decide()
        late = {"evidence_ids": [Command.link(self._upload().id)]}
        self._attempt(REFUSALS, self._as_role(objection, "own").write, late)

    def test_no_column_is_written_directly(self):
        objection = self._as_role(self._object(), "own")
        for name in ("state", "result_reason", "outcome", "explanation", "decided_on"):
            with self.subTest(field=name):
                self._attempt(AccessError, objection.write, {name: False})

    def test_the_reasons_are_not_told_to_officer_and_manager_before_the_answer(self):
        self._object()
        for role in ("officer", "manager"):
            seen = self._as_role(self.env["asn.objection"], role).search([])
            self.assertFalse(seen)
            decisions = self._as_role(self.evaluation.decision_ids, role)
            texts = repr(decisions.read(["note", "snapshot"]))
            with self.subTest(role=role):
                self.assertNotIn("figures were left out", texts)

    def test_typed_text_is_kept_storable(self):
        objection = self._object({"result": "Si\x00ti \ud800Aminah"})
        self.assertEqual(objection.result_reason, "Siti Aminah")

    def test_what_every_open_verb_costs_does_not_grow(self):
        colleagues = self.env["hr.employee"]
        for number in range(8):
            colleagues += self._make_employee(
                f"Staff {number}", self.section, self.people["assessor"]
            )
        for employee in colleagues:
            self._make_skp_of(employee).state = "agreed"
        self._make_evaluation(self.evaluation.skp_id)
        lines = self.interval.evaluation_ids - self.evaluation
        lines.write({"state": "objected"})
        costs = []
        for some in (lines[:1], lines[1:2], lines[2:]):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            self._as_role(some.browse(some.ids), "superior").mapped("allowed_actions")
            costs.append(self.cr.sql_log_count - before)
        self.assertLessEqual(costs[2], costs[1] + 1)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestObjectionOverHttp(KinerjaHttpCase):
    """The whole way as a browser or a script calls it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.evaluation = cls._make_evaluation()
        cls._deliver(cls.evaluation)

    def _step(self, role, verb, *args):
        self._log_in(role)
        self._call("asn.evaluation", f"action_{verb}", [self.evaluation.ids, *args])
        self.env.invalidate_all()

    def _refused(self, role, verb, *args):
        with mute_logger("odoo.http"), self.assertRaises(JsonRpcException):
            self._step(role, verb, *args)

    def test_the_whole_way_over_the_wire(self):
        self._refused("outsider", "object", "Because")
        self._refused("assessor", "object", "Because")
        self._step("own", "object", {"result": "Because"})
        self._refused("own", "object", {"result": "Again"})
        self._refused("own", "decide", "upheld", None, "Because")
        self._refused("manager", "decide", "upheld", None, "Because")
        self._step("assessor", "explain", "Because")
        self._refused("assessor", "decide", "upheld", None, "Because")
        ratings = {"result_rating": "meets", "behaviour_rating": "meets"}
        self._step("superior", "decide", "changed", ratings, "Because")
        self.assertEqual(self.evaluation.state, "decided")
        self._refused("superior", "decide", "upheld", None, "Again")

    def test_private_methods_are_closed(self):
        self._log_in("manager")
        for model, method in (
            ("asn.evaluation", "_file"),
            ("asn.evaluation", "_decide"),
            ("asn.objection", "_keep_evidence"),
            ("asn.decision", "_verify"),
            ("asn.chain.heads", "_export"),
            ("asn.delivery", "_remind_agency"),
        ):
            with (
                self.subTest(method=method),
                mute_logger("odoo.http"),
                self.assertRaises(JsonRpcException),
            ):
                self._call(model, method, [[]])

    def test_the_dialogs_show_no_evaluation_of_others(self):
        for model in ("asn.objection.file", "asn.objection.answer"):
            for role in ("outsider", "manager_b"):
                self._log_in(role)
                with (
                    self.subTest(model=model, role=role),
                    mute_logger("odoo.http"),
                    self.assertRaises(JsonRpcException),
                ):
                    self._call(
                        model,
                        "create",
                        [{"evaluation_id": self.evaluation.id, "text": "x"}]
                        if model == "asn.objection.answer"
                        else [{"evaluation_id": self.evaluation.id}],
                    )


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestDialogsOfObjection(KinerjaCase):
    """What the dialogs send is what was typed."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.evaluation = cls._make_evaluation()
        cls._deliver(cls.evaluation)

    def _open(self, model, role, **values):
        dialogs = self._as_role(self.env[model], role)
        return dialogs.create({"evaluation_id": self.evaluation.id, **values})

    def test_the_dialogs_take_each_step(self):
        dialog = self._open("asn.objection.file", "own", result_reason="Because")
        self.assertTrue(dialog.last_day)
        dialog.action_file()
        self._open("asn.objection.answer", "assessor", text="Because").action_answer()
        decide = self._open(
            "asn.objection.answer",
            "superior",
            verb="decide",
            outcome="changed",
            result_rating="above",
            behaviour_rating="above",
            text="Because",
        )
        self.assertEqual(decide.predicate, "very_good")
        decide.action_answer()
        self.assertEqual(self.evaluation.predicate, "very_good")
        self.evaluation._finish("finalise")
        order = self._open(
            "asn.evaluation.order", "manager", verb="reopen", number="1", note="Why"
        )
        self.assertEqual(order.action_order()["res_model"], "asn.evaluation")
        self.assertEqual(self.evaluation.state, "rated")

    def test_an_empty_dialog_gets_a_sentence(self):
        dialog = self._open("asn.objection.file", "own")
        self._attempt(UserError, dialog.action_file)
