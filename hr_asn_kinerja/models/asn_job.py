# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools.misc import clean_context

BATCH = 200
CRON = "hr_asn_kinerja.ir_cron_run_jobs"


class AsnJob(models.Model):
    """Work on many people, done in the background, batch by batch.

    A kind of job is a method `_apply_<kind>(lines)` that handles some lines at once,
    with the rights of who started the job. A batch that fails is
    done again line by line, so that one bad line is listed and the rest goes on. What
    is committed stays: a job that was killed or stopped goes on where it was.
    """

    _name = "asn.job"
    _description = "Bulk Work"
    _inherit = "asn.guard.mixin"
    _order = "id desc"

    name = fields.Char(required=True, readonly=True)
    kind = fields.Char(
        required=True, readonly=True, help="Name of the method that does the work."
    )
    company_id = fields.Many2one(
        "res.company", string="Agency", required=True, index=True, readonly=True
    )
    user_id = fields.Many2one(
        "res.users", string="Started By", required=True, readonly=True
    )
    arguments = fields.Json(readonly=True)
    state = fields.Selection(
        [
            ("queued", "Waiting"),
            ("running", "Running"),
            ("stopped", "Stopped"),
            ("done", "Done"),
        ],
        required=True,
        default="queued",
        index=True,
        readonly=True,
    )
    total = fields.Integer(readonly=True)
    done = fields.Integer(readonly=True)
    failed = fields.Integer(readonly=True)
    progress = fields.Float(string="Progress (%)", compute="_compute_progress")
    finished_at = fields.Datetime(readonly=True)
    line_ids = fields.One2many("asn.job.line", "job_id", string="Lines")
    failed_line_ids = fields.One2many(
        "asn.job.line",
        "job_id",
        string="Failed Lines",
        domain=[("state", "=", "failed")],
    )

    _one_import = models.UniqueIndex(
        "(company_id) WHERE kind = 'employee_import' AND state <> 'done'",
        "Another import of employees is not finished. Wait until it is done, or resume "
        "it under Bulk Work.",
    )

    @api.depends("total", "done", "failed")
    def _compute_progress(self):
        for job in self:
            handled = job.done + job.failed
            job.progress = 100 * handled / job.total if job.total else 100

    @api.model
    def _start(self, kind, name, payloads, arguments=None, company=None, **columns):
        """Queue a job of the current user and wake the worker.

        :param payloads: one (label, mapping) for each line; the mapping goes to JSON
        :param columns: other columns of this kind of job
        :return: the job, elevated
        """
        if not hasattr(self, f"_apply_{kind}"):
            raise ValueError(f"unknown kind of job {kind}")
        # sudo: asn.job - whoever starts it was checked by the caller, whose context
        # may hold defaults
        clean = self.env(su=True, context=clean_context(self.env.context))
        jobs_sudo = self.with_env(clean)
        job = jobs_sudo.create(
            {
                **columns,
                "name": name,
                "kind": kind,
                "company_id": (company or self.env.company).id,
                "user_id": self.env.uid,
                "arguments": arguments or {},
                "total": len(payloads),
            }
        )
        jobs_sudo.env["asn.job.line"].create(
            [
                {
                    "job_id": job.id,
                    "sequence": number,
                    "label": label,
                    "payload": payload,
                }
                for number, (label, payload) in enumerate(payloads, start=1)
            ]
        )
        self.env.ref(CRON).sudo()._trigger()
        return job

    # --- ACTIONS ---

    def action_stop(self):
        """Stop after the batch that is running now."""
        self._change("stopped", ("queued", "running"))

    def action_resume(self):
        """Go on where it stopped."""
        self._change("queued", ("stopped",))
        self.env.ref(CRON).sudo()._trigger()

    def action_retry(self):
        """Try the failed lines again, after their cause was mended."""
        self._change("queued", ("done", "stopped"))
        for job in self.sudo():
            job.failed_line_ids.write({"state": "todo", "reason": False})
            job._count()
        self.env.ref(CRON).sudo()._trigger()

    def _change(self, state, from_states):
        self.check_access("write")
        # sudo: asn.job - rows only, so that a running batch is waited for
        self.sudo().lock_for_update(allow_referencing=True)
        for job in self:
            if job.state not in from_states:
                raise UserError(
                    self.env._(
                        "%(name)s is in a state in which this is not possible. Reload "
                        "the page.",
                        name=job.name,
                    )
                )
        # sudo: asn.job - columns are closed, the rule above says who may steer it
        self.sudo().write({"state": state})

    # --- RUNNING ---

    @api.model
    def _cron_run(self):
        """Work on the oldest open job until there is none or the time is over."""
        progress = self.env["ir.cron"]._commit_progress
        while job := self._next_job():
            handled = job._run_batch()
            left = job.total - job.done - job.failed
            if not progress(handled, remaining=max(left, 0)):
                self.env.ref(CRON)._trigger()
                return

    @api.model
    def _next_job(self):
        """Return the oldest open job, locked; another worker skips it."""
        jobs = self.search([("state", "in", ("queued", "running"))], order="id")
        return jobs.try_lock_for_update(allow_referencing=True, limit=1)

    def _run_batch(self):
        """Handle a batch of lines that are still to do; return how many."""
        self.ensure_one()
        lines = self.env["asn.job.line"].search(
            [("job_id", "=", self.id), ("state", "=", "todo")],
            order="sequence",
            limit=self._get_batch_size(),
        )
        if lines:
            self.state = "running"
            self._handle(lines)
        self._count()
        if len(lines) < self._get_batch_size():
            self.write({"state": "done", "finished_at": fields.Datetime.now()})
            self._tell_done()
        return len(lines)

    def _get_batch_size(self):
        """Return how many lines are handled at once; a kind of slow lines takes few."""
        return BATCH

    def _handle(self, lines):
        """Apply the lines at once; if that fails, each alone in its savepoint."""
        try:
            with self.env.cr.savepoint():
                self._apply(lines)
            lines.state = "done"
            return
        except Exception as error:
            self.env.clear()
            if len(lines) == 1:
                lines.write({"state": "failed", "reason": lines._explain(error)})
                return
        for line in lines:
            self._handle(line)

    def _apply(self, lines):
        """Call the method of the kind with the rights of who started the job."""
        worker = self.with_user(self.user_id).with_company(self.company_id)
        worker = worker.with_context(lang=self.user_id.lang, tracking_disable=True)
        getattr(worker, f"_apply_{self.kind}")(lines.with_env(worker.env).sudo())

    def _count(self):
        counts = dict(
            self.env["asn.job.line"]._read_group(
                [("job_id", "in", self.ids)], ["state"], ["__count"]
            )
        )
        self.write({"done": counts.get("done", 0), "failed": counts.get("failed", 0)})

    def _tell_done(self):
        """Leave a message on the screen of who started it, if they are there."""
        self.user_id._bus_send(
            "simple_notification",
            {
                "type": "warning" if self.failed else "success",
                "title": self.name,
                "message": self.with_context(lang=self.user_id.lang)._get_summary(),
            },
        )

    def _get_summary(self):
        self.ensure_one()
        return self.env._(
            "%(done)s of %(total)s done, %(failed)s failed.",
            done=self.done,
            total=self.total,
            failed=self.failed,
        )

    def _get_action(self):
        """Return the action that shows this job with its progress."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.name,
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
        }
