# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.tools import format_date

ACTIVITY = "hr_asn_kinerja.mail_activity_type_followup"


class AsnFollowup(models.Model):
    """The to-dos of follow-ups: one a person and evaluation, once a date has passed.

    They stand on the evaluation, which is final and which all sides may read.
    """

    _inherit = "asn.followup"

    @api.model
    def _cron_remind(self):
        """Ask for what is late, in the agencies' own days."""
        for company, followups in self._get_open_by_company().items():
            followups.with_company(company)._sync_todos()

    @api.model
    def _get_open_by_company(self):
        return self.search([("state", "!=", "closed")]).grouped("company_id")

    def _sync_todos(self):
        """Make the to-dos that are missing and take away those that are done with."""
        # sudo: asn.followup, mail.activity - a to-do may be the other side's
        followups_sudo = self.sudo()
        wanted = followups_sudo._get_wanted_todos()
        kind = self.env.ref(ACTIVITY)
        activities_sudo = self.env["mail.activity"].sudo()
        existing = activities_sudo.search(
            [
                ("res_model", "=", "asn.evaluation"),
                ("res_id", "in", followups_sudo.evaluation_id.ids),
                ("activity_type_id", "=", kind.id),
            ]
        )
        open_keys = {(line.res_id, line.user_id.id) for line in existing}
        existing.filtered(
            lambda line: (line.res_id, line.user_id.id) not in wanted
        ).unlink()
        activities_sudo.with_context(asn_kinerja_asking=True).create(
            [
                {
                    "activity_type_id": kind.id,
                    "automated": True,
                    "summary": summary,
                    "date_deadline": deadline,
                    "res_model_id": self.env["ir.model"]._get_id("asn.evaluation"),
                    "res_id": evaluation_id,
                    "user_id": user_id,
                }
                for (evaluation_id, user_id), (deadline, summary) in wanted.items()
                if (evaluation_id, user_id) not in open_keys
            ]
        )

    def _get_wanted_todos(self):
        """Return {(evaluation id, user id): (deadline, summary)} of what is late."""
        today = self.env["asn.period"]._today()
        wanted = {}
        for followup in self:
            for user, deadline, summary in followup._get_late(today):
                if user:
                    key = (followup.evaluation_id.id, user.id)
                    wanted.setdefault(key, (deadline, summary))
        return wanted

    def _get_late(self, today):
        """Return (user, date, sentence) of each thing that should have happened."""
        if self.state == "closed":
            return []
        late, assessor = [], self.assessor_user_id
        if self.due_on < today:
            late.append(
                (assessor, self.due_on, self.env._("Close the follow-up: it has ended"))
            )
        if self.state == "draft" and self.plan_until < today:
            late.append(
                (assessor, self.plan_until, self.env._("Write the follow-up plan"))
            )
        for step in self.step_ids if self.state == "running" else ():
            if step.date < today and not step.done_on:
                user = (
                    assessor
                    if step.responsible == "assessor"
                    else self.employee_user_id
                )
                sentence = self.env._(
                    "Step of the follow-up, until %(day)s: %(name)s",
                    day=format_date(self.env, step.date),
                    name=step.name,
                )
                late.append((user, step.date, sentence[:200]))
        return late
