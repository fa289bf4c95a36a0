# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import doctest

from odoo.exceptions import UserError
from odoo.tests import freeze_time, tagged

from ..tools import progress_rows
from .common import NOW, REFUSALS
from .work import WorkCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestProgressPaste(WorkCase):
    """Rows from a spreadsheet: checked first, written down together or not at all."""

    def _paste(self, text, role="own", **values):
        wizards = self._as_role(self.env["asn.progress.paste"], role)
        return wizards.create({"text": text, **values})

    def test_examples(self):
        self.assertFalse(doctest.testmod(progress_rows).failed)

    def test_checking_writes_nothing_and_applying_everything(self):
        plan = self._as_role(self.env["asn.action.plan"], "own").create(
            {
                "result_id": self.result.id,
                "name": "Answer the old letters",
                "interval_id": self.interval.id,
            }
        )
        wizard = self._paste(
            "2/3/2026\t08:00\t09:30\tAnswered\t12\tletters\tanswer the OLD letters\n"
            "\n"
            "3/3/2026\t\t\tMeeting\n"
        )
        wizard.action_check()
        self.assertEqual((wizard.row_count, wizard.problem_count), (2, 0))
        self.assertFalse(self.own.search([]))
        wizard.action_apply()
        self.assertRecordValues(
            self.own.search([], order="date"),
            [
                {
                    "name": "Answered",
                    "start_time": 8,
                    "duration": 1.5,
                    "quantity": 12,
                    "unit": "letters",
                    "action_plan_id": plan.id,
                },
                {
                    "name": "Meeting",
                    "start_time": 0,
                    "duration": 0,
                    "quantity": 1,
                    "unit": False,
                    # the only action plan of the result in the interval
                    "action_plan_id": plan.id,
                },
            ],
        )

    def test_one_bad_row_keeps_all_of_them_out(self):
        wizard = self._paste(
            "2/3/2026\t\t\tFine\n"
            "31/2/2026\t\t\tNo day\n"
            "2/3/2026\t9\t8\tWrong way round\n"
            "2/3/2026\tmorning\t\tNo time\n"
            "2/3/2026\t\t\t\t1\n"
            "2/3/2026\t\t\tNot a number\tNaN\n"
            "2/3/2026\t\t\tNothing\t0\n"
            "11/4/2026\t\t\tTomorrow\n"
            "31/12/2025\t\t\tLast year\n"
            "2/3/2026\t\t\tElsewhere\t1\tx\tUnknown plan\n"
        )
        wizard.action_apply()
        self.assertFalse(self.own.search([]))
        self.assertEqual((wizard.row_count, wizard.problem_count), (1, 9))
        lines = wizard.problems.split("\n")
        self.assertEqual(
            [line.split(":")[0] for line in lines],
            [f"Row {number}" for number in range(2, 11)],
        )
        self.assertIn("31/2/2026", lines[0])
        self.assertIn("NaN", lines[4])
        self.assertIn("today or an earlier day", lines[6])

    def test_a_heading_gives_the_order(self):
        wizard = self._paste(
            "Rencana Aksi\tTanggal Kegiatan\tJam Mulai\tJam Selesai\tKegiatan Harian\t"
            "Sumber Data\tRealisasi\tSatuan\tBukti Dukung\n"
            "Letters are answered in time\t02/03/2026\t08:00\t09:00\tAnswered\t"
            "ekinerja\t1,5\tletters\thttps://example.com\n"
        )
        wizard.action_apply()
        self.assertRecordValues(
            self.own.search([]),
            [{"name": "Answered", "quantity": 1.5, "result_id": self.result.id}],
        )

    def test_what_is_there_already_is_left_out(self):
        text = "2/3/2026\t\t\tMeeting\n3/3/2026\t\t\tMeeting\n"
        self._paste(text).action_apply()
        wizard = self._paste(f"{text}4/3/2026\t\t\tMeeting\n")
        wizard.action_check()
        self.assertEqual((wizard.row_count, wizard.known_count), (1, 2))
        wizard.action_apply()
        self.assertEqual(self.own.search_count([]), 3)

    def test_a_delivered_interval_takes_nothing(self):
        self._deliver(self._make_evaluation(self.skp))
        wizard = self._paste("2/3/2026\t\t\tLate\n2/4/2026\t\t\tFine\n")
        wizard.action_check()
        self.assertEqual((wizard.row_count, wizard.problem_count), (1, 1))
        self.assertIn("delivered", wizard.problems)

    def test_without_a_plan_there_is_nowhere_to_write(self):
        wizard = self._paste("2/3/2026\t\t\tMeeting\n", "outsider")
        wizard.action_check()
        self.assertIn("no running plan", wizard.problems)

    def test_no_text_and_too_much_text(self):
        wizard = self._paste("")
        wizard.action_apply()
        self.assertEqual((wizard.row_count, wizard.problem_count), (0, 0))
        long = "x\n" * (progress_rows.MAX_ROWS + 1)
        self._attempt(UserError, self._paste(long).action_check)

    def test_many_errors_are_shortened(self):
        wizard = self._paste("x\n" * 200)
        wizard.action_check()
        self.assertEqual(wizard.problem_count, 200)
        self.assertIn("And 150 more", wizard.problems)

    def test_a_result_of_somebody_else_is_no_place(self):
        theirs = self._make_agreed_skp(self.people["outsider"])
        wizard = self._paste("2/3/2026\t\t\tMine\n", result_id=theirs.result_ids.id)
        wizard.action_apply()
        self.assertEqual(self.own.search([]).result_id, self.result)

    def test_ten_thousand_rows_at_once(self):
        text = "".join(
            f"{1 + n % 28}/{1 + n // 28 % 3}/2026\t\t\tActivity {n}\t{1 + n % 9}\n"
            for n in range(10_000)
        )
        self._paste("2/3/2026\t\t\tWarm\n").action_apply()
        wizard = self._paste(text)
        self.env.flush_all()
        queries = self.cr.sql_log_count
        wizard.action_apply()
        self.env.flush_all()
        queries = self.cr.sql_log_count - queries
        self.assertEqual(self.own.search_count([]), 10_001)
        # an INSERT holds a bounded number of rows; nothing else grows
        self.assertLess(queries, 300)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestProgressCopy(WorkCase):
    def _copy(self, role="own", **values):
        return self._as_role(self.env["asn.progress.copy"], role).create(values)

    def test_the_last_day_goes_to_today(self):
        self._write_down(name="Old", date="2026-03-02")
        self._write_down(name="First", date="2026-03-03", quantity=2)
        self._write_down(name="Second", date="2026-03-03")
        wizard = self._copy()
        self.assertEqual(str(wizard.date_from), "2026-03-03")
        self.assertEqual(wizard.summary, "First\nSecond")
        wizard.action_copy()
        self.assertEqual(
            self.own.search([("date", "=", "2026-04-10")]).sorted("id").mapped("name"),
            ["First", "Second"],
        )

    def test_an_empty_day_and_the_same_day_are_refused(self):
        self._write_down()
        for values in (
            {"date_from": "2026-03-05"},
            {"date_from": "2026-03-02", "date_to": "2026-03-02"},
            {"date_from": "2026-03-02", "date_to": "2026-04-11"},
            {"date_from": "2026-03-02", "date_to": "2025-12-31"},
        ):
            with self.subTest(values=values):
                self._attempt(REFUSALS, self._copy(**values).action_copy)

    def test_nobody_copies_the_work_of_somebody_else(self):
        self._write_down()
        wizard = self._copy("assessor", date_from="2026-03-02")
        self.assertFalse(wizard.summary)
        self._attempt(UserError, wizard.action_copy)
