# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import io

import openpyxl

from odoo.exceptions import AccessError
from odoo.tests import freeze_time, tagged

from .common import NOW, ROLES, KinerjaCase
from .recap import BEST, GOOD, RecapImport

LABELS = ("DI ATAS EKSPEKTASI", "SESUAI EKSPEKTASI", "BAIK")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestRecapComparison(RecapImport, KinerjaCase):
    """The national application beside us, person by person."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.evaluation = cls._make_evaluation()
        cls._deliver(cls.evaluation)

    def _compare(self, role="manager"):
        self.env.flush_all()
        lines = self._as_role(self.env["asn.recap.comparison"], role).search([])
        return {line.nip: line for line in lines}

    def _own(self):
        return self._compare()[self.people["own"].nip]

    def test_without_an_import_there_is_nothing_to_compare(self):
        self.assertFalse(self._compare())

    def test_the_same_result(self):
        self._import(self._person("own", LABELS))
        self.assertRecordValues(
            self._own(),
            [
                {
                    "outcome": "same",
                    "name": "Name own",
                    "predicate_here": "good",
                    "predicate_there": "good",
                    "department_id": self.section.id,
                    "evaluation_id": self.evaluation.id,
                    "person_count": 1,
                }
            ],
        )

    def test_another_predicate_differs(self):
        self._import(self._person("own", BEST))
        self.assertEqual(self._own().outcome, "differs")

    def test_another_rating_differs_though_the_predicate_is_the_same(self):
        self._import(self._person("own", GOOD))
        self.assertEqual(self._own().outcome, "differs")

    def test_ratings_that_the_file_leaves_out_do_not_count(self):
        self._import(self._person("own", ("-", "-", "BAIK")))
        self.assertEqual(self._own().outcome, "same")

    def test_who_stands_in_one_place_only(self):
        stranger = ("198502022010011002", "Budi", "Position", *GOOD)
        self._import(self._person("assessor"), stranger)
        lines = self._compare()
        self.assertEqual(self._own().outcome, "only_here")
        there = lines[self.people["assessor"].nip]
        self.assertRecordValues(
            there,
            [
                {
                    "outcome": "only_there",
                    "is_unknown": False,
                    "department_id": self.section.id,
                    "predicate_here": False,
                }
            ],
        )
        self.assertTrue(lines[stranger[0]].is_unknown)

    def test_what_is_not_delivered_tells_nothing(self):
        interval = self._get_interval(self.period, "2026-04-01")
        self.performance.copy({"interval_id": interval.id, "state": "approved"})
        evaluation = self._make_evaluation(self.evaluation.skp_id, interval)
        self._rate(evaluation)
        self._import(self._person("own"), period="Periode Triwulan 2 Tahun 2026")
        line = self._own()
        self.assertEqual((line.outcome, line.evaluation_id.id), ("only_there", False))

    def test_manager_and_auditor_of_the_agency_read_it_and_nobody_else(self):
        self._import(self._person("own"))
        for role in ROLES:
            with self.subTest(role=role):
                lines = self._as_role(self.env["asn.recap.comparison"], role)
                if role in ("manager", "auditor"):
                    self.assertEqual(len(lines.search([])), 1)
                elif role == "manager_b":
                    self.assertFalse(lines.search([]))
                else:
                    self._attempt(AccessError, lines.search, [])

    def test_a_line_opens_the_evaluation_or_the_imported_row(self):
        self._import(self._person("own"), self._person("assessor"))
        lines = self._compare()
        own = lines[self.people["own"].nip].action_open()
        there = lines[self.people["assessor"].nip].action_open()
        self.assertEqual(own["res_model"], "asn.evaluation")
        self.assertEqual(there["res_model"], "asn.recap.result")

    def test_it_leaves_as_a_workbook_and_is_noted(self):
        self._import(self._person("own", BEST))
        lines = self._as_role(self.env["asn.recap.comparison"], "manager")
        action = lines.action_export()
        export = self.env["asn.recap.export"].browse(int(action["url"].split("/")[4]))
        book = openpyxl.load_workbook(io.BytesIO(base64.b64decode(export.file)))
        head, row = book.active.iter_rows(values_only=True)
        self.assertEqual(head[1], "NIP")
        self.assertEqual(row[1:3], (self.people["own"].nip, "Name own"))
        self.assertIn("Differs", row)
        log = self.env["asn.read.log"].search(
            [("evaluation_id", "=", self.evaluation.id)]
        )
        self.assertIn(self.users["manager"], log.user_id)

    def test_outcomes_are_grouped(self):
        self._import(self._person("own", BEST), self._person("assessor"))
        groups = self._as_role(self.env["asn.recap.comparison"], "manager")._read_group(
            [], ["outcome"], ["person_count:sum"]
        )
        self.assertEqual(dict(groups), {"differs": 1, "only_there": 1})
