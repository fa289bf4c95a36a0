# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from .asn_data_finding import FINDING_KINDS


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
    expected_count = fields.Integer(
        string="Expected",
        compute="_compute_figures",
        help="Active people without those who are excused.",
    )
    excused_count = fields.Integer(string="Excused", compute="_compute_figures")
    ready_count = fields.Integer(
        string="Complete",
        compute="_compute_figures",
        help="Expected people without any finding.",
    )
    ready_rate = fields.Float(string="Complete (%)", compute="_compute_figures")
    planned_count = fields.Integer(string="With Plan", compute="_compute_figures")
    planned_rate = fields.Float(string="With Plan (%)", compute="_compute_figures")

    @api.depends_context("uid", "allowed_company_ids")
    def _compute_figures(self):
        """Three queries, however many people and cards there are."""
        findings = self.env["asn.data.finding"]
        people = dict(
            self.env["asn.person"]._read_group([], ["is_excused"], ["__count"])
        )
        counts = dict(findings._read_group([], ["kind"], ["__count"]))
        [[faulty]] = findings._read_group(
            [("kind", "not in", ("excused", "left_login"))],
            aggregates=["employee_id:count_distinct"],
        )
        expected = people.get(False, 0)
        ready = expected - faulty
        planned = expected - counts.get("no_plan", 0)
        for check in self:
            check.finding_count = counts.get(check.kind, 0)
            check.expected_count = expected
            check.excused_count = people.get(True, 0)
            check.ready_count = ready
            check.ready_rate = 100 * ready / expected if expected else 100
            check.planned_count = planned
            check.planned_rate = 100 * planned / expected if expected else 100

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
