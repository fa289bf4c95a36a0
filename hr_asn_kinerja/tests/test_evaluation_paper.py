# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from unittest.mock import patch

from lxml import html

from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from ..report import asn_evaluation_report
from .common import NOW, REFUSALS, ROLES, KinerjaCase

REPORT = "hr_asn_kinerja.report_asn_evaluation"
FEEDBACK = "hr_asn_kinerja.report_asn_feedback"
READERS = ("own", "assessor", "superior", "officer", "manager", "auditor", "acting")
JUDGES = ("assessor", "superior", "auditor", "acting")
SECRET = "Secret recommendation"


class EvaluationPaper(KinerjaCase):
    def _render(self, evaluations, role="own", report=REPORT):
        reports = self._as_role(self.env["ir.actions.report"], role)
        source = reports._render_qweb_html(report, evaluations.ids)[0]
        return html.fromstring(source)

    def _print(self, evaluations, role="own", report=REPORT):
        """Return the text of the pages as the role prints them, spaces made one."""
        page = self._render(evaluations, role, report)
        return " ".join(page.xpath("string(//body)").split())


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestEvaluationPaperAccess(EvaluationPaper):
    """Only who may read the ratings prints them."""

    def test_each_reader_prints_what_was_delivered(self):
        evaluation = self._make_evaluation()
        self._deliver(evaluation)
        for role in READERS:
            with self.subTest(role=role):
                self.env.invalidate_all()
                text = self._print(evaluation, role)
                self.assertIn(SECRET, text)
                self.assertNotIn("KONSEP", text)

    def test_nobody_else_prints_it(self):
        evaluation = self._make_evaluation()
        self._deliver(evaluation)
        for role in set(ROLES) - set(READERS):
            for report in (REPORT, FEEDBACK):
                with self.subTest(role=role, report=report):
                    self.env.invalidate_all()
                    self._attempt(AccessError, self._print, evaluation, role, report)

    def test_before_delivery_only_those_who_judge_print_a_draft(self):
        evaluation = self._make_evaluation()
        self._rate(evaluation)
        for role in ROLES:
            with self.subTest(role=role):
                self.env.invalidate_all()
                if role in JUDGES:
                    text = self._print(evaluation, role)
                    self.assertIn("KONSEP", text)
                    self.assertIn(SECRET, text)
                    self.assertIn("DI ATAS EKSPEKTASI", self._upper(text))
                else:
                    self._attempt(REFUSALS, self._print, evaluation, role)

    def _upper(self, text):
        """Labels are in the language that is installed in the test."""
        return text.upper().replace("ABOVE EXPECTATION", "DI ATAS EKSPEKTASI")

    def test_the_feedback_sheet_tells_no_rating_in_any_state(self):
        evaluation = self._make_evaluation()
        self._rate(evaluation, "above", "above")
        before = self._print(evaluation, "own", FEEDBACK)
        self._fill_worksheet(evaluation, "below", "below", recommendation="Other")
        self.env.flush_all()
        self.assertEqual(before, self._print(evaluation, "own", FEEDBACK))
        self._as(evaluation, self.users["assessor"]).action_deliver()
        text = self._print(evaluation, "own", FEEDBACK)
        for word in ("RATING", "PREDIKAT", "Other", "EXPECTATION", "POOR"):
            self.assertNotIn(word, text)

    def test_one_that_is_not_delivered_refuses_all_of_the_manager(self):
        delivered = self._make_evaluation()
        self._deliver(delivered)
        interval = self._get_interval(self.period, "2026-04-01")
        other = self._make_evaluation(delivered.skp_id, interval)
        self._attempt(REFUSALS, self._print, delivered | other, "manager")
        self._attempt(UserError, self._print, delivered | other, "own")

    def test_printing_somebody_elses_is_noted(self):
        evaluation = self._make_evaluation()
        self._deliver(evaluation)
        self._print(evaluation, "own")
        self._print(evaluation, "officer")
        log = self.env["asn.read.log"].search([("evaluation_id", "=", evaluation.id)])
        self.assertIn(self.users["officer"], log.user_id)
        self.assertNotIn(self.users["own"], log.user_id)

    def test_nothing_and_too_many_are_told(self):
        self._attempt(UserError, self._print, self.env["asn.evaluation"].browse(2**30))
        evaluation = self._make_evaluation()
        self._deliver(evaluation)
        with patch.object(asn_evaluation_report, "MAX_EVALUATIONS", 0):
            self._attempt(UserError, self._print, evaluation)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestEvaluationPaper(EvaluationPaper):
    """The forms F5, F6 and F7."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.agency.city = "Tubei"
        cls.evaluation = cls._make_evaluation()
        cls._deliver(cls.evaluation)

    def test_the_cover_has_five_blocks_and_signatures_six_and_seven(self):
        text = self._print(self.evaluation)
        parts = (
            "DOKUMEN EVALUASI KINERJA PEGAWAI",
            "1 PEGAWAI YANG DINILAI",
            "2 PEJABAT PENILAI KINERJA",
            "3 ATASAN PEJABAT PENILAI KINERJA",
            "4 EVALUASI KINERJA",
            "5 CATATAN/REKOMENDASI",
            "7. Diterima tanggal",
            "6. Tubei, 10 April 2026",
            "EVALUASI KINERJA PEGAWAI PENDEKATAN",
        )
        places = [text.index(part) for part in parts]
        self.assertEqual(places, sorted(places))
        self.assertNotIn("KEBERATAN", text)

    def test_blocks_of_an_objection_come_with_one_and_move_the_signatures(self):
        blocks = ("Reason of objection", "Explanation", "Decision")
        with patch.object(
            self.registry["asn.evaluation"],
            "_get_objection_blocks",
            lambda self, links: blocks,
        ):
            text = self._print(self.evaluation)
        for part in (
            "6 KEBERATAN Reason of objection",
            "7 PENJELASAN PEJABAT PENILAI KINERJA ATAS KEBERATAN Explanation",
            "8 KEPUTUSAN ATASAN PEJABAT PENILAI KINERJA Decision",
            "10. Tubei",
            "11. Diterima tanggal",
        ):
            self.assertIn(part, text)

    def test_a_frozen_objection_fills_the_blocks(self):
        content = {
            "document": "objection",
            "reasons": {"result": "I did more", "behaviour": ""},
            "explanation": "Explained",
            "decision_reason": "Seen",
            "after": {"predicate": {"key": "good", "label": "Baik"}},
        }
        self.assertEqual(
            self.evaluation._get_objection_blocks([(None, content)]),
            (
                "Hasil kerja: I did more",
                "Explained",
                "Predikat kinerja: Baik\nSeen",
            ),
        )

    def test_what_does_not_apply_of_the_period_is_struck_out(self):
        page = self._render(self.evaluation)
        cover = page.xpath("//h1")[0]
        self.assertEqual(
            [one.text for one in cover.xpath(".//s")], ["II", "III", "IV", "AKHIR"]
        )
        self.assertIn("1 Januari s/d 31 Maret 2026", self._print(self.evaluation))

    def test_the_table_has_the_eight_columns_of_the_form(self):
        page = self._render(self.evaluation)
        headings = page.xpath("//tr[th[text()='ASPEK']]/th")
        self.assertEqual(len(headings), 8)
        text = self._print(self.evaluation)
        for part in ("Letters answered", "100 letters", "90 From the register"):
            self.assertIn(part, text)
        for part in (
            "CAPAIAN KINERJA ORGANISASI",
            "POLA DISTRIBUSI",
            "RATING HASIL KERJA",
            "RATING PERILAKU KERJA",
            "PREDIKAT KINERJA PEGAWAI",
        ):
            self.assertIn(part, text)

    def test_a_qualitative_evaluation_has_four_columns(self):
        self.evaluation.skp_id.approach = "qualitative"
        page = self._render(self.evaluation)
        headings = page.xpath("//tr[th[text()='RENCANA HASIL KERJA']]/th")
        self.assertEqual(len(headings), 4)
        self.assertIn("KUALITATIF", self._print(self.evaluation))

    def test_the_curve_is_drawn_for_the_rating_of_the_unit(self):
        [curve] = self._render(self.evaluation).xpath("//*[local-name()='svg']")
        words = [one.text for one in curve.xpath(".//*[local-name()='text']")]
        self.assertEqual(words[0], "Sangat Kurang")
        self.assertEqual(words[-1], "Sangat Baik")

    def test_the_paper_keeps_what_was_frozen(self):
        before = self._print(self.evaluation)
        self.evaluation.write(
            {"employee_name": "Changed", "recommendation": "Changed later"}
        )
        self.evaluation.skp_id.result_ids.name = "Changed result"
        self.evaluation.realisation_ids.value = 5
        self.env.flush_all()
        self.assertEqual(before, self._print(self.evaluation))

    def test_number_and_digest_stand_below_and_are_found_again(self):
        decision = self.evaluation.decision_ids.filtered(
            lambda line: line.verb == "deliver"
        )
        text = self._print(self.evaluation)
        self.assertIn(decision._get_number_label(), text)
        self.assertIn(self.evaluation.digest, text)
        document = self.env["asn.decision"]._find_document(decision.number)
        self.assertEqual(
            (document.status, document.kind, document.digest),
            ("valid", "evaluation", self.evaluation.digest),
        )

    def test_a_later_link_replaces_or_withdraws_the_paper(self):
        decisions = self.env["asn.decision"]
        first = self.evaluation.decision_ids.filtered("number")
        common = {
            "skp_id": self.evaluation.skp_id.id,
            "evaluation_id": self.evaluation.id,
            "employee_id": self.evaluation.employee_id.id,
            "user_id": self.env.uid,
            "decided_at": NOW,
            "digest": "f" * 64,
        }
        for state, status in (("decided", "replaced"), ("rated", "withdrawn")):
            with self.subTest(state=state), self.cr.savepoint() as savepoint:
                later = decisions.create(
                    {**common, "verb": "decide", "state_after": state}
                )
                found = decisions._find_document(first.number)
                self.assertEqual((found.status, bool(found.ended_on)), (status, True))
                self.assertEqual(decisions._find_document(later.number).status, "valid")
                savepoint.rollback()
                self.env.invalidate_all()

    def test_the_plan_keeps_its_own_number(self):
        skp = self.evaluation.skp_id
        agreement = self.env["asn.decision"]._get_agreements(skp)[skp.id]
        self.assertFalse(agreement.evaluation_id)
        found = self.env["asn.decision"]._find_document(agreement.number)
        self.assertEqual((found.kind, found.status), ("plan", "valid"))

    def test_typed_text_is_no_markup(self):
        interval = self._get_interval(self.period, "2026-07-01")
        self.performance.copy({"interval_id": interval.id, "state": "approved"})
        evaluation = self._make_evaluation(self.evaluation.skp_id, interval)
        self._deliver(evaluation, recommendation="<script>alert(1)</script>")
        page = self._render(evaluation)
        self.assertFalse(page.xpath("//script"))

    def test_feedback_stands_beside_its_result(self):
        said = {"Letters are answered in time": ["Well done"], "": ["Kind to all"]}
        with patch.object(
            self.registry["asn.evaluation"], "_get_feedback_lines", self._say(said)
        ):
            for report in (REPORT, FEEDBACK):
                text = self._print(self.evaluation, "own", report)
                self.assertIn("Well done", text)
                self.assertIn("Kind to all", text)

    def _say(self, said):
        return lambda evaluations: dict.fromkeys(evaluations.ids, said)

    def test_many_cost_as_many_queries_as_few(self):
        evaluations = self.evaluation
        for start in ("2026-04-01", "2026-07-01", "2026-10-01"):
            interval = self._get_interval(self.period, start)
            self.performance.copy({"interval_id": interval.id, "state": "approved"})
            one = self._make_evaluation(self.evaluation.skp_id, interval)
            self._deliver(one)
            evaluations |= one
        report = self._as_role(
            self.env["report.hr_asn_kinerja.report_asn_evaluation"], "own"
        )
        counts = []
        for some in (evaluations[:1], evaluations[:1], evaluations):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            report._get_report_values(some.ids)
            counts.append(self.cr.sql_log_count - before)
        self.assertLessEqual(counts[2], counts[1] + 1)

    def test_the_file_is_named_after_interval_and_person(self):
        self.assertRegex(self.evaluation._get_print_name(), "^Evaluasi .* - Name own$")
