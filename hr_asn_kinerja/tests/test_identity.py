# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError
from odoo.tests import freeze_time, tagged

from .common import NOW, ROLES, KinerjaCase, KinerjaHttpCase

HEAVY_TYPES = ("binary", "one2many", "many2many")
TWINS = ("asn_kind", "asn_rank_id", "position_kind", "position_grade")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestDirectory(KinerjaHttpCase):
    """The screens of Odoo work for everybody with our modules installed."""

    def _open_views(self, model, method="web_search_read", domain=()):
        views = self._call(model, "get_views", [[[False, "list"], [False, "form"]]])
        for fields in (views["models"][model]["fields"],):
            readable = {
                name: {} for name, field in fields.items() if name != "properties"
            }
            answer = self._call(
                model, method, [], {"domain": list(domain), "specification": readable}
            )
            self.assertTrue(answer["records"])
        return views

    def test_everybody_opens_the_directory_with_all_its_fields(self):
        for role in ROLES:
            with self.subTest(role=role):
                self._log_in(role)
                self._open_views("hr.employee.public")

    def test_everybody_opens_their_own_profile(self):
        view = self.env.ref("hr.res_users_view_form_preferences", False)
        for role in ROLES:
            with self.subTest(role=role):
                self._log_in(role)
                user = self.users[role]
                self._call(
                    "res.users", "get_views", [[[view.id if view else False, "form"]]]
                )
                own = self.env["res.users"].with_user(user)
                names = [
                    name
                    for name in own.SELF_READABLE_FIELDS
                    if name in own._fields
                    and own._fields[name].type
                    not in ("binary", "one2many", "many2many")
                ]
                answer = self._call("res.users", "read", [[user.id], names])
                self.assertEqual(answer[0]["id"], user.id)

    def test_everybody_sees_the_org_chart(self):
        self._skip_without("hr_org_chart")
        for role in ROLES:
            with self.subTest(role=role):
                self._log_in(role)
                answer = self.make_jsonrpc_request(
                    "/hr/get_org_chart",
                    {"employee_id": self.people["own"].id, "context": {"max_level": 2}},
                )
                if role == "manager_b":
                    continue
                self.assertEqual(answer["self"]["name"], "Name own")

    def test_everybody_loads_the_web_client_and_its_trays(self):
        for role in ROLES:
            with self.subTest(role=role):
                self._log_in(role)
                self.assertEqual(self.url_open("/odoo").status_code, 200)
                self.make_jsonrpc_request(
                    "/mail/data", {"fetch_params": ["systray_get_activities"]}
                )
                self.assertTrue(self.url_open("/web/webclient/load_menus").json())

    def _skip_without(self, module):
        if self.env["ir.module.module"]._get(module).state != "installed":
            self.skipTest(f"{module} is not installed")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestIdentity(KinerjaCase):
    def test_everybody_prefetches_their_own_employee(self):
        for role in ROLES:
            with self.subTest(role=role):
                self.env.invalidate_all()
                own = self._as_role(self.users[role], role).employee_id
                self.assertEqual(own.name, f"Name {role}")
                self.assertEqual(own.user_id, self.users[role])
                self.assertTrue(own.parent_id.name or role == "manager_b")

    def test_plain_people_read_no_version_of_hr(self):
        version = self.people["own"].current_version_id
        for role in ("own", "assessor", "officer", "auditor", "acting"):
            with self.subTest(role=role):
                self._attempt(
                    AccessError, self._as_role(version, role).read, ["asn_rank_id"]
                )

    def test_the_directory_shows_the_version_of_today(self):
        public = self._as_role(
            self.env["hr.employee.public"].browse(self.people["own"].id), "outsider"
        )
        self.people["own"].create_version(
            {
                "date_version": "2026-04-01",
                "asn_rank_id": self._get_rank("III/b").id,
                "asn_kind": "pns",
                "position_kind": "fungsional_keahlian",
                "position_grade": "ahli_muda",
            }
        )
        self.env.flush_all()
        self.env.invalidate_all()
        self.assertRecordValues(
            public,
            [
                {
                    "asn_kind": "pns",
                    "asn_rank_id": self._get_rank("III/b").id,
                    "position_kind": "fungsional_keahlian",
                    "position_grade": "ahli_muda",
                }
            ],
        )

    def test_each_twin_is_a_field_of_the_version_too(self):
        for name in TWINS:
            with self.subTest(field=name):
                for model in ("hr.version", "hr.employee", "hr.employee.public"):
                    self.assertIn(name, self.env[model]._fields)

    def test_every_stored_field_of_hr_employee_has_a_group_or_a_twin(self):
        employee = self.env["hr.employee"]
        public = self.env["hr.employee.public"]._fields
        ours = [
            field
            for field in employee._fields.values()
            if "hr_asn_kinerja" in (field._modules or ())
        ]
        self.assertTrue(ours)
        for field in ours:
            with self.subTest(field=field.name):
                self.assertTrue(field.groups or field.name in public)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestVersionOfTheTime(KinerjaCase):
    """A document reads the version of its own time, and keeps what it read."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.employee = cls.people["own"]

    def _promote(self, date):
        self.employee.create_version(
            {
                "date_version": date,
                "asn_rank_id": self._get_rank("III/b").id,
                "department_id": self.other_unit.id,
                "job_title": "Head of Something",
            }
        )

    def _get_printed(self, document):
        return (
            document.rank_name,
            document.unit_name,
            document.position_name,
            document.department_id,
        )

    def test_a_later_version_does_not_reach_an_earlier_period(self):
        earlier = self.env["asn.period"].create(
            {
                "name": "2025",
                "company_id": self.agency.id,
                "date_from": "2025-01-01",
                "date_to": "2025-12-31",
            }
        )
        self._promote("2026-02-01")
        skp = self._make_skp(period_id=earlier.id)
        self.assertEqual(
            self._get_printed(skp),
            ("Penata Muda (III/a)", "Section", "Job of Name own", self.section),
        )

    def test_a_version_of_the_future_does_not_reach_the_plan_of_today(self):
        self._promote("2026-09-01")
        self.assertEqual(self._make_skp().unit_name, "Section")

    def test_a_version_of_the_period_reaches_the_plan(self):
        self._promote("2026-02-01")
        self.assertEqual(
            self._get_printed(self._make_skp()),
            (
                "Penata Muda Tingkat I (III/b)",
                "Other",
                "Head of Something",
                self.other_unit,
            ),
        )

    def test_a_draft_is_brought_up_to_date_at_agreement(self):
        skp = self._make_skp()
        self._promote("2026-04-01")
        self._as_role(skp, "own").action_submit()
        self._as_role(skp, "assessor").action_agree()
        self.assertEqual(skp.unit_name, "Other")

    def test_an_agreed_plan_does_not_follow_hr(self):
        skp = self._make_agreed_skp()
        before = self._get_printed(skp) + (skp.employee_name, skp.employee_nip)
        self._promote("2026-04-09")
        self.employee.write({"name": "Renamed", "nip": False, "parent_id": False})
        self.env.flush_all()
        self.env.invalidate_all()
        after = self._get_printed(skp) + (skp.employee_name, skp.employee_nip)
        self.assertEqual(before, after)
        self.assertEqual(skp.assessor_id, self.people["assessor"])

    def test_an_official_without_user_and_number_is_printed(self):
        skp = self._make_skp("superior")
        self.assertRecordValues(
            skp,
            [
                {
                    "assessor_id": self.regent.id,
                    "assessor_user_id": False,
                    "assessor_name": "Regent",
                    "assessor_nip": False,
                    "superior_id": False,
                }
            ],
        )

    def test_a_mandate_decides_for_an_official_without_user(self):
        self._make_delegation("acting", self.regent, mandate_number="131/77")
        skp = self._make_skp("superior")
        self._as_role(skp, "superior").action_submit()
        self._as_role(skp, "acting").action_agree()
        self.assertRecordValues(
            skp.decision_ids.filtered(lambda line: line.verb == "agree"),
            [{"official_name": "Regent", "mandate_number": "131/77"}],
        )
        self.assertEqual(skp.assessor_name, "Regent")

    def test_somebody_without_user_can_be_appraised(self):
        employee = self._make_employee(
            "Without User", self.section, self.people["assessor"]
        )
        skp = self._make_skp_of(employee)
        skp.state = "agreed"
        evaluation = self._make_evaluation(skp)
        self._fill_worksheet(evaluation)
        assessor = self._as_role(evaluation, "assessor")
        assessor.action_rate()
        assessor.action_deliver()
        self.assertRecordValues(
            evaluation,
            [{"state": "delivered", "predicate": "good", "employee_user_id": False}],
        )

    def test_a_plain_reader_needs_no_right_in_hr(self):
        skp = self._make_skp()
        answer = self._as_role(skp, "own").web_read(
            {
                "employee_name": {},
                "assessor_name": {},
                "employee_id": {"fields": {"display_name": {}}},
                "assessor_id": {"fields": {"display_name": {}}},
                "department_id": {"fields": {"display_name": {}}},
            }
        )
        self.assertEqual(answer[0]["employee_id"]["display_name"], "Name own")
