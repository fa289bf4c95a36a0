# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Command

from .asn_demo_agency import RETIRED
from .asn_demo_content import QUALITATIVE
from .asn_demo_texts import RETURN_NOTE

TABLES = ("secretariat", "bkpsdm", "inspectorate", "registry", "health", "licensing")
#: These hold for any length of time; all other units are counted in a quarter.
RATES = ("persen", "nilai", "level", "hari kerja", "hari", "jam", "menit")
#: Plans of this year that have not been agreed.
DRAFT = ("rian.saputra", "julianti", "fikri.haikal")
SUBMITTED = ("teguh.santoso", "zulfikar.anwar")
RETURNED = ("lia.marlina",)
#: plan and result of the indicator that gets an external id
NAMED_INDICATORS = {"pegawai": "kepuasan"}


class AsnDemo(models.AbstractModel):
    """Last year's and this year's plans, served from the top to the counters."""

    _inherit = "asn.demo"  # pylint: disable=consider-merging-classes-inherited

    @api.model
    def _build_periods(self):
        company = self._find("company_tubei")
        manager = self._find_user("bkpsdm")
        periods = (
            self.env["asn.period"]
            .with_user(manager)
            .create(
                [
                    {
                        "name": str(year),
                        "company_id": company.id,
                        "date_from": f"{year}-01-01",
                        "date_to": f"{year}-12-31",
                        "plan_until": f"{year}-01-31",
                        # whoever tries the demo later in the year can submit, too
                        "late_rule": "mark",
                    }
                    for year in (2025, 2026)
                ]
            )
        )
        periods.action_open()
        self._keep({f"period_{period.name}": period.sudo() for period in periods})

    @api.model
    def _read_plans(self):
        """Return {plan: {result: (row, indicator rows)}} in the order of the tables."""
        plans = {}
        for table in TABLES:
            lines = []
            for row in self._read(f"plans_{table}"):
                if row["result"]:
                    lines = []
                    plans.setdefault(row["plan"], {})[row["result"]] = row, lines
                lines.append(row)
        return plans

    @api.model
    def _build_plans(self, year):
        """Make a plan for everybody who was in office then, level by level."""
        people = {row["key"]: row for row in self._read("people")}
        skps = self._create_skps(year, people)
        self._fill_contents(year, skps)
        tables = self._read_plans()
        results = {}
        for level in self._get_levels(people, skps):
            self._create_results(level, people, skps, tables, results)
            # the leader's plan is agreed before anybody's serves it
            for key in level:
                self._pass_plan(year, key, skps[key])
        # as if submitted in time; only those who still write are late
        self.env["asn.skp"].union(*skps.values()).days_late = 0
        return skps

    @api.model
    def _create_skps(self, year, people):
        """Return {key of the person: plan}."""
        period = self._find(f"period_{year}")
        values = {}
        for key, row in people.items():
            # elevated like the build itself; the version tells the first day in office
            begin = row["plan"] and self._find_employee(key).version_id.date_version
            if not begin or begin > (
                period.date_from if year < 2026 else period.date_to
            ):
                continue
            values[key] = {
                "employee_id": self._find_employee(key).id,
                "period_id": period.id,
                "date_from": max(begin, period.date_from),
            }
            retired = fields.Date.to_date(RETIRED.get(key))
            if retired and period.date_from < retired <= period.date_to:
                values[key]["date_to"] = fields.Date.subtract(retired, days=1)
        skps = self.env["asn.skp"].create(list(values.values()))
        return dict(zip(values, skps, strict=True))

    @api.model
    def _get_levels(self, people, keys):
        """Return lists of people, those nearest to the top first."""
        depths = {}
        for key, row in people.items():
            depths[key] = depths.get(row["superior"], -1) + 1
        return [
            [key for key in keys if depths[key] == depth]
            for depth in range(max(depths.values()) + 1)
        ]

    @api.model
    def _create_results(self, level, people, skps, tables, results):
        """Make the results of one level; those of the leaders are in `results`."""
        names, values = [], []
        for key in level:
            superior = people[key]["superior"]
            table = tables[people[key]["plan"]].items()
            for number, (name, (row, lines)) in enumerate(table, 1):
                names.append((key, name))
                parent = results.get((superior, row["serves"]))
                values.append(
                    {
                        "skp_id": skps[key].id,
                        "sequence": number * 10,
                        "name": row["text"],
                        "kind": row["kind"],
                        "parent_id": parent and parent.id,
                        **self._prepare_content(skps[key], row),
                        "indicator_ids": [
                            Command.create(self._prepare_indicator(line))
                            for line in lines
                        ],
                    }
                )
        made = self.env["asn.skp.result"].create(values)
        results.update(zip(names, made, strict=True))
        self._share_targets(made)
        year = made.skp_id.period_id.name
        for key, name in NAMED_INDICATORS.items():
            if key in level:
                indicator = results[key, name].indicator_ids[:1]
                self._keep({f"indicator_{key}_{name}_{year}": indicator})

    @api.model
    def _prepare_indicator(self, line):
        unit = line["unit"]
        return {
            "name": line["indicator"],
            "aspect": line["aspect"],
            "polarity": line["polarity"],
            "target_min": float(line["min"] or 0),
            "target_max": float(line["max"] or 0),
            "unit": unit if unit in RATES else f"{unit} per triwulan",
        }

    @api.model
    def _pass_plan(self, year, key, skp):
        """Take the plan through the steps that its people have taken."""
        if year == 2026 and key == QUALITATIVE:
            self._tell_in_words(skp)
        if year == 2026 and key in DRAFT:
            return
        employee = skp.with_user(skp.employee_user_id)
        assessor = skp.with_user(skp.assessor_user_id)
        if year == 2026 and key in SUBMITTED:
            employee.action_submit()
            return
        silent = {"mail_activity_automation_skip": True}
        employee.with_context(**silent).action_submit()
        if year == 2026 and key in RETURNED:
            self._remark_on(skp)
            assessor.action_return(RETURN_NOTE)
            return
        assessor.with_context(**silent).action_agree()
        # As if agreed in time. The decision keeps the moment it was really made.
        day = self._random("agreed", year, key).randint(12, 30)
        begin = max(skp.date_from, fields.Date.to_date(f"{year}-01-01"))
        skp.agreed_on = begin.replace(day=day)

    @api.model
    def _close_plans(self, skps):
        """Close plans whose time is over, as the agency manager."""
        for skp in skps.with_user(self._find_user("bkpsdm")):
            skp._finish("close")
