# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import ValidationError
from odoo.tests import freeze_time, tagged

from .common import NOW, KinerjaCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestPeriodLength(KinerjaCase):
    def test_far_days_are_refused(self):
        periods = self._as_role(self.env["asn.period"], "manager")
        for first, last in (
            ("2030-01-01", "9999-12-31"),
            ("2030-01-01", "2032-01-01"),
            ("9999-01-01", "9999-12-31"),
            ("0001-01-01", "0001-12-31"),
        ):
            with self.subTest(first=first), self.assertRaises(ValidationError):
                periods.create({"name": "Far", "date_from": first, "date_to": last})

    def test_a_year_opens(self):
        period = self._as_role(self.env["asn.period"], "manager").create(
            {"name": "2030", "date_from": "2030-01-01", "date_to": "2030-12-31"}
        )
        period.action_open()
        self.assertEqual(len(period.interval_ids), 5)
