# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from lxml import html

from odoo.tests import freeze_time, tagged

from .common import NOW, KinerjaCase

REPORT = "hr_asn_kinerja.report_asn_skp"


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestSkpPaperParts(KinerjaCase):
    """Work behaviour and annexes on paper."""

    def _print(self, skp):
        report = self.env["ir.actions.report"].with_user(self.users["own"])
        page = html.fromstring(report._render_qweb_html(REPORT, skp.ids)[0])
        return " ".join(page.xpath("string(//body)").split())

    def _set(self, model, values, **found):
        """Write on the line that the plan was made with, or make one."""
        domain = [(name, "=", value) for name, value in found.items()]
        line = self.env[model].search(domain, limit=1)
        if line:
            line.write(values)
        else:
            self.env[model].create({**found, **values})

    def test_seven_values_with_three_indicators_each_and_the_expectation(self):
        skp = self._make_skp()
        first = self.env["asn.behaviour"].search([], limit=1)
        self._set(
            "asn.skp.behaviour",
            {"expectation": "Answer <b>within</b> a day"},
            skp_id=skp.id,
            behaviour_id=first.id,
        )
        text = self._print(skp)
        self.assertEqual(text.count("Ekspektasi Khusus Pimpinan:"), 7)
        self.assertIn("Ekspektasi Khusus Pimpinan: Answer <b>within</b> a day", text)
        self.assertLess(text.index("B. TAMBAHAN"), text.index("PERILAKU KERJA"))
        self.assertEqual(self.env["asn.behaviour.indicator"].search_count([]), 21)

    def test_each_annex_stands_in_its_list(self):
        skp = self._make_skp()
        for kind in ("resources", "accountability", "consequences"):
            self._set(
                "asn.skp.annex", {"name": f"Row {kind}"}, skp_id=skp.id, kind=kind
            )
        text = self._print(skp)
        places = [
            text.index(part)
            for part in (
                "SUMBER DAYA",
                "Row resources",
                "PERTANGGUNGJAWABAN",
                "Row accountability",
                "KONSEKUENSI",
                "Row consequences",
            )
        ]
        self.assertEqual(places, sorted(places))
