# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Workbooks of fictional people, and the import as the agency manager meets it."""

import base64
import csv
import io

import xlsxwriter

from ..tools.employee_columns import TITLES

HEAD = tuple(TITLES.values())


def make_nip(serial, kind="pns", born="19850101"):
    """Return a valid number; serial from 1 to 999."""
    return f"{born}2010{'21' if kind == 'pppk' else '03'}1{serial:03}"


def make_row(**values):
    """Return the cells of a person in the order of the columns."""
    values = {
        "name": "Siti Aminah, S.E.",
        "asn_kind": "PNS",
        "rank": "III/b",
        "position": "Analis Anggaran",
        "position_kind": "Pelaksana",
        "unit": "Dinas Pangan",
        **values,
    }
    return [values.get(column, "") for column in TITLES]


def make_xlsx(rows, head=HEAD, change=None):
    """Return a workbook; numbers stay numbers, `change(book, sheet)` may spoil it."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([head, *rows]):
            for place, value in enumerate(row):
                if isinstance(value, int | float):
                    sheet.write_number(number, place, value)
                else:
                    sheet.write_string(number, place, value or "")
        if change:
            change(book, sheet)
    return stream.getvalue()


def make_csv(rows, head=HEAD, delimiter=";", encoding="utf-8-sig"):
    """Return the same as text, as Excel saves it in Indonesia."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows([head, *rows])
    return stream.getvalue().encode(encoding)


class EmployeeImport:
    """Mixed into the test cases; `role` is who does it."""

    def _open(self, content, role="manager", **values):
        imports = self._as_role(self.env["asn.employee.import"], role)
        file = base64.b64encode(content)
        return imports.create({"file": file, "filename": "pegawai.xlsx", **values})

    def _check(self, content, **values):
        one = self._open(content, **values)
        one.action_check()
        return one

    def _messages(self, content, **values):
        """Return {(row, column): sentence} of what is wrong."""
        problems = self._check(content, **values).problem_ids
        return {(one.row, one.column): one.message for one in problems}

    def _import(self, content, **values):
        """Import and let the job run to its end."""
        action = self._open(content, **values).action_import()
        job = self.env["asn.job"].browse(action["res_id"])
        self._run(job)
        return job

    def _run(self, job):
        while job.state in ("queued", "running"):
            job._run_batch()
            self.env.invalidate_all()

    def _find(self, *nips):
        people = self.env["hr.employee"].with_context(active_test=False)
        found = people.search([("nip", "in", nips)])
        by_nip = {one.nip: one for one in found}
        return people.union(*(by_nip[nip] for nip in nips if nip in by_nip))
