# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import doctest
from unittest.mock import patch

from odoo import Command
from odoo.exceptions import UserError
from odoo.tests import freeze_time, tagged

from ..models import asn_job
from ..tools import pasted_nips
from ..wizard import asn_plan_launch
from .common import NOW, REFUSALS, KinerjaCase
from .plan_launch import PlanLaunch

POISONED = "A poisoned plan."
SECTION = ("Name own", "Name assessor")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestPlanLaunch(PlanLaunch, KinerjaCase):
    """Who gets a plan, who does not and why, and what is in it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.own, cls.assessor = cls.people["own"], cls.people["assessor"]

    def _change_version(self, employee, **values):
        employee.version_id.write(values)
        self.env.flush_all()
        self.env.invalidate_all()

    def test_everybody_without_hindrance_is_ready(self):
        findings = self._findings(self._open_launch())
        self.assertEqual(findings.pop("Regent"), "no_nip")
        self.assertEqual(set(findings.values()), {"ready"})
        self.assertEqual(len(findings), 9)

    def test_each_hindrance_is_found(self):
        mended = {}
        for name in ("existing", "left", "later", "excused", "no_superior", "no_unit"):
            nip = self._make_nip()
            mended[name] = self._make_employee(
                name, self.section, self.assessor, nip=nip
            )
        self._make_skp_of(mended["existing"])
        self._change_version(mended["left"], departure_date="2026-03-01")
        self._change_version(mended["later"], date_version="2026-06-01")
        self._change_version(mended["no_unit"], department_id=False)
        mended["no_superior"].parent_id = False
        self.env["asn.excuse"].create(
            {
                "employee_id": mended["excused"].id,
                "company_id": self.agency.id,
                "reason": "study",
                "date_from": "2026-02-01",
            }
        )
        findings = self._findings(self._open_launch())
        self.assertEqual(
            {name: findings[name] for name in mended},
            dict(zip(mended, mended, strict=True)),
        )

    def test_checking_changes_nothing(self):
        launch = self._open_launch()
        before = self.env["asn.skp"].search_count([])
        jobs = self.env["asn.job"].search_count([])
        launch.action_check()
        self.assertEqual(self.env["asn.skp"].search_count([]), before)
        self.assertEqual(self.env["asn.job"].search_count([]), jobs)
        self.assertEqual(launch.ready_count, 9)
        ready = launch.group_ids.filtered(lambda one: one.finding == "ready")
        domain = ready.action_show()["domain"]
        lines = launch.line_ids.search(domain)
        self.assertEqual(len(lines), 9)

    def test_a_list_leads_to_the_person_or_to_the_plan(self):
        skp = self._make_skp()
        launch = self._open_launch()
        launch.action_check()
        lines = launch.line_ids
        of_own = lines.filtered(lambda line: line.name == "Name own").action_open()
        self.assertEqual((of_own["res_model"], of_own["res_id"]), ("asn.skp", skp.id))
        regent = lines.filtered(lambda line: line.name == "Regent").action_open()
        self.assertEqual(regent["res_model"], "hr.employee")
        self.assertEqual(regent["res_id"], self.regent.id)

    def test_a_few_plans_are_made_in_the_call(self):
        job = self._launch_for(self.own, self.assessor)
        self.assertRecordValues(
            job, [{"state": "done", "made_count": 2, "skipped_count": 0, "total": 2}]
        )
        plans = self._plans_of(self.own, self.assessor)
        self.assertEqual(plans.mapped("state"), ["draft", "draft"])
        self.assertEqual(job.line_ids.skp_id, plans)
        self.assertEqual(set(job.line_ids.mapped("came_from")), {"Empty"})

    def test_many_plans_are_made_in_the_background(self):
        self.startPatcher(patch.object(asn_plan_launch, "BATCH", 3))
        self.startPatcher(patch.object(asn_job, "BATCH", 4))
        job = self._launch()
        self.assertRecordValues(job, [{"state": "queued", "made_count": 0}])
        job._run_batch()
        self.assertEqual(job.made_count, 4)
        job.with_user(self.users["manager"]).action_stop()
        job.with_user(self.users["manager"]).action_resume()
        job._run_to_end()
        self.assertRecordValues(
            job, [{"state": "done", "made_count": 9, "skipped_count": 1, "total": 10}]
        )

    def test_launching_again_makes_nothing_twice(self):
        self._launch()
        count = self.env["asn.skp"].search_count([])
        launch = self._open_launch()
        self._attempt(UserError, launch.action_start)
        new = self._make_employee("New", self.unit, self.assessor, nip=self._make_nip())
        job = self._launch()
        self.assertEqual(self._outcomes(job)["New"], "made")
        self.assertEqual(self._outcomes(job)["Name own"], "skipped")
        self.assertEqual(self.env["asn.skp"].search_count([]), count + 1)
        self.assertEqual(self._plans_of(new).assessor_id, self.assessor)

    def test_who_left_or_got_a_plan_meanwhile_is_told_so(self):
        self.startPatcher(patch.object(asn_plan_launch, "BATCH", 1))
        job = self._launch()
        self._make_skp()
        self._change_version(self.assessor, departure_date="2026-04-01")
        job._run_to_end()
        outcomes = self._outcomes(job)
        self.assertEqual([outcomes[name] for name in SECTION], ["skipped"] * 2)
        reasons = {line.label: line.reason for line in job.line_ids}
        self.assertIn("plan in this period", reasons["Name own"])
        self.assertIn("left", reasons["Name assessor"])
        self.assertEqual(job.failed, 0)

    def test_one_bad_person_does_not_stop_the_rest(self):
        self.startPatcher(patch.object(asn_plan_launch, "BATCH", 1))
        plans = self._make_last_year(self.own, self.assessor)
        skps = type(self.env["asn.skp"])
        fill = skps._fill_from_previous

        def fill_or_fail(records):
            if self.own in records.employee_id:
                raise UserError(POISONED)
            return fill(records)

        self.startPatcher(patch.object(skps, "_fill_from_previous", fill_or_fail))
        job = self._launch()
        job._run_to_end()
        self.assertRecordValues(job, [{"state": "done", "failed": 1, "made_count": 8}])
        self.assertEqual(job.failed_line_ids.reason, POISONED)
        self.assertFalse(self._plans_of(self.own))
        self.assertEqual(len(self._plans_of(self.assessor).result_ids), 2)
        self.assertEqual(len(plans), 2)

    def test_units_take_those_below_along(self):
        launch = self._open_launch(
            reach="units", department_ids=[Command.set(self.unit.ids)]
        )
        self.assertEqual(
            set(self._findings(launch)), {"Name superior", "Name assessor", "Name own"}
        )

    def test_a_kind_of_position_is_chosen(self):
        self._change_version(self.own, position_kind="pelaksana")
        launch = self._open_launch(position_kind="pelaksana")
        self.assertEqual(self._findings(launch), {"Name own": "ready"})

    def test_plans_begin_with_what_the_library_has_for_the_position(self):
        own, outsider = self.people["own"], self.people["outsider"]
        own.version_id.position_kind = "pelaksana"
        outsider.version_id.position_kind = "pengawas"
        self.env["asn.indicator.template"].create(
            [
                {
                    "name": name,
                    "state": state,
                    "position_kind": "pelaksana",
                    "company_id": self.agency.id,
                    "line_ids": [Command.create({"name": "Proven", "target_min": 5})],
                }
                for name, state in (("Counter", "approved"), ("New", "proposed"))
            ]
        )
        job = self._launch_for(own, source="library")
        results = self._plans_of(own).result_ids
        self.assertEqual(results.mapped("name"), ["Counter"])
        self.assertEqual(results.mapped("origin"), ["library"])
        self.assertEqual(results.indicator_ids.mapped("name"), ["Proven"])
        self.assertIn("1", job.line_ids.came_from)
        self._launch_for(outsider, source="library")
        self.assertFalse(self._plans_of(outsider).result_ids)

    def test_pasted_nips_are_found_in_any_form(self):
        nip = self.own.nip
        text = f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}\n{nip}, nonsense;123"
        launch = self._open_launch(reach="nips", nips=text)
        self.assertEqual(
            self._findings(launch),
            {"Name own": "ready", "nonsense": "unknown", "123": "unknown"},
        )
        unknown = launch.line_ids.filtered(lambda line: line.name == "nonsense")
        self._attempt(UserError, unknown.action_open)
        job = self._launch(reach="nips", nips=text)
        self.assertEqual(self._outcomes(job)["nonsense"], "skipped")
        self.assertEqual(self._outcomes(job)["Name own"], "made")

    def test_examples(self):
        self.assertFalse(doctest.testmod(pasted_nips).failed)

    def test_absurd_lists_are_refused_with_a_sentence(self):
        for text in ("", " . ", "9" * 200_000, "\n".join(map(str, range(3000)))):
            launch = self._open_launch(reach="nips", nips=text)
            with self.subTest(size=len(text)), self.assertRaises(UserError):
                launch.action_check()
        for reach in ("units", "people"):
            with self.subTest(reach=reach), self.assertRaises(UserError):
                self._open_launch(reach=reach).action_start()

    def test_people_with_gaps_get_a_plan_only_when_asked(self):
        gap = self._make_employee("Gap", self.section, None)
        self.assertEqual(self._findings(self._open_launch())["Gap"], "no_nip")
        launch = self._open_launch(with_gaps=True)
        findings = self._findings(launch)
        self.assertEqual(findings["Gap"], "ready")
        self._launch_for(gap, with_gaps=True)
        self.assertRecordValues(
            self._plans_of(gap), [{"assessor_id": False, "employee_nip": False}]
        )

    def test_the_plan_begins_with_the_contract_of_who_came_later(self):
        self._change_version(self.own, contract_date_start="2026-03-01")
        self._launch_for(self.own)
        self.assertEqual(str(self._plans_of(self.own).date_from), "2026-03-01")

    def test_only_an_open_period_is_launched(self):
        draft = self.env["asn.period"].create(
            {
                "name": "2027",
                "company_id": self.agency.id,
                "date_from": "2027-01-01",
                "date_to": "2027-12-31",
            }
        )
        launch = self._open_launch(period_id=draft.id)
        for call in (launch.action_check, launch.action_start):
            with self.assertRaises(UserError):
                call()
        launch = self._open_launch()
        self.period.action_close()
        with self.assertRaises(UserError):
            launch.action_start()

    def test_one_launch_at_a_time_in_a_period(self):
        self.startPatcher(patch.object(asn_plan_launch, "BATCH", 1))
        self._launch()
        with self.assertRaisesRegex(UserError, "is not finished"):
            self._open_launch().action_start()

    def test_another_agency_is_out_of_reach(self):
        period_b = self._make_period(self.agency_b, name="B")
        self._attempt(
            REFUSALS, lambda: self._open_launch(period_id=period_b.id).action_start()
        )
        theirs = self.people["manager_b"]
        launch = self._open_launch(reach="nips", nips=theirs.nip)
        self.assertEqual(self._findings(launch), {theirs.nip: "unknown"})
