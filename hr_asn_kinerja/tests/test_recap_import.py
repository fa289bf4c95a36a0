# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import io
import zipfile

from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from .common import NOW, ROLES, KinerjaCase
from .recap import BEST, GOOD, PERIOD, RecapImport, make_recap


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestRecapImport(RecapImport, KinerjaCase):
    """A Rekap Penilaian of the national application becomes rows to compare with."""

    def _get_results(self):
        return self.env["asn.recap.result"].search(
            [("company_id", "=", self.agency.id)]
        )

    def test_checking_writes_nothing(self):
        one = self._check(make_recap(("Q1", PERIOD, [self._person("own")])))
        self.assertEqual((one.state, one.row_count, one.new_count), ("checked", 1, 1))
        self.assertEqual(one.summary, f"Q1: {self.interval.display_name}, 1 people")
        self.assertFalse(self._get_results())

    def test_a_row_becomes_a_result_with_its_origin(self):
        job = self._import(self._person("own"))
        self.assertEqual((job.state, job.done, job.failed), ("done", 1, 0))
        self.assertRecordValues(
            self._get_results(),
            [
                {
                    "company_id": self.agency.id,
                    "interval_id": self.interval.id,
                    "employee_id": self.people["own"].id,
                    "nip": self.people["own"].nip,
                    "result_rating": "meets",
                    "behaviour_rating": "meets",
                    "predicate": "good",
                    "unit_name": "Office",
                    "job_id": job.id,
                    "file_name": "rekap.xlsx",
                    "sheet_name": "Lembar",
                    "row": 6,
                }
            ],
        )

    def test_several_sheets_are_several_intervals(self):
        year = "Periode Tahunan Tahun 2026"
        content = make_recap(
            ("Q1", PERIOD, [self._person("own")]),
            ("2026", year, [self._person("own", BEST)]),
        )
        action = self._open(content).action_import()
        self._run(self.env["asn.job"].browse(action["res_id"]))
        self.assertEqual(
            sorted(self._get_results().mapped("interval_id.kind")),
            ["annual", "quarter"],
        )

    def test_importing_again_replaces_and_doubles_nothing(self):
        self._import(self._person("own"), self._person("assessor"))
        one = self._check(
            make_recap(
                ("A", PERIOD, [self._person("own", BEST), self._person("assessor")])
            )
        )
        self.assertEqual(
            (one.new_count, one.changed_count, one.unchanged_count), (0, 1, 1)
        )
        self._import(self._person("own", BEST))
        results = self._get_results()
        self.assertEqual(len(results), 2)
        own = results.filtered(lambda line: line.employee_id == self.people["own"])
        self.assertEqual(own.predicate, "very_good")

    def test_unknown_labels_are_refused_with_their_row_and_the_rest_goes_on(self):
        odd = self._person("assessor", (*GOOD[:2], "HEBAT"))
        content = make_recap(("Q1", PERIOD, [self._person("own"), odd]))
        one = self._check(content)
        self.assertRecordValues(
            one.problem_ids, [{"sheet": "Q1", "row": 7, "column": "predicate"}]
        )
        self.assertIn("HEBAT", one.problem_ids.message)
        self.assertIn("BUTUH PERBAIKAN", one.problem_ids.message)
        action = one.action_import()
        self._run(self.env["asn.job"].browse(action["res_id"]))
        self.assertEqual(self._get_results().employee_id, self.people["own"])

    def test_each_sheet_that_cannot_be_placed_says_why(self):
        people = [self._person("own")]
        cases = {
            "Periode Bulanan 2 Tahun 2026": "Configuration",
            "Periode Semester 1 Tahun 2026": "Periode Bulanan 6 Tahun 2026",
            "Sesuatu": "No line with the period",
        }
        for period, expected in cases.items():
            with self.subTest(period=period):
                one = self._check(make_recap(("S", period, people)))
                self.assertEqual((one.row_count, one.problem_count), (0, 1))
                self.assertIn(expected, one.problem_ids.message)
                self._attempt(UserError, one.action_import)

    def test_a_person_who_is_not_known_here_is_kept_and_counted(self):
        stranger = ("198502022010011002", "Budi", "Position", *GOOD)
        one = self._check(make_recap(("S", PERIOD, [stranger])))
        self.assertEqual((one.unknown_count, one.problem_count), (1, 0))
        self._import(stranger)
        self.assertFalse(self._get_results().employee_id)

    def test_who_is_not_rated_there_is_counted_and_left_out(self):
        one = self._check(
            make_recap(("S", PERIOD, [self._person("own", ("-", "-", "-"))]))
        )
        self.assertEqual((one.row_count, one.unrated_count), (0, 1))

    def test_two_sheets_that_contradict_each_other_are_told(self):
        content = make_recap(
            ("A", PERIOD, [self._person("own")]),
            ("B", PERIOD, [self._person("own", BEST)]),
        )
        one = self._check(content)
        self.assertEqual((one.row_count, one.problem_count), (1, 1))
        self.assertIn("sheet A", one.problem_ids.message)

    def test_what_is_no_workbook_is_refused_with_a_sentence(self):
        bomb = io.BytesIO()
        with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr("xl/worksheets/sheet1.xml", b"0" * (200 * 1024 * 1024))
        for name, content in {
            "nothing": b"",
            "text": b"NIP;Predikat",
            "program": b"MZ\x90\x00",
            "old": b"\xd0\xcf\x11\xe0rest",
            "broken": b"PK\x03\x04rest",
            "bomb": bomb.getvalue(),
        }.items():
            with self.subTest(name=name), self.assertRaises(UserError) as caught:
                self._check(content)
            self.assertIn(".", str(caught.exception))

    def test_a_hundred_thousand_rows_are_refused(self):
        def fill(book):
            sheet = book.worksheets()[0]
            for row in range(100_000):
                sheet.write_string(10 + row, 2, "x")

        content = make_recap(("S", PERIOD, []), change=fill)
        self._attempt(UserError, self._check, content)

    def test_formulas_and_numbers_in_place_of_values_are_refused(self):
        def spoil(book):
            sheet = book.worksheets()[0]
            sheet.write_formula(5, 6, '="BAIK"', None, "BAIK")
            sheet.write_number(6, 1, 199001012015031001)

        people = [self._person("own"), self._person("assessor")]
        one = self._check(make_recap(("S", PERIOD, people), change=spoil))
        self.assertRecordValues(
            one.problem_ids,
            [{"row": 6, "column": "predicate"}, {"row": 7, "column": "nip"}],
        )
        self.assertFalse(one.row_count)

    def test_only_the_agency_manager_imports(self):
        content = make_recap(("S", PERIOD, [self._person("own")]))
        for role in ROLES:
            with self.subTest(role=role):
                if role in ("manager", "manager_b"):
                    self.assertTrue(self._open(content, role))
                else:
                    self._attempt(AccessError, self._open, content, role)

    def test_an_import_belongs_to_whoever_began_it(self):
        one = self._open(make_recap(("S", PERIOD, [self._person("own")])))
        self._attempt(AccessError, self._as_role(one, "manager_b").action_check)

    def test_rows_of_another_agency_have_no_interval_here(self):
        content = make_recap(("S", PERIOD, [self._person("own")]))
        one = self._check(content, role="manager_b", company_id=self.agency_b.id)
        self.assertEqual((one.row_count, one.problem_count), (0, 1))

    def test_an_import_is_started_once_and_forgets_the_file(self):
        one = self._open(make_recap(("S", PERIOD, [self._person("own")])))
        one.action_import()
        self.assertFalse(one.file)
        self._attempt(UserError, one.action_import)

    def test_a_right_that_ended_ends_the_import(self):
        one = self._open(make_recap(("S", PERIOD, [self._person("own")])))
        job = self.env["asn.job"].browse(one.action_import()["res_id"])
        group = self.env.ref("hr_asn_kinerja.group_asn_kinerja_manager")
        group.user_ids -= self.users["manager"]
        self._run(job)
        self.assertEqual((job.done, job.failed), (0, 1))
        self.assertFalse(self._get_results())

    def test_an_interval_that_went_away_fails_its_own_rows_only(self):
        content = make_recap(
            ("Q1", PERIOD, [self._person("own")]),
            ("2026", "Periode Tahunan Tahun 2026", [self._person("own")]),
        )
        job = self.env["asn.job"].browse(self._open(content).action_import()["res_id"])
        self._get_interval(self.period, "2026-01-01", "annual").unlink()
        self._run(job)
        self.assertEqual((job.done, job.failed), (1, 1))
        self.assertRegex(job.failed_line_ids.reason, "no longer there|sudah tidak ada")

    def test_many_rows_cost_as_many_queries_as_few(self):
        people = [
            (self._make_nip(), f"Name {number}", "Position", *GOOD)
            for number in range(60)
        ]
        counts = []
        for some in (people[:2], people[2:]):
            content = make_recap(("S", PERIOD, some))
            action = self._open(content).action_import()
            job = self.env["asn.job"].browse(action["res_id"])
            self.env.flush_all()
            before = self.cr.sql_log_count
            self._run(job)
            counts.append(self.cr.sql_log_count - before)
        self.assertLessEqual(counts[1], counts[0] + 2)
