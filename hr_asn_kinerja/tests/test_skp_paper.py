# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from unittest.mock import patch

from lxml import html

from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from ..report import asn_skp_report
from .common import NOW, ROLES, KinerjaCase

REPORT = "hr_asn_kinerja.report_asn_skp"
READERS = ("own", "assessor", "superior", "officer", "manager", "auditor", "acting")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestSkpPaper(KinerjaCase):
    def _render(self, skps, role="own"):
        report = self._as_role(self.env["ir.actions.report"], role)
        return html.fromstring(report._render_qweb_html(REPORT, skps.ids)[0])

    def _print(self, skps, role="own"):
        """Return the text of the pages as the role prints them, spaces made one."""
        return " ".join(self._render(skps, role).xpath("string(//body)").split())

    def _columns(self, skp):
        """Return the headings of the table of results."""
        page = self._render(skp)
        headings = page.xpath("//table[.//td[text()='HASIL KERJA']]//th")
        return [heading.text_content() for heading in headings]

    def test_each_reader_of_a_plan_prints_it(self):
        skp = self._make_agreed_skp()
        for role in READERS:
            with self.subTest(role=role):
                self.env.invalidate_all()
                self.assertIn("Letters are answered in time", self._print(skp, role))

    def test_nobody_else_prints_it(self):
        skp = self._make_agreed_skp()
        for role in set(ROLES) - set(READERS):
            with self.subTest(role=role):
                self.env.invalidate_all()
                self._attempt(AccessError, self._print, skp, role)

    def test_one_plan_out_of_sight_refuses_all(self):
        mine, other = self._make_agreed_skp(), self._make_skp("outsider")
        self._attempt(AccessError, self._print, mine | other, "own")

    def test_nothing_to_print_is_said_so(self):
        self._attempt(UserError, self._print, self.env["asn.skp"].browse(2**30))

    def test_more_than_fits_is_said_so(self):
        skps = self._make_skp() | self._make_skp("outsider")
        with patch.object(asn_skp_report, "MAX_PLANS", 2):
            self.assertTrue(self._print(skps, "manager"))
        with patch.object(asn_skp_report, "MAX_PLANS", 1):
            self._attempt(UserError, self._print, skps, "manager")

    def test_a_quantitative_plan_has_the_six_columns_of_the_form(self):
        self.assertEqual(
            self._columns(self._make_agreed_skp()),
            [
                "NO",
                "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI",
                "RENCANA HASIL KERJA",
                "ASPEK",
                "INDIKATOR KINERJA INDIVIDU",
                "TARGET",
            ],
        )

    def test_a_qualitative_plan_tells_indicator_and_target_together(self):
        skp = self._make_skp(approach="qualitative")
        skp.result_ids.indicator_ids.target_text = "all within two days"
        self.assertIn("EKSPEKTASI/RENCANA HASIL KERJA PIMPINAN", self._columns(skp))
        bullets = self._render(skp).xpath("//ul[1]/li")
        self.assertEqual(
            bullets[0].text_content(), "Letters answered: all within two days"
        )
        self.assertIn("PENDEKATAN HASIL KERJA KUALITATIF", self._print(skp))

    def test_a_senior_official_has_the_form_with_perspectives(self):
        skp = self._make_skp()
        skp.position_kind = "jpt_pratama"
        skp.result_ids.perspective = "business_process"
        self.assertEqual(self._columns(skp)[-1], "PERSPEKTIF")
        self.assertIn("Proses Bisnis", self._print(skp))
        self.assertIn("PEJABAT PIMPINAN TINGGI", self._print(skp))

    def test_a_perspective_alone_makes_the_form_of_a_head(self):
        skp = self._make_skp()
        self.assertNotIn("PERSPEKTIF", self._columns(skp))
        skp.result_ids.perspective = "budget"
        self.assertIn("PERSPEKTIF", self._columns(skp))

    def test_main_and_additional_results_stand_in_their_sections(self):
        skp = self._make_skp()
        values = self._prepare_result_values(
            name="Extra work", kind="additional", assigned_by="The Regent"
        )
        skp.write({"result_ids": [Command.create(values)]})
        text = self._print(skp)
        places = [
            text.index(part)
            for part in ("A. UTAMA", "Letters are", "B. TAMBAHAN", "Extra work")
        ]
        self.assertEqual(places, sorted(places))
        self.assertIn("Penugasan dari: The Regent", text)

    def test_the_result_of_the_leader_stands_beside_its_own(self):
        leader = self._make_agreed_skp(self.people["assessor"])
        leader.result_ids.sudo().name = "All letters of the section"
        skp = self._make_skp()
        skp.result_ids.parent_id = leader.result_ids
        # an officer of the unit need not see the plan of its leader
        leader.department_id = self.other_unit
        for role in ("own", "officer"):
            with self.subTest(role=role):
                self.env.invalidate_all()
                self.assertIn("All letters of the section", self._print(skp, role))

    def test_people_period_and_signatures_come_from_the_plan(self):
        skp = self._make_agreed_skp()
        self.agency.city = "Tubei"
        self.people["own"].name = "Renamed later"
        text = self._print(skp)
        for part in (
            "Agency of the Tests",
            "PERIODE PENILAIAN",
            "1 Januari s/d 31 Desember 2026",
            "Name own",
            "NIP " + skp.employee_nip_formatted,
            "Job of Name assessor",
            "Section",
            "Tubei, 10 April 2026",
            "Pegawai yang Dinilai",
            "Pejabat Penilai Kinerja",
        ):
            self.assertIn(part, text)
        self.assertNotIn("Renamed later", text)

    def test_the_form_is_indonesian_whoever_prints_it(self):
        skp = self._make_agreed_skp()
        skp.result_ids.indicator_ids.aspect = "quality"
        self.users["own"].lang = "en_US"
        text = self._print(skp)
        self.assertIn("Kualitas", text)
        self.assertNotIn("Quality", text)
        self.assertEqual(self._render(skp).get("lang"), "id")

    def test_a_plan_that_is_not_agreed_says_so_and_has_no_number(self):
        skp = self._make_agreed_skp()
        self._number(skp)
        self.assertNotIn("BELUM DISEPAKATI", self._print(skp))
        self.assertIn("Nomor dokumen", self._print(skp))
        for state in ("draft", "submitted", "reviewed"):
            with self.subTest(state=state):
                skp.state = state
                text = self._print(skp)
                # on the form and on its annex
                self.assertEqual(text.count("BELUM DISEPAKATI"), 2)
                self.assertNotIn("Nomor dokumen", text)
                self.assertFalse(self._render(skp).xpath("//img"))
        skp.state = "cancelled"
        self.assertIn("DIBATALKAN", self._print(skp))

    def _number(self, skp):
        return self.env["asn.decision"].create(
            {
                "skp_id": skp.id,
                "employee_id": skp.employee_id.id,
                "verb": "agree",
                "user_id": self.env.uid,
                "decided_at": NOW,
                "digest": "c" * 64,
            }
        )

    def test_the_number_is_that_of_the_latest_agreement(self):
        skp = self._make_agreed_skp()
        old, new = self._number(skp), self._number(skp)
        text = self._print(skp)
        self.assertIn(new._get_number_label(), text)
        self.assertNotIn(old._get_number_label(), text)

    def test_only_an_agreement_with_a_snapshot_has_a_number(self):
        skp = self._make_skp()
        values = {
            "skp_id": skp.id,
            "employee_id": skp.employee_id.id,
            "user_id": self.env.uid,
            "decided_at": NOW,
            # nobody chooses it
            "number": "0" * 16,
        }
        make = self.env["asn.decision"].create
        self.assertFalse(make({**values, "verb": "agree"}).number)
        self.assertFalse(make({**values, "verb": "cancel", "digest": "d"}).number)
        numbered = make({**values, "verb": "agree", "digest": "d"})
        self.assertRegex(numbered.number, "^[0-9A-HJKMNP-TV-Z]{16}$")
        self.assertNotEqual(numbered.number, "0" * 16)

    def test_text_of_people_is_text_on_paper(self):
        skp = self._make_skp()
        evil = "<script>alert(1)</script>{{ 7*7 }}<img src=x onerror=1>"
        skp.result_ids.write({"name": evil, "assigned_by": evil})
        skp.result_ids.indicator_ids.write({"name": evil, "target_text": evil})
        for approach in ("quantitative", "qualitative"):
            skp.approach = approach
            page = self._render(skp)
            self.assertFalse(page.xpath("//script|//img"))
            self.assertIn(evil, page.text_content())

    def test_nothing_is_fetched_to_draw_the_page(self):
        page = self._render(self._make_agreed_skp())
        self.assertFalse(page.xpath("//@href|//link|//script"))
        self.assertNotRegex(html.tostring(page, encoding="unicode"), r"url\(|@import")

    def test_the_name_of_the_file_is_safe(self):
        skp = self._make_skp()
        cases = {
            "Andi Pratama, A.Md.": "SKP 2026 - Andi Pratama, A.Md",
            "../../etc/passwd\x00": "SKP 2026 - .. .. etc passwd",
            'a"b\\c:d|e?f*g<h>\r\nX: y': "SKP 2026 - a b c d e f g h X y",
            "\u202egnp.exe": "SKP 2026 - gnp.exe",
            "": "SKP 2026",
            "x" * 300: "SKP 2026 - " + "x" * 69,
        }
        for name, expected in cases.items():
            with self.subTest(name=name[:20]):
                skp.employee_name = name
                self.assertEqual(skp._get_print_name(), expected)

    def test_printing_many_costs_as_many_queries_as_few(self):
        one, more = self._make_skp(), self.env["asn.skp"]
        for role in ("assessor", "outsider", "acting", "officer", "auditor"):
            more |= self._make_skp(role)
        counts = []
        for skps in (one, one, more | one):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            self._print(skps, "manager")
            counts.append(self.cr.sql_log_count - before)
        self.assertEqual(counts[1], counts[2])

    def test_the_annex_has_its_three_lists_even_when_they_are_empty(self):
        text = self._print(self._make_skp())
        places = [
            text.index(heading)
            for heading in (
                "LAMPIRAN",
                "DUKUNGAN SUMBER DAYA",
                "SKEMA PERTANGGUNGJAWABAN",
                "KONSEKUENSI",
            )
        ]
        self.assertEqual(places, sorted(places))
