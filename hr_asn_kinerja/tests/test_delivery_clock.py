# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from odoo.exceptions import ValidationError
from odoo.tests import freeze_time, tagged

from .common import NOW, ROLES, KinerjaCase

REMINDER = "hr_asn_kinerja.mail_activity_type_delivery"
# the day after 14 working days of the quarter, Good Friday left out
LATE = "2026-04-22 03:00:00"


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestDeliveryClock(KinerjaCase):
    """Format D.1.1: 14 working days to deliver, 14 to give back."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["asn.holiday"].search([]).unlink()
        cls.env["asn.holiday"].create({"name": "Good Friday", "date": "2026-04-03"})
        cls.evaluation = cls._make_evaluation()

    def _find(self, role="manager"):
        self.env.flush_all()
        deliveries = self._as_role(self.env["asn.delivery"], role)
        return deliveries.search([("id", "=", self.evaluation.id)])

    def _remind(self):
        deliveries = self.env["asn.delivery"].with_company(self.agency)
        return deliveries._remind_agency(self.agency)

    def test_the_days_count_from_the_end_of_the_interval(self):
        self.assertEqual(self.evaluation.deliver_until, date(2026, 4, 21))

    def test_the_days_can_count_from_the_rating(self):
        self.period.delivery_from = "rating"
        self.assertFalse(self.evaluation.deliver_until)
        self._rate(self.evaluation)
        self.assertEqual(self.evaluation.deliver_until, date(2026, 4, 30))

    def test_the_last_day_is_in_time(self):
        with freeze_time("2026-04-21 16:59:00"):
            self.assertFalse(self._find().is_late)
        with freeze_time("2026-04-21 17:01:00"):
            self.env.invalidate_all()
            self.assertRecordValues(self._find(), [{"is_late": True, "days_late": 1}])

    def test_what_was_delivered_late_stays_late(self):
        self._rate(self.evaluation)
        with freeze_time("2026-04-23 03:00:00"):
            self._as_role(self.evaluation, "assessor").action_deliver()
        with freeze_time("2026-06-01 03:00:00"):
            self.assertRecordValues(
                self._find(), [{"is_late": True, "is_open": False, "days_late": 2}]
            )

    def test_the_receipt_has_its_days_too(self):
        self._deliver(self.evaluation)
        self.assertEqual(self.evaluation.acknowledge_until, date(2026, 4, 30))
        with freeze_time("2026-05-01 03:00:00"):
            self.assertTrue(self._find().is_unconfirmed)
            self._as_role(self.evaluation, "own").action_acknowledge()
            self.env.invalidate_all()
            self.assertFalse(self._find().is_unconfirmed)

    def test_who_sees_the_list(self):
        allowed = ("assessor", "superior", "acting", "officer", "manager", "auditor")
        for role in ROLES:
            with self.subTest(role=role):
                self.assertEqual(bool(self._find(role)), role in allowed)

    def test_the_list_holds_no_rating(self):
        names = set(self.env["asn.delivery"]._fields)
        for word in ("rating", "predicate", "state", "recommendation"):
            self.assertFalse([name for name in names if word in name])

    def test_the_list_changes_nothing(self):
        line = self._find()
        self.assertFalse(line.has_access("write"))
        self.assertFalse(line.has_access("unlink"))

    def test_one_reminder_a_person_and_day(self):
        colleague = self._make_employee(
            "Colleague", self.section, self.people["assessor"]
        )
        self._make_skp_of(colleague).state = "agreed"
        self._make_evaluation(self.evaluation.skp_id)
        with freeze_time(LATE):
            self.env.invalidate_all()
            self.assertEqual(self._remind(), 1)
            self.assertEqual(self._remind(), 0)
        todo = self.env["mail.activity"].search(
            [("activity_type_id", "=", self.env.ref(REMINDER).id)]
        )
        self.assertEqual(todo.user_id, self.users["assessor"])
        with freeze_time("2026-04-23 03:00:00"):
            self.env.invalidate_all()
            self.assertEqual(self._remind(), 0)

    def test_nobody_is_reminded_in_time(self):
        self.assertEqual(self._remind(), 0)

    def test_nobody_is_reminded_of_a_closed_period(self):
        self.period.state = "closed"
        with freeze_time(LATE):
            self.env.invalidate_all()
            self.assertEqual(self._remind(), 0)

    def test_a_delivery_closes_the_reminder(self):
        self._rate(self.evaluation)
        with freeze_time(LATE):
            self.env.invalidate_all()
            self._remind()
            self.assertTrue(self.evaluation.activity_ids)
            self._as_role(self.evaluation, "assessor").action_deliver()
        self.assertFalse(self.evaluation.activity_ids)

    def test_a_new_holiday_moves_the_last_day_over_night(self):
        self.env["asn.holiday"].create({"name": "More", "date": "2026-04-06"})
        with self.enter_registry_test_mode():
            cron = self.env.ref("hr_asn_kinerja.ir_cron_remind_delivery")
            cron.method_direct_trigger()
        self.env.invalidate_all()
        self.assertEqual(self.evaluation.deliver_until, date(2026, 4, 22))

    def test_days_of_a_period_are_possible(self):
        for name in ("delivery_days", "acknowledge_days", "answer_days", "appeal_days"):
            for days in (0, -1, 367):
                with self.subTest(name=name, days=days):
                    self._attempt(ValidationError, self.period.write, {name: days})


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestToldInWords(KinerjaCase):
    """After delivery the employee reads what it means and what they can do."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.evaluation = cls._make_evaluation()

    def _get_told(self, role="own"):
        self.env.invalidate_all()
        return self._as_role(self.evaluation, role).result_told or ""

    def test_nothing_is_told_before_delivery(self):
        self._rate(self.evaluation)
        self.assertEqual(self._get_told(), "")

    def test_the_parts_are_told_in_words(self):
        self._deliver(self.evaluation)
        told = self._get_told()
        for words in ("Above Expectation", "Meets Expectation", "Good", "object"):
            self.assertIn(words, told)
        for role in ("assessor", "superior", "manager"):
            self.assertEqual(self._get_told(role), "")

    def test_each_predicate_has_its_sentence(self):
        self._deliver(self.evaluation)
        told = set()
        for key, _label in self.evaluation._fields["predicate"].selection:
            self.evaluation.predicate = key
            told.add(self.evaluation._get_consequence())
        self.assertEqual(len(told), 4)

    def test_after_the_days_nothing_is_offered(self):
        self._deliver(self.evaluation)
        with freeze_time("2026-04-24 17:01:00"):
            self.assertNotIn("object with your reasons", self._get_told())
