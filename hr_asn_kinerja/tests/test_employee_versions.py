# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import freeze_time, tagged

from .common import NOW, KinerjaCase
from .employees import EmployeeImport, make_nip, make_row, make_xlsx

ONE, TWO = make_nip(1), make_nip(2)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestEmployeeVersions(EmployeeImport, KinerjaCase):
    """A changed career is a version of its own day; the past stays as it was."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.known = cls._make_employee("Siti Aminah, S.E.", cls.unit, None, nip=ONE)

    def _row(self, **values):
        """Return a row that says what is so already, but for the values."""
        return make_row(
            **{
                "nip": ONE,
                "name": self.known.name,
                "rank": "III/a",
                "position": self.known.job_title,
                "position_kind": "",
                "unit": "Office > Unit",
                **values,
            }
        )

    def _bring(self, **values):
        job = self._import(make_xlsx([self._row(**values)]))
        self.assertRecordValues(job, [{"state": "done", "failed": 0}])

    def test_who_agrees_is_unchanged(self):
        one = self._check(make_xlsx([self._row()]))
        self.assertEqual(one.unchanged_count, 1)

    def test_a_change_is_a_new_version_of_its_day(self):
        self._bring(rank="III/b", valid_from="01/04/2026")
        first, second = self.known.version_ids.sorted("date_version")
        self.assertEqual(first.asn_rank_id, self._get_rank("III/a"))
        self.assertRecordValues(
            second,
            [
                {
                    "asn_rank_id": self._get_rank("III/b").id,
                    "department_id": self.unit.id,
                    "job_title": first.job_title,
                    "asn_kind": "pns",
                }
            ],
        )
        self.assertEqual(str(second.date_version), "2026-04-01")
        self.assertEqual(self.known.current_version_id, second)

    def test_without_a_day_it_holds_from_the_day_of_the_import(self):
        self._bring(rank="III/b")
        self.assertEqual(
            [str(one.date_version) for one in self.known.version_ids.sorted("id")],
            ["2025-01-01", "2026-01-01"],
        )

    def test_the_manager_may_choose_another_day(self):
        self._import(make_xlsx([self._row(rank="III/b")]), valid_from="2026-03-01")
        dates = self.known.version_ids.mapped("date_version")
        self.assertEqual(str(max(dates)), "2026-03-01")

    def test_the_same_again_is_no_further_version(self):
        self._bring(rank="III/b")
        one = self._check(make_xlsx([self._row(rank="III/b")]))
        self.assertEqual(one.unchanged_count, 1)
        self.assertEqual(len(self.known.version_ids), 2)

    def test_the_same_day_is_corrected_and_leaves_a_note(self):
        self._bring(rank="III/b")
        content = make_xlsx([self._row(rank="III/c")])
        self.assertEqual(self._check(content).corrected_count, 1)
        self._import(content)
        self.env.flush_all()
        self.assertEqual(len(self.known.version_ids), 2)
        self.assertEqual(self.known.asn_rank_id, self._get_rank("III/c"))
        notes = self.known.message_ids | self.known.version_ids.message_ids
        values = notes.sudo().tracking_value_ids
        self.assertIn("Penata Muda Tingkat I (III/b)", values.mapped("old_value_char"))

    def test_a_later_version_stays(self):
        later = self.known.create_version(
            {"date_version": "2026-04-01", "department_id": self.section.id}
        )
        self._bring(rank="III/b", unit="Office > Other")
        self.assertEqual(later.department_id, self.section)
        self.assertEqual(later.asn_rank_id, self._get_rank("III/a"))
        middle = self.known.version_ids.sorted("date_version")[1]
        self.assertEqual(middle.department_id, self.other_unit)

    def test_people_of_an_older_odoo_are_described_from_the_day_on(self):
        """Their only version began when they were typed in, and says nothing."""
        typed = self.env["hr.employee"].create(
            {
                "name": "Typed",
                "nip": TWO,
                "company_id": self.agency.id,
                "date_version": "2026-03-20",
                "job_title": "Kept",
            }
        )
        row = make_row(nip=TWO, name="Typed")
        self._import(make_xlsx([row]))
        first, last = typed.version_ids.sorted("date_version")
        self.assertEqual(str(first.date_version), "2026-01-01")
        self.assertEqual(first.asn_kind, "pns")
        self.assertRecordValues(
            last,
            [
                {
                    "asn_kind": "pns",
                    "asn_rank_id": self._get_rank("III/b").id,
                    "department_id": first.department_id.id,
                    "job_title": "Kept",
                }
            ],
        )
        self.assertEqual(self._check(make_xlsx([row])).unchanged_count, 1)

    def test_an_empty_cell_says_nothing(self):
        row = self._row(rank="", position="", unit="", asn_kind="")
        self.assertEqual(self._check(make_xlsx([row])).unchanged_count, 1)

    def test_who_leaves_a_functional_position_leaves_its_grade(self):
        self._bring(position_kind="Fungsional Keahlian", grade="Ahli Muda")
        self.assertEqual(self.known.position_grade, "ahli_muda")
        self._bring(position_kind="Pengawas", valid_from="01/04/2026")
        self.assertRecordValues(
            self.known, [{"position_kind": "pengawas", "position_grade": False}]
        )

    def test_name_mail_and_superior_are_no_version(self):
        leader = self.people["superior"]
        self._bring(name="Siti A.", email="Siti@Example.com", superior=leader.nip)
        self.assertRecordValues(
            self.known,
            [
                {
                    "name": "Siti A.",
                    "work_email": "siti@example.com",
                    "parent_id": leader.id,
                }
            ],
        )
        self.assertEqual(len(self.known.version_ids), 1)

    def test_an_official_without_nip_is_known_by_name(self):
        row = make_row(name="REGENT", asn_kind="", rank="", unit="", position="Bupati")
        self._import(make_xlsx([row]))
        self.assertEqual(self.regent.job_title, "Bupati")
        self.assertEqual(self.regent.name, "REGENT")

    def test_documents_keep_what_they_were_made_with(self):
        skp = self._make_agreed_skp()
        own = self.people["own"]
        self._import(
            make_xlsx([make_row(nip=own.nip, name=own.name, unit="Elsewhere")])
        )
        self.assertEqual(own.department_id.name, "Elsewhere")
        self.assertEqual(skp.unit_name, "Section")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestEmployeeQueries(EmployeeImport, KinerjaCase):
    """A row costs as many queries among many as among few."""

    def _count(self, function):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.cr.sql_log_count
        function()
        self.env.flush_all()
        return self.cr.sql_log_count - before

    def _make_rows(self, begin, count, **values):
        chief = make_nip(900)
        return [
            make_row(nip=chief, name="Chief"),
            *(
                make_row(
                    nip=make_nip(number), name=f"N{number}", superior=chief, **values
                )
                for number in range(begin, begin + count)
            ),
        ]

    def _count_import(self, rows):
        action = self._open(make_xlsx(rows)).action_import()
        job = self.env["asn.job"].browse(action["res_id"])
        return self._count(job._run_batch)

    def test_new_people(self):
        self._count_import(self._make_rows(800, 2))
        few = self._count_import(self._make_rows(1, 10))
        many = self._count_import(self._make_rows(101, 100))
        self.assertLessEqual(many / 100, few / 10)

    def test_changed_people(self):
        self._import(make_xlsx(self._make_rows(1, 112)))
        self._count_import(self._make_rows(111, 2, rank="III/c"))
        day = {"rank": "III/c", "valid_from": "01/04/2026"}
        few = self._count_import(self._make_rows(1, 10, **day))
        many = self._count_import(self._make_rows(11, 100, **day))
        self.assertLessEqual(many / 100, few / 10)

    def test_checking(self):
        few = make_xlsx(self._make_rows(1, 10))
        many = make_xlsx(self._make_rows(1, 100))
        counts = [
            self._count(self._open(content).action_check)
            for content in (few, few, many)
        ]
        self.assertLessEqual(counts[2], counts[1])

    def test_unchanged_people_in_a_job(self):
        self._import(make_xlsx(self._make_rows(1, 100)))
        sync = self._as_role(self.env["asn.employee.sync"], "manager")
        rows = self._open(make_xlsx(self._make_rows(1, 100)))._read()[0]
        self._count(lambda: sync._apply_people(rows[:11]))
        few = self._count(lambda: sync._apply_people(rows[:11]))
        self.assertLessEqual(self._count(lambda: sync._apply_people(rows)), few)
