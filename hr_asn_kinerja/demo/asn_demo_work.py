# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date, timedelta

from odoo import api, models

#: The employee whom everybody looks at first has written since July, the others
#: since September; nobody beyond the year.
SINCE = {"pegawai": date(2026, 7, 1)}
USUALLY_SINCE = date(2026, 9, 1)
LAST_DAY = date(2026, 12, 31)
#: Quarters with action plans.
PLANNED = (3, 4)
TEMPLATES = (
    ("Mencetak dan menyerahkan KTP elektronik kepada pemohon", 7, "keping", 8, 12),
    ("Memeriksa ejaan nama bersama pemohon sebelum pencetakan", 1, "kegiatan", 10, 11),
    ("Apel pagi dan pembagian tugas loket", 1, "kegiatan", 7.5, 8),
)


class AsnDemo(models.AbstractModel):
    """What the team of the civil registry writes down from day to day."""

    _inherit = "asn.demo"  # pylint: disable=consider-merging-classes-inherited

    @api.model
    def _build_work(self):
        """Action plans and daily progress; the same in each installation."""
        places = self._find_work_places()
        self._build_action_plans(places)
        today = min(self.env["asn.period"]._today(), LAST_DAY)
        holidays = set(
            self.env["asn.holiday"]
            .search([("date", ">=", "2026-07-01")])
            .mapped("date")
        )
        rows = {}
        for row in self._read("progress"):
            rows.setdefault(row["person"], []).append(row)
        values = []
        for person, own in rows.items():
            day = SINCE.get(person, USUALLY_SINCE)
            while day <= today:
                if day.weekday() < 5 and day not in holidays:
                    values += self._draw_day(person, own, day, places)
                day += timedelta(days=1)
        self.env["asn.progress"].create(values)
        self._build_progress_templates(places)

    @api.model
    def _find_work_places(self):
        """Return {(person, key of the result): result} of this year's plans."""
        skps = self.env["asn.skp"].search(
            [
                ("period_id", "=", self._find("period_2026").id),
                ("state", "=", "agreed"),
            ]
        )
        by_employee = skps.grouped("employee_id")
        tables, places = self._read_plans(), {}
        for row in self._read("people"):
            skp = by_employee.get(self._find_employee(row["key"]))
            if skp and row["plan"] in tables:
                for key, result in zip(
                    tables[row["plan"]], skp.result_ids, strict=False
                ):
                    places[row["key"], key] = result
        return places

    @api.model
    def _draw_day(self, person, rows, day, places):
        """Return the values of what a person did on a day."""
        draw, values = self._random("progress", person, day), []
        for row in rows:
            result = places[person, row["result"]]
            if draw.random() >= float(row["chance"]):
                continue
            indicators = result.indicator_ids
            place = int(row["indicator"] or 0)
            indicator = indicators[place - 1] if place else indicators.browse()
            begin = int(row["begin"])
            values.append(
                {
                    "result_id": result.id,
                    "indicator_id": indicator.id,
                    "date": day,
                    "name": row["text"],
                    "start_time": begin,
                    "end_time": begin + draw.choice((1, 1.5, 2, 3)),
                    "quantity": draw.randint(int(row["low"]), int(row["high"])),
                    "unit": row["unit"],
                }
            )
        return values

    @api.model
    def _build_action_plans(self, places):
        values = []
        for number in PLANNED:
            interval = self._find_quarter(number)
            for row in self._read("actions"):
                last = interval.date_to
                values.append(
                    {
                        "result_id": places[row["person"], row["result"]].id,
                        "interval_id": interval.id,
                        "name": row["text"],
                        "target": row["target"],
                        "planned_date": last.replace(day=int(row["day"])),
                    }
                )
        plans = self.env["asn.action.plan"].create(values)
        first = plans.filtered(lambda plan: plan.interval_id == interval)[:1]
        first.with_user(first.skp_id.assessor_user_id).write(
            {"assessor_note": "Catat juga pemohon yang diminta datang kembali."}
        )

    @api.model
    def _build_progress_templates(self, places):
        user = self._find_user("pegawai")
        self.env["asn.progress.template"].create(
            [
                {
                    "user_id": user.id,
                    "company_id": self._find("company_tubei").id,
                    "sequence": number,
                    "name": name,
                    "result_id": places["pegawai", "penerbitan"].id,
                    "quantity": quantity,
                    "unit": unit,
                    "start_time": begin,
                    "end_time": end,
                }
                for number, (name, quantity, unit, begin, end) in enumerate(TEMPLATES)
            ]
        )
