# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import fields
from odoo.tests import JsonRpcException, freeze_time, tagged
from odoo.tools import mute_logger

from .common import NOW, ROLES, KinerjaHttpCase
from .matrix import MATRIX
from .matrix_records import MatrixRecords

# what goes over the wire; the rest of the table is proven without it
RECORDS = (
    "asn.skp agreed",
    "asn.skp draft",
    "asn.evaluation rated",
    "asn.evaluation delivered",
    "asn.assessment rated",
    "asn.decision delivered",
)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestAccessOverHttp(MatrixRecords, KinerjaHttpCase):
    """The same table, asked as a browser and a script ask it."""

    def _get_cells(self):
        return [cell for cell in MATRIX if cell.record in RECORDS]

    def _is_answered(self, record, method, args, kwargs=None):
        try:
            with mute_logger("odoo.http"):
                return bool(self._call(record._name, method, args, kwargs)) or True
        except JsonRpcException as error:
            self.assertIn("exceptions", str(error))
            return False

    def test_reading_over_the_wire_follows_the_table(self):
        for role in ROLES:
            self._log_in(role)
            for cell in self._get_cells():
                record = self.records[cell.record]
                for method, args in (
                    ("read", [record.ids, ["create_date"]]),
                    ("web_read", [record.ids, {"create_date": {}}]),
                    ("export_data", [record.ids, ["display_name"]]),
                ):
                    with self.subTest(role=role, record=cell.record, method=method):
                        answered = self._is_answered(record, method, args)
                        self.assertEqual(answered, role in cell.read)

    def test_finding_over_the_wire_follows_the_table(self):
        for role in ROLES:
            self._log_in(role)
            for cell in self._get_cells():
                record = self.records[cell.record]
                domain = [["id", "=", record.id]]
                for method, args, kwargs in (
                    ("search_count", [domain], {}),
                    ("search_read", [domain, ["id"]], {}),
                    ("name_search", [], {"name": "", "domain": domain}),
                    (
                        "formatted_read_group",
                        [domain, ["create_uid"], ["__count"]],
                        {},
                    ),
                ):
                    with self.subTest(role=role, record=cell.record, method=method):
                        found = self._call(record._name, method, args, kwargs)
                        self.assertEqual(bool(found), role in cell.read)

    def test_writing_over_the_wire_follows_the_table(self):
        draft = self.records["asn.skp draft"]
        for role in ROLES:
            self._log_in(role)
            with self.subTest(role=role):
                values = {"approach": "qualitative"}
                answered = self._is_answered(draft, "write", [draft.ids, values])
                self.assertEqual(answered, role == "own")

    def test_private_methods_are_closed(self):
        self._log_in("manager")
        for model, method, args in (
            ("asn.evaluation", "_finish", [[], "finalise"]),
            ("asn.evaluation", "_open_for", [self.interval.id]),
            ("asn.evaluation", "_get_assessment_sudo", [[]]),
            ("asn.decision", "_record", [[], "agree", "draft"]),
            ("asn.snapshot", "_take", [[], []]),
            ("asn.delegation", "_get_running", [2]),
        ):
            with self.subTest(method=method):
                self._assert_no_answer(model, method, args)

    def test_a_key_of_a_script_opens_no_more_than_a_browser(self):
        sheet = self.records["asn.assessment rated"]
        for role, status in (("own", 403), ("officer", 403), ("assessor", 200)):
            with self.subTest(role=role), mute_logger("odoo.http"):
                answer = self.url_open(
                    "/json/2/asn.assessment/read",
                    json={"ids": sheet.ids, "fields": ["result_rating"]},
                    headers={"Authorization": f"Bearer {self._make_key(role)}"},
                )
                self.assertEqual(answer.status_code, status)

    def _make_key(self, role):
        keys = self.env["res.users.apikeys"].with_user(self.users[role]).sudo()
        # far away: the database looks at its own clock
        end = fields.Datetime.now() + timedelta(days=36500)
        return keys._generate("rpc", "Script", end)

    def test_nobody_gets_anything_without_a_login(self):
        self.authenticate(None, None)
        for cell in self._get_cells():
            record = self.records[cell.record]
            args = [record.ids, ["create_date"]]
            with self.subTest(record=cell.record):
                self._assert_no_answer(record._name, "read", args)

    def _assert_no_answer(self, model, method, args):
        with mute_logger("odoo.http"), self.assertRaises(JsonRpcException):
            self._call(model, method, args)
