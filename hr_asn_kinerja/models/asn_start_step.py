# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain


class AsnStartStep(models.Model):
    """One step of the guided start. Whether it is done follows from the facts.

    Another module adds a step with a record and its figure with `_get_facts`.
    """

    _name = "asn.start.step"
    _description = "Step of the Guided Start"
    _inherit = "asn.start.facts"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    reason = fields.Char(
        required=True, translate=True, help="Why this step, in one sentence."
    )
    button = fields.Char(required=True, translate=True)
    key = fields.Char(required=True, help="Which figure tells how far the step is.")
    action = fields.Char(required=True, help="External name of the action it opens.")
    goal = fields.Integer(help="How many are enough; 0 stands for all.")
    for_officer = fields.Boolean(help="Performance officers see this step too.")
    sequence = fields.Integer(default=10)
    state = fields.Selection(
        [("done", "Done"), ("next", "Next"), ("open", "To Do")],
        compute="_compute_state",
    )
    done_count = fields.Integer(compute="_compute_state")
    total_count = fields.Integer(compute="_compute_state")
    progress = fields.Float(compute="_compute_state")
    figure = fields.Char(compute="_compute_state", help="How many of how many.")

    _once = models.UniqueIndex("(key)", "This step is already there.")

    @api.depends_context("uid", "company", "lang")
    def _compute_state(self):
        """Count everything once; the first step that is not done is the next."""
        facts = self._get_facts()
        steps = self.search(Domain.TRUE) | self
        done = steps.filtered(lambda step: step._is_done(*facts.get(step.key, (0, 0))))
        following = (steps - done).sorted()[:1]
        for step in self:
            count, total = facts.get(step.key, (0, 0))
            step.done_count = count
            step.total_count = total
            step.progress = 100 * count / total if total else 0
            step.figure = step._get_figure(count, total)
            step.state = (
                "done" if step in done else "next" if step == following else "open"
            )

    def _is_done(self, count, total):
        self.ensure_one()
        return count >= self.goal if self.goal else count >= total > 0

    def _get_figure(self, count, total):
        if total > 1:
            return self.env._("%(count)s of %(total)s", count=count, total=total)
        if total:
            return self.env._("done") if count else self.env._("not yet")
        return str(count) if count else self.env._("nothing yet")

    def action_open_step(self):
        """Open the screen on which this step is done."""
        self.ensure_one()
        self.check_access("read")
        special = getattr(self, f"_open_{self.key}", None)
        action = self.env["ir.actions.actions"]._for_xml_id(self.action)
        return special(action) if special else action

    def _open_period(self, action):
        """Open the draft of the period, or a new one, instead of an empty list."""
        periods = self.env["asn.period"].search(
            [("company_id", "=", self.env.company.id)]
        )
        draft = periods.filtered(lambda period: period.state == "draft")[:1]
        if draft or not periods:
            return {**action, "views": [[False, "form"]], "res_id": draft.id}
        return action
