# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import freeze_time, tagged

from .common import NOW, REFUSALS, KinerjaCase


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestReadLog(KinerjaCase):
    """Who reads the evaluation of somebody else is noted, once an hour."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.evaluation = cls._make_evaluation()

    def _readers(self):
        self.env.invalidate_all()
        return [log.user_id.login for log in self.env["asn.read.log"].search([])]

    def test_opening_is_noted_once_an_hour(self):
        for _ in range(2):
            self._as_role(self.evaluation, "assessor").read(["state"])
        self.assertEqual(self._readers(), ["asn_assessor"])
        with freeze_time("2026-04-10 04:30:00"):
            self._as_role(self.evaluation, "assessor").web_read({"state": {}})
        self.assertEqual(self._readers(), ["asn_assessor"] * 2)

    def test_the_employee_reads_their_own_without_a_note(self):
        self._as_role(self.evaluation, "own").read(["state"])
        self.assertFalse(self._readers())

    def test_the_worksheet_and_an_export_are_readings_too(self):
        sheet = self._get_worksheet(self.evaluation)
        self._as_role(sheet, "superior").web_read({"result_rating": {}})
        self._as_role(self.evaluation, "auditor").export_data(["state"])
        self.assertEqual(set(self._readers()), {"asn_superior", "asn_auditor"})

    def test_a_list_is_no_reading(self):
        self._as_role(self.env["asn.evaluation"], "auditor").web_search_read([], {})
        self.assertFalse(self._readers())

    def test_only_the_auditor_sees_who_read(self):
        self._as_role(self.evaluation, "assessor").read(["state"])
        log = self.env["asn.read.log"].search([])
        self.assertTrue(self._as_role(log, "auditor").read(["user_id"]))
        for role in ("own", "assessor", "officer", "manager"):
            with self.subTest(role=role):
                self._attempt(REFUSALS, self._as_role(log, role).read, ["user_id"])
        self._attempt(REFUSALS, self._as_role(log, "auditor").unlink)
