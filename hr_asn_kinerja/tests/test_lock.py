# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from .common import NOW, REFUSALS, ROLES, KinerjaCase

WHY = ("The decision on an objection changes it", "800/7/2026")
OTHERS = tuple(role for role in ROLES if role != "manager")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestLock(KinerjaCase):
    """Who locks and unlocks, and what is kept of it."""

    def setUp(self):
        super().setUp()
        self.mine = self._as_role(self.interval, "manager")
        self.year = self._as_role(self.period, "manager")

    def _get_log(self):
        return self.env["asn.interval.lock"].search(
            [("period_id", "=", self.period.id)], order="id"
        )

    def test_locking_and_unlocking_are_kept_with_reason_and_letter(self):
        self._make_evaluation()
        self.mine.action_lock("All is in")
        self.assertEqual((self.mine.state, self.mine.is_locked), ("locked", True))
        self.mine.action_unlock(*WHY)
        self.assertEqual((self.mine.state, self.mine.is_locked), ("open", False))
        manager = self.users["manager"].id
        common = {"user_id": manager, "interval_id": self.interval.id, "open_count": 1}
        self.assertRecordValues(
            self._get_log(),
            [
                {**common, "act": "lock", "reason": "All is in", "letter_number": ""},
                {
                    **common,
                    "act": "unlock",
                    "reason": WHY[0],
                    "letter_number": WHY[1],
                },
            ],
        )

    def test_unlocking_wants_a_reason_and_a_letter(self):
        self.mine.action_lock()
        for words in ((), ("Why",), ("  ", "800/1"), (None, "800/1"), (1, 2)):
            with self.subTest(words=words):
                self._attempt(UserError, self.mine.action_unlock, *words)
        self.assertEqual(self.mine.state, "locked")

    def test_twice_is_refused(self):
        self._attempt(UserError, self.mine.action_unlock, *WHY)
        self.mine.action_lock()
        self._attempt(UserError, self.mine.action_lock)

    def test_many_intervals_are_locked_at_once(self):
        many = self._as_role(self.period.interval_ids, "manager")
        many.action_lock()
        self.assertEqual(set(many.mapped("state")), {"locked"})
        self.assertEqual(len(self._get_log()), len(many))

    def test_only_the_manager_of_the_agency_locks(self):
        for role in OTHERS:
            for records in (self.interval, self.period):
                mine = self._as_role(records, role)
                action = (
                    mine.action_lock if records == self.interval else mine.action_close
                )
                with self.subTest(role=role, model=records._name):
                    self._attempt(AccessError, action)

    def test_only_the_manager_of_the_agency_unlocks(self):
        self.mine.action_lock()
        for role in OTHERS:
            with self.subTest(role=role):
                locked = self._as_role(self.interval, role)
                self._attempt(AccessError, locked.action_unlock, *WHY)
        self.year.action_close()
        for role in OTHERS:
            with self.subTest(role=role):
                closed = self._as_role(self.period, role)
                self._attempt(AccessError, closed.action_reopen, *WHY)

    def test_closing_and_reopening_a_year_are_kept(self):
        self.year.action_close()
        self.assertTrue(self.interval.is_locked)
        self._attempt(UserError, self.year.action_reopen)
        self._attempt(UserError, self.year.action_close)
        self.year.action_reopen(*WHY)
        self.assertEqual(self.year.state, "open")
        self._attempt(UserError, self.year.action_reopen, *WHY)
        self.assertRecordValues(
            self._get_log(),
            [
                {"act": "close", "interval_id": False, "letter_number": ""},
                {"act": "reopen", "interval_id": False, "letter_number": WHY[1]},
            ],
        )

    def test_an_interval_of_a_closed_year_waits_for_the_year(self):
        self.mine.action_lock()
        self.year.action_close()
        self._attempt(UserError, self.mine.action_unlock, *WHY)
        self.year.action_reopen(*WHY)
        self.assertEqual(self.mine.state, "locked")
        self.mine.action_unlock(*WHY)

    def test_nobody_writes_the_state_or_the_log(self):
        self.mine.action_lock()
        log = self._get_log()
        for role in ("manager", "auditor", "own"):
            for records, values in (
                (self.interval, {"state": "open"}),
                (log, {"reason": "Other"}),
                (log, {"act": "unlock"}),
            ):
                with self.subTest(role=role, values=values):
                    self._attempt(REFUSALS, self._as_role(records, role).write, values)
            mine = self._as_role(log, role)
            self._attempt(REFUSALS, mine.unlink)
            self._attempt(
                REFUSALS, mine.create, {"period_id": self.period.id, "act": "lock"}
            )
        for change in (lambda: log.write({"reason": "Other"}), log.unlink):
            self._attempt(AccessError, change)

    def test_the_dialog_locks_unlocks_and_reopens(self):
        dialogs = self._as_role(self.env["asn.interval.lock.decide"], "manager")
        interval = {"interval_id": self.interval.id}
        words = {"reason": WHY[0], "letter_number": WHY[1]}
        dialog = dialogs.create({**interval, "act": "lock"})
        self.assertEqual(dialog.open_count, 0)
        dialog.action_decide()
        self.assertEqual(self.interval.state, "locked")
        dialogs.create({**interval, **words, "act": "unlock"}).action_decide()
        self.assertEqual(self.interval.state, "open")
        self.year.action_close()
        dialogs.create(
            {**words, "period_id": self.period.id, "act": "reopen"}
        ).action_decide()
        self.assertEqual(self.period.state, "open")

    def test_the_dates_of_a_locked_interval_and_a_closed_year_stay(self):
        free = self._get_interval(self.period, "2026-10-01")
        mine = self._as_role(free, "manager")
        mine.action_lock()
        self._attempt(UserError, mine.write, {"date_to": "2026-12-30"})
        self._attempt(UserError, mine.unlink)
        mine.action_unlock(*WHY)
        self.year.action_close()
        self._attempt(UserError, mine.write, {"date_to": "2026-12-30"})
        self._attempt(UserError, self.year.write, {"objection_days": 1})
        self._attempt(
            UserError,
            mine.create,
            {
                "period_id": self.period.id,
                "kind": "month",
                "sequence": 9,
                "date_from": "2026-02-01",
                "date_to": "2026-02-28",
            },
        )
