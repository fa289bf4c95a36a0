# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from .asn_demo_agency import DELEGATIONS, RETIRED

#: Last year each quarter was evaluated here; elsewhere only the year as a whole,
#: because hundreds of documents more would show nothing new and take half a minute.
QUARTERLY_UNIT = "bid_dafduk"
#: Third quarter: where the evaluations of certain people are.
THIRD_QUARTER = {
    # the team of penilai
    "pegawai": "draft",
    "hotman.silaban": "rated",
    "desi.putri": "submitted",
    "siti.khadijah": "submitted",
    "maria.bere": "submitted",
    "rizki.maulana": "submitted",
    "wulan.ningsih": "submitted",
    "ferdy.liem": "delivered",
    # the other logins
    "penilai": "submitted",
    "pengelola": "submitted",
    "bkpsdm": "rated",
    "auditor": "delivered",
    # those for whom a deputy decides
    "maimunah": "submitted",
    "jefri.simanjuntak": "delivered",
    "kristina.sihombing": "rated",
}
#: Where the others are: state, weight.
STAGES = {
    2: (("final", 6), ("acknowledged", 3), ("delivered", 1)),
    3: (("draft", 4), ("submitted", 3), ("rated", 2), ("delivered", 3)),
}


class AsnDemo(models.AbstractModel):
    """Last year from beginning to end, and this year up to its third quarter."""

    _inherit = "asn.demo"  # pylint: disable=consider-merging-classes-inherited

    @api.model
    def _build_last_year(self):
        period = self._find("period_2025")
        skps = self._build_plans(2025)
        for interval in period.interval_ids.sorted("sequence"):
            self._build_unit_performance(interval)
            chosen = skps
            if interval.kind != "annual":
                chosen = self._filter_unit(skps, QUARTERLY_UNIT)
            self._build_evaluations(interval, chosen, lambda key: "final")
        self._close_plans(self.env["asn.skp"].union(*skps.values()))
        period.with_user(self._find_user("bkpsdm")).action_close()

    @api.model
    def _build_this_year(self):
        period = self._find("period_2026")
        skps = self._build_plans(2026)
        agreed = {key: skp for key, skp in skps.items() if skp.state == "agreed"}
        quarters = period.interval_ids.filtered(lambda one: one.kind == "quarter")
        for interval in quarters.sorted("sequence")[:3]:
            self._build_unit_performance(interval)
            self._build_evaluations(
                interval, agreed, lambda key, at=interval: self._get_stage(key, at)
            )
        self._close_plans(self.env["asn.skp"].union(*(skps[key] for key in RETIRED)))

    @api.model
    def _filter_unit(self, skps, unit):
        """Return the plans of a unit and of those below it."""
        path = self._find_unit(unit).parent_path
        return {
            key: skp
            for key, skp in skps.items()
            if skp.department_id.parent_path.startswith(path)
        }

    @api.model
    def _build_evaluations(self, interval, skps, get_stage):
        """Make the evaluations of an interval; plans that ended in it have none."""
        levels = {row["key"]: row["level"] for row in self._read("people")}
        lasting = {
            key: skp
            for key, skp in skps.items()
            if skp.date_from <= interval.date_to <= skp.date_to
        }
        deputies = self._get_deputies(interval)
        opened = self._open_evaluations(interval, lasting)
        for key, evaluation in opened.items():
            self._pass_evaluation(
                evaluation,
                key,
                levels[key],
                get_stage(key),
                deputies.get(evaluation.assessor_id),
            )

    @api.model
    def _get_deputies(self, interval):
        """Return {official: user who rates in their place} for the open delegations."""
        return {
            self._find_employee(official): self._find_user(deputy)
            for official, deputy, _kind, _number, begin, end in DELEGATIONS.values()
            if not end and fields.Date.to_date(begin) <= interval.date_to
        }

    @api.model
    def _read_notices(self):
        """Let people have read what concerns finished matters."""
        running = self.env["asn.evaluation"].search([("state", "=", "delivered")])
        self.env["mail.notification"].search(
            [
                ("mail_message_id.model", "in", ("asn.skp", "asn.evaluation")),
                "|",
                ("mail_message_id.model", "=", "asn.skp"),
                ("mail_message_id.res_id", "not in", running.ids),
            ]
        ).is_read = True

    @api.model
    def _get_stage(self, key, interval):
        number = interval.sequence
        if number == 1:
            return "final"
        if number == 3 and key in THIRD_QUARTER:
            return THIRD_QUARTER[key]
        if number == 2 and key == "pegawai":
            return "delivered"
        states, weights = zip(*STAGES[number], strict=True)
        return self._random("stage", key, number).choices(states, weights)[0]
