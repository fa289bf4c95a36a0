# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from .asn_plan_candidate import FINDINGS


class AsnJobLine(models.Model):
    """What one person got from the launch of a period, and from where."""

    _inherit = "asn.job.line"

    skp_id = fields.Many2one(
        "asn.skp",
        string="SKP",
        index="btree_not_null",
        readonly=True,
        ondelete="set null",
    )
    outcome = fields.Selection(
        [
            ("made", "Plan Made"),
            ("skipped", "No New Plan"),
            ("kept", "Plan Kept"),
            ("undone", "Plan Removed"),
        ],
        string="What Became of It",
        readonly=True,
    )
    unit_name = fields.Char(string="Unit", readonly=True)
    came_from = fields.Char(
        readonly=True, help="What the new plan was filled with, and how much."
    )
    fingerprint = fields.Char(
        readonly=True,
        groups="base.group_system",
        help="Digest of the plan as it was made, by which changes are noticed.",
    )

    def _note_launch(self, candidates, chosen, plans):
        """Write what became of each person; candidates are of {employee id: it}."""
        sources = {one.employee_id: one for one in chosen}
        made = self.env["asn.skp"].browse(plan.id for plan in plans.values()).sudo()
        facts = made._get_launch_facts()
        for line in self:
            employee_id = line.payload["employee_id"]
            if employee_id in sources:
                plan = plans[employee_id]
                fingerprint, results, indicators = facts[plan.id]
                line.skp_id = plan
                line.outcome = "made"
                line.fingerprint = fingerprint
                line.came_from = line._describe_source(
                    sources[employee_id].source, results, indicators
                )
                line.reason = False
                continue
            one = candidates.get(employee_id)
            line.outcome = "skipped"
            line.reason = self._explain_finding(one.finding if one else "unknown")

    def _describe_source(self, source, results, indicators):
        """Return in words where the content of the plan came from."""
        if source == "previous":
            return self.env._(
                "Plan before: %(results)s results, %(indicators)s indicators",
                results=results,
                indicators=indicators,
            )
        if source == "library":
            return self.env._(
                "Library: %(results)s results, %(indicators)s indicators",
                results=results,
                indicators=indicators,
            )
        return self.env._("Empty")

    def _explain_finding(self, finding):
        """Return why somebody gets no plan, and what to do about it."""
        reasons = {
            "existing": self.env._("Has a plan in this period already."),
            "left": self.env._("Has left, or is archived in HR."),
            "later": self.env._("Begins later: start the plan when the day has come."),
            "excused": self.env._("Is excused until the end of the period."),
            "no_nip": self.env._("Has no NIP: enter it in HR, then start again."),
            "no_superior": self.env._(
                "Has no superior: enter one in HR, then start again."
            ),
            "no_unit": self.env._("Belongs to no unit: correct it in HR, start again."),
            "unknown": self.env._(
                "Is not found among the people of this agency whom you may choose."
            ),
        }
        return reasons.get(finding, dict(FINDINGS)[finding])
