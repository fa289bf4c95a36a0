# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.exceptions import UserError
from odoo.tests import freeze_time, tagged

from .common import NOW, REFUSALS, KinerjaCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestForeignWrites(KinerjaCase):
    """What a plain user may try to write through a document of their own."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.theirs = cls._make_skp("outsider")
        cls.mine = cls._make_skp("own")
        cls.result = cls.theirs.result_ids
        cls.indicator = cls.result.indicator_ids

    def _create(self, commands):
        self.mine.state = "cancelled"
        return self._as_role(self.env["asn.skp"], "own").create(
            {"result_ids": commands}
        )

    def test_a_new_plan_takes_no_result_of_somebody_else(self):
        for state in ("draft", "agreed"):
            self.theirs.state = state
            for name, command in {
                "link": Command.link(self.result.id),
                "set": Command.set(self.result.ids),
                "update": Command.update(self.result.id, {"name": "Changed"}),
                "delete": Command.delete(self.result.id),
                "unlink": Command.unlink(self.result.id),
            }.items():
                with self.subTest(state=state, command=name):
                    self._attempt_leaves_theirs(self._create, [command])

    def test_a_new_plan_reaches_nobody_else_through_its_lines(self):
        child = {"name": "Mine", "child_ids": [Command.link(self.result.id)]}
        elsewhere = {"name": "Mine", "skp_id": self.theirs.id}
        indicators = {
            "name": "Mine",
            "indicator_ids": [Command.update(self.indicator.id, {"name": "Changed"})],
        }
        stolen = {"name": "M", "indicator_ids": [Command.link(self.indicator.id)]}
        for values in (child, elsewhere, indicators, stolen):
            with self.subTest(values=values):
                self._attempt_leaves_theirs(self._create, [Command.create(values)])

    def test_a_result_is_not_moved_into_the_plan_of_somebody_else(self):
        mine = self._as_role(self.mine.result_ids, "own")
        self._attempt_leaves_theirs(mine.write, {"skp_id": self.theirs.id})

    def test_an_indicator_is_not_moved_into_the_plan_of_somebody_else(self):
        mine = self._as_role(self.mine.result_ids.indicator_ids, "own")
        self._attempt_leaves_theirs(mine.write, {"result_id": self.result.id})

    def test_an_indicator_is_not_made_in_the_plan_of_somebody_else(self):
        lines = self._as_role(self.env["asn.skp.indicator"], "own")
        self._attempt_leaves_theirs(
            lines.create,
            {"name": "N", "result_id": self.result.id, "skp_id": self.mine.id},
        )

    def test_related_columns_of_a_line_are_closed(self):
        result = self._as_role(self.mine.result_ids, "own")
        for records, values in (
            (result, {"company_id": self.agency_b.id}),
            (result.indicator_ids, {"company_id": self.agency_b.id}),
            (result.indicator_ids, {"skp_id": self.theirs.id}),
        ):
            with self.subTest(values=values):
                self._attempt_changes_nothing(records, values)

    def _attempt_leaves_theirs(self, function, *args):
        """Refused, or without effect on the plan of somebody else."""
        before = (self.result.read(), self.indicator.read(), self.theirs.result_ids.ids)
        self.env.flush_all()
        self.env.cr.clear()
        with self.cr.savepoint(flush=False) as savepoint:
            try:
                function(*args)
                self.env.flush_all()
            except REFUSALS:
                savepoint.rollback()
            self.env.cr.clear()
            after = (
                self.result.exists().read(),
                self.indicator.exists().read(),
                self.theirs.result_ids.ids,
            )
            savepoint.rollback()
        self.env.cr.clear()
        self.assertEqual(before, after)

    def _attempt_changes_nothing(self, records, values):
        (name,) = values
        before = records.sudo()[name]
        try:
            with self.cr.savepoint():
                records.write(values)
        except REFUSALS:
            return
        self.env.flush_all()
        self.env.invalidate_all()
        self.assertEqual(records.sudo()[name], before)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestForeignEvaluationWrites(KinerjaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.theirs = cls._make_agreed_skp(cls.people["outsider"])
        cls.mine = cls._make_agreed_skp()
        cls.evaluation = cls._make_evaluation(cls.mine)
        cls.foreign = cls.theirs.evaluation_ids

    def test_a_realisation_is_closed_but_for_value_note_and_evidence(self):
        line = self._as_role(self.evaluation.realisation_ids, "own")
        other_interval = self._get_interval(self.period, "2026-04-01")
        for name, value in {
            "evaluation_id": self.foreign.id,
            "indicator_id": self.theirs.result_ids.indicator_ids.id,
            "interval_id": other_interval.id,
            "company_id": self.agency_b.id,
            "has_proposal": True,
            "proposed_value": 99,
            "proposal_note": "Invented",
        }.items():
            with self.subTest(field=name):
                self._attempt(REFUSALS, line.write, {name: value})

    def test_the_worksheet_is_closed_but_for_the_judgement(self):
        sheet = self._as_role(self._get_worksheet(self.evaluation), "assessor")
        outsider = self.users["outsider"]
        for name, value in {
            "evaluation_id": self.foreign.id,
            "state": "delivered",
            "employee_user_id": outsider.id,
            "assessor_user_id": outsider.id,
            "superior_user_id": outsider.id,
            "assessor_id": self.people["outsider"].id,
            "superior_id": self.people["outsider"].id,
            "company_id": self.agency_b.id,
            "employee_name": "Somebody",
            "interval_id": self._get_interval(self.period, "2026-04-01").id,
        }.items():
            with self.subTest(field=name):
                self._attempt(REFUSALS, sheet.write, {name: value})

    def test_nobody_makes_a_rated_evaluation(self):
        interval = self._get_interval(self.period, "2026-04-01")
        values = self.mine._prepare_evaluation_values(interval)
        for role in ("own", "assessor", "officer", "manager", "auditor"):
            evaluations = self._as_role(self.env["asn.evaluation"], role)
            for extra in (
                {"state": "final"},
                {"predicate": "very_good"},
                {"result_rating": "above"},
                {"assessor_id": self.people["manager"].id},
            ):
                with self.subTest(role=role, extra=extra):
                    self._attempt(REFUSALS, evaluations.create, {**values, **extra})

    def test_a_superior_who_acts_keeps_the_mandate(self):
        self._make_delegation(
            "superior", self.people["assessor"], mandate_number="800/99"
        )
        self._fill_and_submit(self.evaluation)
        self._as_role(self.evaluation, "superior").action_return("Because")
        self.assertRecordValues(
            self.evaluation.decision_ids.filtered(lambda line: line.verb == "return"),
            [{"official_name": "Name assessor", "mandate_number": "800/99"}],
        )

    def test_a_personnel_officer_reads_employees_as_before(self):
        hr_user = self.users["outsider"]
        hr_user.group_ids += self.env.ref("hr.group_hr_user")
        people = self._as(self.people["own"], hr_user)
        self.assertTrue(people.read())

    def test_a_delivered_evaluation_has_a_rating_of_the_organisation(self):
        self._rate(self.evaluation)
        lonely = self.env["hr.department"].create(
            {"name": "Lonely", "company_id": self.agency.id}
        )
        self.people["own"].create_version(
            {"date_version": "2026-03-01", "department_id": lonely.id}
        )
        assessor = self._as_role(self.evaluation, "assessor")
        with self.assertRaisesRegex(UserError, "Lonely"):
            assessor.action_deliver()
