# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

KIND = "evaluation_open"


class AsnPeriodInterval(models.Model):
    """One work that opens the evaluations of an interval is enough."""

    _inherit = "asn.period.interval"

    def _open_in_background(self, plans):
        """Show the work that is under way or was stopped, else queue one."""
        running = self._find_opening_job()
        return running._get_action() if running else super()._open_in_background(plans)

    def _find_opening_job(self):
        """Return, elevated, the work that opens evaluations of this interval."""
        # sudo: asn.job.line - which work it is; its reader needs the right to see it
        lines_sudo = self.env["asn.job.line"].sudo()
        jobs_sudo = lines_sudo.env["asn.job"].search(
            [
                ("kind", "=", KIND),
                ("company_id", "=", self.company_id.id),
                ("state", "in", ("queued", "running", "stopped")),
            ]
        )
        for job in jobs_sudo:
            line = lines_sudo.search([("job_id", "=", job.id)], limit=1)
            if line.payload and line.payload.get("interval_id") == self.id:
                return job
        return jobs_sudo[:0]
