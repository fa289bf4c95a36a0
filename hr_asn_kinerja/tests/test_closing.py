# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError
from odoo.tests import freeze_time, tagged

from .common import NOW, ROLES, KinerjaCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestClosing(KinerjaCase):
    """A year is closed after a look at what is missing."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.skp = cls._make_agreed_skp()
        cls.annual = cls._get_interval(cls.period, "2026-01-01", "annual")

    def _open(self, role="manager"):
        self.env.flush_all()
        self.env.invalidate_all()
        checks = self._as_role(self.env["asn.period.close"], role)
        return checks.create({"period_id": self.period.id})

    def test_it_shows_what_is_missing(self):
        self._make_skp("outsider")
        self._make_evaluation(self.skp)
        check = self._open()
        # the second quarter has begun, too
        self.assertEqual(check.undelivered_count, 2)
        self.assertEqual(check.missing_count, 1)
        self.assertEqual((check.made_count, check.open_count), (0, 0))
        self.assertEqual(check.unrated_unit_count, 1)
        listed = self._follow(check.action_show_no_plan())
        self.assertEqual(len(listed), check.no_plan_count)
        names = listed.mapped("name")
        self.assertIn("Name outsider", names)
        self.assertNotIn("Name own", names)
        self.assertEqual(len(self._follow(check.action_show_undelivered())), 2)

    def _follow(self, action):
        """Return the records that an action lists, for the manager."""
        records = self._as_role(self.env[action["res_model"]], "manager")
        return records.search(action["domain"])

    def test_a_rating_of_a_unit_above_counts(self):
        self.performance.copy({"interval_id": self.annual.id, "state": "approved"})
        self.assertEqual(self._open().unrated_unit_count, 0)

    def test_it_makes_the_annual_evaluations_and_closes(self):
        check = self._open()
        check.action_generate()
        check = self._open()
        self.assertEqual((check.missing_count, check.made_count), (0, 1))
        self.assertEqual(check.open_count, 1)
        self.assertEqual(len(self._follow(check.action_show_annual())), 1)
        check.action_close()
        self.assertEqual(self.period.state, "closed")
        log = self.env["asn.interval.lock"].search([("act", "=", "close")])
        self.assertEqual(log.open_count, 1)

    def test_only_the_manager_of_the_agency_opens_it(self):
        for role in ROLES:
            if role == "manager":
                continue
            with self.subTest(role=role):
                self._attempt(AccessError, self._open, role)

    def test_the_form_of_somebody_else_is_closed(self):
        other = self._open()
        self.users["outsider"].group_ids |= self.env.ref(
            "hr_asn_kinerja.group_asn_kinerja_manager"
        )
        mine = self._as_role(other, "outsider")
        self._attempt(AccessError, mine.read, ["period_id"])
