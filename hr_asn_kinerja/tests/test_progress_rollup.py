# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import freeze_time, tagged

from .common import NOW
from .work import WorkCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestProgressRollup(WorkCase):
    """What was written down becomes a proposal, which the employee confirms."""

    def _open(self):
        lines = self._make_evaluation(self.skp).realisation_ids
        return lines.sorted(lambda line: line.indicator_id.id)

    def test_counts_are_added_up_and_percentages_take_the_last(self):
        self.assertEqual(self.letters.roll_up, "sum")
        self.assertEqual(self.percent.roll_up, "last")
        self._write_down(quantity=12, date="2026-03-02")
        self._write_down(quantity=3.5, date="2026-03-02")
        self._write_down(quantity=4, date="2026-03-03")
        for quantity, date in ((97, "2026-03-31"), (90, "2026-01-31")):
            self._write_down(indicator_id=self.percent.id, quantity=quantity, date=date)
        self._write_down(quantity=1000, date="2026-04-01")
        self.assertRecordValues(
            self._open(),
            [
                {
                    "has_proposal": True,
                    "proposed_value": 19.5,
                    "proposal_note": "3 entries on 2 days, added up",
                    "is_reported": False,
                },
                {
                    "has_proposal": True,
                    "proposed_value": 97,
                    "proposal_note": "2 entries on 2 days, the last one",
                    "is_reported": False,
                },
            ],
        )

    def test_the_mean_of_what_is_measured_in_time(self):
        self.letters.write(
            {"aspect": "time", "polarity": "lower", "target_max": 100, "target_min": 0}
        )
        self.assertEqual(self.letters.roll_up, "mean")
        for quantity in (10, 20, 25):
            self._write_down(quantity=quantity)
        self.assertEqual(self._open()[0].proposed_value, 18.3333)

    def test_the_setting_of_the_indicator_wins(self):
        self.letters.roll_up = "last"
        self._write_down(quantity=5)
        self._write_down(quantity=7)
        self.assertEqual(self._open()[0].proposed_value, 7)

    def test_entries_in_another_unit_are_told_and_not_counted(self):
        self._write_down(quantity=5, unit=" Letters")
        self._write_down(quantity=7, unit="boxes")
        line = self._open()[0]
        self.assertEqual(line.proposed_value, 5)
        self.assertEqual(
            line.proposal_note,
            "1 entries on 1 days, added up; 1 entries in another unit are not counted",
        )

    def test_nothing_written_down_changes_nothing(self):
        self.assertRecordValues(
            self._open(), [{"has_proposal": False, "proposal_note": False}] * 2
        )

    def test_the_employee_confirms_the_proposal(self):
        self._write_down(quantity=5)
        line = self._as_role(self._open()[0], "own")
        line.action_use_proposal()
        self.assertRecordValues(line, [{"value": 5, "is_reported": True}])

    def test_an_open_evaluation_follows_what_is_written_later(self):
        line = self._open()[0]
        entry = self._write_down(quantity=5)
        self.assertEqual((line.has_proposal, line.proposed_value), (True, 5))
        entry.quantity = 6
        self.assertEqual(line.proposed_value, 6)
        entry.date = "2026-04-02"
        self.assertFalse(line.has_proposal)
        entry.date = "2026-03-02"
        self.assertTrue(line.has_proposal)
        entry.unlink()
        self.assertRecordValues(
            line, [{"has_proposal": False, "proposed_value": 0, "value": 0}]
        )

    def test_what_was_submitted_is_left_alone(self):
        evaluation = self._open().evaluation_id
        self._fill_and_submit(evaluation)
        self._write_down(quantity=5)
        self.assertFalse(any(evaluation.realisation_ids.mapped("has_proposal")))

    def test_a_target_in_words_has_no_figure(self):
        self.skp.approach = "qualitative"
        self._write_down(quantity=5)
        self.assertFalse(self._open()[0].has_proposal)

    def test_the_assessor_sees_it_beside_the_rating(self):
        evaluation = self._open().evaluation_id
        self._write_down(name="<b>Bold</b>", date="2026-03-03")
        for day in range(1, 7):
            self._write_down(name=f"Entry {day}", date=f"2026-02-0{day}")
        self._write_down(name="Of April", date="2026-04-01")
        own = self._as_role(evaluation, "assessor")
        [(sequence, title, body)] = [
            section for section in own._get_evidence_sections() if section[0] == 20
        ]
        self.assertEqual((sequence, title), (20, "Daily Progress"))
        self.assertIn("7 entries on 7 days", body)
        self.assertIn("&lt;b&gt;Bold", body)
        self.assertIn("Entry 6", body)
        self.assertNotIn("Entry 2", body)
        self.assertNotIn("Of April", body)
        self.assertEqual(own.progress_count, 7)
        action = own.action_open_progress()
        entries = self._as_role(self.env["asn.progress"], "assessor")
        self.assertEqual(entries.search_count(action["domain"]), 7)

    def test_no_section_without_entries(self):
        evaluation = self._open().evaluation_id
        sections = self._as_role(evaluation, "assessor")._get_evidence_sections()
        self.assertNotIn(20, [section[0] for section in sections])

    def test_many_entries_cost_as_many_queries_as_one(self):
        self._open()
        values = {"result_id": self.result.id, "indicator_id": self.letters.id}

        def write(count):
            rows = [{**values, "name": f"Entry {n}"} for n in range(count)]
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            self.own.create([{**row, "date": "2026-03-02"} for row in rows])
            self.env.flush_all()
            return self.cr.sql_log_count - before

        write(1)
        write(2)
        self.assertLessEqual(write(90), write(2))
