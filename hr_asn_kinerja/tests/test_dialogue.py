# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, freeze_time, tagged
from odoo.tools import mute_logger

from .common import NOW, REFUSALS, ROLES, KinerjaCase

SIDES = ("own", "assessor", "acting")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestDialogue(KinerjaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.skp = cls._make_agreed_skp()

    def _write_minutes(self, role="own", **values):
        values = {"skp_id": self.skp.id, "topics": "The target", **values}
        return self._as_role(self.env["asn.dialogue"], role).create(values)

    def _follow_up(self, **values):
        return {
            "follow_up": "Ask for a printer",
            "follow_up_by": "employee",
            "follow_up_date": "2026-04-20",
            **values,
        }

    def _acknowledge(self, dialogue, *roles):
        for role in roles:
            self._as_role(dialogue, role).action_acknowledge()

    def test_either_side_writes_and_nobody_else(self):
        for role in ROLES:
            with self.subTest(role=role):
                if role in SIDES:
                    dialogue = self._write_minutes(role)
                    self.assertEqual(dialogue.author_name, f"User {role}")
                    self._as_role(dialogue, role).agreements = "It stays"
                else:
                    self._attempt(AccessError, self._write_minutes, role)

    def test_both_acknowledge_and_then_it_is_closed_for_good(self):
        dialogue = self._write_minutes()
        self._acknowledge(dialogue, "own")
        self.assertEqual(dialogue.state, "open")
        self._acknowledge(dialogue, "assessor")
        self.assertEqual(dialogue.state, "closed")
        for role in ROLES:
            mine = self._as_role(dialogue, role)
            with self.subTest(role=role):
                self._attempt(REFUSALS, mine.write, {"topics": "Other"})
                self._attempt(REFUSALS, mine.action_acknowledge)
                self._attempt(REFUSALS, mine.unlink)

    def test_who_acts_acknowledges_with_their_own_name(self):
        dialogue = self._write_minutes()
        self._acknowledge(dialogue, "own", "acting")
        self.assertEqual(dialogue.assessor_acknowledged_by, "User acting")
        self.assertEqual(dialogue.state, "closed")

    def test_nobody_else_acknowledges(self):
        dialogue = self._write_minutes()
        for role in ROLES:
            if role not in SIDES:
                with self.subTest(role=role):
                    mine = self._as_role(dialogue, role)
                    self._attempt(AccessError, mine.action_acknowledge)

    def test_one_side_twice_is_still_one_side(self):
        dialogue = self._write_minutes()
        self._acknowledge(dialogue, "own", "own")
        self.assertEqual(dialogue.state, "open")

    def test_a_change_asks_the_other_side_again(self):
        dialogue = self._write_minutes()
        self._acknowledge(dialogue, "own")
        self._as_role(dialogue, "assessor").agreements = "It rises"
        self.assertFalse(dialogue.employee_acknowledged_at)
        self._acknowledge(dialogue, "assessor")
        self.assertEqual(dialogue.state, "open")

    def test_the_own_change_keeps_the_own_acknowledgement(self):
        dialogue = self._write_minutes()
        self._acknowledge(dialogue, "own")
        self._as_role(dialogue, "own").agreements = "It stays"
        self.assertTrue(dialogue.employee_acknowledged_at)

    def test_nobody_acknowledges_by_writing_the_column(self):
        dialogue = self._as_role(self._write_minutes(), "own")
        for name in ("assessor_acknowledged_at", "employee_acknowledged_at"):
            self._attempt(AccessError, dialogue.write, {name: "2026-01-01 00:00:00"})
        self._attempt(AccessError, dialogue.write, {"state": "closed"})
        forged = self._as_role(self.env["asn.dialogue"], "own").with_context(
            default_state="closed",
            default_assessor_acknowledged_at="2026-01-01 00:00:00",
        )
        forged = forged.create({"skp_id": self.skp.id, "topics": "Forged"})
        self.assertEqual(forged.state, "open")
        self.assertFalse(forged.assessor_acknowledged_at)

    def test_the_other_side_is_told(self):
        partner = self.users["assessor"].partner_id
        before = self.env["mail.notification"].search_count(
            [("res_partner_id", "=", partner.id)]
        )
        self._write_minutes()
        after = self.env["mail.notification"].search_count(
            [("res_partner_id", "=", partner.id)]
        )
        self.assertEqual(after, before + 1)

    def test_a_follow_up_names_who_and_until_when(self):
        with mute_logger("odoo.sql_db"):
            self._attempt(
                IntegrityError,
                self._write_minutes,
                **self._follow_up(follow_up_by=False),
            )

    def test_the_reminder_begins_with_both_acknowledgements(self):
        dialogue = self._write_minutes(**self._follow_up())
        self._acknowledge(dialogue, "own")
        self.assertFalse(dialogue.follow_up_activity_id)
        self._acknowledge(dialogue, "assessor")
        self.assertRecordValues(
            dialogue.sudo().follow_up_activity_id,
            [{"user_id": self.users["own"].id, "summary": "Ask for a printer"}],
        )
        activity = dialogue.sudo().follow_up_activity_id
        self._as_role(dialogue, "assessor").action_follow_up_done()
        self.assertFalse(activity.exists().active)
        self.assertEqual(str(dialogue.follow_up_done_on), "2026-04-10")
        self._attempt(UserError, self._as_role(dialogue, "own").action_follow_up_done)

    def test_nobody_else_ends_the_follow_up(self):
        dialogue = self._write_minutes(**self._follow_up())
        self._attempt(UserError, self._as_role(dialogue, "own").action_follow_up_done)
        self._acknowledge(dialogue, "own", "assessor")
        for role in ("superior", "officer", "manager", "auditor", "outsider"):
            mine = self._as_role(dialogue, role)
            self._attempt(AccessError, mine.action_follow_up_done)

    def test_the_reminder_outlives_the_next_step_of_the_plan(self):
        dialogue = self._write_minutes(**self._follow_up())
        self._acknowledge(dialogue, "own", "assessor")
        self.skp._close_asks()
        self.assertTrue(dialogue.sudo().follow_up_activity_id.exists())

    def test_a_cancelled_plan_has_no_new_minutes(self):
        self.skp.state = "cancelled"
        self._attempt(UserError, self._write_minutes)

    def test_the_form_begins_with_the_own_plan(self):
        form = Form(self._as_role(self.env["asn.dialogue"], "own"))
        self.assertEqual(form.skp_id, self._as_role(self.skp, "own"))
        form.topics = "The target"
        self.assertEqual(form.save().employee_name, "Name own")

    def test_lists_of_both_menus(self):
        dialogue = self._write_minutes()
        mine = self._as_role(dialogue, "own")
        self.assertIn(
            mine, mine.search([("skp_id.employee_user_id", "=", mine.env.uid)])
        )
        team = self._as_role(dialogue, "assessor")
        found = team.search([("skp_id.is_assessed_by_me", "=", True)])
        self.assertIn(team, found)

    def test_a_follow_up_of_nothing_but_spaces_does_not_stop_the_minutes(self):
        dialogue = self._write_minutes(**self._follow_up(follow_up=" \n "))
        self._acknowledge(dialogue, "own", "assessor")
        self.assertEqual(dialogue.state, "closed")
        self.assertFalse(dialogue.sudo().follow_up_activity_id)
