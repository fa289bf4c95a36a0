# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError

from .asn_job import BATCH


class AsnJob(models.Model):
    """Taking a launch back, as long as nobody wrote into the plans."""

    _inherit = "asn.job"

    undo_of_id = fields.Many2one(
        "asn.job",
        string="Takes Back",
        index="btree_not_null",
        readonly=True,
        ondelete="cascade",
    )
    can_undo = fields.Boolean(compute="_compute_can_undo", compute_sudo=True)

    @api.depends("kind", "state", "line_ids.outcome")
    def _compute_can_undo(self):
        for job in self:
            job.can_undo = (
                job.kind == "plan_launch"
                and job.state in ("done", "stopped")
                and bool(job.state == "stopped" or job.made_count or job.kept_count)
            )

    def action_undo(self):
        """Remove the plans of a launch that nobody has written into since.

        The others are kept and listed. Many plans are removed in the background.
        """
        self.ensure_one()
        self.check_access("write")
        # sudo: asn.job - rows only, so that a running batch is waited for
        job_sudo = self.sudo()
        job_sudo.lock_for_update(allow_referencing=True)
        self._check_may_launch(job_sudo.launch_period_id)
        if not self.can_undo:
            raise UserError(
                self.env._(
                    "There is nothing to take back here: stop the work first, or look "
                    "at the result to see what became of each plan."
                )
            )
        job_sudo._give_up_rest()
        self._check_no_launch(job_sudo.launch_period_id)
        lines = job_sudo.line_ids.filtered(
            lambda line: line.outcome in ("made", "kept") and line.skp_id
        )
        undo_sudo = self._start_undo(lines)
        if len(lines) <= BATCH:
            undo_sudo._run_to_end()
        return undo_sudo._get_action()

    def _give_up_rest(self):
        """End a launch that was stopped: nobody else gets a plan from it."""
        self.line_ids.filtered(lambda line: line.state == "todo").write(
            {
                "state": "done",
                "outcome": "skipped",
                "reason": self.env._("The launch was taken back before."),
            }
        )
        self._count()
        self.state = "done"
        self.flush_recordset(["state"])

    def _start_undo(self, lines_sudo):
        job_sudo = self.sudo()
        return self.env["asn.job"]._start(
            "plan_undo",
            self.env._("Taken back: %(name)s", name=job_sudo.name),
            [(line.label, {"line_id": line.id}) for line in lines_sudo],
            company=job_sudo.company_id,
            launch_period_id=job_sudo.launch_period_id.id,
            undo_of_id=job_sudo.id,
        )

    @api.model
    def _apply_plan_undo(self, lines):
        """Remove the plans of these lines that are as they were launched."""
        job = lines.job_id
        self._check_may_launch(job.launch_period_id)
        # sudo: asn.job.line - the lines of the launch that this job takes back
        launched = self.env["asn.job.line"].sudo()
        launched = launched.browse(line.payload["line_id"] for line in lines)
        by_id = {line.payload["line_id"]: line for line in lines}
        plans = launched.skp_id
        plans.lock_for_update(allow_referencing=True)
        touched = plans._find_touched(
            {line.skp_id.id: line.fingerprint for line in launched}
        )
        for line in launched.filtered(lambda one: one.skp_id.id in touched):
            undo = by_id[line.id]
            undo.skp_id = line.skp_id
            for one in (line, undo):
                one.outcome, one.reason = "kept", touched[line.skp_id.id]
        free = launched.filtered(lambda one: one.skp_id.id not in touched)
        self.env["asn.job.line"].browse(by_id[one.id].id for one in free).sudo().write(
            {"outcome": "undone", "reason": False}
        )
        removed = free.skp_id
        free.write({"outcome": "undone", "reason": False, "skp_id": False})
        removed.unlink()
