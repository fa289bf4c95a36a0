# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import logging

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

from .asn_workflow_mixin import MANAGER_GROUP

_logger = logging.getLogger(__name__)


class AsnSkpWaiting(models.Model):
    """Tells each person once a day what waits for them, and superiors what is late."""

    _inherit = "asn.skp.waiting"

    is_team = fields.Boolean(
        string="My Team",
        compute="_compute_is_team",
        search="_search_is_team",
        help="You assess this person, or act today for whoever does.",
    )

    @api.depends_context("uid")
    def _compute_is_team(self):
        team = self.filtered_domain(self._get_team_domain())
        for line in self:
            line.is_team = line in team

    def _search_is_team(self, operator, value):
        if operator != "in":
            return NotImplemented
        domain = self._get_team_domain()
        return domain if True in value else ~domain

    @api.model
    def _get_team_domain(self):
        officials = self.env["asn.delegation"]._get_running(self.env.user).official_id
        return Domain("assessor_user_id", "=", self.env.uid) | Domain(
            "assessor_id", "in", officials.ids
        )

    @api.model
    def _cron_remind(self):
        """Remind in each agency on its own day; a second run that day is silent."""
        companies = self.env["asn.period"].search([("state", "=", "open")]).company_id
        for company in companies:
            self.with_company(company)._remind_or_log(company)
            self.env["ir.cron"]._commit_progress(1)

    @api.model
    def _remind_or_log(self, company):
        """Remind in one agency; one that fails must not hold up the others."""
        try:
            with self.env.cr.savepoint():
                self._remind_agency(company)
        except Exception:
            _logger.exception("Reminders of agency %s could not be sent", company.id)

    @api.model
    def _remind_agency(self, company):
        lines = self.search(
            Domain("company_id", "=", company.id)
            & Domain("waiting_for", "!=", "nobody")
            & Domain("due", "!=", False)
        )
        today = self.env["asn.period"]._today()
        soon = lines.filtered(lambda line: line._is_reminded_before(today))
        late = lines.filtered("is_late")._filter_to_repeat(today)
        mentions = [
            *soon._get_mentions("before"),
            *late._get_mentions("late"),
            *late._get_escalations(),
        ]
        return self._send(mentions, today)

    def _is_reminded_before(self, today):
        days = (self.due - today).days
        period = self.period_id
        return days > 0 and days in (period.remind_days, period.remind_last_days)

    def _filter_to_repeat(self, today):
        """Keep what was never told as late, or as long ago as the agency has set."""
        told = self.env["asn.reminder"]._get_last_escalations(self)

        def is_due(line):
            every = line.period_id.escalate_days
            last = told.get((line.employee_id.id, line.period_id.id))
            return every > 0 and (last is None or (today - last).days >= every)

        return self.filtered(is_due)

    def _get_mentions(self, kind):
        """Return (user, line, kind) for everybody who may take the next step."""
        # sudo: asn.skp - who may act, also for a reader who sees only the list
        skps_sudo = self.sudo().skp_id
        deputies = self.env["asn.delegation"]._get_deputies(self.assessor_id)
        officers = skps_sudo._get_officers()
        nobody = self.env["res.users"]
        mentions = []
        for line in self:
            users = {
                "employee": line.user_id,
                "assessor": line.assessor_user_id
                | deputies.get(line.assessor_id, nobody),
                "officer": officers.get(line.department_id, nobody),
            }.get(line.waiting_for, nobody)
            mentions += [(user, line, kind) for user in users]
        return mentions

    def _get_escalations(self):
        """Return (superior, line, kind): only who may not act already."""
        return [
            (line.superior_user_id, line, "escalation")
            for line in self
            if line.superior_user_id
        ]

    @api.model
    def _send(self, mentions, today):
        """Send one letter to each user; return how many users were told."""
        # sudo: asn.reminder - the memory of what was sent; callers were checked
        reminders_sudo = self.env["asn.reminder"].sudo()
        mentions = reminders_sudo._filter_new(mentions, today)
        reminders_sudo._keep(mentions, today)
        by_user = {}
        for user, line, kind in mentions:
            by_user.setdefault(user, []).append((line, kind))
        self.env["asn.waiting.letter"]._send(by_user)
        return len(by_user)

    def action_remind(self):
        """Remind those of the chosen lines who must act; once a day and person."""
        self.check_access("read")
        lines = self._filter_remindable()
        if not lines:
            raise UserError(
                self.env._(
                    "Nothing waits in the chosen lines that you may remind of. Choose "
                    "people for whom somebody must act."
                )
            )
        today = self.env["asn.period"]._today()
        mentions = lines._get_mentions("manual")
        count = self._send(mentions, today)
        message = self.env._("%(count)s people were reminded.", count=count)
        if not count and mentions:
            message = self.env._("They were already reminded today. Try tomorrow.")
        elif not mentions:
            message = self.env._(
                "Nobody of them has a login. Tell them in another way, or make logins."
            )
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success" if count else "warning",
                "message": message,
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    def _filter_remindable(self):
        """Keep what waits, of the people whom the user looks after.

        Those are the units of an officer, the agency of a manager, the team of an
        assessor or of somebody who acts for one.
        """
        user = self.env.user
        units = self.env["asn.officer.scope"]._get_departments_today(user)
        is_manager = user.has_group(MANAGER_GROUP)
        mine = self.filtered(
            lambda line: (is_manager or line.department_id in units or line.is_team)
        )
        if self and not mine:
            raise AccessError(
                self.env._("You only remind people of your units or of your team.")
            )
        return mine.filtered(lambda line: line.waiting_for != "nobody")

    def action_export(self):
        """Return the chosen lines, or everything that the user sees, as XLSX."""
        lines = self or self.search(Domain("company_id", "in", self.env.companies.ids))
        lines.check_access("read")
        return self.env["asn.skp.waiting.sheet"]._make(lines)

    def action_open(self):
        """Open the plan behind a line; without one, say what to do."""
        self.ensure_one()
        self.check_access("read")
        if not self.skp_id:
            raise UserError(
                self.env._(
                    "%(name)s has not begun a plan yet. Remind them, or open the "
                    "period for several people at once.",
                    name=self.name,
                )
            )
        return {
            "type": "ir.actions.act_window",
            "res_model": "asn.skp",
            "res_id": self.skp_id.id,
            "view_mode": "form",
        }
