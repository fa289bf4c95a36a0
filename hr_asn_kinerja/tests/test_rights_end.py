# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from .common import NOW, KinerjaCase

ACTING = "hr_asn_kinerja.group_asn_kinerja_acting"
AFTERWARDS = "2026-06-01 03:00:00"


class RightsCase(KinerjaCase):
    """Nothing here clears a cache: a running server does not either."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.skp = cls._make_agreed_skp()
        cls.evaluation = cls._make_evaluation(cls.skp)
        cls._fill_and_submit(cls.evaluation)
        cls.sheet = cls._get_worksheet(cls.evaluation)
        cls.env.flush_all()

    def _can_read(self, record, role):
        self.env.flush_all()
        found = self._as_role(record, role).search([("id", "=", record.id)])
        readable = not self._is_refused(self._as_role(record, role).read, ["id"])
        self.assertEqual(bool(found), readable)
        return readable


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestDelegationEnds(RightsCase):
    def _assert_acts(self, acts):
        for record in (self.skp, self.evaluation, self.sheet):
            with self.subTest(model=record._name):
                self.assertEqual(self._can_read(record, "acting"), acts)
        evaluation = self._as_role(self.evaluation, "acting")
        sheet = self._as_role(self.sheet, "acting")
        refused = self._is_refused(evaluation.action_return, "Because")
        self.assertEqual(not refused, acts)
        refused = self._is_refused(sheet.write, {"recommendation": "x"})
        self.assertEqual(not refused, acts)
        mine = self._as_role(self.env["asn.skp"], "acting").search(
            [("is_assessed_by_me", "=", True)]
        )
        self.assertEqual(self.skp in mine, acts)

    def test_a_running_delegation_gives_rights(self):
        self._assert_acts(True)

    def test_rights_end_with_the_last_day(self):
        self.delegation.date_to = "2026-05-31"
        self._assert_acts(True)
        with freeze_time("2026-05-31 03:00:00"):
            self._assert_acts(True)
        with freeze_time(AFTERWARDS):
            self._assert_acts(False)

    def test_rights_end_when_the_end_is_set_to_yesterday(self):
        self._assert_acts(True)
        self.delegation.date_to = "2026-04-09"
        self._assert_acts(False)

    def test_rights_end_when_the_delegation_is_deleted(self):
        self._assert_acts(True)
        self.delegation.unlink()
        self._assert_acts(False)

    def test_rights_move_to_the_next_deputy(self):
        self._assert_acts(True)
        self.delegation.deputy_user_id = self.users["outsider"]
        self._assert_acts(False)
        self.assertTrue(self._can_read(self.sheet, "outsider"))

    def test_rights_end_when_another_official_is_named(self):
        self._assert_acts(True)
        self.delegation.official_id = self.people["officer"]
        self._assert_acts(False)

    def test_a_delegation_of_the_future_gives_nothing_yet(self):
        self.delegation.date_from = "2026-05-01"
        self._assert_acts(False)
        with freeze_time("2026-05-01 03:00:00"):
            self._assert_acts(True)

    def test_one_ended_delegation_leaves_the_other(self):
        self._make_delegation("acting", self.people["superior"])
        self.delegation.date_to = "2026-04-09"
        self.assertTrue(self._can_read(self.sheet, "acting"))
        evaluation = self._as_role(self.evaluation, "acting")
        self._attempt(AccessError, evaluation.action_return, "Because")

    def test_the_group_follows_at_once(self):
        user = self.users["acting"]
        self.assertTrue(user.has_group(ACTING))
        self.delegation.date_to = "2026-04-09"
        self.assertFalse(user.has_group(ACTING))
        self.delegation.date_to = False
        self.assertTrue(user.has_group(ACTING))
        self.delegation.unlink()
        self.assertFalse(user.has_group(ACTING))

    def test_the_group_follows_each_deputy(self):
        self.delegation.deputy_user_id = self.users["outsider"]
        self.assertFalse(self.users["acting"].has_group(ACTING))
        self.assertTrue(self.users["outsider"].has_group(ACTING))

    def test_the_group_keeps_those_who_begin_later(self):
        self.delegation.date_from = "2026-12-01"
        self.assertTrue(self.users["acting"].has_group(ACTING))

    def test_the_cron_takes_people_out_of_the_group(self):
        self.delegation.date_to = "2026-05-31"
        cron = self.env.ref("hr_asn_kinerja.ir_cron_sync_acting_group")
        for now, member in (("2026-05-31 03:00:00", True), (AFTERWARDS, False)):
            with freeze_time(now), self.enter_registry_test_mode():
                cron.method_direct_trigger()
            self.env.invalidate_all()
            self.assertEqual(self.users["acting"].has_group(ACTING), member)

    def test_the_group_alone_gives_nothing(self):
        self.users["outsider"].group_ids += self.env.ref(ACTING)
        self.assertFalse(self._can_read(self.skp, "outsider"))

    def test_nobody_acts_for_themselves(self):
        self._attempt(
            UserError, self._make_delegation, "assessor", self.people["assessor"]
        )

    def test_only_the_manager_delegates(self):
        values = self.delegation.copy_data({"mandate_number": "800/99/2026"})[0]
        for role in ("own", "assessor", "acting", "officer", "auditor"):
            with self.subTest(role=role):
                delegations = self._as_role(self.env["asn.delegation"], role)
                self._attempt(AccessError, delegations.create, values)
        self._as_role(self.env["asn.delegation"], "manager").create(values)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestScopeEnds(RightsCase):
    def _assert_serves(self, serves, role="officer"):
        self.assertEqual(self._can_read(self.skp, role), serves)
        self.skp.state = "submitted"
        refused = self._is_refused(self._as_role(self.skp, role).action_review)
        self.assertEqual(not refused, serves)

    def test_a_scope_reaches_the_units_below(self):
        self._assert_serves(True)
        self.assertEqual(
            self.env["asn.officer.scope"]._get_departments_today(self.users["officer"]),
            self.unit | self.section,
        )

    def test_an_officer_without_scope_sees_nothing(self):
        self.scope_out.unlink()
        self._assert_serves(False, "officer_out")
        plans = self._as_role(self.env["asn.skp"], "officer_out")
        self.assertFalse(plans.search([]))

    def test_an_officer_of_another_unit_sees_nothing(self):
        self._assert_serves(False, "officer_out")

    def test_a_scope_makes_an_officer_and_its_end_ends_that(self):
        scope = self._make_scope("outsider", self.office)
        self._assert_serves(True, "outsider")
        scope.date_to = "2026-04-09"
        self._assert_serves(False, "outsider")

    def test_rights_end_with_the_last_day(self):
        self.scope.date_to = "2026-05-31"
        with freeze_time("2026-05-31 03:00:00"):
            self._assert_serves(True)
        with freeze_time(AFTERWARDS):
            self._assert_serves(False)

    def test_rights_end_when_the_end_is_set_to_yesterday(self):
        self._assert_serves(True)
        self.scope.date_to = "2026-04-09"
        self._assert_serves(False)

    def test_rights_end_when_the_scope_is_deleted(self):
        self._assert_serves(True)
        self.scope.unlink()
        self._assert_serves(False)

    def test_rights_end_when_another_unit_is_served(self):
        self._assert_serves(True)
        self.scope.department_id = self.other_unit
        self._assert_serves(False)

    def test_rights_move_to_the_next_officer(self):
        self.scope.user_id = self.users["officer_out"]
        self._assert_serves(False)
        self._assert_serves(True, "officer_out")

    def test_a_scope_of_the_future_gives_nothing_yet(self):
        self.scope.date_from = "2026-05-01"
        self._assert_serves(False)
        with freeze_time("2026-05-01 03:00:00"):
            self._assert_serves(True)

    def _get_units(self, role="officer"):
        scopes = self.env["asn.officer.scope"]
        return scopes._get_departments_today(self.users[role])

    def test_a_new_unit_below_joins_the_scope(self):
        desk = self.env["hr.department"].create(
            {"name": "Desk", "parent_id": self.section.id, "company_id": self.agency.id}
        )
        self.assertIn(desk, self._get_units())

    def test_a_moved_unit_leaves_the_scope_with_all_below_it(self):
        desk = self.env["hr.department"].create(
            {"name": "Desk", "parent_id": self.section.id, "company_id": self.agency.id}
        )
        self.section.parent_id = self.other_unit
        self.assertEqual(self._get_units(), self.unit)
        self.assertEqual(
            self._get_units("officer_out"), self.other_unit | self.section | desk
        )
        self._assert_serves(False)
        self._assert_serves(True, "officer_out")

    def test_made_rows_keep_the_dates_of_their_origin(self):
        self.scope.write({"date_from": "2026-02-01", "date_to": "2026-09-30"})
        made = self.env["asn.officer.scope"].search([("origin_id", "=", self.scope.id)])
        self.assertRecordValues(
            made,
            [
                {
                    "department_id": self.section.id,
                    "date_from": self.scope.date_from,
                    "date_to": self.scope.date_to,
                    "company_id": self.agency.id,
                }
            ],
        )
