# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
from datetime import date

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..kinerja_rules.recap import PREDICATE_LABELS, RATING_LABELS, Fault, RecapError
from ..kinerja_rules.recap_rows import read_sheet
from ..models.asn_recap_result import RATED
from ..tools.workbook import FileError, read_sheets

#: So many are shown.
SHOWN = 200
MONTHS = {"month": 1, "quarter": 3}


class AsnRecapImport(models.TransientModel):
    """Reading and judging the workbook; nothing here writes a result."""

    _inherit = "asn.recap.import"

    def _read(self):
        """Return (rows, problems, unrated) of the chosen file.

        :return: rows as payloads of the job; problems as (sheet, Fault); how many
            people have no predicate
        :raises UserError: with one sentence, when it is no workbook
        """
        self.ensure_one()
        content = base64.b64decode(self.with_context(bin_size=False).file or b"")
        try:
            sheets = read_sheets(content)
        except FileError as error:
            raise UserError(self._explain_file(error.code, error.values)) from error
        intervals = self._get_intervals()
        rows, problems, unrated = {}, [], 0
        for title, table in sheets:
            try:
                sheet = read_sheet(table)
                interval = intervals.get(self._get_interval_key(sheet.period))
                if not interval:
                    raise RecapError("no_interval", period=sheet.period)
            except RecapError as error:
                problems.append((title, Fault(0, "", error.code, error.values)))
                continue
            problems += [(title, fault) for fault in sheet.faults]
            unrated += sheet.unrated
            for entry in sheet.entries:
                row = self._prepare_row(title, sheet, interval, entry)
                first = rows.setdefault((interval.id, entry.nip), row)
                if any(first[name] != row[name] for name in RATED):
                    values = {"row": first["row"], "sheet": first["sheet"]}
                    fault = Fault(entry.row, "nip", "double_sheet", values)
                    problems.append((title, fault))
        return list(rows.values()), problems, unrated

    def _get_intervals(self):
        """Return {(kind, first day): interval} of the agency."""
        intervals = self.env["asn.period.interval"].search(
            [("company_id", "=", self.company_id.id)]
        )
        return {(one.kind, one.date_from): one for one in intervals}

    def _get_interval_key(self, period):
        month = 1 + (period.number - 1) * MONTHS[period.kind] if period.number else 1
        return period.kind, date(max(period.year, 1), month, 1)

    def _prepare_row(self, title, sheet, interval, entry):
        return {
            "interval_id": interval.id,
            "sheet": title,
            "row": entry.row,
            "nip": entry.nip,
            "name": entry.name,
            "position_name": entry.position,
            "unit_name": sheet.unit,
            "result_rating": entry.result_rating,
            "behaviour_rating": entry.behaviour_rating,
            "predicate": entry.predicate,
        }

    def _preview(self, rows, problems, unrated):
        """Note on the wizard what the rows would do."""
        known = self._get_known(rows)
        nips = {row["nip"] for row in rows}
        people = self.env["asn.recap.result"].with_company(self.company_id)
        found = people._find_people(list(nips))
        outcomes = [self._compare(row, known) for row in rows]
        self.problem_ids.unlink()
        self.write(
            {
                "state": "checked",
                "summary": self._summarise(rows),
                "row_count": len(rows),
                "new_count": outcomes.count("new"),
                "changed_count": outcomes.count("changed"),
                "unchanged_count": outcomes.count("unchanged"),
                "unknown_count": len(nips - found.keys()),
                "unrated_count": unrated,
                "problem_count": len(problems),
                "problem_ids": [
                    fields.Command.create(
                        {
                            "sheet": sheet,
                            "row": fault.row,
                            "column": fault.column or False,
                            "message": self._explain_fault(fault),
                        }
                    )
                    for sheet, fault in problems[:SHOWN]
                ],
            }
        )

    def _get_known(self, rows):
        """Return {(interval, NIP): ratings} of what was imported before."""
        results = self.env["asn.recap.result"].search_fetch(
            Domain("company_id", "=", self.company_id.id)
            & Domain("interval_id", "in", [row["interval_id"] for row in rows]),
            ["interval_id", "nip", *RATED],
        )
        return {
            (one.interval_id.id, one.nip): [one[name] or None for name in RATED]
            for one in results
        }

    def _compare(self, row, known):
        before = known.get((row["interval_id"], row["nip"]))
        if before is None:
            return "new"
        same = before == [row[name] or None for name in RATED]
        return "unchanged" if same else "changed"

    def _summarise(self, rows):
        """Return one line for each sheet: its interval and its people."""
        counts = {}
        for row in rows:
            key = row["sheet"], row["interval_id"]
            counts[key] = counts.get(key, 0) + 1
        intervals = self.env["asn.period.interval"]
        return "\n".join(
            self.env._(
                "%(sheet)s: %(interval)s, %(count)s people",
                sheet=sheet,
                interval=intervals.browse(interval_id).display_name,
                count=count,
            )
            for (sheet, interval_id), count in counts.items()
        )

    def _get_allowed_labels(self, column):
        labels = PREDICATE_LABELS if column == "predicate" else RATING_LABELS
        return ", ".join(labels.values())
