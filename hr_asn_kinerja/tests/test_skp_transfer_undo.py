# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from .common import NOW, ROLES
from .test_skp_transfer import TransferCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestSkpTransferUndo(TransferCase):
    def test_undoing_brings_the_plan_back(self):
        event = self._apply(successor_id=self.people["outsider"].id)
        evaluation, receiver = event.evaluation_id, event.receiver_skp_id
        self.assertTrue(self._as_role(event, "officer").can_undo)
        self._as_role(event, "officer").action_undo()
        self.assertEqual(self.skp.state, "agreed")
        self.assertEqual(self.skp.date_to, self.period.date_to)
        self.assertEqual(event.next_skp_id.state, "cancelled")
        self.assertEqual(receiver.state, "cancelled")
        self.assertFalse(evaluation.exists())
        self.assertEqual(event.undone_by_id, self.users["officer"])
        self._attempt(UserError, self._as_role(event, "officer").action_undo)
        again = self._apply()
        self.assertEqual(again.next_skp_id.state, "draft")

    def test_undoing_restores_a_revised_plan_of_the_successor(self):
        plan = self._make_agreed_skp(self.people["outsider"])
        before = self.env["asn.snapshot"]._get_plan_content(plan)
        event = self._apply(successor_id=self.people["outsider"].id)
        self._as_role(event, "manager").action_undo()
        self.env.invalidate_all()
        self.assertEqual(plan.state, "agreed")
        after = self.env["asn.snapshot"]._get_plan_content(plan)
        self.assertEqual(after, before)

    def test_undoing_an_acting_duty_takes_the_result_back(self):
        for way in ("additional", "second"):
            with self.subTest(way=way):
                event = self._apply(kind="plt", acting_text="Led", acting_way=way)
                self._as_role(event, "officer").action_undo()
                self.assertEqual(self.skp.state, "agreed")
                self.assertEqual(len(self.skp.result_ids), 2)

    def test_what_was_written_into_the_new_plan_stops_it(self):
        event = self._apply()
        self._as_role(event.next_skp_id, "own").result_ids = [
            Command.create(self._prepare_result_values())
        ]
        self.env.invalidate_all()
        self.assertFalse(self._as_role(event, "officer").can_undo)
        self._attempt(UserError, self._as_role(event, "officer").action_undo)

    def test_what_the_successor_changed_stops_it(self):
        event = self._apply(successor_id=self.people["outsider"].id)
        self._as_role(event.result_ids, "outsider").name = "Sharper"
        self._attempt(UserError, self._as_role(event, "officer").action_undo)

    def test_what_the_successor_wrote_beside_it_stops_it(self):
        self._make_agreed_skp(self.people["outsider"])
        event = self._apply(successor_id=self.people["outsider"].id)
        other = event.receiver_skp_id.result_ids - event.result_ids
        self._as_role(other, "outsider").name = "Sharper"
        self._attempt(UserError, self._as_role(event, "officer").action_undo)

    def test_what_was_written_into_the_closing_evaluation_stops_it(self):
        event = self._apply()
        self._as_role(event.evaluation_id, "own").realisation_ids[0].value = 3
        self._attempt(UserError, self._as_role(event, "officer").action_undo)

    def test_nobody_else_undoes(self):
        event = self._apply()
        for role in ROLES:
            if role in ("officer", "manager"):
                continue
            with self.subTest(role=role):
                self._attempt(AccessError, self._as_role(event, role).action_undo)

    def test_a_row_is_never_rewritten(self):
        event = self._apply()
        for record in (event.sudo(), self._as_role(event, "manager")):
            self._attempt(AccessError, record.write, {"letter_number": "Other"})
            self._attempt(AccessError, record.unlink)
