# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

from .asn_officer_scope import OFFICER_GROUP
from .asn_workflow_mixin import MANAGER_GROUP


class AsnJob(models.Model):
    """The launch of a period: the plans of many people, batch by batch.

    What a batch does is decided anew when it runs: whoever left or got a plan in the
    meantime is told so in the result and gets none.
    """

    _inherit = "asn.job"

    launch_period_id = fields.Many2one(
        "asn.period", string="Period", readonly=True, index=True, ondelete="cascade"
    )
    made_count = fields.Integer(
        string="Plans Made", compute="_compute_outcome_counts", compute_sudo=True
    )
    skipped_count = fields.Integer(
        string="Without New Plan",
        compute="_compute_outcome_counts",
        compute_sudo=True,
        help="People who were looked at and got no plan, each with the reason.",
    )
    kept_count = fields.Integer(
        string="Plans Kept", compute="_compute_outcome_counts", compute_sudo=True
    )
    undone_count = fields.Integer(
        string="Plans Removed", compute="_compute_outcome_counts", compute_sudo=True
    )

    _one_launch = models.UniqueIndex(
        "(launch_period_id) WHERE launch_period_id IS NOT NULL AND state <> 'done'",
        "Plans of this period are being started or removed right now, or this work was "
        "stopped. Wait until it is done, or resume it under Bulk Work.",
    )

    @api.depends("line_ids.outcome")
    def _compute_outcome_counts(self):
        counts = {
            (job.id, outcome): count
            for job, outcome, count in self.env["asn.job.line"]._read_group(
                [("job_id", "in", self.ids), ("outcome", "!=", False)],
                ["job_id", "outcome"],
                ["__count"],
            )
        }
        for job in self:
            job.made_count = counts.get((job.id, "made"), 0)
            job.skipped_count = counts.get((job.id, "skipped"), 0)
            job.kept_count = counts.get((job.id, "kept"), 0)
            job.undone_count = counts.get((job.id, "undone"), 0)

    # --- LAUNCH ---

    @api.model
    def _apply_plan_launch(self, lines):
        """Make the plans of these people, as far as they still can have one."""
        job = lines.job_id
        period = job.launch_period_id
        self._check_may_launch(period)
        arguments = job.arguments
        candidates = self._find_again(period, lines, arguments)
        ready = [one for one in candidates.values() if one.finding == "ready"]
        finder = self.env["asn.plan.candidate"]
        chosen = finder._choose_sources(period, ready, arguments["source"])
        plans = self.env["asn.skp"]._launch(period, chosen, arguments["approach"])
        lines._note_launch(candidates, chosen, plans)

    @api.model
    def _find_again(self, period, lines, arguments):
        """Return {employee id: candidate} as things are now."""
        ids = [line.payload["employee_id"] for line in lines]
        condition = SQL("e.id IN %s", tuple(ids))
        units = self._get_launch_units()
        finder = self.env["asn.plan.candidate"]
        if units is not None:
            own = finder._get_unit_condition(units)
            condition = SQL("(%s) AND (%s)", condition, own)
        found = finder._find(period, condition, arguments["with_gaps"])
        return {one.employee_id: one for one in found}

    @api.model
    def _check_may_launch(self, period):
        """Refuse whoever may not, and a period in which nobody can plan.

        :raises AccessError: neither manager nor officer, or of another agency
        :raises UserError: not open
        """
        user = self.env.user
        has_role = user.has_group(MANAGER_GROUP) or user.has_group(OFFICER_GROUP)
        if not has_role or period.company_id not in user.company_ids:
            raise AccessError(
                self.env._(
                    "Only the agency manager, and performance officers for their own "
                    "units, start plans for others."
                )
            )
        if period.state == "draft":
            raise UserError(
                self.env._("Open the period first; then plans can be started in it.")
            )
        if period.state != "open":
            raise UserError(
                self.env._("The period is closed, so no plan can be started in it.")
            )

    @api.model
    def _check_no_launch(self, period):
        """Two at once would judge by what the other one is changing.

        The unique index keeps out who comes in the very same moment.
        """
        # sudo: asn.job - whether there is one; the name says only what was started
        other_sudo = self.sudo().search(
            [("launch_period_id", "=", period.id), ("state", "!=", "done")], limit=1
        )
        if other_sudo:
            raise UserError(
                self.env._(
                    "%(name)s is not finished. Wait until it is done, or resume it or "
                    "take it back under Bulk Work, before you start more plans.",
                    name=other_sudo.name,
                )
            )

    def _run_to_end(self):
        """Handle all lines now: the caller made sure that they are few."""
        self.ensure_one()
        while self.state in ("queued", "running"):
            self._run_batch()

    def action_show_result(self):
        """List who got what from where, and who got nothing and why."""
        self.ensure_one()
        self.check_access("read")
        return {
            **self.env["ir.actions.act_window"]._for_xml_id(
                "hr_asn_kinerja.asn_job_line_action_launch"
            ),
            "name": self.name,
            "display_name": self.name,
            "domain": [("job_id", "=", self.id)],
        }

    @api.model
    def _get_launch_units(self):
        """Return the units that an officer serves today; None for the whole agency."""
        user = self.env.user
        if user.has_group(MANAGER_GROUP):
            return None
        return self.env["asn.officer.scope"]._get_departments_today(user)
