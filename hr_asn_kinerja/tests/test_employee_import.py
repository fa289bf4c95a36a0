# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
from unittest.mock import patch

from psycopg2.errors import UniqueViolation

from odoo.exceptions import AccessError, UserError
from odoo.tests import JsonRpcException, freeze_time, tagged
from odoo.tools import mute_logger

from ..models import asn_job
from .common import NOW, ROLES, KinerjaCase, KinerjaHttpCase
from .employees import EmployeeImport, make_csv, make_nip, make_row, make_xlsx

CHIEF, HEAD, CLERK, TEACHER = (make_nip(number) for number in range(1, 5))


def make_office():
    """Return an office from the clerk up: every superior stands further down."""
    return [
        make_row(
            nip=CLERK, name="Clerk", superior=HEAD, unit="Dinas Pangan > Bidang Beras"
        ),
        make_row(nip=HEAD, name="Head", superior=CHIEF, unit="Dinas Pangan"),
        make_row(
            nip=CHIEF,
            name="Chief",
            superior="Bupati Tubei",
            position_kind="JPT Pratama",
        ),
        make_row(name="Bupati Tubei", asn_kind="", rank="", unit="", position="Bupati"),
    ]


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestEmployeeImport(EmployeeImport, KinerjaCase):
    """A workbook becomes people, units and superiors, once."""

    def test_checking_writes_nothing(self):
        before = self.env["hr.employee"].search_count([])
        one = self._check(make_xlsx(make_office()))
        self.assertEqual((one.row_count, one.new_count, one.wrong_count), (4, 4, 0))
        self.assertEqual(one.unit_count, 2)
        self.assertIn("Dinas Pangan > Bidang Beras", one.new_units)
        self.assertEqual(self.env["hr.employee"].search_count([]), before)

    def test_a_row_becomes_a_person_with_a_version(self):
        self._import(make_xlsx(make_office()))
        clerk = self._find(CLERK)
        self.assertRecordValues(
            clerk,
            [
                {
                    "name": "Clerk",
                    "company_id": self.agency.id,
                    "asn_kind": "pns",
                    "asn_rank_id": self._get_rank("III/b").id,
                    "job_title": "Analis Anggaran",
                    "position_kind": "pelaksana",
                    "position_grade": False,
                    "sex": "male",
                    "nip_warning": False,
                }
            ],
        )
        self.assertEqual(str(clerk.birthday), "1985-01-01")
        # the first day of the open period
        self.assertEqual(str(clerk.version_ids.date_version), "2026-01-01")

    def test_superiors_further_down_are_linked(self):
        job = self._import(make_xlsx(make_office()))
        self.assertRecordValues(job, [{"state": "done", "failed": 0}])
        clerk, head, chief = self._find(CLERK, HEAD, CHIEF)
        self.assertEqual(clerk.parent_id, head)
        self.assertEqual(head.parent_id, chief)
        self.assertRecordValues(
            chief.parent_id, [{"name": "Bupati Tubei", "nip": False}]
        )

    def test_units_become_a_tree_and_are_used_again(self):
        have = self.env["hr.department"].create(
            {"name": "DINAS  PANGAN", "company_id": self.agency.id}
        )
        other = self.env["hr.department"].create(
            {"name": "Bidang Beras", "company_id": self.agency_b.id}
        )
        self._import(make_xlsx(make_office()))
        unit = self._find(CLERK).department_id
        self.assertRecordValues(
            unit,
            [
                {
                    "name": "Bidang Beras",
                    "parent_id": have.id,
                    "company_id": self.agency.id,
                }
            ],
        )
        self.assertNotEqual(unit, other)
        self.assertEqual(self._find(HEAD).department_id, have)

    def test_csv_is_as_good(self):
        for content in (
            make_csv(make_office()),
            make_csv(make_office(), delimiter=",", encoding="utf-16"),
            make_csv(make_office(), delimiter="\t", encoding="cp1252"),
        ):
            self.assertEqual(self._check(content).new_count, 4)

    def test_the_same_workbook_again_writes_nothing(self):
        content = make_xlsx(make_office())
        self._import(content)
        before = self._find(CLERK, HEAD, CHIEF).mapped("write_date")
        one = self._check(content)
        self.assertEqual((one.new_count, one.changed_count), (0, 0))
        self.assertEqual(one.unchanged_count, 4)
        with self.assertRaises(UserError):
            one.action_import()
        people = self._find(CLERK, HEAD, CHIEF)
        self.assertEqual(people.mapped("write_date"), before)
        self.assertEqual(len(people.version_ids), 3)

    def test_a_job_that_is_done_twice_makes_no_doubles(self):
        job = self._import(make_xlsx(make_office()))
        count = self.env["hr.employee"].search_count([])
        versions = self.env["hr.version"].search_count([])
        job.line_ids.state = "todo"
        job.state = "running"
        self._run(job)
        self.assertRecordValues(job, [{"state": "done", "failed": 0}])
        self.assertEqual(self.env["hr.employee"].search_count([]), count)
        self.assertEqual(self.env["hr.version"].search_count([]), versions)

    def test_two_imports_at_once_are_one(self):
        job = self._open(make_xlsx(make_office())).action_import()["res_id"]
        job = self.env["asn.job"].browse(job)
        # two calls at the same moment both pass the question, but not the index
        with mute_logger("odoo.sql_db"), self.assertRaises(UniqueViolation):
            job._start("employee_import", "Second", [], company=job.company_id)

    def test_a_far_day_is_refused(self):
        for day in ("0001-01-01", "9999-12-31"):
            with self.assertRaisesRegex(UserError, "1950"):
                self._check(make_xlsx(make_office()), valid_from=day)

    def test_an_interrupted_job_goes_on_where_it_was(self):
        self.patch(asn_job, "BATCH", 2)
        action = self._open(make_xlsx(make_office())).action_import()
        job = self.env["asn.job"].browse(action["res_id"])
        job._run_batch()
        mine = self._as_role(job, "manager")
        mine.action_stop()
        self.assertEqual(len(self._find(CLERK, HEAD, CHIEF)), 2)
        with self.assertRaises(UserError):
            self._open(make_xlsx(make_office())).action_import()
        mine.action_resume()
        self._run(job)
        self.assertRecordValues(job, [{"state": "done", "failed": 0}])
        self.assertEqual(len(self._find(CLERK, HEAD, CHIEF)), 3)
        self.assertEqual(self._find(HEAD).parent_id, self._find(CHIEF))

    def test_a_batch_that_was_killed_is_done_anew(self):
        """Whatever it wrote is gone with its transaction; its lines are still open."""
        action = self._open(make_xlsx(make_office())).action_import()
        job = self.env["asn.job"].browse(action["res_id"])
        killed = patch.object(type(job), "_count", side_effect=SystemExit)
        with killed, self.assertRaises(SystemExit), self.cr.savepoint():
            job._run_batch()
        self.env.invalidate_all()
        self.assertFalse(self._find(CLERK))
        self.assertEqual(set(job.line_ids.mapped("state")), {"todo"})
        self.assertIn(job, self.env["asn.job"]._next_job())
        self._run(job)
        self.assertRecordValues(job, [{"state": "done", "failed": 0}])
        self.assertEqual(len(self._find(CLERK, HEAD, CHIEF)), 3)

    def test_a_line_that_fails_is_listed_and_can_be_tried_again(self):
        self.patch(asn_job, "BATCH", 3)
        self.users["manager"].lang = "en_US"
        action = self._open(make_xlsx(make_office())).action_import()
        job = self.env["asn.job"].browse(action["res_id"])
        # meanwhile somebody enters the chief, who then leaves
        chief = self._make_employee("Chief", self.unit, None, nip=CHIEF)
        chief.active = False
        self._run(job)
        self.assertRecordValues(job, [{"state": "done"}])
        failed = job.failed_line_ids
        self.assertEqual(len(failed), 2)
        self.assertIn("Chief", failed[0].label)
        self.assertIn("archived", failed[0].reason)
        self.assertEqual(len(self._find(CLERK, HEAD)), 2)
        chief.active = True
        self._as_role(job, "manager").action_retry()
        self._run(job)
        self.assertRecordValues(job, [{"state": "done", "failed": 0}])
        self.assertEqual(self._find(HEAD).parent_id, chief)

    def test_nothing_is_written_while_a_row_is_wrong(self):
        rows = [*make_office(), make_row(nip="12", name="Wrong")]
        one = self._open(make_xlsx(rows))
        one.action_import()
        self.assertEqual((one.state, one.wrong_count), ("checked", 1))
        self.assertFalse(self.env["asn.job"].search([("kind", "=", "employee_import")]))
        self.assertFalse(self._find(CLERK))

    def test_an_import_starts_once(self):
        one = self._open(make_xlsx(make_office()))
        one.action_import()
        with self.assertRaises(UserError):
            one.action_import()

    def test_only_the_manager_imports(self):
        content = make_xlsx(make_office())
        for role in set(ROLES) - {"manager", "manager_b"}:
            with self.subTest(role=role):
                self._attempt(AccessError, self._open, content, role)
        one = self._open(content)
        for role in ROLES:
            if role == "manager":
                continue
            with self.subTest(role=role, operation="another's"):
                mine = self._as_role(one, role)
                self._attempt(AccessError, mine.action_check)
                self._attempt(AccessError, mine.action_import)
                self._attempt(AccessError, mine.read, ["filename"])

    def test_personnel_without_our_role_imports_nothing(self):
        self.users["outsider"].group_ids += self.env.ref("hr.group_hr_manager")
        self._attempt(AccessError, self._open, make_xlsx([]), "outsider")
        sync = self._as_role(self.env["asn.employee.sync"], "outsider")
        self._attempt(AccessError, sync._apply_people, [])

    def test_a_manager_who_is_none_any_more_changes_nothing(self):
        action = self._open(make_xlsx(make_office())).action_import()
        job = self.env["asn.job"].browse(action["res_id"])
        self.users["manager"].group_ids -= self.env.ref(
            "hr_asn_kinerja.group_asn_kinerja_manager"
        )
        self._run(job)
        self.assertEqual(job.failed, job.total)
        self.assertFalse(self._find(CLERK))

    def test_another_agency_has_its_own_people(self):
        self._import(make_xlsx(make_office()))
        action = self._open(make_xlsx(make_office()), "manager_b").action_import()
        jobs = self.env["asn.job"].with_context(allowed_company_ids=self.agency_b.ids)
        job = jobs.browse(action["res_id"])
        self._run(job)
        self.assertRecordValues(
            job, [{"company_id": self.agency_b.id, "state": "done", "failed": 0}]
        )
        people = self.env["hr.employee"].search([("nip", "=", CLERK)])
        self.assertEqual(people.company_id, self.agency | self.agency_b)
        self.assertEqual(people.parent_id.company_id, self.agency | self.agency_b)
        self.assertEqual(len(people), 2)

    def test_the_example_workbook_can_be_imported(self):
        one = self._open(b"x")
        example = base64.b64decode(one.example)
        checked = self._check(example)
        self.assertEqual((checked.new_count, checked.wrong_count), (4, 0))
        job = self._import(example)
        self.assertEqual(job.failed, 0)

    def test_the_day_is_the_first_of_the_period_of_today(self):
        self._make_period(
            self.agency, name="2027", date_from="2027-01-01", date_to="2027-12-31"
        )
        self.assertEqual(str(self._open(b"x").valid_from), "2026-01-01")
        self.assertEqual(str(self._open(b"x", "manager_b").valid_from), "2026-01-01")


@tagged("post_install", "-at_install")
class TestEmployeeDownloads(EmployeeImport, KinerjaHttpCase):
    """The two workbooks go to the manager who began the import, and to nobody else."""

    def test_only_the_own_manager_downloads(self):
        one = self._check(make_xlsx([make_row(nip="12")]))
        for role in ("manager", "manager_b", "auditor", "officer", "own"):
            self._log_in(role)
            for name in ("example", "problem_list", "file"):
                with self.subTest(role=role, name=name):
                    url = f"/web/content/asn.employee.import/{one.id}/{name}"
                    answer = self.url_open(f"{url}?download=true")
                    self.assertEqual(answer.ok, role == "manager")
                    self.assertEqual(answer.content[:2] == b"PK", role == "manager")

    def _raises(self):
        return self.assertRaises(JsonRpcException)

    def test_nobody_calls_the_steps_over_rpc(self):
        self._log_in("manager")
        for method in ("_apply_people", "_apply_superiors", "_load"):
            with self.subTest(method), mute_logger("odoo.http"), self._raises():
                self._call("asn.employee.sync", method, [[]])
