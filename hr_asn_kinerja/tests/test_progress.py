# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import doctest

from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, freeze_time, tagged
from odoo.tools import mute_logger

from ..tools import units
from .common import NOW, REFUSALS, ROLES
from .work import WorkCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestProgress(WorkCase):
    """Daily work is written once, by the employee, while its interval is open."""

    def test_examples(self):
        self.assertFalse(doctest.testmod(units).failed)

    def test_one_sentence_is_enough(self):
        form = Form(self.own, view="hr_asn_kinerja.asn_progress_view_form_quick")
        form.name = "Answered 12 letters"
        entry = form.save()
        self.assertRecordValues(
            entry,
            [
                {
                    "date": self.env["asn.period"]._today(),
                    "result_id": self.result.id,
                    "quantity": 1,
                    "data_source": "ekinerja",
                    "skp_id": self.skp.id,
                    "company_id": self.agency.id,
                }
            ],
        )

    def test_the_result_used_last_comes_first(self):
        other = self.env["asn.skp.result"].create(
            {"skp_id": self.skp.id, "name": "Other", "is_agreed": True}
        )
        self._write_down(result_id=other.id, indicator_id=False)
        self.assertEqual(self.own._default_result_id(), other)

    def test_the_form_of_today_begins_with_the_indicator_used_last(self):
        self._write_down()
        entries = self.own.with_context(asn_kinerja_today=True)
        form = Form(entries, view="hr_asn_kinerja.asn_progress_view_form_quick")
        form.name = "More letters"
        entry = form.save()
        self.assertEqual((entry.indicator_id, entry.unit), (self.letters, "letters"))
        form = Form(entries, view="hr_asn_kinerja.asn_progress_view_form_quick")
        form.name = "A meeting"
        form.indicator_id = self.env["asn.skp.indicator"]
        self.assertFalse(form.save().indicator_id)

    def test_a_single_indicator_is_chosen_with_its_unit(self):
        self.env["asn.skp.indicator"].browse(self.percent.id).active = False
        entry = self.own.create({"result_id": self.result.id, "name": "Work"})
        self.assertEqual((entry.indicator_id, entry.unit), (self.letters, "letters"))

    def test_the_hours_follow_from_start_and_end(self):
        entries = self._write_down(start_time=8, end_time=9.5)
        entries |= self._write_down(duration=2)
        self.assertEqual(entries.mapped("duration"), [1.5, 2])

    def test_bad_input_is_refused_in_a_sentence(self):
        entry = self._write_down()
        for values in (
            {"quantity": float("nan")},
            {"quantity": "NaN"},
            {"quantity": float("inf")},
            {"quantity": 10**13},
            {"quantity": 0},
            {"quantity": -1},
            {"quantity": "many"},
            {"start_time": 10, "end_time": 9},
            {"start_time": 10},
            {"end_time": 25},
            {"duration": float("nan")},
            {"duration": 25},
            {"date": "2026-04-11"},
            {"date": "2025-12-31"},
            {"date": False},
            {"name": False},
            {"evidence_link": "javascript:alert(1)"},
            {"indicator_id": self._make_skp("outsider").result_ids.indicator_ids.id},
        ):
            with self.subTest(values=values), mute_logger("odoo.sql_db"):
                self._attempt(Exception, entry.write, values)
        with self.assertRaisesRegex(UserError, "needs a number"):
            entry.write({"quantity": float("nan")})
        with self.assertRaisesRegex(UserError, "today or an earlier day"):
            entry.date = "2026-04-11"

    def test_today_is_the_day_of_the_agency(self):
        with freeze_time("2026-04-10 18:00:00"):
            entry = self._write_down(date="2026-04-11")
        self.assertEqual(str(entry.date), "2026-04-11")

    def test_only_for_results_that_have_been_agreed(self):
        draft = self._make_skp("outsider")
        values = {"result_id": draft.result_ids.id, "indicator_id": False}
        self._attempt(UserError, self._write_down, "outsider", **values)

    def test_nobody_writes_for_somebody_else(self):
        entry = self._write_down()
        for role in ROLES:
            if role == "own":
                continue
            with self.subTest(role=role):
                self._attempt(REFUSALS, self._write_down, role)
                self._attempt(REFUSALS, self._as_role(entry, role).unlink)

    def test_related_columns_are_closed(self):
        entry = self._write_down()
        theirs = self._make_agreed_skp(self.people["outsider"])
        for values in (
            {"skp_id": theirs.id},
            {"company_id": self.agency_b.id},
            {"result_id": theirs.result_ids.id},
        ):
            with self.subTest(values=values):
                self._attempt(REFUSALS, entry.write, values)

    def test_a_plan_in_revision_still_takes_entries(self):
        self._as_role(self.skp, "assessor").action_revise("Other target")
        entry = self._write_down()
        own = self._as_role(self.result, "own")
        own.unlink()
        self.assertFalse(self.result.active)
        self.env.invalidate_all()
        self.assertEqual(entry.result_id, self.result)
        self.assertEqual(
            self._as_role(entry, "assessor").result_id.display_name,
            "Letters are answered in time",
        )
        self.assertEqual(entry.indicator_id, self.letters)

    def test_a_closed_period_takes_nothing(self):
        entry = self._write_down()
        self.skp.state = "closed"
        self._attempt(UserError, entry.write, {"name": "Other"})
        self.skp.state = "agreed"
        self.period.state = "closed"
        self.env.invalidate_all()
        self._attempt(UserError, entry.write, {"name": "Other"})
        self._attempt(UserError, entry.unlink)
        self._attempt(UserError, self._write_down)
        self.assertFalse(entry.can_write)

    def test_what_was_delivered_stays_as_it_is(self):
        entry, later = self._write_down(), self._write_down(date="2026-04-02")
        self._deliver(self._make_evaluation(self.skp))
        self.env.invalidate_all()
        self._attempt(UserError, entry.write, {"name": "Other"})
        self._attempt(UserError, entry.unlink)
        self._attempt(UserError, self._write_down)
        self._attempt(UserError, later.write, {"date": "2026-03-02"})
        self.assertEqual((entry | later).mapped("can_write"), [False, True])
        later.name = "Other"

    def test_entries_are_repeated_today_without_their_files(self):
        entry = self._write_down(start_time=8, end_time=9, quantity=3)
        entry.evidence_ids = [Command.create({"name": "a.txt", "raw": b"a"})]
        entry.action_repeat_today()
        again = self.own.search([("date", "=", "2026-04-10")])
        self.assertRecordValues(
            again,
            [
                {
                    "name": "Answered letters",
                    "quantity": 3,
                    "start_time": 8,
                    "indicator_id": self.letters.id,
                    "evidence_count": 0,
                }
            ],
        )
        other = self._as_role(entry, "assessor")
        self._attempt(REFUSALS, other.action_repeat_today)

    def test_today_is_open_and_the_newest_day_first(self):
        for date in ("2026-04-10", "2026-04-09", "2026-03-02"):
            self._write_down(date=date)
        groups = self.own.web_read_group(
            [], ["date:day"], order="date desc", unfold_read_specification={}
        )["groups"]
        days = [group["date:day"][0] for group in groups]
        self.assertEqual(days, ["2026-04-10", "2026-04-09", "2026-03-02"])
        is_open = ["__records" in group for group in groups]
        self.assertEqual(is_open, [True, False, False])


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestProgressEvidence(WorkCase):
    def _attach(self, entry, role="own"):
        file = self._as_role(self.env["ir.attachment"], role).create(
            {"name": "register.txt", "raw": b"90 letters", "public": True}
        )
        entry.evidence_ids = [Command.link(file.id)]
        return file

    def test_a_fresh_upload_is_bound_and_never_public(self):
        entry = self._write_down()
        file = self._attach(entry)
        self.assertRecordValues(
            file.sudo(),
            [{"res_model": "asn.progress", "res_id": entry.id, "public": False}],
        )

    def test_a_file_is_read_by_those_who_read_the_entry(self):
        file = self._attach(self._write_down())
        others = ("officer_out", "outsider", "manager_b")
        for role in ROLES:
            with self.subTest(role=role):
                refused = self._is_refused(self._as_role(file, role).read, ["raw"])
                self.assertEqual(refused, role in others)

    def test_a_file_of_somebody_else_is_not_taken_over(self):
        entry = self._write_down()
        self._attempt(REFUSALS, self._attach, entry, "outsider")

    def test_a_file_is_frozen_with_its_interval(self):
        file = self._attach(self._write_down())
        own = self._as_role(file, "own")
        own.raw = b"91 letters"
        self._deliver(self._make_evaluation(self.skp))
        self.env.invalidate_all()
        self._attempt((AccessError, UserError), own.write, {"raw": b"120 letters"})
        self._attempt((AccessError, UserError), own.unlink)
