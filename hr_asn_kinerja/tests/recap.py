# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Workbooks as the national application gives them."""

import base64
import io

import xlsxwriter

from ..kinerja_rules.recap import TITLES

GOOD = ("SESUAI EKSPEKTASI", "SESUAI EKSPEKTASI", "BAIK")
BEST = ("DI ATAS EKSPEKTASI", "DI ATAS EKSPEKTASI", "SANGAT BAIK")
PERIOD = "Periode Triwulan 1 Tahun 2026"


def make_recap(*sheets, change=None):
    """Return a workbook.

    :param sheets: (title, line of the period, people), people as (nip, name, position,
        result rating, behaviour rating, predicate)
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        for title, period, people in sheets:
            sheet = book.add_worksheet(title)
            for row, text in enumerate(("1301 - Agency", "Office", period)):
                sheet.write_string(row, 0, text)
            sheet.write_row(4, 0, TITLES.values())
            for number, person in enumerate(people, start=1):
                sheet.write_number(4 + number, 0, number)
                for place, value in enumerate(person, start=1):
                    if isinstance(value, str):
                        sheet.write_string(4 + number, place, value)
                    else:
                        sheet.write(4 + number, place, value)
        if change:
            change(book)
    return stream.getvalue()


class RecapImport:
    """Mixed into the test cases; `role` is who does it."""

    def _open(self, content, role="manager", **values):
        imports = self._as_role(self.env["asn.recap.import"], role)
        file = base64.b64encode(content)
        return imports.create({"file": file, "filename": "rekap.xlsx", **values})

    def _check(self, content, **values):
        one = self._open(content, **values)
        one.action_check()
        return one

    def _import(self, *people, period=PERIOD, **values):
        """Import one sheet and let the job run to its end."""
        content = make_recap(("Lembar", period, people))
        action = self._open(content, **values).action_import()
        job = self.env["asn.job"].browse(action["res_id"])
        self._run(job)
        return job

    def _run(self, job):
        while job.state in ("queued", "running"):
            job._run_batch()
            self.env.invalidate_all()

    def _person(self, role, labels=GOOD):
        employee = self.people[role]
        return (employee.nip, employee.name, "Position", *labels)
