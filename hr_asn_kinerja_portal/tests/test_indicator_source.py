# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from decimal import Decimal

from odoo.tests import tagged

from odoo.addons.hr_asn_kinerja.tests.common import KinerjaCase

from ..citizen_rules import ELEMENTS


@tagged("post_install", "-at_install")
class TestIndicatorSource(KinerjaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.counter = cls.env["asn.counter"].create(
            {
                "name": "Counter",
                "department_id": cls.section.id,
                "company_id": cls.agency.id,
            }
        )
        cls.skp = cls._make_skp("own")
        cls.indicator = cls.skp.result_ids.indicator_ids[:1]
        cls.indicator.source = "satisfaction"

    @classmethod
    def seed(cls, count, period, element):
        cls.env["asn.citizen.response"]._seed(
            cls.counter,
            period,
            [4] * count,
            details=[dict.fromkeys(ELEMENTS, element)] * count if element else (),
        )
        cls.env["asn.satisfaction.release"]._cron_release()

    def propose(self, indicators=None):
        source = self.env["asn.indicator.source"]
        return source._propose(indicators or self.indicator, self.interval)

    def test_a_manual_indicator_is_not_proposed(self):
        self.seed(6, "2026-02", 3)
        self.indicator.source = "manual"
        self.assertEqual(self.propose(), {})

    def test_too_few_answers_propose_nothing_and_say_why(self):
        self.seed(4, "2026-02", 3)
        value, why = self.propose()[self.indicator.id]
        self.assertIsNone(value)
        self.assertIn("Section", why)

    def test_months_of_the_interval_are_combined_exactly(self):
        self.seed(5, "2026-01", 3)
        self.seed(15, "2026-03", 4)
        self.seed(50, "2026-04", 1)
        self.seed(50, "2025-12", 1)
        value, why = self.propose()[self.indicator.id]
        self.assertEqual(value, Decimal("93.75"))
        for part in ("20", "2026-01, 2026-03", "Section", "1 counters", "(A)"):
            self.assertIn(part, why)

    def test_unreleased_answers_do_not_show(self):
        self.seed(5, "2026-01", 3)
        self.seed(4, "2026-01", 1)
        self.assertEqual(self.propose()[self.indicator.id][0], Decimal("75.00"))

    def test_faces_alone_say_so(self):
        self.seed(8, "2026-02", None)
        value, why = self.propose()[self.indicator.id]
        self.assertEqual(value, Decimal("100.00"))
        self.assertIn("faces", why)

    def test_a_unit_answers_for_its_sections(self):
        self.seed(5, "2026-02", 3)
        skp = self._make_skp("assessor")
        skp.sudo().department_id = self.unit
        indicator = skp.result_ids.indicator_ids[:1]
        indicator.source = "satisfaction"
        self.assertEqual(self.propose(indicator)[indicator.id][0], Decimal("75.00"))

    def test_the_number_of_queries_is_constant(self):
        self.seed(5, "2026-02", 3)
        others = self._make_skp("outsider").result_ids.indicator_ids
        others |= self._make_skp("superior").result_ids.indicator_ids
        others.source = "satisfaction"

        def cost(indicators):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.propose(indicators)
            return self.env.cr.sql_log_count - before

        cost(self.indicator)
        self.assertLessEqual(cost(self.indicator | others), cost(self.indicator) + 1)

    def test_without_the_module_it_is_typed_again(self):
        field = self.env["asn.skp.indicator"]._fields["source"]
        self.assertEqual(field.ondelete["satisfaction"], "set default")
