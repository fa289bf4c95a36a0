# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from psycopg2 import IntegrityError
from psycopg2.errors import CheckViolation

from odoo.exceptions import AccessError
from odoo.tests import freeze_time, tagged
from odoo.tools import file_open, mute_logger

from .common import NOW, KinerjaCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestHoliday(KinerjaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.holidays = cls.env["asn.holiday"]

    def _make(self, day, kind="agency", agency=None, name="Own day"):
        return self.holidays.create(
            {
                "name": name,
                "date": day,
                "kind": kind,
                "company_id": (agency or self.agency).id,
            }
        )

    def _get(self, first, last, agency=None):
        return self.holidays._get_dates(agency or self.agency, first, last)

    def test_the_decrees_of_2026_and_2027_are_there(self):
        for year, national in (("2026", 17), ("2027", 18)):
            rows = self.holidays.search(
                [("company_id", "=", False), ("date", "like", year)]
            )
            kinds = rows.mapped("kind")
            self.assertEqual(kinds.count("national"), national)
            self.assertEqual(kinds.count("joint_leave"), 8)
            self.assertTrue(all("SKB 3 Menteri" in row.note for row in rows))

    def test_days_that_follow_the_moon_are_marked(self):
        rows = self.holidays.search([("name", "like", "Idul Fitri")])
        self.assertTrue(rows)
        self.assertEqual(set(rows.mapped("is_provisional")), {True})

    def test_a_name_that_fits_no_index_is_refused(self):
        self._make("2026-11-18", name="x" * 200)
        with mute_logger("odoo.sql_db"), self.assertRaises(CheckViolation):
            self._make("2026-11-19", name="\u20ac" * 20_000)

    def test_both_ends_count(self):
        self.assertEqual(
            self._get(date(2026, 12, 24), date(2026, 12, 25)),
            {date(2026, 12, 24), date(2026, 12, 25)},
        )

    def test_an_agency_has_days_of_its_own(self):
        day = date(2026, 11, 18)
        self._make(day)
        self.assertIn(day, self._get(day, day))
        self.assertFalse(self._get(day, day, self.agency_b))

    def test_an_agency_works_where_the_others_do_not(self):
        day = date(2026, 12, 24)
        self._make(day, "working")
        self.assertFalse(self._get(day, day))
        self.assertEqual(self._get(day, day, self.agency_b), {day})

    def test_the_deadline_of_an_objection_passes_over_them(self):
        evaluation = self._make_evaluation()
        self.period.write({"objection_days": 5, "objection_working_days": True})
        self._make(date(2026, 4, 14))
        self._deliver(evaluation)
        # Friday the 10th; 13, 15, 16, 17, 20 are the working days that follow
        self.assertEqual(evaluation.objection_until, date(2026, 4, 20))

    def test_calendar_days_do_not_shift(self):
        evaluation = self._make_evaluation()
        self._make(date(2026, 4, 24))
        self._deliver(evaluation)
        self.assertEqual(evaluation.objection_until, date(2026, 4, 24))

    def test_the_manager_keeps_the_days_of_the_agency_alone(self):
        holidays = self._as_role(self.holidays, "manager")
        values = {"name": "Founding day", "date": "2026-11-18", "kind": "agency"}
        mine = holidays.create(values)
        self.assertEqual(mine.company_id, self.agency)
        mine.name = "Other"
        common = self.holidays.search([("company_id", "=", False)], limit=1)
        for name, arguments in (("write", [{"name": "Mine"}]), ("unlink", [])):
            with self.subTest(operation=name):
                call = getattr(self._as_role(common, "manager"), name)
                self._attempt(AccessError, call, *arguments)
        self._attempt(AccessError, holidays.create, {**values, "company_id": False})
        self._attempt(
            AccessError, holidays.create, {**values, "company_id": self.agency_b.id}
        )
        self._attempt(AccessError, self._as_role(mine, "manager_b").read, ["name"])

    def test_everybody_reads_and_nobody_else_writes(self):
        common = self.holidays.search([("company_id", "=", False)], limit=1)
        for role in ("own", "assessor", "officer", "auditor", "acting"):
            with self.subTest(role=role):
                row = self._as_role(common, role)
                self.assertTrue(row.name)
                self._attempt(AccessError, row.write, {"name": "x"})

    def test_the_same_day_twice_is_refused(self):
        self._make(date(2026, 11, 18))
        with mute_logger("odoo.sql_db"):
            self._attempt(IntegrityError, self._make, date(2026, 11, 18))

    def test_the_template_is_imported_by_odoo_itself(self):
        offered = self._as_role(self.holidays, "manager").get_import_templates()
        path = offered[0]["template"].lstrip("/")
        with file_open(path, "rb") as template:
            content = template.read()
        wizard = self._as_role(self.env["base_import.import"], "manager").create(
            {
                "res_model": "asn.holiday",
                "file": content,
                "file_type": "text/csv",
                "file_name": "hari_libur.csv",
            }
        )
        options = {"quoting": '"', "separator": ",", "has_headers": True}
        options |= {"date_format": "%Y-%m-%d"}
        columns = content.decode().splitlines()[0].split(",")
        answer = wizard.execute_import(columns, columns, options)
        self.assertFalse(answer["messages"])
        rows = self.holidays.browse(answer["ids"])
        self.assertEqual(set(rows.mapped("kind")), {"national", "joint_leave"})
        self.assertEqual(rows.company_id, self.agency)
        self.assertIn(date(2028, 1, 1), rows.mapped("date"))

    def test_the_day_of_the_week_is_shown(self):
        day = self._make(date(2026, 11, 18))
        self.assertEqual(day.weekday, "Wednesday")
