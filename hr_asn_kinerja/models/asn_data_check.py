# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from .asn_data_finding import DATA_KINDS, FINDING_KINDS


class AsnDataCheck(models.Model):
    """One card of the data check: what is looked for, why, and how much was found.

    The counts are those of the reader: an officer sees the own units.
    """

    _name = "asn.data.check"
    _description = "Data Check"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    explanation = fields.Char(required=True, translate=True)
    kind = fields.Selection(FINDING_KINDS, help="Empty on the card of the summary.")
    sequence = fields.Integer()
    finding_count = fields.Integer(string="Found", compute="_compute_figures")
    people_count = fields.Integer(string="Active People", compute="_compute_figures")
    excused_count = fields.Integer(string="Excused", compute="_compute_figures")
    expected_count = fields.Integer(
        string="Expected",
        compute="_compute_figures",
        help="Active people without those who are excused.",
    )
    ready_count = fields.Integer(
        string="Data Complete",
        compute="_compute_figures",
        help="Expected people with superior, unit, NIP, rank and login.",
    )
    ready_rate = fields.Integer(string="Complete (%)", compute="_compute_figures")
    has_period = fields.Boolean(
        compute="_compute_figures", help="A period is open and runs today."
    )
    planned_count = fields.Integer(string="With Plan", compute="_compute_figures")
    planned_rate = fields.Integer(string="With Plan (%)", compute="_compute_figures")
    to_mend_count = fields.Integer(string="To Mend", compute="_compute_figures")

    @api.depends_context("uid", "allowed_company_ids")
    def _compute_figures(self):
        figures = self._get_figures()
        counts = figures.pop("counts")
        for check in self:
            check.update({**figures, "finding_count": counts.get(check.kind, 0)})

    @api.model
    def _get_figures(self):
        """Return what the reader's people come to, with a few queries for all.

        The one place where coverage is counted: whoever is excused is taken out of
        the expected, so that everything can be complete; and only where a period is
        open plans are expected at all.
        """
        findings = self.env["asn.data.finding"]
        people = self.env["asn.person"]._read_group(
            [], ["company_id", "is_excused"], ["__count"]
        )
        counts = dict(findings._read_group([], ["kind"], ["__count"]))
        [[faulty]] = findings._read_group(
            [("kind", "in", DATA_KINDS)], aggregates=["employee_id:count_distinct"]
        )
        agencies = self._get_planning_agencies()
        total = sum(count for *_, count in people)
        expected = sum(count for _, excused, count in people if not excused)
        to_plan = sum(
            count
            for agency, excused, count in people
            if agency in agencies and not excused
        )
        planned = to_plan - counts.get("no_plan", 0)
        return {
            "counts": counts,
            "people_count": total,
            "excused_count": total - expected,
            "expected_count": expected,
            "ready_count": expected - faulty,
            "ready_rate": self._get_rate(expected - faulty, expected),
            "has_period": bool(agencies),
            "planned_count": planned,
            "planned_rate": self._get_rate(planned, to_plan),
            "to_mend_count": sum(counts.values()) - counts.get("excused", 0),
        }

    @api.model
    def _get_planning_agencies(self):
        """Return the agencies with a period that is open and runs today."""
        periods = self.env["asn.period"].search(
            [("state", "=", "open"), ("company_id", "in", self.env.companies.ids)]
        )
        return periods.filtered(
            lambda period: period.date_from <= period._today() <= period.date_to
        ).company_id

    @api.model
    def _get_rate(self, part, whole):
        """Return full percents, rounded down: 100 means everybody."""
        return 100 * part // whole if whole else 100

    def action_open(self):
        """Show what was found, of this kind or of all."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "hr_asn_kinerja.asn_data_finding_action"
        )
        if self.kind:
            action["domain"] = [("kind", "=", self.kind)]
            action["display_name"] = self.name
            action["context"] = {"asn_kind": self.kind}
        return action

    def action_check_again(self):
        """Look again: what is shown is found anew whenever it is read."""
        return {"type": "ir.actions.client", "tag": "soft_reload"}
