# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from odoo import Command
from odoo.exceptions import UserError
from odoo.tests import freeze_time, tagged

from .common import NOW, REFUSALS, KinerjaCase

WHY = ("The decision on an objection changes it", "800/7/2026")
SENTENCE = "nothing in it changes any more"


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestLockParts(KinerjaCase):
    """Every part of a locked interval refuses changes in a sentence.

    What follows delivery goes on. Source: PP 30/2019, Pasal 59, objection (C1).
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.evaluation = cls._make_evaluation()

    def _lock(self):
        self._as_role(self.interval, "manager").action_lock()

    def _close(self):
        self._as_role(self.period, "manager").action_close()

    def _each_end(self):
        """Yield after locking the interval, and again after closing the year."""
        for end, undo in (
            (self._lock, self._as_role(self.interval, "manager").action_unlock),
            (self._close, self._as_role(self.period, "manager").action_reopen),
        ):
            end()
            with self.subTest(end=end.__name__):
                yield
            undo(*WHY)

    def _assert_locked(self, function, *args):
        with self.assertRaisesRegex(UserError, SENTENCE), self.cr.savepoint():
            function(*args)
            self.env.flush_all()

    def test_realisations_and_the_part_of_the_employee(self):
        mine = self._as_role(self.evaluation, "own")
        line = mine.realisation_ids
        for _end in self._each_end():
            self._assert_locked(line.write, {"value": 5})
            self._assert_locked(line.action_refresh_proposal)
            self._assert_locked(mine.write, {"employee_note": "Other"})
            self._assert_locked(
                mine.write,
                {"realisation_ids": [Command.update(line.id, {"note": "N"})]},
            )
            self._assert_locked(mine.action_submit)
        line.write({"value": 5})
        mine.action_submit()

    def test_evidence(self):
        files = self._as_role(self.env["ir.attachment"], "own")
        place = {"res_model": "asn.indicator.realisation"}
        place["res_id"] = self.evaluation.realisation_ids.id
        kept = files.create({"name": "kept.txt", "raw": b"kept", **place})
        loose = files.create({"name": "loose.txt", "raw": b"loose"})
        for _end in self._each_end():
            values = {"name": "new.txt", "raw": b"new", **place}
            self._assert_locked(files.create, values)
            self._assert_locked(kept.write, {"raw": b"other"})
            self._assert_locked(kept.unlink)
            self._assert_locked(loose.write, place)
        kept.unlink()

    def test_the_worksheet_and_the_steps_of_the_assessor(self):
        self._fill_and_submit(self.evaluation)
        self._fill_worksheet(self.evaluation)
        mine = self._as_role(self.evaluation, "assessor")
        sheet = self._as_role(self._get_worksheet(self.evaluation), "assessor")
        for _end in self._each_end():
            self._assert_locked(sheet.write, {"result_rating": "below"})
            self._assert_locked(mine.action_rate)
            self._assert_locked(sheet.action_rate)
            self._assert_locked(mine.action_return, "Why")
            self.assertTrue(sheet.is_locked)
            self.assertNotIn("rate", mine.allowed_actions)
            self.env.invalidate_all()
        mine.action_rate()
        for _end in self._each_end():
            self._assert_locked(mine.action_deliver)
        mine.action_deliver()

    def test_a_deputy_neither(self):
        self._fill_and_submit(self.evaluation)
        self._lock()
        mine = self._as_role(self.evaluation, "acting")
        self._assert_locked(mine.action_rate)

    def test_unit_performance(self):
        mine = self._as_role(self.performance, "manager")
        values = {
            "department_id": self.unit.id,
            "interval_id": self.interval.id,
            "rating": "good",
        }
        other = self._get_interval(self.period, "2026-04-01")
        moved = mine.create({**values, "interval_id": other.id})
        for _end in self._each_end():
            self._assert_locked(mine.write, {"rating": "poor"})
            self._assert_locked(mine.unlink)
            self._assert_locked(mine.create, values)
            self._attempt(REFUSALS, moved.write, {"interval_id": self.interval.id})
        moved.write({"rating": "poor"})

    def test_nothing_is_opened_in_a_locked_interval(self):
        later = self._make_agreed_skp(self.people["outsider"])
        mine = self._as_role(self.interval, "manager")
        self._lock()
        self._assert_locked(mine.action_open_evaluations)
        evaluations = self.env["asn.evaluation"]
        self.assertFalse(evaluations._find_unopened(self.interval))
        mine.action_unlock(*WHY)
        self.assertEqual(evaluations._find_unopened(self.interval), later)

    def test_plans_of_a_closed_year(self):
        plan = self._make_skp("outsider")
        mine = self._as_role(plan, "outsider")
        line = mine.result_ids
        self._close()
        for write, values in (
            (mine.write, {"approach": "qualitative"}),
            (mine.write, {"result_ids": [Command.create({"name": "More"})]}),
            (line.write, {"name": "Other"}),
            (line.indicator_ids.write, {"target_min": 5}),
            (line.create, {"name": "More", "skp_id": plan.id}),
            (mine.behaviour_ids[:1].write, {"expectation": "Other"}),
            (
                mine.annex_ids.create,
                {"name": "L", "kind": "resources", "skp_id": plan.id},
            ),
        ):
            with self.subTest(values=values):
                self._assert_locked(write, values)
        self._assert_locked(line.unlink)
        self._assert_locked(mine.action_submit)
        self._as_role(self.period, "manager").action_reopen(*WHY)
        line.write({"name": "Other"})

    def test_a_locked_interval_leaves_the_plans_alone(self):
        plan = self._make_skp("outsider")
        self._lock()
        self._as_role(plan.result_ids, "outsider").write({"name": "Other"})

    def test_a_plan_does_not_end_in_a_locked_interval(self):
        plan = self.evaluation.skp_id
        self.evaluation.unlink()
        self._lock()
        mine = self._as_role(plan, "assessor")
        self._assert_locked(mine._open_closing_evaluation, date(2026, 3, 14))

    def test_what_follows_delivery_goes_on(self):
        self._deliver(self.evaluation)
        self._lock()
        self._close()
        mine = self._as_role(self.evaluation, "own")
        self.assertIn("acknowledge", mine.allowed_actions)
        mine.action_acknowledge()
        self.assertTrue(self.evaluation.acknowledged_on)
        with freeze_time("2026-06-01 03:00:00"):
            self._as_role(self.evaluation, "manager").action_finalise()
        self.assertEqual(self.evaluation.state, "final")

    def test_the_employee_is_told(self):
        self._lock()
        mine = self._as_role(self.evaluation, "own")
        self.assertIn("locked", mine.next_step)
        self.assertNotIn("submit", mine.allowed_actions)
