# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from contextlib import suppress
from unittest.mock import patch

from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from ..models import asn_job, asn_period_interval
from .common import NOW, KinerjaCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestAnnual(KinerjaCase):
    """The evaluations of the year are made for everybody, with what is advised.

    Source: the annual evaluation is a judgement, no mean of the intervals (M).
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.annual = cls._get_interval(cls.period, "2026-01-01", "annual")
        cls.second = cls._get_interval(cls.period, "2026-04-01")

    def _make_quarters(self, skp, *values):
        """Hand in the figures of the first quarters."""
        for interval, value in zip((self.interval, self.second), values, strict=True):
            evaluation = self._make_evaluation(skp, interval)
            mine = self._as(evaluation, evaluation.employee_user_id)
            mine.realisation_ids.write({"value": value, "note": "From the register"})
            mine.action_submit()

    def _propose(self, *values, **indicator):
        skp = self._make_agreed_skp()
        skp.result_ids.indicator_ids.write(indicator)
        self._make_quarters(skp, *values)
        return self._make_evaluation(skp, self.annual).realisation_ids

    def test_counted_things_add_up(self):
        line = self._propose(40, 45.5)
        self.assertRecordValues(
            line, [{"has_proposal": True, "proposed_value": 85.5, "is_reported": False}]
        )
        self.assertIn("40 + 45.5", line.proposal_note.replace(",", "."))

    def test_of_a_share_the_last_figure_stands(self):
        line = self._propose(70, 90, unit="persen")
        self.assertEqual((line.has_proposal, line.proposed_value), (True, 90))

    def test_what_was_not_handed_in_does_not_count(self):
        skp = self._make_agreed_skp()
        evaluation = self._make_evaluation(skp)
        self._as_role(evaluation, "own").realisation_ids.value = 40
        line = self._make_evaluation(skp, self.annual).realisation_ids
        self.assertRecordValues(line, [{"has_proposal": False, "proposal_note": False}])

    def test_the_employee_takes_it_over_or_asks_again(self):
        line = self._as_role(self._propose(40, 45), "own")
        line.action_use_proposal()
        self.assertEqual((line.value, line.is_reported), (85, True))
        line.action_refresh_proposal()
        self.assertEqual(line.proposed_value, 85)

    def test_a_quarter_proposes_nothing(self):
        skp = self._make_agreed_skp()
        line = self._make_evaluation(skp).realisation_ids
        self.assertFalse(line.has_proposal)

    def test_the_rows_are_those_that_create_makes(self):
        skp = self._make_agreed_skp()
        evaluation = self._make_evaluation(skp, self.annual)
        self.assertRecordValues(
            evaluation,
            [
                {
                    "state": "draft",
                    "company_id": self.agency.id,
                    "employee_user_id": self.users["own"].id,
                    "assessor_user_id": self.users["assessor"].id,
                    "superior_user_id": self.users["superior"].id,
                    "interval_date_from": self.annual.date_from,
                    "employee_name": skp.employee_name,
                    "department_id": self.section.id,
                    "predicate": False,
                }
            ],
        )
        self.assertRecordValues(
            self._get_worksheet(evaluation),
            [
                {
                    "state": "draft",
                    "interval_id": self.annual.id,
                    "employee_user_id": self.users["own"].id,
                    "assessor_user_id": self.users["assessor"].id,
                    "superior_id": self.people["superior"].id,
                    "result_rating": False,
                }
            ],
        )
        self.assertFalse(evaluation.message_follower_ids)

    def test_everybody_in_the_background_once(self):
        self._start_patches()
        people = [
            self._make_employee(f"P{number}", self.section, self.people["assessor"])
            for number in range(5)
        ]
        plans = self.env["asn.skp"].union(*map(self._make_skp_of, people))
        plans.state = "agreed"
        mine = self._as_role(self.annual, "manager")
        action = mine.action_open_evaluations()
        job = self.env["asn.job"].browse(action["res_id"])
        self.assertEqual((job.total, job.state), (5, "queued"))
        job._run_batch()
        # a second click shows the work that runs
        self.assertEqual(mine.action_open_evaluations()["res_id"], job.id)
        self._as_role(job, "manager").action_stop()
        self.assertEqual(mine.action_open_evaluations()["res_id"], job.id)
        self._as_role(job, "manager").action_resume()
        while job.state != "done":
            job._run_batch()
        self.assertEqual((job.done, job.failed), (5, 0))
        evaluations = plans.evaluation_ids
        self.assertEqual(len(evaluations), 5)
        self.assertEqual(evaluations.skp_id, plans)

    def _start_patches(self):
        for module in (asn_job, asn_period_interval):
            self.startPatcher(patch.object(module, "BATCH", 2))

    def test_a_lock_ends_the_work(self):
        self._start_patches()
        people = [
            self._make_employee(f"P{number}", self.section, self.people["assessor"])
            for number in range(3)
        ]
        for person in people:
            self._make_skp_of(person).state = "agreed"
        mine = self._as_role(self.annual, "manager")
        job = self.env["asn.job"].browse(mine.action_open_evaluations()["res_id"])
        mine.action_lock()
        while job.state != "done":
            job._run_batch()
        self.assertEqual((job.done, job.failed), (0, 3))
        self.assertRegex(job.failed_line_ids[0].reason, "locked|dikunci")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestDeliverMany(KinerjaCase):
    """Many evaluations are delivered at once; each is frozen or told by name."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.staff = cls.env["hr.employee"]
        for number in range(4):
            cls.staff += cls._make_employee(
                f"Staff {number}", cls.section, cls.people["assessor"]
            )
        plans = cls.env["asn.skp"].union(*map(cls._make_skp_of, cls.staff))
        plans.state = "agreed"
        cls._make_evaluation(plans[:1])
        cls.evaluations = plans.evaluation_ids
        for evaluation in cls.evaluations[1:]:
            cls._fill_worksheet(evaluation)
            cls._as(evaluation, cls.users["assessor"]).action_rate()

    def test_those_that_cannot_are_told_and_the_others_go_on(self):
        action = self._as_role(self.evaluations, "assessor").action_deliver()
        self.assertIn("Staff 0", action["params"]["message"])
        self.assertEqual(
            self.evaluations.mapped("state"), ["draft", *["delivered"] * 3]
        )
        self.assertEqual(len(self.evaluations.decision_ids.filtered("digest")), 3)

    def test_from_the_worksheets(self):
        rated = self.evaluations[1:]
        sheets = self.env["asn.assessment"].search([("evaluation_id", "in", rated.ids)])
        action = self._as_role(sheets, "assessor").action_deliver()
        self.assertEqual(action["params"]["type"], "success")
        self.assertEqual(set(rated.mapped("state")), {"delivered"})

    def test_more_than_a_batch_goes_into_the_background(self):
        self.startPatcher(patch.object(asn_job, "BATCH", 2))
        self.startPatcher(
            patch("odoo.addons.hr_asn_kinerja.models.asn_evaluation_deliver.BATCH", 2)
        )
        action = self._as_role(self.evaluations, "assessor").action_deliver()
        job = self.env["asn.job"].browse(action["res_id"])
        while job.state != "done":
            job._run_batch()
        self.assertEqual((job.done, job.failed), (3, 1))
        self.assertEqual(job.failed_line_ids.label, "Staff 0")
        self.assertEqual(set(self.evaluations[1:].mapped("state")), {"delivered"})

    def test_nobody_else_delivers(self):
        for role in ("own", "superior", "officer", "manager", "auditor", "outsider"):
            mine = self._as_role(self.evaluations, role)
            with self.subTest(role=role):
                with suppress(AccessError, UserError):
                    mine.action_deliver()
                self.assertNotIn("delivered", self.evaluations.mapped("state"))

    def test_the_chain_holds(self):
        self._as_role(self.evaluations[1:], "assessor").action_deliver()
        for person in self.staff:
            self.assertFalse(self.env["asn.decision"]._find_broken(person))
